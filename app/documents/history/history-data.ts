import type { PersonBadge } from '#shared/people/organisation/organisation.ts';

/** A stretch of writing, in the list of versions. */
export interface ListedVersion {
  readonly seq: number;
  readonly firstSeq: number;
  readonly from: Date;
  readonly to: Date;
  /** How many minutes of the clock it has. */
  readonly minutes: number;
  /** Null for an account that is gone. */
  readonly writers: readonly (PersonBadge | null)[];
}

/** A state that somebody named or went back to. */
export interface NamedState {
  readonly id: string;
  readonly seq: number;
  readonly name: string | null;
  readonly by: string | null;
  readonly at: Date;
  readonly restored: { readonly seq: number; readonly at: Date; readonly beforeSeq: number } | null;
}

/** The state that is shown. */
export interface ShownState {
  readonly seq: number;
  readonly at: Date;
  readonly blocks: readonly string[];
  /** The version in which it stands, by its number. */
  readonly version: number | null;
  /** The state before that version. */
  readonly previous: number;
  /** The minutes of that version, in order. */
  readonly minutes: readonly { readonly seq: number; readonly at: Date }[];
}

/** What the last form did, or why it did not. */
export type HistoryDone =
  | { readonly done: 'named' | 'removed'; readonly id: string; readonly name: string }
  | { readonly done: 'renamed'; readonly id: string; readonly name: string; readonly former: string }
  | { readonly done: 'restored'; readonly at: Date; readonly before: number }
  | { readonly done: 'passage' }
  | { readonly error: string; readonly field?: 'name' };
