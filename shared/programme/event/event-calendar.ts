import type { SpanEvent } from '../../meetings/calendar/ical-text.ts';
import type { ListedEvent } from './event.ts';

type Shown = Pick<
  ListedEvent,
  'id' | 'title' | 'description' | 'startsAt' | 'endsAt' | 'place' | 'link' | 'sequence' | 'cancelledAt'
>;

/** [EV7] An event as calendars have it: the same name everywhere, so that a file and a feed are one entry. */
export function calendarEvent(event: Shown, url: string): SpanEvent {
  const { id, title, description, startsAt, endsAt, place, link, sequence, cancelledAt } = event;
  return {
    ...{ uid: `${id}@cordee`, startsAt, endsAt, sequence, summary: title, url },
    description: [description, link].filter(Boolean).join('\n\n'),
    location: place || link,
    isCancelled: cancelledAt !== null,
  };
}
