import { fold } from '../../kernel/text/fold.ts';

/** Words that a name is not told by. */
const SMALL = new Set(
  ['a', 'au', 'aux', 'd', 'de', 'des', 'du', 'en', 'et', 'l', 'la', 'le', 'les', 'sous', 'sur'].flatMap(
    (word) => [word, `${word}'`],
  ),
);

/**
 * [O1] Two letters for the mark of an organisation, made from its name: `Bourg-en-Bresse` → `BB`, `Agen` → `AG`. Of those that read well the first
 * that no other has; where all are taken, the first.
 */
export function lettersOf(name: string, taken: ReadonlySet<string>): string {
  const words = fold(name)
    .toUpperCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  const told = words.filter((word) => !SMALL.has(word.toLowerCase()));
  const [first = 'X', ...others] = told.length > 0 ? told : words;
  const head = first[0] ?? 'X';
  const rest = first.slice(1);
  const candidates = [
    ...others.map((word) => head + word[0]),
    ...[...rest, ...others.join('')].map((letter) => head + letter),
    ...[...rest].flatMap((letter, at) => [...rest.slice(at + 1)].map((next) => letter + next)),
    ...[...'123456789'].map((figure) => head + figure),
  ];
  return candidates.find((letters) => !taken.has(letters)) ?? candidates[0] ?? `${head}${head}`;
}
