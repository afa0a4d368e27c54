import { expect, test } from 'vitest';
import { due } from '#shared/boards/card/due.fr.ts';
import { dueStateOf } from '#shared/boards/card/due.ts';

const TODAY = '2023-03-14';

test.each([
  ['2023-03-13', 'late'],
  ['2023-03-14', 'soon'],
  ['2023-03-17', 'soon'],
  ['2023-03-18', 'later'],
  [null, 'none'],
])('[B16] on 14 March, a card due %s is %s', (day, state) => {
  expect(dueStateOf(day, TODAY, false)).toBe(state);
});

test('[B16] a finished card is neither late nor soon', () => {
  expect(dueStateOf('2023-03-01', TODAY, true)).toBe('done');
  expect(dueStateOf('2023-03-15', TODAY, true)).toBe('done');
});

test('[B16] a change of hour does not move a day', () => {
  expect(dueStateOf('2023-03-29', '2023-03-25', false)).toBe('later');
  expect(dueStateOf('2023-03-28', '2023-03-25', false)).toBe('soon');
});

test.each([
  ['2023-03-14', 'Aujourd’hui', 'Aujourd’hui, mardi 14 mars 2023'],
  ['2023-03-15', 'Demain', 'Demain, mercredi 15 mars 2023'],
  ['2023-03-13', 'Hier', 'Hier, lundi 13 mars 2023'],
  ['2023-03-16', 'Jeudi 16 mars', 'Jeudi 16 mars 2023'],
  ['2023-04-01', '1er avril', 'Samedi 1er avril 2023'],
  ['2024-02-29', '29 février 2024', 'Jeudi 29 février 2024'],
])('[W1] on 14 March 2023, %s is said « %s », and in full « %s »', (day, short, long) => {
  expect(due.short(day, TODAY)).toBe(short);
  expect(due.long(day, TODAY)).toBe(long);
});
