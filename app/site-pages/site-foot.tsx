import { accessTokenPaths } from '#shared/access-token/access-token-paths.ts';
import { helpPaths } from '#shared/help/help-paths.ts';
import { obligations as words } from '#shared/messages/fr/obligations.ts';
import { paths } from '#shared/paths.ts';
import { sitePaths } from '#shared/site/site-paths.ts';

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
