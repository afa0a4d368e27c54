import { frame } from '#shared/kernel/frame.fr.ts';
import { currentPlace, type MenuPlace, type ReaderMenu } from '#shared/kernel/menu/menu.ts';
import { paths } from '#shared/paths.ts';
import type { MenuSection, NavigationItem, RailEntry } from '../../ui/menu.tsx';

interface Shown {
  readonly pathname: string;
  readonly crumbs: readonly string[];
  readonly counts: {
    readonly groups: Readonly<Record<string, number>>;
    readonly toDo: number;
    readonly unread: number;
  };
}

/** What the frame shows of a menu on one page: in full, as a rail, and as the bar of small screens. */
export function shownMenu(menu: ReaderMenu, { pathname, crumbs, counts }: Shown) {
  const { own } = menu;
  const places = [
    menu.home,
    ...menu.groups,
    ...(menu.allGroups ? [menu.allGroups] : []),
    ...(own?.items ?? []),
    ...menu.programme,
    ...menu.end,
  ];
  const current = currentPlace(places, { pathname, crumbs });
  const item = (place: MenuPlace): NavigationItem => ({ ...place, isCurrent: place === current });
  const home = { ...item(menu.home), count: counts.toDo, countWord: frame.toDoCount };
  const groups = menu.groups.map((group) => ({
    ...item(group),
    count: counts.groups[group.id] ?? 0,
    countWord: frame.newsCount,
  }));
  const inGroups = menu.allGroups ? [...groups, { ...item(menu.allGroups), isQuiet: true }] : [];
  const ownItems = own?.items.map(item) ?? [];
  const programme = menu.programme.map(item);
  const end = menu.end.map(item);
  const help = { href: menu.help + pathname, label: frame.help, icon: 'help', isCurrent: false };
  const together = (label: string, icon: string, items: readonly NavigationItem[]): RailEntry => ({
    href: items[0]?.href ?? '/',
    label,
    icon,
    isCurrent: items.some(({ isCurrent }) => isCurrent),
    items,
  });
  const [ownFirst] = ownItems;
  const sections: MenuSection[] = [
    { key: 'home', title: null, items: [home] },
    ...(inGroups.length > 0 ? [{ key: 'groups', title: menu.words.groups, items: inGroups }] : []),
    ...(own ? [{ key: 'own', title: own.title, items: ownItems }] : []),
    { key: 'programme', title: menu.words.programme, items: programme, isWide: true },
  ];
  return {
    sections,
    end: [
      ...(menu.favourites
        ? [
            {
              href: menu.favourites + pathname,
              label: menu.words.favourites,
              icon: 'star',
              isCurrent: false,
            },
          ]
        : []),
      ...end,
      help,
      { href: paths.account(), label: frame.account, icon: 'user', isCurrent: false, isOnlySmall: true },
    ],
    rail: [
      home,
      ...(inGroups.length > 0 ? [together(menu.words.groupsShort, 'users', inGroups)] : []),
      ...(own ? [together(own.short, own.icon, ownItems)] : []),
      together(menu.words.programmeShort, 'layers', [...programme, ...end]),
      help,
    ],
    shortcuts: [
      home,
      ...(inGroups.length > 0
        ? [{ ...together(menu.words.groupsShort, 'users', inGroups), href: paths.groups() }]
        : []),
      ...(own && ownFirst ? [{ ...ownFirst, label: own.short, icon: own.icon }] : []),
      {
        href: paths.notifications(),
        label: frame.news,
        icon: 'bell',
        isCurrent: pathname === paths.notifications() || pathname === paths.news(),
        count: counts.unread,
        countWord: frame.newsCount,
      },
    ],
  };
}
