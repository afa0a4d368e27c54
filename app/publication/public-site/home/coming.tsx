import { CalendarDays } from 'lucide-react';
import { event } from '#shared/programme/event/event.fr.ts';
import { eventPaths } from '#shared/programme/event/event-paths.ts';
import { publicHome } from '#shared/publication/public-site/public-home.fr.ts';
import type { PublicHome } from '#shared/publication/public-site/public-home.ts';
import { Plate } from '../../../ui/page/plate.tsx';

/** [EV8] The next events to which anybody may come; nothing while there is none. */
export function Coming({ coming }: Pick<PublicHome, 'coming'>) {
  if (coming.length === 0) return null;
  const words = publicHome.coming;
  return (
    <Plate id="evenements" title={words.title} beside={<a href={eventPaths.publicEvents()}>{words.all}</a>}>
      <ul className="told">
        {coming.map(({ address, title, place, ...span }) => (
          <li key={address}>
            <CalendarDays className="icon" aria-hidden="true" />
            <div>
              <a className="t break-words" href={eventPaths.publicEvent(address)}>
                {title}
              </a>
              <p>
                <time dateTime={span.startsAt.toISOString()}>{event.when(span)}</time>
                {place && ` · ${place}`}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Plate>
  );
}
