import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { countFigures, type Figure, figureFaults, figureTable } from '#tests/support/architecture/figures.ts';

test('[H29] what was mended once stays so: no figure of the source passes its wall', () => {
  const figures = countFigures();
  expect(figureFaults(figures)).toEqual([]);
  expect(figures.filter(({ count }) => count !== null && !Number.isFinite(count))).toEqual([]);
});

test('[H29] one more than its wall is found, and the nearest to its wall is told first', () => {
  const figure = (what: string, count: number | null, wall: number) => ({
    what,
    count,
    wall: { aim: 1, wall },
  });
  const figures = [
    figure('near', 10, 10),
    figure('past', 11, 10),
    figure('measured', null, 10),
    figure('far', 0, 0),
  ];
  expect(figureFaults(figures)).toEqual(['past: 11, at most 10']);
  const told = figureTable(figures).split('\n').slice(2);
  expect(told.map((row) => row.split(' | ')[0])).toEqual(['| past', '| near', '| measured', '| far']);
});

test('[H29] a wall stands where it is aimed at, or a tenth further; further away it only shrinks', () => {
  const shrinking = countFigures().filter(
    ({ count, wall }) => count !== null && wall && wall.wall > 1.1 * wall.aim,
  );
  for (const { what, count, wall } of shrinking) expect(count, what).toBe(wall?.wall);
});

test('[H29] every wall is asked for by a test', () => {
  const tests = globSync('tests/**/*.ts').map((path) => readFileSync(path, 'utf8'));
  const asked = ({ what, count }: Figure) =>
    count !== null || tests.some((text) => text.includes(`wallOf('${what}')`));
  expect(countFigures().filter((figure) => !asked(figure))).toEqual([]);
});
