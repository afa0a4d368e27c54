import { describe, expect, test } from 'vitest';
import { checkSupportDay, parseSupportText, SUPPORT_MAX } from '#shared/publication/support/support.ts';
import {
  departmentsOf,
  filterTerritory,
  isFacilitator,
  readTerritoryFilter,
  type TerritoryCity,
} from '#shared/publication/support/territory.ts';

const city = (name: string, given: Partial<TerritoryCity> = {}): TerritoryCity => ({
  ...{ id: name, name, code: null, department: null, standing: 'here' },
  ...{ experiments: [], adoptions: [], asks: [], supports: [] },
  ...given,
});
const ask = (at: string, waits = true) => ({
  ...({ kind: 'help', title: null, by: null, message: null, waits } as const),
  at: new Date(at),
});
const names = (cities: readonly TerritoryCity[]) => cities.map(({ name }) => name);

describe('[AT5] the cities of a territory', () => {
  const isere = { code: '38', name: 'Isère' };
  const all = [
    city('Agde'),
    city('Bourg', { asks: [ask('2023-03-10'), ask('2023-03-02', false)], department: isere }),
    city('Cluses', { asks: [ask('2023-03-12'), ask('2023-03-01')] }),
    city('Dax', { asks: [ask('2023-01-01', false)], department: { code: '40', name: 'Landes' } }),
  ];

  test('stand with those that wait longest first, then by name', () => {
    expect(names(filterTerritory(all, { department: '', asking: false }))).toEqual([
      'Cluses',
      'Bourg',
      'Agde',
      'Dax',
    ]);
  });

  test('are filtered by department and by those that wait', () => {
    expect(names(filterTerritory(all, { department: '38', asking: false }))).toEqual(['Bourg']);
    expect(names(filterTerritory(all, { department: '40', asking: true }))).toEqual([]);
    expect(names(filterTerritory(all, { department: '', asking: true }))).toEqual(['Cluses', 'Bourg']);
    expect(departmentsOf(all)).toEqual([isere, { code: '40', name: 'Landes' }]);
  });

  test('are asked by an address that says nothing unknown', () => {
    expect(readTerritoryFilter(new URLSearchParams('departement=38000000&demande=non'))).toEqual({
      department: '38000',
      asking: false,
    });
  });

  test('are there for a structure of the network, whatever its organisation is, and for one that is not tied yet', () => {
    expect(isFacilitator({ kind: 'department', hasTerritory: true })).toBe(true);
    expect(isFacilitator({ kind: 'territorialFacilitator', hasTerritory: false })).toBe(true);
    expect(isFacilitator({ kind: 'municipality', hasTerritory: false })).toBe(false);
  });
});

describe('[AT7] what a structure did', () => {
  test('is said in 1 to 2 000 characters', () => {
    expect(parseSupportText(' \n ')).toEqual({ ok: false, error: 'support.textEmpty' });
    expect(parseSupportText(' Une visite\r\n')).toEqual({ ok: true, value: 'Une visite' });
    expect(parseSupportText('é'.repeat(SUPPORT_MAX + 1))).toEqual({
      ok: false,
      error: 'support.textTooLong',
    });
  });

  test.each([
    ['2023-03-14', true],
    ['2018-01-01', true],
    ['2023-03-15', false],
    ['2017-12-31', false],
    ['2023-02-30', false],
    ['hier', false],
    ['', false],
  ])('was done on a day that has come: %s', (day, isDay) => {
    expect(checkSupportDay(day, '2023-03-14').ok).toBe(isDay);
  });
});
