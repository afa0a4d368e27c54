import type { RouterContextProvider } from 'react-router';
import { findExperimentPerson } from '#db/programme/experiment/experiment-rights.ts';
import { findNewsletter } from '#db/publication/newsletter/newsletters.ts';
import { idOfSegment } from '#shared/kernel/ids.ts';
import { servicesContext } from '../../context.ts';
import { notFound, requireMember } from '../../kernel/access.server.ts';

/** [NL1] The person and the newsletter of an address segment, if they may read it. */
export async function requireNewsletter(
  context: Readonly<RouterContextProvider>,
  segment: string | undefined,
) {
  const { id: userId } = requireMember(context);
  const { db, now } = context.get(servicesContext);
  const person = await findExperimentPerson(db, { userId, now: now() });
  const newsletterId = idOfSegment(segment);
  const newsletter = person && newsletterId && (await findNewsletter(db, { newsletterId, person }));
  if (!newsletter) throw notFound();
  return { person, newsletter };
}
