import { frame } from '#shared/kernel/frame.fr.ts';
import { publicSite } from '#shared/publication/public-site/public-site.fr.ts';
import { siteMap as words } from '#shared/publication/public-site/site-map.fr.ts';
import { sitePaths } from '#shared/publication/public-site/site-paths.ts';
import { sheetPaths } from '#shared/publication/sheet/sheet-paths.ts';
import { servicesContext } from '../../../context.ts';
import { staticPage } from '../../../kernel/static-page.ts';
import { SiteFrame } from '../site-frame.tsx';
import { listSite } from '../site-map.server.ts';
import { SiteMap } from '../site-map.tsx';
import { SocialMeta } from '../social-meta.tsx';
import type { Route } from './+types/site-map';

export const handle = staticPage;

/** [H12] [PS13] The map of the site, for anybody. */
export async function loader({ context }: Route.LoaderArgs) {
  const { db, now, origin } = context.get(servicesContext);
  return { parts: await listSite(db, now()), canonical: origin + sitePaths.map() };
}

/** Asked for each time: a withdrawal is at once. */
export function headers() {
  return { 'Cache-Control': 'no-cache' };
}

export default function SiteMapPage({ loaderData: { parts, canonical } }: Route.ComponentProps) {
  return (
    <SiteFrame>
      <title>{frame.pageTitle(words.title)}</title>
      <SocialMeta title={words.title} description={words.lead} canonical={canonical} kind="website" />
      <h1>{words.title}</h1>
      <p className="lead mt-3">{words.lead}</p>
      <SiteMap parts={parts} />
      <p className="mt-8">
        <a href={sheetPaths.feed()}>{publicSite.feed}</a> · <a href={sheetPaths.sitemap()}>{words.file}</a>
      </p>
    </SiteFrame>
  );
}
