/** What a group adds to its cards: fields of its own. Plain data, in order, as people see them. */

export const FIELD_KINDS = ['text', 'number', 'date', 'choice', 'person', 'city'] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

/** One value that a field of kind `choice` may have. */
export interface FieldOption {
  readonly id: string;
  readonly name: string;
}

export interface Field {
  readonly id: string;
  readonly name: string;
  /** Chosen when the field is made, and never changed: what cards hold would no longer be read. */
  readonly kind: FieldKind;
  /** Shown on the face of cards, not only in their panel. */
  readonly onFace: boolean;
  /** In order; empty for the other kinds. */
  readonly options: readonly FieldOption[];
  /** Taken away, to be put back. */
  readonly removedOptions: readonly FieldOption[];
}

/**
 * What a card holds in a field, by kind: a text; a number; a day `YYYY-MM-DD`; the id of an option, of a person, of an
 * organisation.
 */
export type FieldValue = string | number;

export interface HeldValue {
  readonly fieldId: string;
  readonly value: FieldValue;
}

/** What a card holds in a field, or null. */
export function heldIn(card: { readonly fields: readonly HeldValue[] }, fieldId: string): FieldValue | null {
  return card.fields.find((held) => held.fieldId === fieldId)?.value ?? null;
}
