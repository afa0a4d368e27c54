import { segment, type Titled } from '../../kernel/address-parts.ts';

/** Addresses of what quotes, apart from those of every page. */
export const excerptPaths = {
  /** What of a document may be quoted. */
  passages: (document: Titled) => `/documents/${segment(document)}/passages`,
  /** The excerpts of a document that quotes. */
  excerpts: (document: Titled) => `/documents/${segment(document)}/extraits`,
  excerpt: (document: Titled, excerptId: string) => `/documents/${segment(document)}/extraits/${excerptId}`,
} as const;
