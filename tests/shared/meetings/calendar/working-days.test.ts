import { expect, test } from 'vitest';
import { easterOf, isWorkingDay, publicHolidaysOf } from '#shared/meetings/calendar/working-days.ts';

const YEARS = Array.from({ length: 85 }, (_, at) => 2015 + at);
const DAY_MS = 86_400_000;
const weekday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay();

test('[EX12] Easter is a Sunday from 22 March to 25 April, in every year from 2015 to 2099', () => {
  for (const year of YEARS) {
    const easter = easterOf(year);
    expect(weekday(easter), easter).toBe(0);
    expect(easter >= `${year}-03-22` && easter <= `${year}-04-25`, easter).toBe(true);
  }
  // As published by the Bureau des longitudes, the earliest and the latest among them.
  expect([2016, 2019, 2023, 2024, 2025, 2026, 2035, 2038, 2049, 2076, 2079, 2099].map(easterOf)).toEqual([
    '2016-03-27',
    '2019-04-21',
    '2023-04-09',
    '2024-03-31',
    '2025-04-20',
    '2026-04-05',
    '2035-03-25',
    '2038-04-25',
    '2049-04-18',
    '2076-04-19',
    '2079-04-23',
    '2099-04-12',
  ]);
});

test('[EX12] Easter agrees with the rule of the church: the first Sunday after the full moon of its tables', () => {
  for (const year of YEARS) {
    // Paschal full moons of the Gregorian tables from 1900 to 2199, by golden number.
    const moon = [
      '04-14',
      '04-03',
      '03-23',
      '04-11',
      '03-31',
      '04-18',
      '04-08',
      '03-28',
      '04-16',
      '04-05',
      '03-25',
      '04-13',
      '04-02',
      '03-22',
      '04-10',
      '03-30',
      '04-17',
      '04-07',
      '03-27',
    ][year % 19];
    let day = new Date(`${year}-${moon}T00:00:00Z`);
    do day = new Date(day.getTime() + DAY_MS);
    while (day.getUTCDay() !== 0);
    expect(easterOf(year)).toBe(day.toISOString().slice(0, 10));
  }
});

test('[EX12] a year has its eleven public holidays, Ascension a Thursday, the two others after Easter Mondays', () => {
  expect(publicHolidaysOf(2023)).toEqual([
    '2023-01-01',
    '2023-04-10',
    '2023-05-01',
    '2023-05-08',
    '2023-05-18',
    '2023-05-29',
    '2023-07-14',
    '2023-08-15',
    '2023-11-01',
    '2023-11-11',
    '2023-12-25',
  ]);
  for (const year of YEARS) {
    const moving = publicHolidaysOf(year).filter(
      (day) =>
        !['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'].includes(day.slice(5)),
    );
    // Ascension falls on 1 or 8 May now and then: it is the same holiday then.
    for (const day of moving) expect([1, 4], day).toContain(weekday(day));
    expect(publicHolidaysOf(year)).toHaveLength(11);
  }
});

test('[EX12] working days are from Monday to Friday without public holidays', () => {
  expect(['2023-05-05', '2023-05-06', '2023-05-07', '2023-05-08', '2023-05-09'].map(isWorkingDay)).toEqual([
    true,
    false,
    false,
    false,
    true,
  ]);
});
