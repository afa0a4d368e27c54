/**
 * [CK2] What a facilitator reminds people of: to answer an invitation, that their city has been silent, of late cards, of a document
 * in which their city has not written.
 */
export const REMINDER_CAUSES = ['answer', 'silence', 'late', 'text'] as const;
export type ReminderCause = (typeof REMINDER_CAUSES)[number];

const WEEK = 7 * 86_400_000;

/** [CK2] May somebody who was last reminded of it then (undefined: never) be reminded again? */
export function mayRemind(last: Date | undefined, now: Date): boolean {
  return last === undefined || now.getTime() - last.getTime() >= WEEK;
}

/** [CK1] Weeks after which a city counts as silent, to choose from. */
export const SILENCES = [2, 3, 4, 8] as const;
export const USUAL_SILENCE = 3;

/** [CK1] Has a city that last contributed then (null: never) been silent for so many weeks? */
export function isSilent(last: Date | null, weeks: number, now: Date): boolean {
  return last === null || now.getTime() - last.getTime() >= weeks * WEEK;
}

/** [CK1] How far back contributions are looked for, in weeks. */
export const LOOKED_BACK = 26;

/** The titles of late cards, as the mail names them. */
export function lateWhat(cards: readonly { readonly title: string }[]): string {
  return cards.map(({ title }) => title).join(', ');
}
