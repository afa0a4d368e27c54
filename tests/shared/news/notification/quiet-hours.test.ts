import { describe, expect, test } from 'vitest';
import { DEFAULT_QUIET, digestMoment, mailTime } from '#shared/news/notification/quiet-hours.ts';

const at = (text: string) => new Date(text);
const always = { quietFrom: 0, quietTo: 0, quietWeekends: false };

describe('[NO5] when a mail may leave', () => {
  test.each([
    ['2023-03-14T09:12:00Z', '2023-03-14T09:12:00Z', 'in the day'],
    ['2023-03-14T19:30:00Z', '2023-03-15T06:00:00Z', 'in the evening: the next morning'],
    ['2023-03-15T05:59:00Z', '2023-03-15T06:00:00Z', 'before seven'],
    ['2023-03-17T20:00:00Z', '2023-03-20T06:00:00Z', 'on a Friday evening: on Monday'],
    ['2023-03-18T10:00:00Z', '2023-03-20T06:00:00Z', 'on a Saturday'],
    ['2023-03-25T10:00:00Z', '2023-03-27T05:00:00Z', 'over the night when clocks go forward'],
    ['2023-10-28T10:00:00Z', '2023-10-30T06:00:00Z', 'over the night when clocks go back'],
  ])('%s → %s, %s', (from, to) => {
    expect(mailTime(at(from), DEFAULT_QUIET)).toEqual(at(to));
  });

  test('at any hour for who wants it, and between other hours of the same day', () => {
    expect(mailTime(at('2023-03-18T23:00:00Z'), always)).toEqual(at('2023-03-18T23:00:00Z'));
    const noon = { quietFrom: 12, quietTo: 14, quietWeekends: false };
    expect(mailTime(at('2023-03-18T11:30:00Z'), noon)).toEqual(at('2023-03-18T13:00:00Z'));
    expect(mailTime(at('2023-03-18T13:00:00Z'), noon)).toEqual(at('2023-03-18T13:00:00Z'));
  });
});

test.each([
  ['2023-03-13T07:00:00Z', '2023-03-13T07:00:00Z'],
  ['2023-03-13T06:59:00Z', '2023-03-06T07:00:00Z'],
  ['2023-03-19T23:30:00Z', '2023-03-13T07:00:00Z'],
  ['2023-03-27T12:00:00Z', '2023-03-27T06:00:00Z'],
])('[NO8] at %s the last mail of the week was due at %s', (now, moment) => {
  expect(digestMoment(at(now))).toEqual(at(moment));
});
