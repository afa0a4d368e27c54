import type { FavouriteError } from './favourite-errors.ts';
import { favouriteSection } from './favourite-section.fr.ts';

/** Words of favourites. */
export const favourite = {
  title: favouriteSection.title,
  menu: 'Favoris',
  lead: 'Ce que vous gardez à portée de main. Personne d’autre ne voit cette liste.',
  here: 'La page que vous lisiez',
  add: 'Ajouter à mes favoris',
  remove: 'Retirer',
  removeOf: (name: string) => `Retirer de mes favoris : ${name}`,
  removeHere: 'Retirer de mes favoris',
  added: (name: string) => `« ${name} » est dans vos favoris.`,
  removed: (name: string) => `« ${name} » n’est plus dans vos favoris.`,
  undo: 'Annuler',
  untitled: favouriteSection.untitled,
  list: 'Mes favoris, le dernier ajouté d’abord',
  emptyTitle: 'Aucun favori pour l’instant',
  empty:
    'Ouvrez un document, un tableau, une séance ou un groupe, puis choisissez « Favoris » dans le menu : vous pourrez l’ajouter ici.',
  search: 'Chercher quelque chose',
  errors: {
    'favourite.tooMany': 'Vous avez déjà 200 favoris : retirez-en un d’abord.',
  } satisfies Record<FavouriteError, string>,
} as const;
