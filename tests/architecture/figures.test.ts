import { expect, test } from 'vitest';
import { countFigures, figureFaults } from '#tests/support/architecture/figures.ts';

test('[H29] what was mended once stays so: no figure of the source passes its bound, which only shrinks', () => {
  const figures = countFigures();
  expect(figureFaults(figures)).toEqual([]);
  expect(figures.filter(({ count }) => !Number.isFinite(count))).toEqual([]);
});

test('[H29] one more of what is counted is found', () => {
  const [first] = countFigures();
  if (!first) throw new Error('nothing is counted');
  expect(figureFaults([{ ...first, most: first.count - 1 }])).toEqual([
    `${first.what}: ${first.count}, at most ${first.count - 1}`,
  ]);
});
