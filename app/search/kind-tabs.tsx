import { Link } from 'react-router';
import { KIND_NAMES, KINDS, type KindName } from '#shared/kinds.ts';
import { paths, type SearchAddress } from '#shared/paths.ts';
import { search as words } from '#shared/search/search.fr.ts';

/** How many of each kind, each leading to its own; kinds of which there is none are left out. */
export function KindTabs({
  asked,
  counts,
}: {
  asked: SearchAddress;
  counts: Readonly<Partial<Record<KindName, number>>>;
}) {
  const shown = KIND_NAMES.filter((kind) => counts[kind] || asked.kind === kind);
  const tab = (kind: KindName | null, label: string, count: number) => (
    <li key={kind ?? 'all'}>
      <Link
        to={paths.search({ ...asked, kind, state: null, page: 1 })}
        aria-current={(asked.kind ?? null) === kind ? 'true' : undefined}
      >
        {label} <span className="count">{count}</span>
      </Link>
    </li>
  );
  const all = KIND_NAMES.reduce((sum, kind) => sum + (counts[kind] ?? 0), 0);
  return (
    <nav className="kinds" aria-label={words.kindsLabel}>
      <ul>
        {tab(null, words.allKinds, all)}
        {shown.map((kind) => tab(kind, KINDS[kind].many, counts[kind] ?? 0))}
      </ul>
    </nav>
  );
}
