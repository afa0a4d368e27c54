import { plural } from '../../kernel/plural.fr.ts';

/** Words of the bar that finds and replaces. */
export const editorFind = {
  title: 'Rechercher et remplacer',
  term: 'Rechercher',
  replacement: 'Remplacer par',
  none: 'Aucun résultat',
  count: (at: number, count: number) => `${at} sur ${count}`,
  previous: 'Résultat précédent',
  next: 'Résultat suivant',
  close: 'Fermer la recherche',
  replace: 'Remplacer',
  replaceAll: 'Tout remplacer',
  replaced: (count: number) => `${plural(count, 'remplacement', 'remplacements')}.`,
  case: 'Majuscules',
  accents: 'Accents',
  options: 'Tenir compte des',
} as const;
