import { Link } from 'react-router';
import type { Line } from '#shared/news/notification/lines.ts';
import { notification as words } from '#shared/news/notification/notification.fr.ts';
import { WATCHED_KINDS } from '#shared/news/notification/notification.ts';
import { pathOfLine } from '#shared/news/notification/object-path.ts';
import { paths } from '#shared/paths.ts';
import { When } from '../../realtime/when.tsx';

/** Lines of the centre, the newest first, each with what it leads to. */
export function LineList({ lines, now }: { lines: readonly Line[]; now: Date }) {
  return (
    <ul className="ruled news-lines">
      {lines.map((line) => (
        <LineItem key={line.key} line={line} now={now} />
      ))}
    </ul>
  );
}

function LineItem({ line, now }: { line: Line; now: Date }) {
  const { actor, sentence, by } = words.line(line);
  const { objectKind, objectId, title, group, edits } = line;
  const isWatched = WATCHED_KINDS.some((kind) => kind === objectKind);
  return (
    <li data-unread={line.isUnread || undefined}>
      <p>
        {actor && <strong>{actor} </strong>}
        <Link to={pathOfLine(line)}>{sentence}</Link>
        {by && ` ${by}`}
      </p>
      <p className="muted small">
        {line.reasons.map((reason) => words.reasons[reason]).join(' · ')}
        {group && ` · ${group.name}`} · <When at={line.at} now={now} />
      </p>
      {(edits || isWatched) && (
        <p className="small flex flex-wrap gap-x-4">
          {edits && (
            <Link to={paths.documentComparison({ id: objectId, title }, edits)}>
              {words.comparison}
              <span className="vh">{words.comparisonOf(title)}</span>
            </Link>
          )}
          {isWatched && (
            <Link to={paths.notificationWatch(objectKind, objectId)} aria-label={words.followOf(title)}>
              {words.follow}
            </Link>
          )}
        </p>
      )}
    </li>
  );
}
