import { expect, test } from 'vitest';
import { askedPage, pageAddress, pageAfter, placeOfPage } from '#shared/kernel/paging.ts';

test.each([
  ['', 1],
  ['page=3', 3],
  ['page=0', 1],
  ['page=-2', 1],
  ['page=1.5', 1],
  ['page=abc', 1],
  ['page=99999999', 1],
])('[PG1] « %s » asks for page %i', (search, page) => {
  expect(askedPage(new URLSearchParams(search))).toBe(page);
});

test('[PG2] a page beyond the last is the last, and an empty list has one', () => {
  expect(placeOfPage(1, 0)).toEqual({ page: 1, pages: 1, offset: 0 });
  expect(placeOfPage(2, 100)).toEqual({ page: 2, pages: 2, offset: 50 });
  expect(placeOfPage(9, 101)).toEqual({ page: 3, pages: 3, offset: 100 });
  expect(placeOfPage(2, 9, 4)).toEqual({ page: 2, pages: 3, offset: 4 });
});

test('[PG1] another page keeps what the list is filtered and sorted by', () => {
  expect(pageAddress({ texte: 'forêt & eau', acces: '', tri: null }, 2)).toBe(
    '?texte=for%C3%AAt+%26+eau&page=2',
  );
  expect(pageAddress({}, 1)).toBe('?page=1');
  expect(pageAfter('/pilotage/missions?date=2023-06-20&page=2', 3)).toBe(
    '/pilotage/missions?date=2023-06-20&page=3',
  );
});
