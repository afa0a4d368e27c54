import type { RouterContextProvider } from 'react-router';
import { findEvent } from '#db/programme/event/events.ts';
import { idOfSegment } from '#shared/kernel/ids.ts';
import { servicesContext } from '../../context.ts';
import { notFound } from '../../kernel/access.server.ts';
import { requirePerson } from './require-person.server.ts';

/** [EV1] The person and the event of an address segment, if they may read it. */
export async function requireEvent(context: Readonly<RouterContextProvider>, segment: string | undefined) {
  const person = await requirePerson(context);
  const eventId = idOfSegment(segment);
  const event = eventId && (await findEvent(context.get(servicesContext).db, { eventId, person }));
  if (!event) throw notFound();
  return { person, event };
}
