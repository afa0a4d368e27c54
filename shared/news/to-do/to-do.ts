/** [HO1] What somebody is waited for with, in the order in which it is told: what has a day first. */
export const AWAITED_KINDS = ['answer', 'item', 'minutes', 'review', 'join', 'access', 'suggestion'] as const;
export type AwaitedKind = (typeof AWAITED_KINDS)[number];

/** One object that waits for an answer of the reader. */
export interface Awaited {
  readonly kind: AwaitedKind;
  /** A meeting, a document, a review round, or for `join` a group. */
  readonly id: string;
  readonly title: string;
  readonly group: { readonly id: string; readonly name: string };
  /** How many wait there. */
  readonly count: number;
  /** Of a meeting, when it begins, of a round, when it ends; of others, since when the first waits. */
  readonly at: Date;
}

/** [HO1] Meetings that begin later than this ask for no answer yet: those of a long series would hide everything else. */
export const ANSWER_DAYS = 31;
