import type { Db } from '#db/kernel/client.ts';
import { listMenuGroups } from '#db/people/group/menu-groups.ts';
import { canOnPlatform, type PlatformRole } from '#shared/kernel/access/access.ts';
import { isOpenToGuests } from '#shared/kernel/access/guest-pages.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { helpPaths } from '#shared/kernel/help/help-paths.ts';
import { menu as words } from '#shared/kernel/menu/menu.fr.ts';
import { MENU_GROUPS, type MenuPlace, type ReaderMenu } from '#shared/kernel/menu/menu.ts';
import { favourite } from '#shared/news/favourite/favourite.fr.ts';
import { favouritePaths } from '#shared/news/favourite/favourite-paths.ts';
import { paths } from '#shared/paths.ts';
import { bulletinPaths } from '#shared/programme/bulletin/bulletin-paths.ts';
import { eventPaths } from '#shared/programme/event/event-paths.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { adoptionPaths } from '#shared/publication/adoption/adoption-paths.ts';
import { dossierPaths } from '#shared/publication/dossier/dossier-paths.ts';
import { newsletterPaths } from '#shared/publication/newsletter/newsletter-paths.ts';
import { sheetPaths } from '#shared/publication/sheet/sheet-paths.ts';
import { spaceName } from '#shared/publication/space/space.fr.ts';
import { supportPaths } from '#shared/publication/support/support-paths.ts';
import { isFacilitator } from '#shared/publication/support/territory.ts';
import { synthesisPaths } from '#shared/publication/synthesis/synthesis-paths.ts';
import type { Member } from './context.ts';

/** [H32] The menu of whoever asks. Made here, so that no page brings the addresses of the programme along in its scripts. */
export async function menuOf(db: Db, member: Member, now: Date): Promise<ReaderMenu> {
  if (member.isGuest) return GUEST_MENU;
  const { id: userId, platformRole } = member;
  const { groups, total } = await listMenuGroups(db, { userId, platformRole, now });
  const own = ownOf(member);
  const isNot = ({ href }: MenuPlace) => !own?.items.some((item) => item.href === href);
  return {
    home: {
      ...{ href: paths.home(), label: frame.home, icon: 'house' },
      under: [
        paths.toDo(),
        paths.myCards(),
        bulletinPaths.bulletins(),
        eventPaths.events(),
        newsletterPaths.newsletters(),
      ],
    },
    groups: groups.map(({ id, name, theme }) => ({
      id,
      href: paths.group({ id, title: name }),
      label: name,
      icon: THEME_ICONS[theme],
      tone: `ti t-${theme}`,
    })),
    allGroups: {
      href: paths.groups(),
      label: words.allGroups(total > MENU_GROUPS ? total : 0),
      icon: 'users',
      under: ['/documents', '/tableaux', '/seances', '/decisions', '/relectures'],
    },
    own,
    programme: PROGRAMME.filter(isNot),
    end: [STEERING, ADMINISTRATION].filter(
      (place) => canOnPlatform(platformRole, place.right) && isNot(place),
    ),
    favourites: favouritePaths.favouritesFrom(),
    ...EVERYWHERE,
  };
}

const EVERYWHERE = {
  help: helpPaths.helpFrom(),
  words: {
    groups: words.groups,
    groupsShort: words.groupsShort,
    programme: words.programme,
    programmeShort: words.programmeShort,
    favourites: favourite.menu,
  },
};

const THEME_ICONS = { transition: 'sun', biodiversite: 'leaf', risques: 'waves' } as const;

const PROGRAMME: readonly MenuPlace[] = [
  {
    href: programmePaths.experiments(),
    label: words.experiments,
    icon: 'flask-conical',
    under: [programmePaths.localIssues(), programmePaths.missions()],
  },
  {
    href: sheetPaths.sheets(),
    label: words.sheets,
    icon: 'lightbulb',
    under: [dossierPaths.dossiers(), adoptionPaths.adoptions()],
  },
  { href: synthesisPaths.synthesis(), label: words.synthesis, icon: 'book-open' },
  { href: paths.datasets(), label: words.datasets, icon: 'database' },
  {
    href: programmePaths.applications(),
    label: words.calls,
    icon: 'megaphone',
    under: [programmePaths.assigned(), '/comite'],
  },
  { href: paths.cities(), label: words.cities, icon: 'map-pin', under: [programmePaths.facilitators()] },
  { href: paths.resources(), label: words.resources, icon: 'library' },
];

/** [EN6] Whom nobody has tied to an organisation yet is offered nothing that would not open. */
const GUEST_MENU: ReaderMenu = {
  home: { href: paths.home(), label: frame.home, icon: 'house' },
  groups: [],
  allGroups: null,
  own: null,
  programme: PROGRAMME.filter(({ href }) => isOpenToGuests(href)),
  end: [],
  favourites: null,
  ...EVERYWHERE,
};

const STEERING = {
  href: programmePaths.steering(),
  label: words.steering,
  icon: 'compass',
  right: 'steering.read',
} as const;
const ADMINISTRATION = {
  href: paths.administration(),
  label: frame.administration,
  icon: 'settings',
  right: 'people.read',
} as const;
const TO_MARK = { href: programmePaths.assigned(), label: words.toMark, icon: 'inbox' } as const;
const TERRITORY = { href: supportPaths.territory(), label: words.territory, icon: 'map' } as const;
const MISSIONS = { href: programmePaths.missions(), label: words.missions, icon: 'briefcase' } as const;

/**
 * The third place follows the role: whoever has one finds its pages there, and the space of their organisation after them; anybody else has that
 * space alone ([MV1]). « Ma ville » is said to a municipality or an agglomeration only.
 */
function ownOf({ platformRole, organisation }: Member): ReaderMenu['own'] {
  const space = organisation && {
    href: paths.ownSpace(),
    label: organisation.name,
    icon: { letters: organisation.shortName, colour: organisation.colour },
  };
  const ofRole = ROLES[platformRole];
  if (ofRole) return { ...ofRole, items: [...ofRole.items, ...(space ? [space] : [])] };
  if (!space) return null;
  if (isFacilitator(organisation))
    return {
      title: TERRITORY.label,
      short: words.territoryShort,
      icon: TERRITORY.icon,
      items: [TERRITORY, space],
    };
  const title = spaceName(organisation.kind);
  return { title, short: title, icon: 'landmark', items: [space] };
}

const ROLES: Readonly<Record<PlatformRole, ReaderMenu['own']>> = {
  coordinator: {
    title: words.coordination,
    short: STEERING.label,
    icon: STEERING.icon,
    items: [STEERING, TO_MARK],
  },
  reviewer: {
    title: words.review,
    short: STEERING.label,
    icon: STEERING.icon,
    items: [STEERING, TO_MARK, MISSIONS],
  },
  admin: {
    title: ADMINISTRATION.label,
    short: words.administrate,
    icon: ADMINISTRATION.icon,
    items: [ADMINISTRATION],
  },
  member: null,
};
