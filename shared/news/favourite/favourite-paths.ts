import { query } from '../../kernel/address-parts.ts';

/** Addresses of what somebody keeps near at hand. */
export const favouritePaths = {
  favourites: (page?: string | null) => `/favoris${query({ page: page || undefined })}`,
  /** The beginning of it: the path of the page that somebody reads follows, so that it can be added. */
  favouritesFrom: () => '/favoris?page=',
} as const;
