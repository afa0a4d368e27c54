import { isRouteErrorResponse } from 'react-router';
import { errorPage, frame } from '#shared/kernel/frame.fr.ts';
import { publicSite } from '#shared/publication/public-site/public-site.fr.ts';
import { sitePaths } from '#shared/publication/public-site/site-paths.ts';
import { sheetPaths } from '#shared/publication/sheet/sheet-paths.ts';
import { SiteFrame } from './site-frame.tsx';

const GONE = 410;

/** [PS3] [PS15] Where nothing is published, or no longer: `gone` says what was withdrawn; the list is one step away. */
export function AbsentPage({
  error,
  gone,
}: {
  error: unknown;
  gone?: { readonly title: string; readonly text: string };
}) {
  const isKnown = isRouteErrorResponse(error) && error.status < 500;
  const isGone = isRouteErrorResponse(error) && error.status === GONE;
  const said = (isGone && gone) || (isKnown ? publicSite.absent : errorPage.unexpected);
  return (
    <SiteFrame>
      <title>{`${said.title} · ${frame.product}`}</title>
      <h1>{said.title}</h1>
      <p className="lead mt-3">{said.text}</p>
      <p className="row mt-6">
        <a className="btn primary" href={sheetPaths.publicSheets()}>
          {publicSite.back}
        </a>
        <a className="btn" href={sitePaths.map()}>
          {publicSite.siteMap}
        </a>
      </p>
    </SiteFrame>
  );
}
