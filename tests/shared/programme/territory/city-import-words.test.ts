import { expect, test } from 'vitest';
import type { CityFinding } from '#shared/programme/territory/city-finding.ts';
import { cityImport } from '#shared/programme/territory/city-import.fr.ts';

const at = { line: 12, value: 'abc' };
const findings: CityFinding[] = [
  { code: 'file.empty' },
  { code: 'file.withoutRows' },
  { code: 'file.spreadsheet' },
  { code: 'file.notText' },
  { code: 'file.tooLarge' },
  { code: 'file.columnMissing', names: ['code_insee', 'insee_com'] },
  { code: 'file.columnTwice', names: ['code_insee', 'insee_com'] },
  { code: 'line.cells', line: 12, value: '1', expected: 6 },
  { code: 'line.quotes', ...at },
  { code: 'city.codeMalformed', ...at },
  { code: 'city.codeMalformed', line: 12, value: '' },
  { code: 'city.codeUnknown', ...at },
  { code: 'city.leadingZeroLost', ...at, expected: '01004', name: 'Valmont' },
  { code: 'city.merged', ...at, into: { code: '01004', name: 'Valmont' } },
  { code: 'city.twice', ...at, firstLine: 2 },
  { code: 'agreement.idMalformed', ...at },
  { code: 'agreement.idMalformed', line: 12, value: '' },
  { code: 'agreement.nameMissing', ...at },
  { code: 'agreement.dateMalformed', ...at },
  { code: 'agreement.programmeMalformed', ...at },
  { code: 'agreement.programmeMixed', ...at, firstLine: 2 },
  { code: 'city.nameDiffers', ...at, expected: 'Valmont' },
  { code: 'agreement.nameDiffers', ...at, expected: 'Valmont' },
  { code: 'agreement.dateDiffers', ...at, expected: '2018-09-28' },
  { code: 'city.moved', ...at, from: 'ACV001', to: 'ACV002' },
];

test.each(findings)('[W1] $code has its French sentence, typography included', (finding) => {
  const sentence = cityImport.finding(finding);
  expect(sentence).toMatch(/^(Ligne 12\u00a0: )?[A-ZÀÉ«a].*[.?]$/u);
  expect(sentence).not.toMatch(
    /[ \u00a0][?!;]|[^\u00a0\d]:(?=\s|$)|«(?!\u202f)|(?<!\u202f)»|\p{L}'\p{L}|"|undefined/u,
  );
});

test('a cell that holds a whole book is quoted in part', () => {
  const sentence = cityImport.sentence({ code: 'city.codeMalformed', line: 2, value: 'x'.repeat(10_000) });
  expect(sentence.length).toBeLessThan(200);
});

test('[T9] counts read as sentences, one and many', () => {
  const counts = { cities: 246, agreements: 233, programmeCities: 235, programmeAgreements: 222 };
  expect(cityImport.read(counts)).toBe('246 communes lues, dont 235 dans 222 conventions du programme.');
  expect(cityImport.later(counts)).toBe(
    'Hors des 222\u00a0: 11 communes dans 11 conventions, gardées à part.',
  );
  const one = { cities: 1, agreements: 1, programmeCities: 1, programmeAgreements: 1 };
  expect(cityImport.read(one)).toBe('1 commune lue, dont 1 dans 1 convention du programme.');
});
