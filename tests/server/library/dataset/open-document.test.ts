import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkFile } from '#server/library/dataset/check-file.ts';
import { CheckRefused } from '#server/library/dataset/check-refused.ts';
import { REPORT_LIMITS, type TableReport } from '#shared/library/dataset/table-report.ts';
import { parseTableSchema } from '#shared/library/dataset/table-schema.ts';

let folder = '';
let made = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cordee-ods-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const NATURE = 'application/vnd.oasis.opendocument.spreadsheet';
/** An OpenDocument spreadsheet with these tables, as LibreOffice writes it. */
function sheetsOf(tables: string, nature = NATURE): Uint8Array {
  const content = `<?xml version="1.0" encoding="UTF-8"?>
<office:document-content><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`;
  return zipSync({ mimetype: strToU8(nature), 'content.xml': strToU8(content) });
}
const table = (name: string, rows: string) =>
  `<table:table table:name="${name}" table:style-name="ta1"><table:table-column table:style-name="co1" table:number-columns-repeated="16384"/>${rows}</table:table>`;
const row = (...cells: string[]) =>
  `<table:table-row table:style-name="ro1">${cells.join('')}</table:table-row>`;
const text = (words: string) =>
  `<table:table-cell office:value-type="string" calcext:value-type="string"><text:p>${words}</text:p></table:table-cell>`;
const value = (type: string, said: string, shown: string) =>
  `<table:table-cell table:style-name="ce2" office:value-type="${type}" ${said} calcext:value-type="${type}"><text:p>${shown}</text:p></table:table-cell>`;
const EMPTY = '<table:table-cell/>';
const REST = '<table:table-cell table:number-columns-repeated="16378"/>';
const NO_ROWS =
  '<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>';

async function check(
  bytes: Uint8Array,
  { schema, sheet = null }: { schema?: object; sheet?: string | null } = {},
): Promise<TableReport | string> {
  made += 1;
  const path = join(folder, `${made}.ods`);
  await writeFile(path, bytes);
  const parsed = schema ? parseTableSchema(JSON.stringify(schema)) : null;
  try {
    return await checkFile({ path, schema: parsed?.ok ? parsed.value : null, sheet }, () => undefined);
  } catch (error) {
    if (error instanceof CheckRefused) return error.code;
    throw error;
  }
}

const HEADER = row(...['nom', 'prix', 'jour', 'heure', 'public', 'note'].map(text), REST);
const TREES = [
  HEADER,
  row(
    text('Tilleul &amp; cie'),
    value('float', 'office:value="1.5"', '1,5'),
    value('date', 'office:date-value="2023-01-01"', '01/01/23'),
    value('time', 'office:time-value="PT08H30M00S"', '08:30'),
    value('boolean', 'office:boolean-value="true"', 'VRAI'),
    '<table:table-cell office:value-type="string" table:formula="of:=[.A1]"><office:annotation><text:p>Vu par moi</text:p></office:annotation><text:p>ok</text:p></table:table-cell>',
    REST,
  ),
  // Two rows alike, written once.
  `<table:table-row table:number-rows-repeated="2">${[
    text('Orme<text:s text:c="2"/><text:span text:style-name="T1">doré</text:span>'),
    value('percentage', 'office:value="0.25"', '25 %'),
    value('date', 'office:date-value="2023-03-31T12:00:00"', '31/03/23 12:00'),
    '<table:covered-table-cell/>',
    EMPTY,
    EMPTY,
  ].join('')}</table:table-row>`,
  `<table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>`,
  row(text('Frêne'), value('currency', 'office:currency="EUR" office:value="9"', '9,00 €'), REST),
  NO_ROWS,
].join('');
const book = sheetsOf(
  table('Vide', NO_ROWS) + table('Arbres', TREES) + table('Autre', row(text('a'), text('b'))),
);

describe('[DS6] OpenDocument spreadsheets', () => {
  test('the first sheet that is not empty, by its values and not by how a country shows them', async () => {
    expect(await check(book)).toMatchObject({
      shape: { format: 'ods', sheet: 'Arbres', sheets: ['Vide', 'Arbres', 'Autre'], encoding: null },
      rows: 4,
      columns: [
        { name: 'nom', type: 'string', filled: 4 },
        { name: 'prix', type: 'number', filled: 4 },
        { name: 'jour', filled: 3 },
        { name: 'heure' },
        { name: 'public', type: 'boolean', filled: 1 },
        { name: 'note' },
      ],
      preview: [
        { line: 2, cells: ['Tilleul & cie', '1.5', '2023-01-01', '08:30:00', 'true', 'ok'] },
        { line: 3, cells: ['Orme  doré', '0.25', '2023-03-31T12:00:00', '', '', ''] },
        { line: 4, cells: ['Orme  doré', '0.25', '2023-03-31T12:00:00', '', '', ''] },
        { line: 8, cells: ['Frêne', '9', '', '', '', ''] },
      ],
      faults: [{ kind: 'blankRow', examples: [{ line: 5 }, { line: 6 }, { line: 7 }] }],
    });
  });

  test('the sheet that is asked for, against a schema, by its rows', async () => {
    const fields = [
      { name: 'nom' },
      { name: 'prix', type: 'integer' },
      { name: 'jour', type: 'date' },
      { name: 'heure', type: 'time' },
      { name: 'public', type: 'boolean' },
      { name: 'note' },
    ];
    const report = await check(book, { schema: { fields }, sheet: 'Arbres' });
    if (typeof report === 'string') throw new Error(report);
    expect(report.faults.filter(({ kind }) => kind === 'type')).toMatchObject([
      { column: 'prix', examples: [{ line: 2, column: 2, value: '1.5' }, { line: 3 }, { line: 4 }] },
      { column: 'jour', examples: [{ line: 3, column: 3 }, { line: 4 }] },
    ]);
    expect(await check(book, { sheet: 'Autre' })).toMatchObject({
      rows: 0,
      columns: [{ name: 'a' }, { name: 'b' }],
    });
    expect(await check(book, { sheet: 'Vide' })).toBe('dataset.sheetEmpty');
    expect(await check(book, { sheet: 'Absente' })).toBe('dataset.sheetEmpty');
  });

  test.each<[string, Uint8Array, string]>([
    [
      'a text document',
      sheetsOf(table('A', TREES), 'application/vnd.oasis.opendocument.text'),
      'dataset.fileKind',
    ],
    [
      'a protected book',
      zipSync({
        mimetype: strToU8(NATURE),
        'content.xml': Uint8Array.from({ length: 500 }, (_, at) => (at * 7919) % 256),
      }),
      'dataset.workbookUnreadable',
    ],
    ['half a book', book.slice(0, book.length - 60), 'dataset.workbookUnreadable'],
    [
      'too many columns',
      sheetsOf(
        table(
          'A',
          row(
            text('a'),
            `<table:table-cell table:number-columns-repeated="${REPORT_LIMITS.columns}"/>`,
            text('b'),
          ),
        ),
      ),
      'dataset.tooManyColumns',
    ],
    [
      'a row that never ends',
      sheetsOf(`<table:table table:name="A"><table:table-row>${text('x'.repeat(1_000)).repeat(25_000)}`),
      'dataset.workbookUnreadable',
    ],
    [
      'one row a billion times',
      sheetsOf(
        table(
          'A',
          `${row(text('a'), text('b'))}<table:table-row table:number-rows-repeated="1000000000">${text('x')}${text('y')}</table:table-row>`,
        ),
      ),
      'dataset.tooManyRows',
    ],
  ])('%s is refused with its reason', async (_name, bytes, code) => {
    expect(await check(bytes)).toBe(code);
  });
});
