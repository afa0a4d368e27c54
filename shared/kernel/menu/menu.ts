/** A place of the menu, as the server names it for its reader. */
export interface MenuPlace {
  readonly href: string;
  readonly label: string;
  /** Its icon in the file of the menu, or the letters of an organisation. */
  readonly icon: string | { readonly letters: string; readonly colour: number };
  /** The class of its colour. */
  readonly tone?: string;
  /** Addresses of what belongs to it without being under its own. */
  readonly under?: readonly string[];
}

/** [H32] The menu of one reader. */
export interface ReaderMenu {
  readonly home: MenuPlace;
  /** Of the latest season, by name; all of them have a page. */
  readonly groups: readonly (MenuPlace & { readonly id: string })[];
  /** Null for whom nobody has tied to an organisation yet, who is of no group ([EN6]). */
  readonly allGroups: MenuPlace | null;
  /** The third place follows the role; null for somebody without an organisation and without a role. */
  readonly own: {
    readonly title: string;
    readonly short: string;
    readonly icon: string;
    readonly items: readonly MenuPlace[];
  } | null;
  readonly programme: readonly MenuPlace[];
  readonly end: readonly MenuPlace[];
  /** The path of the page that somebody reads follows. */
  readonly help: string;
  /** Likewise; null for whom nobody has tied to an organisation yet. */
  readonly favourites: string | null;
  readonly words: {
    readonly groups: string;
    readonly groupsShort: string;
    readonly programme: string;
    readonly programmeShort: string;
    readonly favourites: string;
  };
}

/** So many groups stand in the menu by name. */
export const MENU_GROUPS = 7;

/**
 * [H32] The one place of a menu that a page belongs to: the longest of those that it is under, or that its breadcrumb leads through, since a
 * document stands in a group; without one, a place that says the page belongs to it. Null for a page of no place.
 */
export function currentPlace(
  places: readonly MenuPlace[],
  { pathname, crumbs }: { readonly pathname: string; readonly crumbs: readonly string[] },
): MenuPlace | null {
  const addresses = [pathname, ...crumbs];
  const longest = (hrefsOf: (place: MenuPlace) => readonly string[]) =>
    places
      .flatMap((place) => hrefsOf(place).map((href) => ({ place, href })))
      .filter(({ href }) => addresses.some((address) => isUnder(address, href)))
      .reduce<{ place: MenuPlace; href: string } | null>(
        (best, each) => (best && best.href.length >= each.href.length ? best : each),
        null,
      )?.place;
  return longest(({ href }) => [href]) ?? longest(({ under = [] }) => under) ?? null;
}

const isUnder = (address: string, href: string) =>
  href === '/' ? address === '/' : address === href || address.startsWith(`${href}/`);
