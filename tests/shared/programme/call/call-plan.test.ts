import { describe, expect, test } from 'vitest';
import {
  checkChange,
  checkExtension,
  checkPublishing,
  parseCall,
  parseCallReason,
} from '#shared/programme/call/call-plan.ts';
import { parseCriteria } from '#shared/programme/call/criteria.ts';
import { parseSeason } from '#shared/programme/season/season.ts';

const typed = {
  title: 'Appel de la saison 2',
  presentation: '',
  opensDay: '2022-02-14',
  opensTime: '09:00',
  closesDay: '2022-04-30',
  closesTime: '12:00',
  tolerance: '30',
};
const faults = (given: Partial<typeof typed>) => {
  const parsed = parseCall({ ...typed, ...given });
  return 'faults' in parsed ? parsed.faults : {};
};

describe('[CA4] dates of a call', () => {
  test('are read on the clock of Paris', () => {
    expect(parseCall(typed)).toMatchObject({
      fields: {
        opensAt: new Date('2022-02-14T08:00:00Z'),
        closesAt: new Date('2022-04-30T10:00:00Z'),
        toleranceMinutes: 30,
      },
    });
  });

  test.each([
    [{ closesDay: '2022-02-13' }, { closesDay: 'call.closesBeforeOpens' }],
    [{ closesDay: '2022-02-14', closesTime: '09:00' }, { closesDay: 'call.closesBeforeOpens' }],
    [{ closesDay: '2022-02-30' }, { closesDay: 'call.dateInvalid' }],
    [{ closesDay: '2122-02-14' }, { closesDay: 'call.tooLong' }],
    [{ closesTime: '24:00' }, { closesDay: 'call.dateInvalid' }],
    [{ opensDay: '' }, { opensDay: 'call.dateInvalid' }],
    [{ closesDay: '2022-03-27', closesTime: '02:30' }, { closesDay: 'call.hourSkipped' }],
    [{ tolerance: '-5' }, { tolerance: 'call.toleranceInvalid' }],
    [{ tolerance: '2161' }, { tolerance: 'call.toleranceInvalid' }],
    [{ title: ' ' }, { title: 'call.titleInvalid' }],
  ])('%j is refused at its control', (given, expected) => {
    expect(faults(given)).toEqual(expected);
  });

  test('an hour that exists twice is the second one: nobody loses an hour', () => {
    const parsed = parseCall({ ...typed, closesDay: '2022-10-30', closesTime: '02:30' });
    expect(parsed).toMatchObject({ fields: { closesAt: new Date('2022-10-30T01:30:00Z') } });
  });
});

const call = {
  publishedAt: new Date('2022-02-01T08:00:00Z'),
  opensAt: new Date('2022-02-14T08:00:00Z'),
  closesAt: new Date('2022-04-30T10:00:00Z'),
  toleranceMinutes: 30,
};
const later = new Date('2022-05-14T10:00:00Z');
const on = (day: string) => new Date(`${day}T12:00:00Z`);

describe('[CA4] what changes once it is published', () => {
  const other = { opensAt: later, closesAt: later, toleranceMinutes: 5 };
  test.each([
    ['2022-01-01', {}],
    ['2022-02-10', { closesDay: 'call.closingFixed' }],
    ['2022-03-10', { closesDay: 'call.closingFixed', opensDay: 'call.openingFixed' }],
    [
      '2022-06-10',
      { closesDay: 'call.closingFixed', opensDay: 'call.openingFixed', tolerance: 'call.toleranceFixed' },
    ],
  ])('on %s', (day, expected) => {
    const changed = checkChange(call, other, on(day));
    expect(changed.ok ? {} : changed.fields).toEqual(expected);
    expect(checkChange(call, call, on(day))).toMatchObject({ ok: true });
  });

  test('it is published once, before its closing', () => {
    const prepared = { ...call, publishedAt: null };
    expect(checkPublishing(prepared, on('2022-03-10'))).toMatchObject({ ok: true });
    expect(checkPublishing(prepared, on('2022-06-10'))).toMatchObject({ error: 'call.closingPast' });
    expect(checkPublishing(call, on('2022-03-10'))).toMatchObject({ error: 'call.alreadyPublished' });
  });
});

