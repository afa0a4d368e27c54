import type { LucideIcon } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { Link, useLocation } from 'react-router';
import { Avatar } from './avatar.tsx';
import { Logo } from './logo.tsx';

export interface NavigationItem {
  readonly href: string;
  readonly label: string;
  readonly icon: LucideIcon;
  readonly isCurrent: boolean;
  /** How much waits there; 0 says nothing. */
  readonly count?: number;
  /** For what stands in the top bar of larger screens. */
  readonly isOnlySmall?: boolean;
}
export interface Crumb {
  readonly href: string;
  readonly label: string;
}
export interface FrameWords {
  readonly skipToContent: string;
  readonly mainNavigation: string;
  readonly shortcuts: string;
  readonly breadcrumb: string;
  readonly homeLink: string;
  readonly product: string;
  readonly menu: string;
}

interface FrameProps {
  readonly words: FrameWords;
  readonly main: readonly NavigationItem[];
  readonly secondary: readonly NavigationItem[];
  /** The bottom bar of small screens; « Menu » is added to it. */
  readonly shortcuts: readonly NavigationItem[];
  readonly crumbs: readonly Crumb[];
  readonly account: { href: string; label: string; letters: string; colour: number };
  /** Bottom of the navigation, and of the menu on small screens. */
  readonly foot: ReactNode;
  /** Stands in the top bar between the breadcrumb and the account: save state, people present. */
  readonly status?: ReactNode;
  /** Stands before the account, on every width. */
  readonly bell?: ReactNode;
  /** The field of the top bar. */
  readonly search: ReactNode;
  /** Working pages (document, board) fold the navigation to a rail of icons and take the whole width. */
  readonly isWorking: boolean;
  readonly children: ReactNode;
}

/** The frame around every page of the workspace. It knows no noun: it receives its words and links. */
export function Frame({
  words,
  main,
  secondary,
  shortcuts,
  crumbs,
  account,
  foot,
  status,
  bell,
  search,
  isWorking,
  children,
}: FrameProps) {
  const { pathname } = useLocation();
  useHeadingFocus(crumbs.at(-1)?.href ?? pathname);
  return (
    <>
      <a className="skip" href="#contenu">
        {words.skipToContent}
      </a>
      <div className={isWorking ? 'app rail' : 'app'}>
        <nav className="nav" id="menu" aria-label={words.mainNavigation}>
          <Link className="brand" to="/" aria-label={words.homeLink}>
            <Logo />
            <span>{words.product}</span>
          </Link>
          <NavigationList items={main} />
          {secondary.length > 0 && <NavigationList items={secondary} />}
          <div className="foot">{foot}</div>
        </nav>
        <header className="top">
          <Link className="brand only-s" to="/" aria-label={words.homeLink}>
            <Logo />
          </Link>
          <nav className="crumbs" aria-label={words.breadcrumb}>
            <ol>
              {crumbs.map(({ href, label }, index) => (
                <li
                  key={href}
                  className={index === Math.max(0, crumbs.length - 2) ? crumbClass(index) : undefined}
                >
                  <Link to={href} aria-current={index === crumbs.length - 1 ? 'page' : undefined}>
                    {label}
                  </Link>
                </li>
              ))}
            </ol>
          </nav>
          {search}
          {status}
          {bell}
          <Link className="btn quiet sm icon-only not-s" to={account.href} title={account.label}>
            <Avatar letters={account.letters} colour={account.colour} label={null} />
            <span className="vh">{account.label}</span>
          </Link>
        </header>
        {children}
        <nav className="tabbar" aria-label={words.shortcuts}>
          <ul>
            {shortcuts.map(({ href, label, icon: Icon, isCurrent, count }) => (
              <li key={href}>
                <Link to={href} aria-current={isCurrent ? 'page' : undefined}>
                  <Icon className="icon" aria-hidden="true" />
                  {label}
                  <Count of={count} />
                </Link>
              </li>
            ))}
            <li>
              {/* A plain fragment: the menu opens by :target, without any script. */}
              <a href="#menu">
                <MenuIcon />
                {words.menu}
              </a>
            </li>
          </ul>
        </nav>
      </div>
    </>
  );
}

/** On small screens one step back is shown: the parent, or the page itself when it has none. */
function crumbClass(index: number) {
  return index === 0 ? 'here-s root' : 'here-s';
}

function NavigationList({ items }: { items: readonly NavigationItem[] }) {
  return (
    <ul>
      {items.map(({ href, label, icon: Icon, isCurrent, count, isOnlySmall }) => (
        <li key={href} className={isOnlySmall ? 'only-s' : undefined}>
          <Link to={href} title={label} aria-current={isCurrent ? 'page' : undefined}>
            <Icon className="icon" aria-hidden="true" />
            <span>{label}</span>
            <Count of={count} />
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Count({ of = 0 }: { of: number | undefined }) {
  return of > 0 && <b className="count"> {of > 99 ? '99+' : of}</b>;
}

function MenuIcon() {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d="M4 5h16M4 12h16M4 19h16" />
    </svg>
  );
}

/**
 * After a navigation on the client the focus goes to the page's heading, as a full load would announce it. The page is
 * the last crumb: a part of it that has an address of its own (an open card) is not another page.
 */
function useHeadingFocus(page: string) {
  const previous = useRef(page);
  useEffect(() => {
    if (previous.current === page) return;
    previous.current = page;
    // A form that was sent to another page, and refused there, has taken the focus to say why.
    if (document.activeElement?.matches('main [role="alert"]')) return;
    const heading = document.querySelector<HTMLElement>('main h1');
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }, [page]);
}
