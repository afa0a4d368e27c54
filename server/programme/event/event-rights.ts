import { findEvent } from '#db/programme/event/events.ts';
import { findExperimentPerson } from '#db/programme/experiment/experiment-rights.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import type { ListedEvent } from '#shared/programme/event/event.ts';
import type { Right } from '../../kernel/operation.ts';
import type { ByPerson } from '../../people/rights.ts';

/** [EV1] Whoever may read the published event of the input; for all others it is absent. */
export const readingEvent: Right<
  { readonly eventId: string },
  ByPerson & { readonly event: ListedEvent }
> = async ({ tx, now }, { userId }, { eventId }) => {
  const person = userId === null ? null : await findExperimentPerson(tx, { userId, now });
  const event = person && (await findEvent(tx, { eventId, person }));
  return userId !== null && event?.publishedAt ? ok({ by: userId, event }) : fail('access.notFound');
};
