import { Link } from 'react-router';
import { dates } from '#shared/kernel/dates.fr.ts';
import { bulletinPaths } from '#shared/programme/bulletin/bulletin-paths.ts';
import { latelyTold as words } from '#shared/programme/bulletin/lately-told.fr.ts';
import { comingEvents as eventWords } from '#shared/programme/event/coming-events.fr.ts';
import type { RegistrationState } from '#shared/programme/event/event.ts';
import { eventPaths } from '#shared/programme/event/event-paths.ts';
import { Plate } from '../../ui/page/plate.tsx';

/** [AE5] What the coordination told all the programme lately; nothing while there is none. */
export function ToldLately({
  bulletins,
}: {
  bulletins: readonly { readonly id: string; readonly title: string; readonly publishedAt: Date | null }[];
}) {
  if (bulletins.length === 0) return null;
  return (
    <Plate id="told" title={words.title} beside={<Link to={bulletinPaths.bulletins()}>{words.all}</Link>}>
      <ul className="links">
        {bulletins.map(({ id, title, publishedAt }) => (
          <li key={id}>
            <Link to={bulletinPaths.bulletin({ id, title })}>{title}</Link>
            {publishedAt && (
              <p>
                <time dateTime={dates.iso(publishedAt)}>{dates.short(publishedAt)}</time>
              </p>
            )}
          </li>
        ))}
      </ul>
    </Plate>
  );
}

/** [EV10] The next events of the programme; nothing while there is none. */
export function ComingEvents({
  events,
}: {
  events: readonly {
    readonly id: string;
    readonly title: string;
    readonly startsAt: Date;
    readonly endsAt: Date;
    readonly cancelledAt: Date | null;
    readonly own: RegistrationState | null;
  }[];
}) {
  if (events.length === 0) return null;
  return (
    <Plate
      id="coming"
      title={eventWords.coming}
      beside={<Link to={eventPaths.events()}>{eventWords.all}</Link>}
    >
      <ul className="links">
        {events.map(({ id, title, cancelledAt, own, ...span }) => (
          <li key={id}>
            <Link to={eventPaths.event({ id, title })}>{title}</Link>
            <p>
              <time dateTime={span.startsAt.toISOString()}>{eventWords.when(span)}</time>
            </p>
            {cancelledAt ? (
              <p className="badge warning">{eventWords.cancelled}</p>
            ) : (
              own && <p className="badge success">{eventWords.own[own]}</p>
            )}
          </li>
        ))}
      </ul>
    </Plate>
  );
}
