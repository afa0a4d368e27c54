/** Words of the last favourites on other pages, apart from those of their own. */
export const favouriteSection = {
  title: 'Mes favoris',
  all: 'Tous mes favoris',
  untitled: 'Sans titre',
} as const;
