import { plural } from '../../kernel/plural.fr.ts';
import type { AccessStatus } from '../../library/dataset/dataset.ts';
import { isTerritory, type OrganisationKind } from '../../people/organisation/organisation.ts';
import type { Sight } from './sight.ts';

const yours = (kind: OrganisationKind) => (isTerritory(kind) ? 'votre ville' : 'votre organisation');

/** [H32] What the space of an organisation is called: « Ma ville » is said only to a commune or an agglomeration. */
export function spaceName(kind: OrganisationKind): string {
  return isTerritory(kind) ? space.names.city : space.names.organisation;
}

/** Words of the space of an organisation: « Ma ville », or « Mon organisation ». */
export const space = {
  names: { city: 'Ma ville', organisation: 'Mon organisation' },
  lead: (kind: OrganisationKind) =>
    `Un document naît ici comme un brouillon, visible de vous seulement. Tableaux et données sont visibles de ${yours(kind)}, et d’elle seule.`,
  invite: 'Inviter',
  newDocument: 'Nouveau document',
  aside: 'L’organisation',
  documents: {
    title: 'Documents et brouillons',
    all: (count: number) => (count === 1 ? 'Le document' : `Les ${count} documents`),
    caption: 'Documents, du plus récent au plus ancien, et qui les voit',
    columns: ['Document', 'Visible par', 'Modifié', 'Ouvrir'] as const,
    empty:
      'Aucun document pour l’instant. Le premier ne sera visible que de vous, jusqu’à ce que vous l’ouvriez.',
    draft: 'Brouillon',
    by: (name: string) => `Écrit par ${name}`,
    open: (kind: OrganisationKind) => `Ouvrir à ${yours(kind)}`,
    openOf: (title: string, kind: OrganisationKind) => `Ouvrir à ${yours(kind)} : « ${title} »`,
    opened: (title: string, kind: OrganisationKind) => `« ${title} » est visible de ${yours(kind)}.`,
    closed: (title: string) => `« ${title} » n’est plus visible que de vous.`,
    undo: 'Annuler',
  },
  sights: (sight: Sight, kind: OrganisationKind): string => {
    if (sight.kind === 'group') return sight.name;
    const said = {
      self: 'Vous seulement',
      chosen: 'Personnes choisies',
      organisation: isTerritory(kind) ? 'Votre ville' : 'Votre organisation',
      programme: 'Le programme',
      public: 'Public',
    };
    return said[sight.kind];
  },
  boards: {
    title: 'Tableaux',
    new: 'Nouveau tableau',
    empty: 'Aucun tableau. Un tableau range ce qu’il y a à faire, par étapes.',
    all: 'Tous les tableaux',
    parts: (done: number, open: number) => `${plural(done, 'faite', 'faites')}, ${open} à faire`,
    done: (done: number, total: number) => `${plural(done, 'faite', 'faites')} sur ${total}`,
    none: 'Aucune carte',
    late: (count: number) => `${count} en retard`,
    next: (day: string) => `prochaine le ${day}`,
  },
  experiments: {
    title: (count: number) => (count > 1 ? 'Expérimentations' : 'Expérimentation'),
    with: 'avec',
    empty: 'Votre ville ne mène pas d’expérimentation. Un appel à projets en ouvre une.',
    calls: 'Voir les appels',
  },
  adoptions: {
    title: 'Cas d’usage que nous reproduisons',
    check: 'Vérifier un autre cas',
    first: 'Choisir un cas d’usage',
    empty:
      'Aucun pour l’instant. Choisissez un cas d’usage et vérifiez si votre ville peut le reproduire : son tableau naîtra ici.',
    of: (cities: string) => `De ${cities}.`,
    ready: (ready: number, total: number) =>
      `${plural(ready, 'donnée prête', 'données prêtes')} sur ${total}`,
    board: 'Voir le tableau',
    boardOf: (title: string) => `Voir le tableau de « ${title} »`,
    again: 'Revoir la vérification',
    againOf: (title: string) => `Revoir la vérification de « ${title} »`,
  },
  people: {
    title: 'Personnes',
    you: 'vous',
    all: (count: number) => `Les ${count}`,
    organisation: 'Gérer les comptes',
  },
  data: {
    title: 'Nos données',
    published: (open: number, total: number) =>
      [`${open} sur ${total}`, open > 1 ? 'publiées' : 'publiée'] as const,
    empty: 'Aucune donnée décrite. Une fiche dit ce que contient un jeu de données et qui le tient.',
    new: 'Décrire une donnée',
    clean: 'sans erreur',
    errors: (count: number) => plural(count, 'erreur', 'erreurs'),
    states: {
      open: 'ouverte',
      candidate: 'à publier',
      closed_unjustified: 'fermée',
      closed_justified: 'fermée, avec raison',
      other: 'autre cas',
    } satisfies Record<AccessStatus, string>,
    all: 'Toutes les données',
  },
  applications: {
    title: 'Candidatures',
    empty: 'Aucune candidature à vous pour l’instant.',
    all: 'Voir les candidatures',
  },
} as const;
