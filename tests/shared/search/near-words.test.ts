import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { oneSlipAway } from '#shared/search/near-words.ts';

describe('[SE6] one slip away', () => {
  test.each([
    ['arbes', 'arbres'],
    ['abre', 'arbre'],
    ['ombrre', 'ombre'],
    ['plantatoin', 'plantation'],
    ['inondatyon', 'inondation'],
  ])('%s may be %s', (typed, meant) => {
    expect(oneSlipAway(typed)).toContain(meant);
  });

  test.each(['de', 'rue', 'x'.repeat(31), 'ami-2', '2023', ''])('%j has no other spelling', (typed) => {
    expect(oneSlipAway(typed)).toEqual([]);
  });

  test('whoever slips once is one slip away too', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{4,12}$/), fc.nat(), (word, pick) => {
        const made = oneSlipAway(word);
        expect(made).not.toContain(word);
        const other = made[pick % made.length] ?? '';
        if (other.length >= 4) expect(oneSlipAway(other)).toContain(word);
      }),
    );
  });
});
