import { segment, type Titled } from '../kernel/address-parts.ts';

/** Addresses of review rounds and of what proves them. */
export const reviewPaths = {
  reviews: (document: Titled) => `/documents/${segment(document)}/relectures`,
  review: (roundId: string) => `/relectures/${roundId}`,
  /** The exact text as JSON, or the signed text in a format. */
  reviewFile: (roundId: string, format: string) => `/relectures/${roundId}/fichiers/${format}`,
  verification: (sha256 = '') => `/verification${sha256 && `/${sha256}`}`,
} as const;
