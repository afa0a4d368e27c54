/** What comes out of a meeting and is an object at once: blocks of a text whose words are in the text, and all else in the database. */
export const OUTCOME_KINDS = ['decision', 'action'] as const;
export type OutcomeKind = (typeof OUTCOME_KINDS)[number];

/** Where a block stands in its page. */
export function outcomeAnchor(id: string): string {
  return `bloc-${id}`;
}
