/** Why something was not made a favourite. */
export type FavouriteError = 'favourite.tooMany';
