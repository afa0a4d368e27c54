import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ruleNumbers } from '#tests/support/architecture/rule-numbers.ts';
import { ROOMS, sourceFiles } from '#tests/support/architecture/source-files.ts';
import { controlsIn, numbersIn, testTitles, titlesIn } from '#tests/support/architecture/test-titles.ts';

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
  test('[H26] every rule is quoted by the title of a test, and of one that each run has', () => {
    const ofEachRun = titles.filter(({ isLong }) => !isLong);
    expect(titles.length).toBeGreaterThan(ofEachRun.length);
    const quoted = new Set(ofEachRun.flatMap(({ title }) => numbersIn(title)));
    expect(rules.length).toBeGreaterThan(600);
    expect(rules.filter((number) => !quoted.has(number))).toEqual([]);
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
      test.fails("[A4] [A5]", { tag: '@long' }, run); test.each\`a|b\`('[A6]', run); expect('[A7]'); // test('[A8]')`;
    expect(titlesIn('planted.test.ts', text).flatMap(({ title }) => numbersIn(title))).toEqual([
      ...['A1', 'A2', 'A3', 'A4', 'A5', 'A6'],
    ]);
    const long = titlesIn('planted.test.ts', text).filter(({ isLong }) => isLong);
    expect(long.map(({ title }) => title)).toEqual(['[A4] [A5]']);
    expect(numbersIn('[security A31] [B1a] [1] [A01](reliability.md)')).toEqual([]);
    expect(controlsIn('[security A31] [A1]')).toEqual(['A31']);
  });
});
