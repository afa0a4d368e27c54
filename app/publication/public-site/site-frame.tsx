import type { ReactNode } from 'react';
import { frame } from '#shared/kernel/frame.fr.ts';
import { helpPaths } from '#shared/kernel/help/help-paths.ts';
import { accessTokenPaths } from '#shared/operations/token/access-token-paths.ts';
import { paths } from '#shared/paths.ts';
import { dossierPaths } from '#shared/publication/dossier/dossier-paths.ts';
import { interviewPaths } from '#shared/publication/interview/interview-paths.ts';
import { openDataPaths } from '#shared/publication/open-data/open-data-paths.ts';
import { publicSite as words } from '#shared/publication/public-site/public-site.fr.ts';
import { sitePaths } from '#shared/publication/public-site/site-paths.ts';
import { sheetPaths } from '#shared/publication/sheet/sheet-paths.ts';
import { synthesisPaths } from '#shared/publication/synthesis/synthesis-paths.ts';
import { Logo } from '../../ui/logo.tsx';

/** Top and foot of every page of the public site. Plain links: no script follows. */
export function SiteFrame({ children }: { children: ReactNode }) {
  return (
    <>
      <a className="skip" href="#contenu">
        {frame.skipToContent}
      </a>
      <header className="site-top">
        <a className="brand" href={sheetPaths.publicSheets()} aria-label={words.homeLink}>
          <Logo />
          <span>{frame.product}</span>
        </a>
        <nav aria-label={words.navigation} className="row">
          <a href={sheetPaths.publicSheets()}>{words.list}</a>
          <a href={dossierPaths.publicDossiers()}>{words.dossiers}</a>
          <a href={interviewPaths.publicInterviews()}>{words.interviews}</a>
          <a href={openDataPaths.map()}>{words.map}</a>
          <a href={openDataPaths.openData()}>{words.openData}</a>
          <a href={paths.home()}>{words.signIn}</a>
        </nav>
      </header>
      <main className="site public-document" id="contenu">
        {children}
      </main>
      <footer className="site small muted public-foot">
        <ul className="row">
          <li>
            <a href={sheetPaths.publicSheets()}>{words.list}</a>
          </li>
          <li>
            <a href={dossierPaths.publicDossiers()}>{words.dossiers}</a>
          </li>
          <li>
            <a href={openDataPaths.map()}>{words.map}</a>
          </li>
          <li>
            <a href={openDataPaths.openData()}>{words.openData}</a>
          </li>
          <li>
            <a href={synthesisPaths.publicSynthesis()}>{words.synthesis}</a>
          </li>
          <li>
            <a href={sheetPaths.feed()}>{words.feed}</a>
          </li>
          <li>
            <a href={words.licenceAddress} rel="license">
              {words.licence}
            </a>
          </li>
          <li>
            <a href={helpPaths.help()}>{frame.help}</a>
          </li>
          <li>
            <a href={accessTokenPaths.developers()}>{words.developers}</a>
          </li>
          <li>
            <a href={sitePaths.map()}>{words.siteMap}</a>
          </li>
          <li>
            <a href={paths.accessibility()}>{words.accessibility}</a>
          </li>
          <li>
            <a href={paths.legal()}>{words.legal}</a>
          </li>
          <li>
            <a href={sitePaths.page('donnees-personnelles')}>{words.privacy}</a>
          </li>
        </ul>
      </footer>
    </>
  );
}