describe('[CA3] an extension', () => {
  test.each([
    [later, '2022-04-20', null],
    [later, '2022-05-10', null],
    [call.closesAt, '2022-04-20', 'call.extensionNotLater'],
    [new Date('2022-04-01T10:00:00Z'), '2022-03-20', 'call.extensionNotLater'],
    [later, '2022-06-01', 'call.extensionPast'],
  ])('to %s, decided on %s: %s', (closesAt, day, error) => {
    expect(checkExtension(call, closesAt, on(day))).toMatchObject(error ? { error } : { ok: true });
  });

  test('is of a published call, and says why', () => {
    const prepared = { ...call, publishedAt: null };
    expect(checkExtension(prepared, later, on('2022-04-20'))).toMatchObject({ error: 'call.notPublished' });
    expect(parseCallReason('  ')).toMatchObject({ error: 'call.reasonMissing' });
    expect(parseCallReason('x'.repeat(1_001))).toMatchObject({ error: 'call.reasonTooLong' });
  });
});

describe('[CA12] criteria', () => {
  const line = (weight: string, title = 'Partage', key = '') => ({ key, title, description: '', weight });
  const none = line('', '');
  const parse = (lines: readonly ReturnType<typeof line>[]) =>
    parseCriteria(lines, (rank) => `critere_${rank}`);

  test('keep their keys, and empty lines at the end are none', () => {
    expect(parse([line('60', 'A', 'a'), line('40', 'B'), none])).toMatchObject({
      value: [
        { key: 'a', title: 'A', weight: 60 },
        { key: 'critere_2', title: 'B', weight: 40 },
      ],
    });
  });

  test('have a title of 120 signs and a description of 2,000 at most', () => {
    const criterion = (title: number, description: number) => ({
      ...line('100', 'a'.repeat(title)),
      description: 'b'.repeat(description),
    });
    expect(parse([criterion(120, 2_000)])).toMatchObject({ ok: true });
    for (const tooLong of [criterion(121, 0), criterion(120, 2_001)])
      expect(parse([tooLong])).toMatchObject({ error: 'call.criterionInvalid' });
  });

  test.each([
    [[none], 'call.criteriaEmpty'],
    [[line('50'), none, line('50')], 'call.criterionInvalid'],
    [[line('60'), line('60')], 'call.weightsInvalid'],
    [[line('33,3'), line('66,7')], 'call.weightsInvalid'],
    [[line('50', 'A', 'a'), line('50', 'B', 'a')], 'call.criterionInvalid'],
  ])('%j: %s', (lines, error) => {
    expect(parse(lines)).toMatchObject({ error });
  });
});

describe('[CA13] a season', () => {
  const season = {
    number: '3',
    name: 'Saison 3',
    startsOn: '2023-09-01',
    endsOn: '2024-06-30',
    transition: 'Énergie',
    biodiversite: '',
    risques: '',
  };
  test('has the themes that are named', () => {
    expect(parseSeason(season)).toMatchObject({
      fields: { number: 3, themes: [{ key: 'transition', name: 'Énergie' }] },
    });
  });

  test.each([
    [{ number: '0' }, { number: 'season.numberInvalid' }],
    [{ name: '' }, { name: 'season.nameInvalid' }],
    [{ startsOn: '2023-02-29' }, { startsOn: 'season.dateInvalid' }],
    [{ endsOn: '2023-08-31' }, { endsOn: 'season.datesReversed' }],
    [{ transition: ' ' }, { transition: 'season.themesMissing' }],
    [{ risques: 'x'.repeat(121) }, { risques: 'season.themeNameTooLong' }],
  ])('%j', (given, expected) => {
    expect(parseSeason({ ...season, ...given })).toMatchObject({ faults: expected });
  });
});
