import type { ReactNode } from 'react';
import { frame } from '#shared/kernel/frame.fr.ts';
import { obligations } from '#shared/publication/public-site/obligations.fr.ts';
import { SiteFrame } from './site-frame.tsx';
import { type SiteBlock, SiteText } from './site-text.tsx';

/** [SP1] A public page that the law asks for, outside the workspace. No script follows. */
export function SitePage({
  title,
  lead,
  blocks,
  updated,
  children,
}: {
  title: string;
  lead: string;
  blocks: readonly SiteBlock[];
  /** The day on which it was written, in words; null while it is the one that the product brings. */
  updated: string | null;
  /** What the site says beside the text. */
  children?: ReactNode;
}) {
  return (
    <SiteFrame>
      <title>{`${title} · ${frame.product}`}</title>
      <h1>{title}</h1>
      <p className="lead mt-3 mb-8">{lead}</p>
      <SiteText blocks={blocks} />
      {children}
      {updated && <p className="muted mt-8">{obligations.updated(updated)}</p>}
    </SiteFrame>
  );
}
