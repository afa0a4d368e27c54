import { describe, expect, test } from 'vitest';
import { parseDifficulty } from '#shared/programme/experiment/difficulty.ts';
import { parseEffort, totalEffort } from '#shared/programme/experiment/effort.ts';
import { completenessOf, parseEvaluation } from '#shared/programme/experiment/evaluation.ts';
import { parseIndicator, parseMeasure } from '#shared/programme/experiment/indicator.ts';
import {
  addMonths,
  checkLogMonth,
  dueDay,
  isReminderDay,
  lateMonths,
  monthsUntil,
  parseLogEntry,
} from '#shared/programme/experiment/log.ts';

const fault = (error: string) => ({ ok: false, error });

describe('[EX11] a month of the log', () => {
  test('says how it went and what was done, in 20,000 characters at most', () => {
    const parse = (given: object) =>
      parseLogEntry({ mood: 'good', done: 'Relevés repris', difficulties: '', help: '', ...given });
    expect(parse({ done: 'a'.repeat(20_000) })).toMatchObject({ ok: true });
    expect(parse({ help: 'a'.repeat(20_001) })).toEqual(fault('experiment.textTooLong'));
    expect(parse({ done: ' \n' })).toEqual(fault('experiment.logEmpty'));
    expect(parse({ mood: 'bof' })).toEqual(fault('experiment.moodMissing'));
  });

  test('is written until the end of the next one, and later by the coordination', () => {
    const check = (month: string, today: string, isManager = false) =>
      checkLogMonth(month, { today, startsOn: '2022-10-12', isManager });
    expect(check('2023-03', '2023-03-01').ok).toBe(true);
    expect(check('2023-03', '2023-04-30').ok).toBe(true);
    expect(check('2023-03', '2023-05-01')).toEqual(fault('experiment.monthClosed'));
    expect(check('2023-03', '2023-05-01', true).ok).toBe(true);
    expect(check('2023-04', '2023-03-31', true)).toEqual(fault('experiment.monthToCome'));
    expect(check('2022-09', '2022-10-14')).toEqual(fault('experiment.monthBefore'));
    expect(check('2022-10', '2022-10-14').ok).toBe(true);
    expect(check('2023-13', '2023-03-01')).toEqual(fault('experiment.monthInvalid'));
    expect(addMonths('2022-12', 1)).toBe('2023-01');
    expect(addMonths('2023-01', -1)).toBe('2022-12');
  });
});

describe('[EX12] late', () => {
  const events = [
    { kind: 'experiment.created', data: { to: 'preparing' }, at: new Date('2022-10-01T08:00:00Z') },
    { kind: 'state.changed', data: { to: 'running' }, at: new Date('2022-11-02T08:00:00Z') },
    { kind: 'state.changed', data: { to: 'suspended' }, at: new Date('2023-01-15T08:00:00Z') },
    { kind: 'state.changed', data: { to: 'running' }, at: new Date('2023-02-10T08:00:00Z') },
  ];
  const late = (day: string, written: string[] = []) =>
    lateMonths({ startsOn: '2022-10-01', endsOn: '2023-05-31', events, written, day });

  test('the day after the last working one, for months that ran', () => {
    expect(dueDay('2023-03')).toBe('2023-03-31');
    expect(dueDay('2023-04')).toBe('2023-04-28');
    expect(dueDay('2023-12')).toBe('2023-12-29');
    // Ascension, and Whit Monday, on the last day of May.
    expect(dueDay('2057-05')).toBe('2057-05-30');
    expect(dueDay('2066-05')).toBe('2066-05-28');
    expect(late('2022-11-30')).toEqual([]);
    expect(late('2022-12-01')).toEqual(['2022-11']);
    // October was in preparation, January suspended.
    expect(late('2023-03-31')).toEqual(['2022-11', '2022-12', '2023-02']);
    expect(late('2023-04-01', ['2022-11', '2022-12', '2023-02', '2023-03'])).toEqual([]);
    expect(late('2023-09-01', ['2022-11', '2022-12', '2023-02', '2023-03', '2023-04'])).toEqual(['2023-05']);
  });

  test('months run from the first to the last, the latest first', () => {
    expect(monthsUntil({ startsOn: '2022-12-20', endsOn: '2023-02-02' }, '2023-06-01')).toEqual([
      '2023-02',
      '2023-01',
      '2022-12',
    ]);
    expect(monthsUntil({ startsOn: null, endsOn: null }, '2023-06-01')).toEqual([]);
    expect(monthsUntil({ startsOn: '2023-07-01', endsOn: null }, '2023-06-01')).toEqual([]);
  });

  test('[EX13] reminders leave on the last two working days', () => {
    const days = Array.from({ length: 30 }, (_, index) => `2023-04-${String(index + 1).padStart(2, '0')}`);
    expect(days.filter(isReminderDay)).toEqual(['2023-04-27', '2023-04-28']);
    expect(isReminderDay('2023-07-31')).toBe(true);
    expect(isReminderDay('2023-07-28')).toBe(true);
    expect(isReminderDay('2023-07-29')).toBe(false);
    // Ascension was on 30 May 2019.
    expect(['2019-05-29', '2019-05-30', '2019-05-31'].map(isReminderDay)).toEqual([true, false, true]);
  });
});

