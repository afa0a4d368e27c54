import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkFile } from '#server/library/dataset/check-file.ts';
import { CheckRefused } from '#server/library/dataset/check-refused.ts';
import type { TableReport } from '#shared/library/dataset/table-report.ts';
import { parseTableSchema, type TableSchema } from '#shared/library/dataset/table-schema.ts';
import { workbookOf } from '#tests/support/library/workbooks.ts';

let folder = '';
let made = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cordee-check-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface How {
  readonly schema?: object;
  readonly sheet?: string;
}

async function check(bytes: string | Uint8Array, { schema, sheet }: How = {}): Promise<TableReport | string> {
  made += 1;
  const path = join(folder, String(made));
  await writeFile(path, bytes);
  const parsed = schema ? parseTableSchema(JSON.stringify(schema)) : null;
  const read: TableSchema | null = parsed?.ok ? parsed.value : null;
  try {
    return await checkFile({ path, schema: read, sheet: sheet ?? null }, () => undefined);
  } catch (error) {
    if (error instanceof CheckRefused) return error.code;
    throw error;
  }
}
const kinds = (report: TableReport | string) =>
  typeof report === 'string' ? report : report.faults.map(({ kind }) => kind);

const TEXT = 'nom;prix\nété;1\nhiver;2\n';
const utf16 = (order: 'le' | 'be') => {
  const bytes = Buffer.from(TEXT, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
};

describe('[DS6] how a text is written', () => {
  test.each<[string, string | Uint8Array, object]>([
    ['UTF-8', TEXT, { encoding: 'utf-8', hasBom: false, separator: ';' }],
    ['UTF-8 with a mark', `\uFEFF${TEXT}`, { encoding: 'utf-8', hasBom: true }],
    ['Windows-1252', Buffer.from(TEXT, 'latin1'), { encoding: 'windows-1252' }],
    [
      'UTF-16',
      Buffer.concat([Buffer.from([0xff, 0xfe]), utf16('le')]),
      { encoding: 'utf-16le', hasBom: true },
    ],
    [
      'UTF-16, big end first',
      Buffer.concat([Buffer.from([0xfe, 0xff]), utf16('be')]),
      { encoding: 'utf-16be', hasBom: true },
    ],
    ['UTF-16 without a mark', utf16('le'), { encoding: 'utf-16le', hasBom: false }],
    ['tabs', TEXT.replaceAll(';', '\t'), { separator: '\t' }],
    ['bars', TEXT.replaceAll(';', '|'), { separator: '|' }],
    ['old line ends', TEXT.replaceAll('\n', '\r'), { separator: ';' }],
    ['separators in quotes', 'a,b\n"1;2;3;4",x\n"5;6;7;8",y\n', { separator: ',', isQuoted: true }],
    ['one column', 'nom\nété\nhiver\n', { separator: ',' }],
  ])('%s', async (_name, bytes, shape) => {
    const report = await check(bytes);
    expect(report).toMatchObject({ shape, rows: 2, errors: 0, preview: expect.any(Array) });
    if (typeof report !== 'string') expect(report.columns[0]?.name).toMatch(/^(?:nom|a)$/);
    if (typeof report !== 'string' && shape !== null)
      expect(JSON.stringify(report.preview)).toMatch(/été|1;2;3;4/);
  });

  test('a letter of Windows-1252 after a megabyte of plain ones is seen', async () => {
    const report = await check(Buffer.from(`a,b\n${'x,y\n'.repeat(300_000)}é,z\n`, 'latin1'));
    expect(report).toMatchObject({ shape: { encoding: 'windows-1252' }, rows: 300_001 });
  });

  test('lines with another separator are named, and are not judged by their cells', async () => {
    const schema = {
      fields: [
        { name: 'a', type: 'integer' },
        { name: 'b', type: 'integer' },
      ],
    };
    expect(kinds(await check('a,b\n1,2\n3;4\n5,6\n', { schema }))).toEqual(['mixedSeparator']);
  });

  test.each<[string, string | Uint8Array, string]>([
    ['nothing', '', 'dataset.fileEmpty'],
    ['spaces', ' \n\n ', 'dataset.fileEmpty'],
    ['an image', Uint8Array.from({ length: 4_000 }, (_, at) => (at * 7919) % 256), 'dataset.fileBinary'],
    ['a PDF', '%PDF-1.7\n1 0 obj', 'dataset.fileKind'],
    ['an old workbook', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]), 'dataset.fileKind'],
    ['another archive', zipSync({ 'content.xml': strToU8('<x/>') }), 'dataset.fileKind'],
    ['half an archive', workbookOf({ A: [['a', 'b']] }).slice(0, 200), 'dataset.workbookUnreadable'],
    ['too many columns', `${'a,'.repeat(1_200)}a\n1\n`, 'dataset.tooManyColumns'],
  ])('%s is refused with its reason', async (_name, bytes, code) => {
    expect(await check(bytes)).toBe(code);
  });
});

describe('[DS6] workbooks', () => {
  const book = workbookOf({
    Vide: [],
    Arbres: [
      ['nom', 'prix', 'jour', 'note'],
      ['Tilleul & cie', 1.5, { day: 44927 }, ''],
      ['Orme', 0.30000000000000004, { day: 45016.5 }, { formula: 'A1', shown: 'ok' }],
    ],
  });

  test('the first sheet that is not empty, its days as dates, its formulas as what they showed', async () => {
    expect(await check(book)).toMatchObject({
      shape: { format: 'xlsx', sheet: 'Arbres', sheets: ['Vide', 'Arbres'] },
      rows: 2,
      errors: 0,
      preview: [
        { line: 2, cells: ['Tilleul & cie', '1.5', '2023-01-01', ''] },
        { line: 3, cells: ['Orme', '0.3', '2023-03-31T12:00:00', 'ok'] },
      ],
    });
  });

  test('the sheet that is asked for, against a schema, by its rows', async () => {
    const schema = {
      fields: [
        { name: 'nom' },
        { name: 'prix', type: 'integer' },
        { name: 'jour', type: 'date' },
        { name: 'note' },
      ],
    };
    const report = await check(book, { schema, sheet: 'Arbres' });
    expect(typeof report !== 'string' && report.faults[0]).toMatchObject({
      kind: 'type',
      column: 'prix',
      count: 2,
      examples: [
        { line: 2, column: 2 },
        { line: 3, column: 2 },
      ],
    });
    expect(await check(book, { sheet: 'Vide' })).toBe('dataset.sheetEmpty');
    expect(await check(book, { sheet: 'Autre' })).toBe('dataset.sheetEmpty');
  });

  test('a sheet that unpacks without end is refused while it is unpacked', async () => {
    const bomb = zipSync(
      {
        'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="A" r:id="r"/></sheets></workbook>'),
        'xl/_rels/workbook.xml.rels': strToU8(
          '<Relationships><Relationship Id="r" Target="s.xml"/></Relationships>',
        ),
        'xl/s.xml': strToU8('<worksheet/>'),
        'xl/styles.xml': new Uint8Array(20 * 1024 * 1024),
      },
      { level: 9 },
    );
    expect(bomb.length).toBeLessThan(100_000);
    expect(await check(bomb)).toBe('dataset.workbookTooLarge');
  });
});
