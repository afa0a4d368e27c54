import { frame } from '#shared/kernel/frame.fr.ts';
import { help } from '#shared/kernel/help/help.fr.ts';
import { helpPaths } from '#shared/kernel/help/help-paths.ts';
import { accessTokenPaths } from '#shared/operations/token/access-token-paths.ts';
import { paths } from '#shared/paths.ts';
import { obligations } from '#shared/publication/public-site/obligations.fr.ts';
import { siteMap as words } from '#shared/publication/public-site/site-map.fr.ts';
import { SITE_PAGES } from '#shared/publication/public-site/site-page.ts';
import { sitePaths } from '#shared/publication/public-site/site-paths.ts';
import { sheetPaths } from '#shared/publication/sheet/sheet-paths.ts';
import { reviewPaths } from '#shared/reviews/review-paths.ts';
import { servicesContext } from '../../../context.ts';
import { listGuides } from '../../../kernel/help/guides.server.ts';
import { staticPage } from '../../../kernel/static-page.ts';
import { SiteFrame } from '../site-frame.tsx';
import { listPublished } from '../site-map.server.ts';
import { SiteMap } from '../site-map.tsx';
import type { Route } from './+types/site-map';

export const handle = staticPage;

/** [H12] The map of the site, for anybody. */
export async function loader({ context }: Route.LoaderArgs) {
  const published = await listPublished(context.get(servicesContext).db);
  return {
    parts: [
      {
        id: 'public',
        title: words.site,
        entries: [...published, { label: words.feed, href: sheetPaths.feed() }],
      },
      {
        id: 'aide',
        title: words.guides,
        entries: [
          {
            label: help.all,
            href: helpPaths.help(),
            under: listGuides().map(({ name, title }) => ({ label: title, href: helpPaths.guide(name) })),
          },
          { label: obligations.foot.developers, href: accessTokenPaths.developers() },
        ],
      },
      {
        id: 'espace',
        title: words.workspace,
        entries: [
          { label: words.enter, href: paths.home() },
          { label: words.verification, href: reviewPaths.verification('') },
        ],
      },
      {
        id: 'site',
        title: words.law,
        entries: SITE_PAGES.map((page) => ({
          label: obligations.pages[page].title,
          href: sitePaths.page(page),
        })),
      },
    ],
  };
}

/** Asked for each time: a withdrawal is at once. */
export function headers() {
  return { 'Cache-Control': 'no-cache' };
}

export default function SiteMapPage({ loaderData: { parts } }: Route.ComponentProps) {
  return (
    <SiteFrame>
      <title>{frame.pageTitle(words.title)}</title>
      <h1>{words.title}</h1>
      <p className="lead mt-3">{words.lead}</p>
      <SiteMap parts={parts} />
    </SiteFrame>
  );
}
