/**
 * Where an application stands. It is written while `draft` or `correction`, read by its assessors from `submitted` on.
 * `decided` says that a decision was announced, whichever it is.
 */
export const APPLICATION_STATUSES = ['draft', 'submitted', 'correction', 'withdrawn', 'decided'] as const;
export type ApplicationStatus = (typeof APPLICATION_STATUSES)[number];

/** [AP15] Whether what is asked of selected ones was handed in. */
export const COMPLEMENT_FILTERS = ['awaited', 'handedIn'] as const;
export type ComplementFilter = (typeof COMPLEMENT_FILTERS)[number];

/** What happens to an application; each is a dated row that is never changed. */
export type ApplicationVerb =
  | 'created'
  | 'takenOver'
  | 'coLeadAdded'
  | 'coLeadRemoved'
  | 'submitted'
  | 'correctionAsked'
  | 'resubmitted'
  | 'withdrawn'
  | 'restored'
  | 'decided'
  | 'completed';
