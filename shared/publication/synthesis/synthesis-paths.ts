import { query, segment, type Titled } from '../../kernel/address-parts.ts';

/** Addresses of the synthesis: `paths` has the others. */
export const synthesisPaths = {
  synthesis: (shown: { season?: number | undefined; state?: string } = {}) =>
    `/synthese${query({ saison: shown.season, etat: shown.state })}`,
  /** Who wrote where, as a file. */
  contributions: (season: number) => `/synthese/contributions.csv${query({ saison: season })}`,
  chapter: (chapter: Titled, shown: { state?: string } = {}) =>
    `/synthese/${segment(chapter)}${query({ etat: shown.state })}`,
  /** What the public reads: of the last season that has one, of this one. */
  publicSynthesis: (shown: { season?: number } = {}) =>
    `/synthese-publique${query({ saison: shown.season })}`,
} as const;
