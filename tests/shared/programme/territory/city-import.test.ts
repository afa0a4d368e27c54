import { describe, expect, test } from 'vitest';
import { decideCityImport, type ExistingCities } from '#shared/programme/territory/city-import.ts';
import type { CsvTable } from '#shared/programme/territory/city-table.ts';
import {
  CASTELBRUME,
  SAINT_AUBIN,
  sampleEntries,
  tableOf,
  VALMONT,
} from '#tests/support/programme/city-files.ts';

const nothing: Omit<ExistingCities, 'organisations'> = { agreements: [], places: [] };

function decide(table: CsvTable, existing = nothing) {
  return decideCityImport(table, sampleEntries, { ...existing, organisations: [] });
}
function accepted(lines: readonly (readonly string[])[], existing = nothing) {
  const decision = decide(tableOf(lines), existing);
  if (!decision.ok) throw new Error(JSON.stringify(decision.refusals));
  return decision.value;
}
function refusals(lines: readonly (readonly string[])[], header?: readonly string[]) {
  const decision = decide(tableOf(lines, header));
  if (decision.ok) throw new Error('accepted');
  return decision.refusals;
}
const valmont = (
  changes: Partial<Record<'code' | 'name' | 'agreement' | 'title' | 'mark' | 'day', string>>,
) =>
  [
    changes.code ?? VALMONT[0],
    changes.name ?? VALMONT[1],
    changes.agreement ?? VALMONT[2],
    changes.title ?? VALMONT[3],
    changes.mark ?? VALMONT[4],
    changes.day ?? VALMONT[5],
  ] as const;

describe('a good file', () => {
  test('[T5] several communes of one convention count as one convention', () => {
    const { counts, agreements, places } = accepted([VALMONT, SAINT_AUBIN, CASTELBRUME]);
    expect(counts).toEqual({ cities: 3, agreements: 2, programmeCities: 2, programmeAgreements: 1 });
    expect(agreements).toEqual([
      { id: 'ACV001', name: 'Valmont et Saint-Aubin', isInProgramme: true, signedOn: '2018-09-28' },
      { id: 'ACV002', name: 'Castelbrume', isInProgramme: false, signedOn: null },
    ]);
    expect(places.map(({ municipalityCode }) => municipalityCode)).toEqual(['01004', '90010', '2A004']);
  });

  test('[T7] the official file has no mark: all its conventions are the programme’s', () => {
    const table = tableOf(
      [['90020', 'Œuvreville', 'ACV009', 'Œuvreville', '05/10/2018']],
      ['insee_com', 'lib_com', 'id_acv', 'lib_acv', 'date_signature'],
    );
    const decision = decide(table);
    expect(decision).toMatchObject({
      ok: true,
      value: {
        counts: { programmeCities: 1 },
        agreements: [{ isInProgramme: true, signedOn: '2018-10-05' }],
      },
    });
  });

  test('[T6] [T7] without a mark or a day, what was known of a convention stays', () => {
    const before = accepted([CASTELBRUME, valmont({})]);
    const table = tableOf(
      [
        ['2A004', 'Castelbrume', 'ACV002', 'Castelbrume', ''],
        ['01004', 'Valmont-sur-Loire', 'ACV001', 'Valmont et Saint-Aubin', ''],
      ],
      ['insee_com', 'lib_com', 'id_acv', 'lib_acv', 'date_signature'],
    );
    const decision = decide(table, before);
    expect(decision).toMatchObject({ ok: true, value: { agreements: [], places: [] } });
  });

  test('[T9] the same file again writes nothing', () => {
    const first = accepted([VALMONT, SAINT_AUBIN, CASTELBRUME]);
    const second = accepted([VALMONT, SAINT_AUBIN, CASTELBRUME], first);
    expect([second.agreements, second.places, second.absent]).toEqual([[], [], []]);
    expect(second.counts).toEqual(first.counts);
  });

  test('[T8] a commune that left the file is kept, and named', () => {
    const first = accepted([VALMONT, SAINT_AUBIN]);
    const { absent, places } = accepted([VALMONT], first);
    expect(absent).toEqual([
      { municipalityCode: '90010', name: 'Saint-Aubin-les-Marais', agreementId: 'ACV001' },
    ]);
    expect(places).toEqual([]);
  });

  test('[T5] a commune may change convention, which is pointed out', () => {
    const { places, warnings } = accepted([valmont({ agreement: 'ACV007' })], accepted([VALMONT]));
    expect(places).toEqual([{ municipalityCode: '01004', name: 'Valmont-sur-Loire', agreementId: 'ACV007' }]);
    expect(warnings).toMatchObject([{ code: 'city.moved', line: 2, from: 'ACV001', to: 'ACV007' }]);
  });

  test('[T4] another name than the register’s is pointed out and stops nothing', () => {
    const { warnings, places } = accepted([valmont({ name: 'Valmont' })]);
    expect(warnings).toEqual([
      { code: 'city.nameDiffers', line: 2, value: 'Valmont', expected: 'Valmont-sur-Loire' },
    ]);
    expect(places[0]?.name).toBe('Valmont-sur-Loire');
  });

  test('[T4] accents, case, hyphens and ligatures do not make another name', () => {
    const { warnings } = accepted([['90020', 'OEUVREVILLE', 'ACV009', 'Œuvreville', 'oui', '']]);
    expect(warnings).toEqual([]);
  });

  test('[T6] of two days of one convention the earliest is kept', () => {
    const late = SAINT_AUBIN.with(5, '2020-01-15');
    const { agreements, warnings } = accepted([late, VALMONT]);
    expect(agreements[0]?.signedOn).toBe('2018-09-28');
    expect(warnings).toMatchObject([{ code: 'agreement.dateDiffers', line: 3, expected: '2018-09-28' }]);
  });
});

