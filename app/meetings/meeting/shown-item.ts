import type { PersonBadge } from '#shared/people/organisation/organisation.ts';

/** A point of an agenda, as the page shows it. */
export interface ShownItem {
  readonly id: string;
  readonly title: string;
  readonly minutes: number;
  readonly status: 'proposed' | 'accepted';
  readonly owner: PersonBadge | null;
  readonly proposedBy: { readonly id: string; readonly name: string } | null;
  readonly documents: readonly { readonly id: string; readonly title: string }[];
}

/** What the forms of an agenda choose from. */
export interface ItemChoices {
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly documents: readonly { readonly id: string; readonly title: string }[];
}
