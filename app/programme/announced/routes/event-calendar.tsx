import { findEvent, findPublicEvent } from '#db/programme/event/events.ts';
import { findExperimentPerson } from '#db/programme/experiment/experiment-rights.ts';
import { segment } from '#shared/kernel/address-parts.ts';
import { idOfSegment } from '#shared/kernel/ids.ts';
import { icalText } from '#shared/meetings/calendar/ical-text.ts';
import { event as words } from '#shared/programme/event/event.fr.ts';
import { calendarEvent } from '#shared/programme/event/event-calendar.ts';
import { eventPaths } from '#shared/programme/event/event-paths.ts';
import { memberContext, servicesContext } from '../../../context.ts';
import { notFound } from '../../../kernel/access.server.ts';
import type { Route } from './+types/event-calendar';

/** [EV7] One event as a file for calendars: for its readers, and of a public one for anybody. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { db, now, origin } = context.get(servicesContext);
  const eventId = idOfSegment(params.evenement);
  if (!eventId) throw notFound();
  const member = context.get(memberContext);
  const person = member && (await findExperimentPerson(db, { userId: member.id, now: now() }));
  const event = person ? await findEvent(db, { eventId, person }) : await findPublicEvent(db, eventId);
  if (!event?.publishedAt) throw notFound();
  const page = person ? eventPaths.event(event) : eventPaths.publicEvent(segment(event));
  const events = [calendarEvent(event, origin + page)];
  return new Response(icalText({ name: null, events, now: now() }), {
    headers: {
      'Cache-Control': 'private, no-store',
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': `attachment; filename="${words.fileName}"`,
    },
  });
}
