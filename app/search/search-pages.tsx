import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { type KindName, kindOf } from '#shared/kinds.ts';
import { paths, type SearchAddress } from '#shared/paths.ts';
import type { FoundItem } from '#shared/search/found-item.ts';
import { search as words } from '#shared/search/search.fr.ts';
import { RESULTS_A_PAGE } from '#shared/search/search-query.ts';

interface Shown {
  readonly items: readonly FoundItem[];
  readonly counts: Readonly<Partial<Record<KindName, number>>>;
  readonly isMore: boolean;
}

/** How many were found, the page of them, and the ways to the others. */
export function SearchPages({
  asked,
  found: { counts, isMore },
  children,
}: {
  asked: SearchAddress & { readonly page: number };
  found: Shown;
  children: ReactNode;
}) {
  const kind = kindOf(asked.kind);
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const total = kind ? (counts[kind] ?? 0) : all;
  const last = Math.ceil(total / RESULTS_A_PAGE);
  return (
    <>
      <p className="font-semibold mb-3" role="status">
        {words.count(isMore && !kind ? total - 1 : total, isMore)}
        {asked.page > 1 && `, ${words.page(asked.page)}`}
      </p>
      {children}
      {last > 1 && (
        <nav className="row mt-6" aria-label={words.pages}>
          {asked.page > 1 && (
            <Link className="btn" rel="prev" to={paths.search({ ...asked, page: asked.page - 1 })}>
              {words.previous}
            </Link>
          )}
          {asked.page < last && (
            <Link className="btn" rel="next" to={paths.search({ ...asked, page: asked.page + 1 })}>
              {words.next}
            </Link>
          )}
        </nav>
      )}
    </>
  );
}
