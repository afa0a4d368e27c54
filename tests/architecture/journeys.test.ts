import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const journeys = globSync('tests/e2e/**/*.spec.ts').map((path) => ({
  path,
  text: readFileSync(path, 'utf8'),
}));
const pathsWhere = (judge: (text: string) => boolean) =>
  journeys.filter(({ text }) => judge(text)).map(({ path }) => path);

test('every journey is one of `support/journey.ts`, which leaves no page open behind it', () => {
  expect(journeys.length).toBeGreaterThan(80);
  expect(pathsWhere((text) => !text.includes("import { test } from '../support/journey.ts';"))).toEqual([]);
});

test('[H26] no journey needs one before it: either ring takes it alone, and so does its second try; what follows is a step', () => {
  expect(pathsWhere((text) => /\bserial\b/.test(text))).toEqual([]);
});
