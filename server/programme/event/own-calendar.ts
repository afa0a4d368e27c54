import type { Db } from '#db/kernel/client.ts';
import { listOfCalendar } from '#db/programme/event/events.ts';
import { findExperimentPerson } from '#db/programme/experiment/experiment-rights.ts';
import type { SpanEvent } from '#shared/meetings/calendar/ical-text.ts';
import { calendarEvent } from '#shared/programme/event/event-calendar.ts';
import { eventPaths } from '#shared/programme/event/event-paths.ts';

/** [EV7] The events in which somebody has a place, as their own calendar shows them. */
export async function listOwnEvents(
  db: Db,
  { userId, now, origin }: { userId: string; now: Date; origin: string },
): Promise<SpanEvent[]> {
  const person = await findExperimentPerson(db, { userId, now });
  const events = person ? await listOfCalendar(db, person) : [];
  return events.map((event) => calendarEvent(event, origin + eventPaths.event(event)));
}
