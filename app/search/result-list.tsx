import { Link } from 'react-router';
import { dates } from '#shared/kernel/dates.fr.ts';
import { KINDS } from '#shared/kinds.ts';
import type { FoundItem } from '#shared/search/found-item.ts';
import { search as words } from '#shared/search/search.fr.ts';
import { KindIcon } from './kind-icon.tsx';
import { Marked } from './marked.tsx';

/** Results as they are read: what it is, its title, the words around those that were found, where it stands. */
export function ResultList({ items, now }: { items: readonly FoundItem[]; now: Date }) {
  return (
    <ol className="ruled results" aria-label={words.list}>
      {items.map((item) => (
        <li key={`${item.kind} ${item.id}`} className="item">
          <KindIcon kind={item.kind} />
          <Result item={item} now={now} />
        </li>
      ))}
    </ol>
  );
}

function Result({ item, now }: { item: FoundItem; now: Date }) {
  const { kind, title, excerpt, where, author, updatedAt, path } = item;
  const name = kind === 'comment' ? words.commentOn(title.text || words.untitled) : null;
  const shown = name ?? (title.text ? <Marked {...title} /> : words.untitled);
  const isDated = !('isUndated' in KINDS[kind]);
  return (
    <div>
      <p className="result-title">{path ? <Link to={path}>{shown}</Link> : <strong>{shown}</strong>}</p>
      {excerpt.text.trim() !== '' && (
        <p className="found-text">
          <Marked {...excerpt} />
        </p>
      )}
      <p className="muted">
        {[KINDS[kind].one, ...where, ...(author ? [words.by(author)] : [])].join(' · ')}
        {isDated && (
          <>
            {' · '}
            <time dateTime={updatedAt.toISOString()} title={dates.exact(updatedAt)}>
              {dates.relative(updatedAt, now)}
            </time>
          </>
        )}
      </p>
    </div>
  );
}
