const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
/** Below, too much is one slip away from everything. */
const SHORTEST = 4;
/** Beyond, nobody types a word. */
const LONGEST = 30;

/**
 * [SE6] Everything that one slip of the keyboard makes of a word: a letter left out, doubled or put in, another in its place, two that
 * changed places. The word is folded; nothing for one that is short, or has other signs.
 */
export function oneSlipAway(word: string): string[] {
  if (word.length < SHORTEST || word.length > LONGEST || !/^[a-z]+$/.test(word)) return [];
  const made = new Set<string>();
  for (let at = 0; at <= word.length; at++) {
    const [before, after] = [word.slice(0, at), word.slice(at)];
    const [first = '', second = ''] = after;
    if (first) made.add(before + after.slice(1));
    if (second) made.add(before + second + first + after.slice(2));
    for (const letter of LETTERS) {
      made.add(before + letter + after);
      if (first) made.add(before + letter + after.slice(1));
    }
  }
  made.delete(word);
  return [...made];
}
