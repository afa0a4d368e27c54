import { expect, test } from 'vitest';
import { board } from '#shared/boards/board.fr.ts';

test('[B13] where a moved card stands is spoken', () => {
  expect(board.spoken.moved('Planter', 'En cours', 1, 5)).toBe(
    'carte «\u202fPlanter\u202f», colonne En cours, position 2 sur 5',
  );
});

test.each([
  [0, null, '0 carte'],
  [1, null, '1 carte'],
  [2, null, '2 cartes'],
  [4, 3, '4 cartes, limite 3'],
])('the count of a column of %i (limit %s) is spoken « %s »', (count, limit, words) => {
  expect(board.countSpoken(count, limit)).toBe(words);
});

test('a count over the limit says both numbers, and what could not be read agrees in number', () => {
  expect(board.count(4, 3)).toBe('4 sur 3');
  expect(board.overLimit(4, 3)).toContain('4 cartes pour 3');
  expect(board.skipped(1)).toContain('n’a pas pu être lu et n’est pas affiché');
  expect(board.skipped(2)).toContain('2 éléments de ce tableau n’ont pas pu être lus');
});
