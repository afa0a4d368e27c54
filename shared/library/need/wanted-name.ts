import { foldedWords } from '../../kernel/text/fold.ts';
/** Longest name of a wanted dataset, in characters. */
export const WANTED_NAME_MAX = 200;

/** [DN1] What a name is compared by: two that differ by case, accents, apostrophes or spaces name the same data. */
export function wantedKey(name: string): string {
  return foldedWords(name);
}

/** A name as it is kept: one line. */
export function wantedName(given: string): string {
  return given.replace(/\s+/gu, ' ').trim();
}
