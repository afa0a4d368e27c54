import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { type CsvKind, csvText, readCsvCell } from '#shared/boards/exchange/csv-text.ts';

test.each([
  ['=1+1', "'=1+1"],
  ['+33 1 23 45 67 89', "'+33 1 23 45 67 89"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['-2+3+cmd|x', "'-2+3+cmd|x"],
  ['＝1+1', "'＝1+1"],
  ['  =1', "'  =1"],
  ["'=1", "''=1"],
  ['\t=1', `"'\t=1"`],
  ['-5', '-5'],
  ['-5,2', '"-5,2"'],
  ['Compter', 'Compter'],
  ['dit « ah », puis "oh"', '"dit « ah », puis ""oh"""'],
  ['a;b', '"a;b"'],
])('[B70] a cell %j is written %s, so that no spreadsheet computes it', (cell, written) => {
  expect(csvText([[cell]], 'csv')).toBe(`${written}\r\n`);
});

test('[B70] for a spreadsheet, the file says that it is UTF-8 and parts its columns by semicolons', () => {
  expect(csvText([['Titre', 'Échéance']], 'tableur')).toBe('\ufeffTitre;Échéance\r\n');
  expect(csvText([['Titre', 'Échéance']], 'csv')).toBe('Titre,Échéance\r\n');
});

test('[B70] whatever cells hold, a reader of CSV finds them again', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('=1', "'=1", "''+1", '-1', '"', '\n', ' x ', "'", ';', ',', '- x', "'x"),
  );
  const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(rows, fc.constantFrom<CsvKind>('csv', 'tableur'), (table, kind) => {
      const text = csvText(table, kind).replace('\ufeff', '');
      const { data } = Papa.parse<string[]>(text, { delimiter: kind === 'csv' ? ',' : ';', newline: '\r\n' });
      expect(data.slice(0, -1).map((row) => row.map(readCsvCell))).toEqual(table);
    }),
    { numRuns: 300 },
  );
});
