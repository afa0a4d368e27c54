import { helpPaths } from '#shared/kernel/help/help-paths.ts';
import { accessTokenPaths } from '#shared/operations/token/access-token-paths.ts';
import { paths } from '#shared/paths.ts';
import { obligations as words } from '#shared/publication/public-site/obligations.fr.ts';
import { sitePaths } from '#shared/publication/public-site/site-paths.ts';

/** The foot of every page outside the workspace that has not the public site’s own. */
export function SiteFoot() {
  return (
    <footer className="site small muted public-foot">
      <ul className="row">
        <li>
          <a href={helpPaths.help()}>{words.foot.help}</a>
        </li>
        <li>
          <a href={accessTokenPaths.developers()}>{words.foot.developers}</a>
        </li>
        <li>
          <a href={sitePaths.map()}>{words.foot.map}</a>
        </li>
        <li>
          <a href={paths.accessibility()}>{words.foot.accessibility}</a>
        </li>
        <li>
          <a href={paths.legal()}>{words.foot.legal}</a>
        </li>
        <li>
          <a href={sitePaths.page('donnees-personnelles')}>{words.foot.privacy}</a>
        </li>
      </ul>
    </footer>
  );
}
