import type { BoardLayout, Grouping, SortField } from '#shared/board/layout-address.ts';
import type { Urgency } from '#shared/board/urgency.ts';
import { plural } from './plural.ts';

/** Words of the ways to look at a board beside its columns. */
export const boardLayouts = {
  switcher: 'Vues du tableau',
  layouts: {
    board: 'Tableau',
    table: 'Liste',
  } satisfies Record<BoardLayout, string>,
  opening: 'La vue s’ouvre…',
  emptyTitle: 'Aucune carte pour le moment',
  emptyText: 'Ajoutez une première carte : elle paraîtra ici, et dans la première colonne du tableau.',
  emptyReadOnly: 'Les cartes que le groupe ajoutera à ce tableau paraîtront ici.',
  noMatch: 'Aucune carte ne correspond au filtre.',

  table: {
    name: (title: string) => `Cartes du tableau « ${title} »`,
    fields: {
      title: 'Titre',
      column: 'Colonne',
      city: 'Organisation',
      people: 'Personnes',
      due: 'Échéance',
      labels: 'Étiquettes',
      steps: 'Étapes',
    } satisfies Record<SortField, string>,
    groupBy: 'Grouper par',
    noGrouping: 'Sans groupes',
    groupings: {
      column: 'Colonne',
      city: 'Organisation',
      people: 'Personne',
      due: 'Échéance',
      labels: 'Étiquette',
    } satisfies Record<Grouping, string>,
    /** The group of cards that have nothing there. */
    without: {
      column: 'Sans colonne',
      city: 'Sans organisation',
      people: 'Sans personne',
      due: 'Sans échéance',
      labels: 'Sans étiquette',
    } satisfies Record<Grouping, string>,
    done: 'Terminées',
    shownFields: 'Colonnes de la liste',
    choose: 'Colonnes',
    count: (count: number) => plural(count, 'carte', 'cartes'),
    help: 'Flèches : passer d’une case à l’autre. Entrée : ouvrir la carte ou modifier la case. F2 : renommer la carte. Échap : revenir à la case.',
    helpReadOnly: 'Flèches : passer d’une case à l’autre. Entrée : ouvrir la carte.',
    rename: (card: string) => `Renommer la carte « ${card} »`,
    sortBy: (field: string) => `Trier par : ${field.toLowerCase()}`,
    sorted: (field: string, isDescending: boolean) =>
      `liste triée par ${field.toLowerCase()}, ordre ${isDescending ? 'décroissant' : 'croissant'}`,
    unsorted: 'liste dans l’ordre du tableau',
    chosen: 'choisi',
    none: 'Rien',
    edit: {
      column: (card: string) => `Colonne de la carte « ${card} »`,
      city: (card: string) => `Organisations de la carte « ${card} »`,
      people: (card: string) => `Personnes de la carte « ${card} »`,
      due: (card: string) => `Échéance de la carte « ${card} »`,
      labels: (card: string) => `Étiquettes de la carte « ${card} »`,
    },
  },

  urgencies: {
    late: 'En retard',
    week: 'Cette semaine',
    later: 'Plus tard',
    none: 'Sans date',
  } satisfies Record<Urgency, string>,
} as const;
