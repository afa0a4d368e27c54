import { type ReactNode, useEffect, useRef } from 'react';
import { Link, useLocation } from 'react-router';
import { Avatar } from './avatar.tsx';
import { Logo } from './logo.tsx';
import {
  Entry,
  Menu,
  MenuIcon,
  type MenuSection,
  type MenuWords,
  type NavigationItem,
  type RailEntry,
  useMenuOver,
} from './menu.tsx';

export interface Crumb {
  readonly href: string;
  readonly label: string;
}
export interface FrameWords extends MenuWords {
  readonly skipToContent: string;
  readonly shortcuts: string;
  readonly breadcrumb: string;
}

interface FrameProps {
  readonly words: FrameWords;
  readonly sections: readonly MenuSection[];
  readonly end: readonly NavigationItem[];
  readonly rail: readonly RailEntry[];
  /** Whether the reader has folded the menu, and how they change that. */
  readonly fold: { readonly isFolded: boolean; readonly change: (isFolded: boolean) => void };
  /** The bottom bar of small screens; « Menu » is added to it. */
  readonly shortcuts: readonly NavigationItem[];
  readonly crumbs: readonly Crumb[];
  readonly account: { href: string; label: string; letters: string; colour: number };
  /** Bottom of the navigation, and of the menu on small screens. */
  readonly foot: ReactNode;
  /** Stands in the top bar between the breadcrumb and the account: save state, people present. */
  readonly status?: ReactNode;
  /** Stands before the account. */
  readonly bell?: ReactNode;
  /** The field of the top bar. */
  readonly search: ReactNode;
  /** Working pages (document, board) fold the navigation to a rail and take the whole width. */
  readonly isWorking: boolean;
  readonly children: ReactNode;
}

/** The frame around every page of the workspace. It knows no noun: it receives its words and links. */
export function Frame({
  words,
  sections,
  end,
  rail,
  fold,
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
  const over = useMenuOver();
  const isRail = isWorking || fold.isFolded;
  return (
    <>
      <a className="skip" href="#contenu">
        {words.skipToContent}
      </a>
      <div className={['app', isRail && 'rail', isWorking && 'working'].filter(Boolean).join(' ')}>
        <Menu
          words={words}
          sections={sections}
          end={end}
          rail={isRail ? rail : null}
          fold={isWorking ? null : fold}
          foot={foot}
          over={over}
        />
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
            {shortcuts.map((item) => (
              <li key={item.href}>
                <Entry item={item} isOver />
              </li>
            ))}
            <li>
              {/* A plain fragment: the menu opens by :target, without any script. */}
              <a href="#menu">
                <MenuIcon name="menu" />
                <span>{words.menu}</span>
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
