import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { longRules, ruleNumbers } from '#tests/support/architecture/rule-numbers.ts';
import { ROOMS, sourceFiles } from '#tests/support/architecture/source-files.ts';
import {
  controlsIn,
  numbersIn,
  type TestTitle,
  testTitles,
  titlesIn,
} from '#tests/support/architecture/test-titles.ts';

const rules = ruleNumbers();
const titles = testTitles();
/** The controls of list A, each a row of the page that says how it is met. */
const controls = new Set(
  ['docs/security.md', 'docs/reliability.md'].flatMap((page) =>
    [...readFileSync(page, 'utf8').matchAll(/^\| (A\d\d[^|]*) \|/gm)].flatMap(
      ([, ids = '']) => ids.match(/A\d\d/g) ?? [],
    ),
  ),
);

/** The rules that a page adds in a change that it shows: those of the tutorial, docs/guide-developers.md. */
const addedIn = (text: string) =>
  [...text.matchAll(/^\+- \*\*\[([A-Z]+\d+)\]\*\*/gm)].map(([, number = '']) => number);

describe('[H17] a rule and its tests know one another', () => {
  test('[H26] every rule is quoted by the title of a test of the gate, or stands in docs/rules/long.md with its reason', () => {
    expect(rules.length).toBeGreaterThan(600);
    const quotedBy = (which: readonly TestTitle[]) => new Set(which.flatMap(({ title }) => numbersIn(title)));
    const inGate = quotedBy(titles.filter(({ isLong }) => !isLong));
    const inLong = quotedBy(titles.filter(({ isLong }) => isLong));
    const listed = longRules();
    expect(rules.filter((number) => !inGate.has(number))).toEqual(
      rules.filter((number) => listed.some((long) => long.number === number)),
    );
    expect(listed.filter(({ number, reason }) => !inLong.has(number) || reason === '')).toEqual([]);
  });

  test('[H26] each journey quotes the rule that it shows, in its title or in that of its group', () => {
    const journeys = titles.filter(({ path }) => path.startsWith('tests/e2e/'));
    expect(journeys.length).toBeGreaterThan(200);
    const isQuoting = ({ title }: TestTitle) => numbersIn(title).length + controlsIn(title).length > 0;
    expect(journeys.filter((journey) => !isQuoting(journey))).toEqual([]);
  });

  test('every number that a test, the code or a page quotes is one of a rule', () => {
    const known = new Set(rules);
    const files = [...sourceFiles(ROOMS), ...globSync(['*.md', 'docs/**/*.md'])];
    const strays = files.flatMap((path) => {
      if (path === 'tests/architecture/rules.test.ts') return [];
      const text = readFileSync(path, 'utf8');
      const own = addedIn(text);
      return numbersIn(text).flatMap((number) =>
        known.has(number) || own.includes(number) ? [] : [`${path}: ${number}`],
      );
    });
    expect(strays).toEqual([]);
  });

  test('a control of list A is quoted as such, [security A36], and has its row', () => {
    const quoted = titles.flatMap(({ title }) => controlsIn(title));
    expect(quoted.length).toBeGreaterThan(5);
    expect(quoted.filter((control) => !controls.has(control))).toEqual([]);
  });

  test('titles are found in whatever way a test is written', () => {
    const text = `describe('[A1] one', () => { test.each(rows)('[A2] %s', run); it(\`[A3] \${name}\`, run); });
      test.fails("[A4] [A5]", { tag: '@gate' }, run); test.each\`a|b\`('[A6]', run); expect('[A7]'); // test('[A8]')
      describe('[A9]', () => { test('[A10]', { tag: '@gate' }, run); });
      describe('[A11]', { tag: '@gate' }, () => test('[A12]', run))`;
    const quoted = (path: string, long: boolean) =>
      titlesIn(path, text)
        .filter(({ isLong }) => isLong === long)
        .map(({ title }) => numbersIn(title).join());
    expect(quoted('planted.test.ts', false)).toEqual(['A1,A2', 'A1,A3', 'A4,A5', 'A6', 'A9,A10', 'A11,A12']);
    expect(quoted('planted.long.test.ts', false)).toEqual([]);
    expect(quoted('planted.spec.ts', false)).toEqual(['A4,A5', 'A9,A10', 'A11,A12']);
    expect(quoted('planted.spec.ts', true)).toEqual(['A1,A2', 'A1,A3', 'A6']);
    expect(numbersIn('[security A31] [B1a] [1] [A01](reliability.md)')).toEqual([]);
    expect(controlsIn('[security A31] [A1]')).toEqual(['A31']);
  });
});
