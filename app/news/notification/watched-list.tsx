import { Link } from 'react-router';
import { notification } from '#shared/news/notification/notification.fr.ts';
import type { WatchedKind, WatchLevel } from '#shared/news/notification/notification.ts';
import { paths } from '#shared/paths.ts';

interface Followed {
  readonly kind: WatchedKind;
  readonly objectId: string;
  readonly title: string;
  readonly level: WatchLevel | null;
  readonly group: { readonly name: string } | null;
}

/** What somebody follows, how closely, and where that is changed. */
export function WatchedList({ watched }: { watched: readonly Followed[] }) {
  const words = notification.settingsPage;
  return (
    <ul className="ruled">
      {watched.map(({ kind, objectId, title, level, group }) => (
        <li className="flex flex-wrap items-baseline gap-x-4" key={objectId}>
          <span className="min-w-0 flex-1 basis-60">
            {title}
            {group && <span className="muted small block">{group.name}</span>}
          </span>
          <span className="muted">{notification.levels[level ?? 'mine']}</span>
          <Link to={paths.notificationWatch(kind, objectId)} aria-label={words.changeOf(title)}>
            {words.change}
          </Link>
        </li>
      ))}
    </ul>
  );
}
