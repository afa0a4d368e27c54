import { Fragment, type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { Link, useLocation } from 'react-router';
import { Avatar } from './avatar.tsx';
import { Logo } from './logo.tsx';
import icons from './menu-icons.svg?no-inline';

/** A place of the menu. */
export interface NavigationItem {
  readonly href: string;
  readonly label: string;
  /** Its name in `menu-icons.svg`; an organisation is shown by its letters instead. */
  readonly icon: string | { readonly letters: string; readonly colour: number };
  /** Class of its colour, for a theme. */
  readonly tone?: string;
  readonly isCurrent: boolean;
  /** How much waits there, and the word for it; 0 says nothing. */
  readonly count?: number;
  readonly countWord?: (count: number) => string;
  /** For what stands in the top bar of larger screens. */
  readonly isOnlySmall?: boolean;
  readonly isQuiet?: boolean;
}

export interface MenuSection {
  readonly key: string;
  readonly title: string | null;
  readonly items: readonly NavigationItem[];
  /** On two columns where the screen is small. */
  readonly isWide?: boolean;
}

/** One place of the rail, or several in a panel beside it. */
export interface RailEntry extends NavigationItem {
  readonly items?: readonly NavigationItem[];
}

export interface MenuWords {
  readonly mainNavigation: string;
  readonly homeLink: string;
  readonly product: string;
  readonly menu: string;
  readonly closeMenu: string;
  readonly foldMenu: string;
  readonly unfoldMenu: string;
}

interface MenuProps {
  readonly words: MenuWords;
  readonly sections: readonly MenuSection[];
  /** At its end: help, what few may open. */
  readonly end: readonly NavigationItem[];
  /** What a tool page shows of it, or a reader who has folded it; null shows all. */
  readonly rail: readonly RailEntry[] | null;
  /** Whether the reader has folded it, and how they change that; null where the page itself wants its place. */
  readonly fold: { readonly isFolded: boolean; readonly change: (isFolded: boolean) => void } | null;
  /** Bottom of the menu. */
  readonly foot: ReactNode;
  /** Where it lies over the page. */
  readonly over: MenuOver;
}

/** All of the menu over the page. */
export interface MenuOver {
  readonly isOpen: boolean;
  readonly close: () => void;
}

/**
 * Whether the menu lies over the page: it has the focus then, and gives it back; whatever it leads to closes it. The links that open and
 * close it are plain fragments, which do so where there is no script yet; from then on they are taken here.
 */
export function useMenuOver(): MenuOver {
  const { key } = useLocation();
  const opener = useRef<HTMLElement | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const close = useCallback(() => setIsOpen(false), []);
  useEffect(() => {
    // What opened it may be hidden by it until then.
    if (isOpen) return;
    opener.current?.focus();
    opener.current = null;
  }, [isOpen]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each page, whose heading takes the focus.
  useEffect(() => {
    opener.current = null;
    setIsOpen(false);
  }, [key]);
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element && event.target.closest<HTMLElement>(OPENS_OR_CLOSES);
      if (!link) return;
      event.preventDefault();
      if (opener.current) return setIsOpen(false);
      opener.current = link;
      setIsOpen(true);
    };
    document.addEventListener('click', onClick);
    return () => document.removeEventListener('click', onClick);
  }, []);
  return { isOpen, close };
}

const OPENS_OR_CLOSES = 'a[href="#menu"], .nav.open .menu-close';

/**
 * The navigation: one rope from top to bottom, the current place is its knot. Where it is folded to a rail with words, and on small
 * screens, all of it lies over the page as the target of a plain link, without any script.
 */
