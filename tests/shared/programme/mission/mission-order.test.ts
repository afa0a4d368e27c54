import { describe, expect, test } from 'vitest';
import { parseAdded, parseDay, parseGranted, parseWorked } from '#shared/programme/mission/mission.ts';
import { parseOrder, type TypedOrder } from '#shared/programme/mission/mission-order.ts';

const typed: TypedOrder = {
  title: 'Appui à la donnée',
  purpose: '',
  experiment: 'experiment',
  firm: 'firm',
  cities: ['valmont', 'valmont'],
  consultants: ['camille'],
  days: '7,5',
  dailyPrice: '1 050,50 €',
  startsOn: '2023-03-01',
  endsOn: '2023-06-30',
  letter: '',
};
const faultsOf = (given: Partial<TypedOrder>) => {
  const parsed = parseOrder({ ...typed, ...given });
  return 'faults' in parsed ? parsed.faults : {};
};

describe('[MS1] an order', () => {
  test('is kept in quarters of a day and in cents', () => {
    expect(parseOrder(typed)).toMatchObject({
      order: { quarters: 30, dailyPriceCents: 105_050, cityIds: ['valmont'], letterDocumentId: null },
    });
  });

  test('knows its letter by the address of the document', () => {
    const id = '0b3f2a5e-1111-4222-8333-444455556666';
    expect(parseOrder({ ...typed, letter: `https://x.example/documents/${id}-lettre` })).toMatchObject({
      order: { letterDocumentId: id },
    });
    expect(faultsOf({ letter: 'la lettre' })).toEqual({ letter: 'mission.letterUnreadable' });
  });

  test('says everything that is wrong, by field', () => {
    expect(faultsOf({ title: ' ', experiment: '', firm: '', cities: [], consultants: [] })).toEqual({
      title: 'mission.titleInvalid',
      experiment: 'mission.experimentMissing',
      firm: 'mission.firmMissing',
      cities: 'mission.citiesMissing',
      consultants: 'mission.consultantsMissing',
    });
    expect(faultsOf({ endsOn: '2023-02-28' })).toEqual({ endsOn: 'mission.endBeforeStart' });
    expect(faultsOf({ startsOn: '2023-02-30', endsOn: '' })).toEqual({
      startsOn: 'mission.startInvalid',
      endsOn: 'mission.endInvalid',
    });
    for (const days of ['', '0', '0,1', '0,5', '-3', '1e3', '5 000', 'dix', '=2+2'])
      expect(faultsOf({ days }), days).toEqual({ days: 'mission.daysInvalid' });
    for (const dailyPrice of ['0', '-5', 'cher', '=1'])
      expect(faultsOf({ dailyPrice }), dailyPrice).toEqual({ dailyPrice: 'mission.priceInvalid' });
  });
});

test('[MS4] a day is worked by quarters, from one to four', () => {
  expect(['0,25', '0.5', '0,75', '1', '1,0'].map((given) => parseWorked(given))).toEqual(
    [1, 2, 3, 4, 4].map((value) => ({ ok: true, value })),
  );
  for (const given of ['0', '0,1', '0,3', '1,25', '-1', '', 'NaN', '٣'])
    expect(parseWorked(given), given).toMatchObject({ ok: false, error: 'mission.quartersInvalid' });
  expect(parseWorked('0', true)).toEqual({ ok: true, value: 0 });
});

test('[MS6] an extension may add nothing, never less', () => {
  expect(parseAdded('')).toEqual({ ok: true, value: 0 });
  expect(parseAdded('2,5')).toEqual({ ok: true, value: 10 });
  expect(parseAdded('-1')).toMatchObject({ ok: false });
  expect(parseGranted('1000')).toMatchObject({ ok: true });
  expect(parseGranted('1001')).toMatchObject({ ok: false });
});

test('[MS4] a day is one of the calendar', () => {
  expect(['2024-02-29', ' 2023-03-01 '].map(parseDay)).toEqual(['2024-02-29', '2023-03-01']);
  expect(['2023-02-29', '14/03/2023', '2023-3-1', ''].map(parseDay)).toEqual([null, null, null, null]);
});
