import { localOf } from '#shared/meetings/meeting/local-time.ts';
import type { EventFields, TypedEvent } from '#shared/programme/event/event.ts';

/** An event as its form shows it. */
export function typedOf({ startsAt, endsAt, capacity, ...said }: EventFields): TypedEvent {
  const [from, to] = [localOf(startsAt), localOf(endsAt)];
  const { title, description, place, link, toldTo } = said;
  return {
    ...{ title, description, place, link, toldTo, day: from.day, start: from.time, end: to.time },
    endDay: to.day === from.day ? '' : to.day,
    capacity: capacity === null ? '' : String(capacity),
  };
}
