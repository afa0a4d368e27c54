import type { ReactNode } from 'react';
import { frame } from '#shared/kernel/frame.fr.ts';
import { pages as pageWords } from '#shared/kernel/page/pages.fr.ts';
import type { PagePlace } from '#shared/kernel/paging.ts';
import { Pages } from '../../ui/pages.tsx';
import { SiteFrame } from './site-frame.tsx';
import { SocialMeta } from './social-meta.tsx';

/** A page of the site that lists published texts, a plate each, page by page; `empty` says that there is none. */
export function ListPage<Item extends { readonly address: string }>({
  title,
  lead,
  canonical,
  empty,
  items,
  place,
  to,
  above,
  below,
  children,
}: {
  title: string;
  lead: string;
  canonical: string;
  empty: string;
  items: readonly Item[];
  place: Pick<PagePlace, 'page' | 'pages'>;
  /** The address of a page of the same list. */
  to: (page: number) => string;
  /** Between what the list is and its lines. */
  above?: ReactNode;
  below?: ReactNode;
  children: (item: Item) => ReactNode;
}) {
  return (
    <SiteFrame>
      <title>{frame.pageTitle(title)}</title>
      <SocialMeta title={title} description={lead} canonical={canonical} kind="website" />
      <h1>{title}</h1>
      <p className="lead mt-3 mb-8">{lead}</p>
      {above}
      {items.length === 0 ? (
        <p role="status">{empty}</p>
      ) : (
        <ul className="public-sheets">
          {items.map((item) => (
            <li key={item.address} className="usecase">
              {children(item)}
            </li>
          ))}
        </ul>
      )}
      <Pages words={pageWords} page={place.page} pages={place.pages} to={to} />
      {below}
    </SiteFrame>
  );
}
