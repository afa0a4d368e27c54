import { expect, test } from 'vitest';
import { casesForCity, type WeighedCase } from '#shared/publication/adoption/cases-for-city.ts';

const one = (title: string, more: Partial<WeighedCase> = {}) => ({
  title,
  size: 'large' as WeighedCase['size'],
  asked: 6,
  ready: 0,
  ...more,
});
const titles = (found: readonly { title: string }[]) => found.map(({ title }) => title);

test('[RP11] cases of cities of one’s own size come first, then those of which most data are at hand; the reason is said', () => {
  const cases = [
    one('loin'),
    one('données', { ready: 5 }),
    one('peu', { ready: 1 }),
    one('taille', { size: 'medium' }),
    one('taille et données', { size: 'medium', ready: 4 }),
  ];
  const found = casesForCity(24_600, cases);
  expect(found.map(({ title, reason }) => [title, reason])).toEqual([
    ['taille et données', { kind: 'data', ready: 4, total: 6 }],
    ['taille', { kind: 'size', size: 'medium' }],
    ['données', { kind: 'data', ready: 5, total: 6 }],
  ]);
});

test('[RP11] where nothing is near, and where the city’s size is not known, the last three, without a reason', () => {
  const cases = ['un', 'deux', 'trois', 'quatre'].map((title) => one(title));
  for (const population of [3_000, null]) {
    const found = casesForCity(population, cases);
    expect(titles(found)).toEqual(['un', 'deux', 'trois']);
    expect(found.every(({ reason }) => reason === null)).toBe(true);
  }
  expect(casesForCity(null, [])).toEqual([]);
});
