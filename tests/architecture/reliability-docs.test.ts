import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { namedTests } from '#tests/support/architecture/named-tests.ts';

const page = readFileSync('docs/reliability.md', 'utf8');

test('[H9] the cases of list A of durability, convergence, versions, load and personal data have their row', () => {
  const cases = new Set(
    [...page.matchAll(/^\| (A\d\d[^|]*) \|/gm)].flatMap(([, ids = '']) => ids.match(/A\d\d/g)),
  );
  const wanted = Array.from({ length: 52 }, (_, at) => `A${String(at + 1).padStart(2, '0')}`);
  const elsewhere = (id: string) => id >= 'A25' && id <= 'A48';
  expect(wanted.filter((id) => !elsewhere(id) && !cases.has(id))).toEqual([]);
});

test('[H9] every test that the page of reliability names exists, with its title', () => {
  const { count, absent } = namedTests(page);
  expect(count).toBeGreaterThan(50);
  expect(absent).toEqual([]);
});
