/** [AU10] What is signed, approved or decided: each kind is rows of one table, compared with what the audit trail was told of them. */
export const SIGNED_KINDS = [
  'reviewRound',
  'reviewOrganisation',
  'reviewAnswer',
  'exactText',
  'signedFile',
  'visa',
  'consent',
  'minutes',
  'vote',
  'committeeDecision',
  'announcement',
  'announcedDecision',
  'marks',
  'delivery',
  'verdict',
] as const;
export type SignedKindName = (typeof SIGNED_KINDS)[number];

/** What a row says, as people call it: one column, or a few that are told together. */
export const SIGNED_FACTS = [
  'document',
  'text',
  'title',
  'words',
  'origin',
  'number',
  'questions',
  'deadline',
  'quorum',
  'opener',
  'opening',
  'closing',
  'ending',
  'outcome',
  'name',
  'organisation',
  'answer',
  'reason',
  'signer',
  'basis',
  'day',
  'format',
  'sheet',
  'kind',
  'presented',
  'status',
  'meeting',
  'call',
  'decision',
  'announcement',
  'waitingRank',
  'motivation',
  'marks',
  'submission',
  'consent',
  'choices',
  'voices',
  'secret',
  'note',
] as const;
export type SignedFact = (typeof SIGNED_FACTS)[number];

/** One row that does not say what the trail says of it. */
export interface SignedDifference {
  readonly kind: SignedKindName;
  /** What it is about, as the trail called it, and the number that stands in its line; null of what no line tells of. */
  readonly title: string | null;
  readonly number: number | null;
  /** The identifiers of the row. */
  readonly key: string;
  /** The last line of the trail that tells of it. */
  readonly line: number | null;
  /** What of it is otherwise; empty for a row that is gone, or that no line tells of. */
  readonly facts: readonly SignedFact[];
  readonly found: 'changed' | 'removed' | 'added';
}

/** What a comparison found. */
export interface SignedReport {
  /** How many rows are, in all that is known of them, what the trail says. */
  readonly same: number;
  /** How many more are older than what would have to be known of them: not, or not wholly, compared. */
  readonly older: number;
  readonly differences: readonly SignedDifference[];
}
