import type { ComparedEntry, ListedChange } from '#shared/documents/history/document-comparison.ts';
import type { PersonBadge } from '#shared/people/organisation/organisation.ts';

/** A change with who wrote what it brought; null for an account that is gone. */
export type AuthoredChange = Omit<ListedChange, 'clients'> & {
  readonly authors: readonly (PersonBadge | null)[];
};

/** Two states of a document, compared, as a page shows them. */
export interface Comparison {
  /** Null: the document before its first update. */
  readonly from: { readonly seq: number; readonly at: Date } | null;
  readonly to: { readonly seq: number; readonly at: Date };
  readonly entries: readonly ComparedEntry[];
  readonly changes: readonly AuthoredChange[];
  readonly writers: readonly (PersonBadge | null)[];
}
