import { query, segment, type Titled } from '../../kernel/address-parts.ts';

/** What a visitor asks of the list of published sheets. */
export interface PublicListAddress {
  readonly query?: string | null;
  readonly theme?: string | null;
  readonly serviceKind?: string | null;
  readonly need?: string | null;
  readonly size?: string | null;
  /** Code of a department. */
  readonly department?: string | null;
  readonly page?: number;
}

/** Addresses of use-case sheets and of the public site: `paths` has the others. */
export const sheetPaths = {
  sheets: () => '/fiches',
  sheet: (sheet: Titled) => `/fiches/${segment(sheet)}`,
  publicSheets: (asked: PublicListAddress = {}) =>
    `/cas-d-usage${query({
      texte: asked.query || undefined,
      theme: asked.theme || undefined,
      service: asked.serviceKind || undefined,
      donnee: asked.need || undefined,
      taille: asked.size || undefined,
      departement: asked.department || undefined,
      page: asked.page && asked.page > 1 ? asked.page : undefined,
    })}`,
  publicSheet: (address: string) => `/cas-d-usage/${address}`,
  /** Whether one's own city can do the same. */
  reproduce: (address: string) => `/cas-d-usage/${address}/reproduire`,
  /** A message to those who did what it tells. */
  letter: (address: string) => `/cas-d-usage/${address}/ecrire`,
  /** The sheet as a small page that any site may frame. */
  card: (address: string) => `/cas-d-usage/${address}/vignette`,
  /** What stands for it where its address is shared. */
  picture: (address: string) => `/cas-d-usage/${address}/image.png`,
  /** [US13] Its photograph; a smaller one for lists. */
  photo: (address: string) => `/cas-d-usage/${address}/photo.jpg`,
  smallPhoto: (address: string) => `/cas-d-usage/${address}/photo.jpg?taille=petite`,
  feed: () => '/cas-d-usage.atom',
  sitemap: () => '/sitemap.xml',
  robots: () => '/robots.txt',
} as const;