export function Menu({ words, sections, end, rail, fold, foot, over }: MenuProps) {
  return (
    <nav
      className={over.isOpen ? 'nav open' : 'nav'}
      id="menu"
      aria-label={words.mainNavigation}
      onKeyDown={({ key, target }) => {
        if (key === 'Escape' && !closePanel(target)) over.close();
      }}
    >
      <Link className="brand" to="/" aria-label={words.homeLink}>
        <Logo />
        <span>{words.product}</span>
      </Link>
      <a
        className="menu-close btn quiet sm icon-only"
        href="#contenu"
        title={words.closeMenu}
        ref={over.isOpen ? takeFocus : undefined}
      >
        <MenuIcon name="close" />
        <span className="vh">{words.closeMenu}</span>
      </a>
      {rail && <Rail entries={rail} menu={words.menu} />}
      <div className="menu-full">
        {sections.map(({ key, title, items, isWide }) => (
          <Fragment key={key}>
            {title && <h2 className="nav-h">{title}</h2>}
            <NavigationList items={items} className={isWide ? 'wide' : undefined} />
          </Fragment>
        ))}
        <NavigationList items={end} className="nav-end">
          {fold && (
            <li className="not-s quiet">
              <button
                type="button"
                onClick={() => {
                  over.close();
                  fold.change(!fold.isFolded);
                }}
              >
                <MenuIcon name="panel-left" />
                <span>{fold.isFolded ? words.unfoldMenu : words.foldMenu}</span>
              </button>
            </li>
          )}
        </NavigationList>
      </div>
      <div className="foot">{foot}</div>
    </nav>
  );
}

const takeFocus = (element: HTMLElement | null) => element?.focus();

/** Closes the panel of the rail in which this stands, and gives the focus back to what opened it. */
function closePanel(within: EventTarget): boolean {
  const panel = within instanceof Element && within.closest('details[open]');
  if (!(panel instanceof HTMLDetailsElement)) return false;
  panel.open = false;
  panel.querySelector('summary')?.focus();
  return true;
}

/** The short menu of tool pages: an icon over its word. */
function Rail({ entries, menu }: { readonly entries: readonly RailEntry[]; readonly menu: string }) {
  const { key } = useLocation();
  return (
    // A panel is closed again wherever it has led to.
    <ul className="menu-rail" key={key}>
      {entries.map(({ items, ...entry }) => (
        <li key={entry.href} className={items && items.length > 1 && entry.isCurrent ? 'on' : undefined}>
          {items && items.length > 1 ? <Panel entry={entry} items={items} /> : <Entry item={entry} isOver />}
        </li>
      ))}
      <li className="end">
        <a href="#menu">
          <MenuIcon name="panel-left" />
          <span>{menu}</span>
        </a>
      </li>
    </ul>
  );
}

function Panel({ entry, items }: { entry: NavigationItem; items: readonly NavigationItem[] }) {
  return (
    <details
      name="menu"
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) currentTarget.open = false;
      }}
    >
      <summary>
        <Mark icon={entry.icon} />
        <span>{entry.label}</span>
      </summary>
      <div className="fly">
        <NavigationList items={items} />
      </div>
    </details>
  );
}

function NavigationList({
  items,
  className,
  children,
}: {
  readonly items: readonly NavigationItem[];
  readonly className?: string | undefined;
  readonly children?: ReactNode;
}) {
  return (
    <ul className={className}>
      {items.map((item) => (
        <li
          key={item.href}
          className={
            [item.isOnlySmall && 'only-s', item.isQuiet && 'quiet'].filter(Boolean).join(' ') || undefined
          }
        >
          <Entry item={item} />
        </li>
      ))}
      {children}
    </ul>
  );
}

/** A link of the menu, or of the bar of shortcuts, where its count lies over the icon. */
export function Entry({
  item,
  isOver = false,
}: {
  readonly item: NavigationItem;
  readonly isOver?: boolean;
}) {
  const { href, label, icon, tone, isCurrent, count = 0, countWord } = item;
  return (
    <Link to={href} aria-current={isCurrent ? 'page' : undefined}>
      <Mark icon={icon} tone={tone} />
      <span>{label}</span>
      {count > 0 && (
        <b className={isOver ? 'count over-icon' : 'count'}>
          {' '}
          {count > 99 ? '99+' : count}
          {countWord && <span className="count-word"> {countWord(count)}</span>}
        </b>
      )}
    </Link>
  );
}

function Mark({ icon, tone }: { readonly icon: NavigationItem['icon']; readonly tone?: string | undefined }) {
  return typeof icon === 'string' ? (
    <MenuIcon name={icon} tone={tone} />
  ) : (
    <Avatar {...icon} label={null} isSquare isSmall />
  );
}

/** An icon of the file that every page shares, so that no page brings their drawings in its scripts. */
export function MenuIcon({ name, tone }: { readonly name: string; readonly tone?: string | undefined }) {
  return (
    <svg className={tone ? `icon ${tone}` : 'icon'} aria-hidden="true">
      <use href={`${icons}#${name}`} />
    </svg>
  );
}
