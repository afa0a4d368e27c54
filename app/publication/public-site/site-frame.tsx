import type { ReactNode } from 'react';
import { useLocation } from 'react-router';
import { frame } from '#shared/kernel/frame.fr.ts';
import { paths } from '#shared/paths.ts';
import { publicSite as words } from '#shared/publication/public-site/public-site.fr.ts';
import {
  OWN_SPACE,
  placesFor,
  SITE_DOORS,
  SITE_FOOT,
  type SiteLink,
} from '#shared/publication/public-site/site-navigation.ts';
import { useIsMember } from '../../ui/is-member.ts';
import { Logo } from '../../ui/logo.tsx';

/**
 * [PS9] The header and the foot of every page that opens without an account. Plain links and a menu that opens by itself: no script
 * follows. `of` names the page to its style; without `isWide` the page has the width of the site.
 */
export function SiteFrame({
  of = 'public-document',
  isWide = false,
  note,
  children,
}: {
  of?: string;
  isWide?: boolean;
  /** What is owed to others for this page, at its foot. */
  note?: string;
  children: ReactNode;
}) {
  return (
    <>
      <a className="skip" href="#contenu">
        {frame.skipToContent}
      </a>
      <SiteHeader />
      <main className={isWide ? of : `site ${of}`} id="contenu">
        {children}
      </main>
      <SiteFoot note={note} />
    </>
  );
}

/** Whoever is signed in already goes back to their space. */
function useDoors(): readonly SiteLink[] {
  return useIsMember() ? [OWN_SPACE] : SITE_DOORS;
}

function SiteHeader() {
  const { pathname } = useLocation();
  const doors = useDoors();
  const enter = doors.at(-1);
  const others = doors.slice(0, -1);
  const places = placesFor(pathname).map(({ label, href, current }) => (
    <li key={href}>
      <a href={href} aria-current={current}>
        {label}
      </a>
    </li>
  ));
  return (
    <header className="pub-top">
      <div className="pub-in">
        <a className="brand" href={paths.home()} aria-label={words.homeLink}>
          <Logo />
          <span>{frame.product}</span>
        </a>
        <nav className="pub-nav not-s" aria-label={words.navigation}>
          <ul>{places}</ul>
        </nav>
        <p className="pub-acts">
          {others.map(({ label, href }) => (
            <a key={href} className="btn quiet not-s" href={href}>
              {label}
            </a>
          ))}
          {enter && (
            <a className="btn" href={enter.href}>
              {enter.label}
            </a>
          )}
        </p>
        <details className="pub-menu only-s">
          <summary className="btn quiet">{words.menu}</summary>
          <nav aria-label={words.navigation}>
            <ul>
              {places}
              {others.map(({ label, href }) => (
                <li key={href}>
                  <a href={href}>{label}</a>
                </li>
              ))}
            </ul>
          </nav>
        </details>
      </div>
    </header>
  );
}

function SiteFoot({ note }: { note: string | undefined }) {
  return (
    <footer className="pub-foot">
      <div className="pub-in">
        <div className="pub-cols">
          <p className="brand" aria-hidden="true">
            <Logo />
            <span>{frame.product}</span>
          </p>
          {SITE_FOOT.map(({ title, links }, column) => (
            <nav key={title} aria-labelledby={`pied-${column + 1}`}>
              <h2 id={`pied-${column + 1}`}>{title}</h2>
              <ul>
                {links.map(({ label, href }) => (
                  <li key={href}>
                    <a href={href}>{label}</a>
                  </li>
                ))}
              </ul>
            </nav>
          ))}
        </div>
        <p className="small muted">
          {words.publishedUnder}{' '}
          <a href={words.licenceAddress} rel="license">
            {words.licence}
          </a>
          .{note && ` ${note}`}
        </p>
      </div>
    </footer>
  );
}
