import { CalendarDays, MapPin, Video } from 'lucide-react';
import { event as words } from '#shared/programme/event/event.fr.ts';
import type { EventFields } from '#shared/programme/event/event.ts';

/** [EV4] When and where an event is. */
export function EventFacts({
  event,
}: {
  event: Pick<EventFields, 'startsAt' | 'endsAt' | 'place' | 'link'>;
}) {
  const { startsAt, place, link } = event;
  return (
    <ul className="stack">
      <li className="row">
        <CalendarDays className="icon" aria-hidden="true" />
        <time dateTime={startsAt.toISOString()}>
          <strong>{words.when(event)}</strong>
        </time>
        <span className="muted small">{words.zone}</span>
      </li>
      {place && (
        <li className="row">
          <MapPin className="icon" aria-hidden="true" />
          <span className="min-w-0 break-words">{place}</span>
        </li>
      )}
      <li className="row">
        {link ? (
          <>
            <Video className="icon" aria-hidden="true" />
            <a href={link}>{words.join}</a>
          </>
        ) : (
          !place && (
            <>
              <Video className="icon" aria-hidden="true" />
              {words.linkLater}
            </>
          )
        )}
      </li>
    </ul>
  );
}
