import { query } from '../address-parts.ts';

/** Addresses of the guides. `shared/paths.ts` is part of every page, and these are of few. */
export const helpPaths = {
  /** All guides; `from` is the page that somebody reads, so that what is about it comes first. */
  help: (from?: string) => `/aide${query({ depuis: from })}`,
  guide: (guide: string, anchor?: string) => `/aide/${guide}${anchor ? `#${anchor}` : ''}`,
} as const;
