import type { Visibility } from '#shared/documents/document-access.ts';
import type { OrganisationBadge } from '#shared/people/organisation/organisation.ts';

/** A document in the list of its group. */
export interface LibraryRow {
  readonly id: string;
  readonly title: string;
  /** Its first words; empty when it has none. */
  readonly excerpt: string;
  readonly modifiedAt: Date;
  /** Others changed it since the reader last read it. */
  readonly isUnread: boolean;
  readonly writers: readonly OrganisationBadge[];
  readonly isPinned: boolean;
  readonly visibility: Visibility;
  /** Null at the top. */
  readonly folder: { readonly id: string; readonly name: string } | null;
}

/** A folder in the list, with how many documents it holds, those of its own folders included. */
export interface FolderRow {
  readonly id: string;
  readonly name: string;
  readonly count: number;
}
