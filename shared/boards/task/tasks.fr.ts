import { plural } from '../../kernel/plural.fr.ts';

const number = new Intl.NumberFormat('fr');

/** Words of the lists of cards across boards: mine, and who does what in a group. */
export const tasks = {
  mine: 'Mes cartes',
  mineLead: 'Les cartes ouvertes qui portent votre nom, sur tous les tableaux de vos groupes.',
  emptyTitle: 'Aucune carte ne vous attend',
  emptyText: 'Quand quelqu’un mettra votre nom sur une carte, elle paraîtra ici, la plus pressée en premier.',
  toGroups: 'Aller à mes groupes',
  count: (count: number) => plural(count, 'carte', 'cartes'),
  where: (column: string, board: string) => (column ? `${column}, ${board}` : board),
  untitled: 'Sans titre',

  who: 'Qui fait quoi',
  whoLead:
    'Les cartes ouvertes de tous les tableaux du groupe. Une carte de deux personnes compte pour chacune.',
  view: 'Répartition',
  byPerson: 'Par personne',
  byCity: 'Par ville',
  table: { people: 'Cartes ouvertes par personne', cities: 'Cartes ouvertes par ville' },
  person: 'Personne',
  city: 'Ville',
  total: 'Total',
  figure: (count: number) => number.format(count),
  nobody: 'Sans personne',
  noCity: 'Sans ville',
  all: (count: number) => `Voir les ${plural(count, 'carte', 'cartes')}`,
  everybody: 'Voir tout le monde',
  allCities: 'Voir toutes les villes',
  noneTitle: 'Aucune carte ouverte dans ce groupe',
  noneText: 'Ajoutez des cartes à un tableau et donnez-leur un nom : on verra ici qui fait quoi.',
  toBoards: 'Aller aux tableaux',
  nothing: 'Rien à faire pour le moment.',
} as const;
