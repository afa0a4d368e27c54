import type { SitePageKey } from './site-page.ts';

/** Addresses of what the site says by law, and of where it is written. */
export const sitePaths = {
  page: (page: SitePageKey) => `/${page}`,
  /** Every page of the site. */
  map: () => '/plan-du-site',
  /** What stands for a page that has no picture of its own, where it is shared. */
  sharedPicture: () => '/apercu.png',
  administration: () => '/administration/site',
  /** How long things are kept. */
  retention: () => '/administration/site/durees',
  edit: (page: SitePageKey, rank?: number) =>
    `/administration/site/${page}${rank === undefined ? '' : `?version=${rank}`}`,
} as const;
