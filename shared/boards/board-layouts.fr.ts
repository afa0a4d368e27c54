import type { BoardLayout, Grouping, Scale, SortField } from '#shared/boards/view/layout-address.ts';
import { plural } from '../kernel/plural.fr.ts';

/** Words of the ways to look at a board beside its columns. */
export const boardLayouts = {
  switcher: 'Vues du tableau',
  layouts: {
    board: 'Tableau',
    table: 'Liste',
    calendar: 'Calendrier',
    timeline: 'Frise',
  } satisfies Record<BoardLayout, string>,
  opening: 'La vue s’ouvre…',
  emptyTitle: 'Aucune carte pour le moment',
  emptyText: 'Ajoutez une première carte : elle paraîtra ici, et dans la première colonne du tableau.',
  emptyReadOnly: 'Les cartes que le groupe ajoutera à ce tableau paraîtront ici.',
  noMatch: 'Aucune carte ne correspond au filtre.',

  table: {
    name: (title: string) => `Cartes du tableau « ${title} »`,
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
    help: 'Flèches : passer d’une case à l’autre. Entrée : ouvrir la carte ou modifier la case. F2 : renommer la carte. Échap : revenir à la case.',
    helpReadOnly: 'Flèches : passer d’une case à l’autre. Entrée : ouvrir la carte.',
    rename: (card: string) => `Renommer la carte « ${card} »`,
    sortBy: (field: string) => `Trier par : ${field.toLowerCase()}`,
    sorted: (field: string, isDescending: boolean) =>
      `liste triée par ${field.toLowerCase()}, ordre ${isDescending ? 'décroissant' : 'croissant'}`,
    unsorted: 'liste dans l’ordre du tableau',
    chosen: 'choisi',
    none: 'Rien',
    edit: {
      column: (card: string) => `Colonne de la carte « ${card} »`,
      city: (card: string) => `Organisations de la carte « ${card} »`,
      people: (card: string) => `Personnes de la carte « ${card} »`,
      due: (card: string) => `Échéance de la carte « ${card} »`,
      labels: (card: string) => `Étiquettes de la carte « ${card} »`,
    },
  },

  period: {
    scale: 'Période affichée',
    scales: { week: 'Semaine', month: 'Mois', quarter: 'Trimestre' } satisfies Record<Scale, string>,
    previous: {
      week: 'Semaine précédente',
      month: 'Mois précédent',
      quarter: 'Trimestre précédent',
    } satisfies Record<Scale, string>,
    next: {
      week: 'Semaine suivante',
      month: 'Mois suivant',
      quarter: 'Trimestre suivant',
    } satisfies Record<Scale, string>,
    today: 'Aujourd’hui',
  },

  calendar: {
    name: (period: string, title: string) => `${period}, tableau « ${title} »`,
    moreOfDay: (count: number, day: string) => `${count} autres, ${day}`,
    more: (count: number) => `${count} autres…`,
    undated: 'Sans date',
    undatedHint: 'Glissez une carte sur un jour, ou choisissez « Changer l’échéance… » dans son menu.',
    noUndated: 'Toutes les cartes ont une échéance.',
    help: 'Sur une carte, Maj + ← → : un jour plus tôt ou plus tard ; Maj + ↑ ↓ : une semaine.',
    none: 'Aucune carte n’a d’échéance pour le moment.',
  },

  due: {
    change: 'Changer l’échéance…',
    changeOf: (card: string) => `Échéance de la carte « ${card} »`,
    earlier: 'Un jour plus tôt',
    later: 'Un jour plus tard',
    weekEarlier: 'Une semaine plus tôt',
    weekLater: 'Une semaine plus tard',
    remove: 'Retirer la date',
    save: 'Enregistrer',
    spoken: (card: string, day: string) => `carte « ${card} », échéance le ${day}`,
    spokenStart: (card: string, day: string) => `carte « ${card} », début le ${day}`,
    spokenNone: (card: string) => `carte « ${card} », sans date`,
  },

  timeline: {
    name: (period: string) => `Cartes, ${period.charAt(0).toLowerCase()}${period.slice(1)}`,
    before: (count: number) => `${plural(count, 'carte', 'cartes')} avant`,
    after: (count: number) => `${plural(count, 'carte', 'cartes')} après`,
    undatedHint: 'Choisissez « Changer l’échéance… » dans le menu d’une carte pour la placer sur la frise.',
    none: 'Aucune carte sur cette période.',
    noneDated: 'Aucune carte n’a de date : donnez une échéance à l’une d’elles, elle paraîtra ici.',
    shifted: (days: number) => `${plural(Math.abs(days), 'jour', 'jours')} plus ${days > 0 ? 'tard' : 'tôt'}`,
    help: 'La liste dit en mots ce que montrent les barres, qui se déplacent à la souris. Sur une carte, Maj + ← → : un jour plus tôt ou plus tard ; Maj + ↑ ↓ : une semaine.',
    helpReadOnly: 'La liste dit en mots ce que montrent les barres.',
  },
} as const;