test('[EX14] a difficulty is met, and resolved after that, on past days', () => {
  const parse = (given: object) =>
    parseDifficulty(
      {
        kind: 'data',
        description: 'Plan des réseaux refusé',
        lever: '',
        metOn: '',
        resolvedOn: '',
        ...given,
      },
      '2023-03-14',
    );
  expect(parse({})).toMatchObject({ ok: true, value: { metOn: '2023-03-14', resolvedOn: null } });
  expect(parse({ metOn: '2023-03-10', resolvedOn: '2023-03-09' })).toEqual(
    fault('experiment.periodReversed'),
  );
  expect(parse({ resolvedOn: '2023-03-15' })).toEqual(fault('experiment.dayToCome'));
  expect(parse({ kind: '' })).toEqual(fault('experiment.kindMissing'));
  expect(parse({ description: 'a'.repeat(20_000) })).toEqual(fault('experiment.textTooLong'));
});

test('[EX15] days and euros are what French people type, never negative', () => {
  expect(parseEffort({ days: '2,5', cost: '1 250' })).toEqual({ ok: true, value: { days: 2.5, cost: 1250 } });
  expect(parseEffort({ days: '', cost: '' })).toEqual({ ok: true, value: { days: 0, cost: 0 } });
  expect(parseEffort({ days: '-1', cost: '' })).toEqual(fault('experiment.daysInvalid'));
  expect(parseEffort({ days: 'deux', cost: '' })).toEqual(fault('experiment.daysInvalid'));
  expect(parseEffort({ days: '1', cost: '-5' })).toEqual(fault('experiment.costInvalid'));
  expect(
    totalEffort([
      { days: 0.1, cost: 3 },
      { days: 0.2, cost: 4 },
    ]),
  ).toEqual({ days: 0.3, cost: 7 });
});

test('[EX16] an indicator has a name; a measure a past day and a number', () => {
  expect(parseIndicator({ name: ' Arbres  relevés ', unit: 'arbres', target: '1 200' })).toEqual({
    ok: true,
    value: { name: 'Arbres relevés', unit: 'arbres', target: 1200 },
  });
  expect(parseIndicator({ name: '', unit: '', target: '' })).toEqual(fault('experiment.nameMissing'));
  expect(parseIndicator({ name: 'x', unit: '', target: 'beaucoup' })).toEqual(
    fault('experiment.numberInvalid'),
  );
  expect(parseMeasure({ on: '2023-03-15', value: '1' }, '2023-03-14')).toEqual(fault('experiment.dayToCome'));
  expect(parseMeasure({ on: '2023-03-14', value: '−3,5' }, '2023-03-14')).toEqual({
    ok: true,
    value: { on: '2023-03-14', value: -3.5 },
  });
});

describe('the evaluation', () => {
  test('[EX17] keeps what is asked, and says what is missing', () => {
    const parsed = parseEvaluation({ service_imagined: ' Une carte ', other: 'x', results: '' });
    expect(parsed).toEqual({ ok: true, value: { service_imagined: 'Une carte' } });
    expect(completenessOf(parsed.ok ? parsed.value : {})).toEqual({
      answered: 1,
      asked: 10,
      missing: ['service', 'relevance', 'data', 'deployment'],
    });
    expect(parseEvaluation({ results: 'a'.repeat(20_001) })).toEqual(fault('experiment.textTooLong'));
  });
});
