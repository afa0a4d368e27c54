import { query, segment, type Titled } from '../../kernel/address-parts.ts';

const onPage = (page: number) => query({ page: page > 1 ? page : undefined });

/** Addresses of announcements, inside and outside. */
export const bulletinPaths = {
  bulletins: (page = 1) => `/actualites${onPage(page)}`,
  newBulletin: () => '/actualites/nouvelle',
  bulletin: (bulletin: Titled) => `/actualites/${segment(bulletin)}`,
  bulletinEdit: (bulletin: Titled) => `/actualites/${segment(bulletin)}/modifier`,
  publicBulletins: (page = 1) => `/actualites-publiques${onPage(page)}`,
  publicBulletin: (address: string) => `/actualites-publiques/${address}`,
} as const;