describe('[T4] a file with a fault is refused', () => {
  test.each([
    ['unknown', valmont({ code: '90999' }), { code: 'city.codeUnknown', value: '90999' }],
    ['malformed', valmont({ code: '1O04' }), { code: 'city.codeMalformed', value: '1O04' }],
    ['absent', valmont({ code: '' }), { code: 'city.codeMalformed', value: '' }],
    [
      'merged',
      valmont({ code: '90030' }),
      { code: 'city.merged', value: '90030', into: { code: '01004', name: 'Valmont-sur-Loire' } },
    ],
  ])('a code that is %s', (_, line, refusal) => {
    expect(refusals([line])).toEqual([{ ...refusal, line: 2 }]);
  });

  test('[T2] a lost leading zero is refused, with the code that was meant', () => {
    expect(refusals([valmont({ code: '1004' })])).toEqual([
      { code: 'city.leadingZeroLost', line: 2, value: '1004', expected: '01004', name: 'Valmont-sur-Loire' },
    ]);
  });

  test('a commune twice, with the line of the first', () => {
    expect(refusals([VALMONT, CASTELBRUME, VALMONT])).toEqual([
      { code: 'city.twice', line: 4, value: '01004', firstLine: 2 },
    ]);
  });

  test.each(['ACV1', 'ACV0001', '008', 'ACV00A', ''])('[T5] a convention number like « %s »', (value) => {
    expect(refusals([valmont({ agreement: value })])).toMatchObject([
      { code: 'agreement.idMalformed', value },
    ]);
  });

  test.each(['2018-02-31', '31/02/2018', '2018', '28-09-2018', '43371', 'septembre'])(
    '[T6] a day like « %s »',
    (value) => {
      expect(refusals([valmont({ day: value })])).toEqual([
        { code: 'agreement.dateMalformed', line: 2, value },
      ]);
    },
  );

  test.each(['', 'peut-être', '1'])('[T7] a mark like « %s »', (value) => {
    expect(refusals([valmont({ mark: value })])).toEqual([
      { code: 'agreement.programmeMalformed', line: 2, value },
    ]);
  });

  test('[T7] one convention both in and out of the 222', () => {
    expect(refusals([VALMONT, SAINT_AUBIN.with(4, 'non')])).toEqual([
      { code: 'agreement.programmeMixed', line: 3, value: 'ACV001', firstLine: 2 },
    ]);
  });

  test('[T3] a missing column, whatever the shape, and nothing else is said', () => {
    expect(refusals([['01004', 'Valmont']], ['code_insee', 'nom', 'autre'])).toEqual([
      { code: 'file.columnMissing', names: ['acv_id', 'id_acv'] },
      { code: 'file.columnMissing', names: ['convention', 'lib_acv'] },
      { code: 'file.columnMissing', names: ['date_convention', 'date_signature'] },
    ]);
  });

  test('[T3] two columns for one thing', () => {
    const header = ['code_insee', 'insee_com', 'nom', 'acv_id', 'convention', 'date_convention'];
    expect(refusals([VALMONT], header)).toEqual([
      { code: 'file.columnTwice', names: ['code_insee', 'insee_com'] },
    ]);
  });

  test('a line with too few or too many cells; blank ones count for nothing', () => {
    expect(refusals([VALMONT.slice(0, 3), [''], [...VALMONT, 'de trop']])).toEqual([
      { code: 'line.cells', line: 2, value: '3', expected: 6 },
      { code: 'line.cells', line: 4, value: '7', expected: 6 },
    ]);
  });

  test('a file of titles alone', () => {
    expect(refusals([['', '', '', '', '', '']])).toEqual([{ code: 'file.withoutRows' }]);
  });

  test('every fault at once, in the order of the lines', () => {
    const found = refusals([
      valmont({ code: '90999', day: 'hier' }),
      SAINT_AUBIN.slice(1),
      valmont({ code: '1004', agreement: 'X' }),
    ]);
    expect(found.map((refusal) => ('line' in refusal ? refusal.line : 0))).toEqual([2, 2, 3, 4, 4]);
  });
});

test('[T3] [T5] codes and numbers forgive case and spaces, nothing else', () => {
  const [place] = accepted([
    [' 2a004 ', 'Castelbrume', ' acv002', 'Castelbrume', ' Oui ', ' 2018/09/28 '],
  ]).places;
  expect(place).toMatchObject({ municipalityCode: '2A004', agreementId: 'ACV002' });
});
