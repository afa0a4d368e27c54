import type { ReactNode } from 'react';
import { frame } from '#shared/kernel/frame.fr.ts';
import { SiteFrame } from './site-frame.tsx';
import { SocialMeta } from './social-meta.tsx';

/** A page of the site that lists published texts, a plate each; `empty` says that there is none yet. */
export function ListPage<Item extends { readonly address: string }>({
  title,
  lead,
  canonical,
  empty,
  items,
  children,
}: {
  title: string;
  lead: string;
  canonical: string;
  empty: string;
  items: readonly Item[];
  children: (item: Item) => ReactNode;
}) {
  return (
    <SiteFrame>
      <title>{`${title} · ${frame.product}`}</title>
      <SocialMeta title={title} description={lead} canonical={canonical} kind="website" />
      <h1>{title}</h1>
      <p className="lead mt-3">{lead}</p>
      {items.length === 0 ? (
        <p className="mt-8">{empty}</p>
      ) : (
        <ul className="public-sheets mt-8">
          {items.map((item) => (
            <li key={item.address} className="plate">
              {children(item)}
            </li>
          ))}
        </ul>
      )}
    </SiteFrame>
  );
}
