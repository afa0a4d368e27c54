/** Addresses of the guides. `shared/paths.ts` is part of every page, and these are of few. */
export const helpPaths = {
  help: () => '/aide',
  /** The beginning of it: the path of the page that somebody reads follows, so that what is about it comes first. */
  helpFrom: () => '/aide?depuis=',
  guide: (guide: string, anchor?: string) => `/aide/${guide}${anchor ? `#${anchor}` : ''}`,
} as const;
