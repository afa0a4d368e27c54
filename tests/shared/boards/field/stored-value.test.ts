import { expect, test } from 'vitest';
import { readDay, readInstant } from '#shared/boards/field/stored-value.ts';

test('[B10] every day of the calendar is one, and no other', () => {
  const days = new Set<string>();
  // A whole cycle of leap years.
  for (let at = Date.UTC(1900, 0, 1); at < Date.UTC(2300, 0, 1); at += 86_400_000) {
    days.add(new Date(at).toISOString().slice(0, 10));
  }
  const two = (number: number) => String(number).padStart(2, '0');
  const wrong: string[] = [];
  for (let year = 1900; year < 2300; year += 1) {
    for (let month = 0; month <= 13; month += 1) {
      for (const day of [0, 1, 28, 29, 30, 31, 32]) {
        const written = `${year}-${two(month)}-${two(day)}`;
        if ((readDay(written) === written) !== days.has(written)) wrong.push(written);
      }
    }
  }
  expect(wrong).toEqual([]);
});

test.each(['', '2023-3-14', '14/03/2023', '2023-03-14T00:00:00Z', ' 2023-03-14', 20230314, null, undefined])(
  '[B8] %j is no day',
  (value) => expect(readDay(value)).toBeNull(),
);

test('[SC19] a day of the year zero is none: no database holds it', () => {
  expect([readDay('0000-05-05'), readDay('0001-01-01')]).toEqual([null, '0001-01-01']);
});

test('[B8] an instant reads the same on every machine: one without its zone is none', () => {
  expect(readInstant('2023-03-14T10:05:00+01:00')).toBe('2023-03-14T09:05:00.000Z');
  const wrong = ['2023-03-14T10:05:00', '14 March 2023', '2023-02-30T10:05:00Z+', '', 1_678_784_700_000];
  expect(wrong.map(readInstant)).toEqual(wrong.map(() => null));
});
