import { Link } from 'react-router';
import { dates } from '#shared/kernel/dates.fr.ts';
import { beginningOf } from '#shared/kernel/text/linked-text.ts';
import type { Bulletin } from '#shared/programme/bulletin/bulletin.ts';
import { bulletinPaths } from '#shared/programme/bulletin/bulletin-paths.ts';
import { ToldToBadge } from './told-to.tsx';

const BEGINNING = 200;

/** Announcements, each with its beginning. */
export function BulletinList({ bulletins }: { bulletins: readonly Bulletin[] }) {
  return (
    <ul className="ruled">
      {bulletins.map((one) => (
        <li key={one.id}>
          <h2 className="text-lg break-words">
            <Link to={bulletinPaths.bulletin(one)}>{one.title}</Link>
          </h2>
          <p className="break-words">{beginningOf(one.text, BEGINNING)}</p>
          <p className="row muted small mt-2">
            <ToldToBadge toldTo={one.toldTo} />
            {one.publishedAt && (
              <time dateTime={dates.iso(one.publishedAt)}>{dates.short(one.publishedAt)}</time>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
