import { instantOfText } from '#shared/kernel/day/paris-time.ts';

/** Who said or changed something, as a file tells it. */
export interface Told {
  /** Empty when the file does not say. */
  readonly author: string;
  /** An ISO instant; null when the file does not say. */
  readonly at: string | null;
}

/** A comment of a file. */
export interface ToldComment extends Told {
  readonly text: string;
  /** The number of the one that it answers. */
  readonly parent: number | null;
  readonly isDone: boolean;
}

/** What a file carries beside its text: where it stands is told by signs in the text. */
export interface ToldReview {
  readonly comments: readonly ToldComment[];
  /** By the number that the signs say. */
  readonly changes: readonly Told[];
}

export const NO_REVIEW: ToldReview = { comments: [], changes: [] };

/**
 * Signs that are carried through the conversion in the text itself, where no text has any: where a comment begins and ends, what
 * was put in and what was taken out, the end of a paragraph that was put in or taken out, and which text of Cordée this is.
 */
export const SIGNS = {
  commentStart: 'c',
  commentEnd: 'e',
  insertionStart: 'i',
  insertionEnd: 'j',
  deletionStart: 'd',
  deletionEnd: 'f',
  endInserted: 'b',
  endDeleted: 'x',
  textStart: 't',
  textEnd: 'u',
} as const;
export type SignKind = (typeof SIGNS)[keyof typeof SIGNS];

const [OPEN, CLOSE] = ['\uE5F0', '\uE5F1'];

export function sign(kind: SignKind, number: number): string {
  return `${OPEN}${kind}${number}${CLOSE}`;
}

/** A text without what could be read as a sign. */
export function withoutSigns(text: string): string {
  return text.replace(/[\uE5F0\uE5F1]/g, '');
}

/** A text as its words and its signs, in order. */
export function signsIn(text: string): (string | { readonly kind: string; readonly number: number })[] {
  return text
    .split(/(\uE5F0[a-z]\d+\uE5F1)/)
    .filter((part) => part !== '')
    .map((part) =>
      part.startsWith(OPEN) ? { kind: part.charAt(1), number: Number(part.slice(2, -1)) } : part,
    );
}

/** An instant as files write it; null when it is none. */
export function instantOf(text: string): string | null {
  return instantOfText(text)?.toISOString() ?? null;
}
