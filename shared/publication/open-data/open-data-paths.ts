import { query } from '../../kernel/address-parts.ts';

/** Addresses of the open data of the site. */
export const openDataPaths = {
  openData: () => '/donnees-ouvertes',
  table: (key: string, format: string) => `/donnees-ouvertes/${key}.${format}`,
  tableSchema: (key: string) => `/donnees-ouvertes/${key}.schema.json`,
  catalogue: (format: 'jsonld' | 'ttl') => `/catalogue.${format}`,
  /** A data set of the catalogue, where the page tells it. */
  entry: (key: string) => `/donnees-ouvertes#${key}`,
  map: (asked: { theme?: string | null } = {}) => `/carte${query({ theme: asked.theme || undefined })}`,
} as const;
