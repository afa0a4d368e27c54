import { describe, expect, test } from 'vitest';
import { CITY_FILE_MAX_BYTES, readCityFile } from '#server/programme/territory/city-file.ts';

const HEADER = 'insee_com,lib_com,id_acv,lib_acv,date_signature';
const ROW = '01004,Œuvreville-à-l’Étang,ACV001,"Vitré, et autres",2018-09-28';
const CELLS = ['01004', 'Œuvreville-à-l’Étang', 'ACV001', 'Vitré, et autres', '2018-09-28'];

const bytes = (text: string) => new TextEncoder().encode(text);
const windows1252 = (text: string) =>
  Uint8Array.from(text, (letter) => ({ Œ: 0x8c, '’': 0x92 })[letter] ?? letter.charCodeAt(0));

function tableOf(file: Uint8Array) {
  const read = readCityFile(file);
  if (!read.ok) throw new Error(read.refusal.code);
  return read.table;
}
function refusalOf(file: Uint8Array) {
  const read = readCityFile(file);
  return read.ok ? null : read.refusal;
}

describe('[T3] the same cells, however the file was saved', () => {
  const text = `${HEADER}\n${ROW}\n`;
  test.each([
    ['UTF-8', bytes(text)],
    ['UTF-8 with its byte order mark', bytes(`\ufeff${text}`)],
    ['Windows-1252', windows1252(text)],
    ['CRLF', bytes(text.replaceAll('\n', '\r\n'))],
    ['CR alone', bytes(text.replaceAll('\n', '\r'))],
    ['no line end at the end', bytes(text.trimEnd())],
    ['semicolons', bytes(`${HEADER.replaceAll(',', ';')}\n${ROW.replace(/,(?! )/g, ';')}`)],
    ['tabs', bytes(`${HEADER.replaceAll(',', '\t')}\n${ROW.replace(/,(?! )/g, '\t')}`)],
    [
      'quotes everywhere',
      bytes(`"${HEADER.replaceAll(',', '","')}"\n${CELLS.map((cell) => `"${cell}"`).join()}`),
    ],
  ])('%s', (_, file) => {
    const { header, rows } = tableOf(file);
    expect(header).toEqual(HEADER.split(','));
    expect(rows[0]).toEqual({ line: 2, cells: CELLS });
  });
});

test('[T1] codes stay text: no cell becomes a number', () => {
  expect(tableOf(bytes(`${HEADER}\n01004,1e5,0,,`)).rows[0]?.cells).toEqual(['01004', '1e5', '0', '', '']);
});

test('lines are those of a text editor, line breaks inside quotes included', () => {
  const { rows } = tableOf(bytes(`${HEADER}\r\n01004,"Val\r\nmont",ACV001,V,\r\n\r\n90010,S,ACV002,S,`));
  expect(rows.map(({ line, cells }) => [line, cells[0]])).toEqual([
    [2, '01004'],
    [4, ''],
    [5, '90010'],
  ]);
});

test('a separator inside the cells of other files does not mislead', () => {
  const { header } = tableOf(bytes('insee_com;lib_com;id_acv;"lib,acv,a,b,c,d,e,f";date_signature\n'));
  expect(header).toHaveLength(5);
});

describe('what is no list of cities is refused', () => {
  test.each([
    ['nothing', new Uint8Array(), 'file.empty'],
    ['spaces', bytes(' \r\n \n'), 'file.empty'],
    ['a byte order mark alone', bytes('\ufeff'), 'file.empty'],
    ['a workbook named .csv', Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0x14), 'file.spreadsheet'],
    ['an old workbook', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'file.spreadsheet'],
    ['an image', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 1, 2), 'file.notText'],
    ['a megabyte and more', new Uint8Array(CITY_FILE_MAX_BYTES + 1).fill(65), 'file.tooLarge'],
  ])('%s', (_, file, code) => {
    expect(refusalOf(file)?.code).toBe(code);
  });

  test('an opened quote that nothing closes, with its line', () => {
    expect(refusalOf(bytes(`${HEADER}\n${ROW}\n90010,"Saint-Aubin,ACV002,S,\n90020,O,ACV003,O,`))).toEqual({
      code: 'line.quotes',
      line: 3,
      value: '90010',
    });
  });
});
