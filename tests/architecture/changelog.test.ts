import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { typographicFaults } from '#tests/support/catalogue.ts';

/** For whom an entry is, where that comes before what it tells. */
const AUDIENCE = /^Pour (?:qui administre la machine|les programmes)\u00a0: /u;

/** What an entry is about: its words up to the first colon, or its first sentence. */
const headOf = (entry: string) =>
  entry
    .replace(AUDIENCE, '')
    .replaceAll('\u202f', '\u00a0')
    .split(/\u00a0:|[.;]/u)[0]
    ?.trim() ?? '';

const twice = (all: readonly string[]) => all.filter((one, at) => all.indexOf(one) !== at);

const entriesIn = (text: string) =>
  text
    .split(/^- /mu)
    .slice(1)
    .map(
      (entry) =>
        entry
          .split('\n\n')[0]
          ?.replaceAll(/\s*\n\s+/gu, ' ')
          .trim() ?? '',
    );

/** The tables of a page, each as its rows of cells, without heads. */
const tablesIn = (text: string) =>
  text
    .split(/\n(?!\|)/u)
    .map((part) =>
      part
        .split('\n')
        .filter((line) => /^\| \d/u.test(line))
        .map((line) =>
          line
            .split('|')
            .slice(1, -1)
            .map((cell) => cell.trim()),
        ),
    )
    .filter((rows) => rows.length > 0);

/** « 9, 10 » and « 18–21 » as numbers. */
const numbersOf = (cell: string) =>
  cell.split(', ').flatMap((part) => {
    const [from = 0, to = from] = part.split('–').map(Number);
    return Array.from({ length: to - from + 1 }, (_, at) => from + at);
  });

test('[H19] no two entries of the journal of changes tell the same', () => {
  const heads = entriesIn(readFileSync('CHANGELOG.md', 'utf8')).map(headOf);
  expect(heads.length).toBeGreaterThan(100);
  expect(heads.filter((head) => head.length < 3)).toEqual([]);
  expect(twice(heads)).toEqual([]);
});

test.each(typographicFaults)('[W1] no entry of the journal has %s', (_, pattern) => {
  const entries = entriesIn(readFileSync('CHANGELOG.md', 'utf8')).map((entry) =>
    entry.replace(/`[^`]*`/gu, '``'),
  );
  expect(entries.filter((entry) => pattern.test(entry))).toEqual([]);
});

test('[H19] the comparison has one line for each feature, numbered without a gap', () => {
  const tables = tablesIn(readFileSync('docs/comparison.md', 'utf8'));
  expect(tables).toHaveLength(2);
  for (const rows of tables) {
    const numbers = rows.flatMap(([number = '']) => numbersOf(number));
    expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, at) => at + 1));
    expect(twice(rows.map(([, feature = '']) => feature))).toEqual([]);
  }
});

test('[H19] the head of an entry is what it is about', () => {
  const text =
    '- Pour qui administre la machine\u00a0: une image. Et plus.\n- «\u202fAide\u202f»\u00a0: les\n  guides.\n\n### Corrigé\n';
  expect(entriesIn(text).map(headOf)).toEqual(['une image', '«\u00a0Aide\u00a0»']);
});
