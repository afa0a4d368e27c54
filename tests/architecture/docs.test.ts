import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ruleNumbers, rulePages } from '#tests/support/architecture/rule-numbers.ts';

/** Paths of this project that a page names between backticks, with what the shell would expand left out. */
function pathsIn(text: string): string[] {
  return [...text.matchAll(/`((?:app|db|docs|server|shared|tests)\/[\w./-]+)`/g)].map(
    ([, path = '']) => path,
  );
}

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  ...['docs', 'docs/rules'].flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}`)),
].filter((page) => page.endsWith('.md'));

test('[H9] what the documentation names exists: files, folders, and the tests that are to show something', () => {
  const named = pages.flatMap((page) => pathsIn(readFileSync(page, 'utf8')).map((path) => ({ page, path })));
  expect(named.length).toBeGreaterThan(50);
  expect(named.filter(({ path }) => !existsSync(path))).toEqual([]);
});

test('[H9] each rule has a number of its own', () => {
  const numbers = ruleNumbers();
  expect(numbers.length).toBeGreaterThan(300);
  expect(numbers.filter((number, index) => numbers.indexOf(number) !== index)).toEqual([]);
});

test('[H9] the letters of a number say on which page of rules it is, and the index says so', () => {
  const rows = readFileSync('docs/rules.md', 'utf8').matchAll(
    /^\| \[\w+\]\(rules\/([\w-]+\.md)\) \|(.+)\|$/gm,
  );
  const index = Object.fromEntries(
    [...rows].map(([, name = '', told = '']) => [
      name,
      new Set([...told.matchAll(/`([A-Z]+)`/g)].map(([, letters = '']) => letters)),
    ]),
  );
  const stand = rulePages().map(({ name, numbers }): [string, Set<string>] => [
    name,
    new Set(numbers.map((number) => number.replace(/\d+$/, ''))),
  ]);
  expect(index).toEqual(Object.fromEntries(stand));
  const letters = stand.flatMap(([, own]) => [...own]);
  expect(letters.filter((one, at) => letters.indexOf(one) !== at)).toEqual([]);
});
