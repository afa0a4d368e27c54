import { Link } from 'react-router';
import { event as words } from '#shared/programme/event/event.fr.ts';
import type { ListedEvent } from '#shared/programme/event/event.ts';
import { eventPaths } from '#shared/programme/event/event-paths.ts';
import { ToldToBadge } from './told-to.tsx';

/** Events, each with when it is, where, and what its reader is to it. */
export function EventList({ events }: { events: readonly ListedEvent[] }) {
  return (
    <ul className="ruled">
      {events.map((one) => (
        <li key={one.id}>
          <h3 className="break-words">
            <Link to={eventPaths.event(one)}>{one.title}</Link>
          </h3>
          <p>
            <time dateTime={one.startsAt.toISOString()}>{words.when(one)}</time>
            {one.place && <span className="muted"> · {one.place}</span>}
          </p>
          <p className="row muted small mt-2">
            {one.cancelledAt && <span className="badge warning">{words.states.cancelled}</span>}
            {one.own && (
              <span className={one.own === 'registered' ? 'badge success' : 'badge info'}>
                {words.own[one.own]}
              </span>
            )}
            <ToldToBadge toldTo={one.toldTo} />
            {one.replay && <a href={one.replay}>{words.watch}</a>}
          </p>
        </li>
      ))}
    </ul>
  );
}
