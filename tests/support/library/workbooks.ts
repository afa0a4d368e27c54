import { strToU8, zipSync } from 'fflate';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** A cell of a sheet: a text (shared or inline), a number, a day as a workbook counts days, or a formula with what it showed. */
export type WorkbookCell =
  | string
  | number
  | { readonly day: number }
  | { readonly formula: string; readonly shown: string };

/** An XLSX file with these sheets, as a spreadsheet writes it. */
export function workbookOf(
  sheets: Readonly<Record<string, readonly (readonly WorkbookCell[])[]>>,
): Uint8Array {
  const texts: string[] = [];
  const names = Object.keys(sheets);
  const cell = (value: WorkbookCell, at: string) => {
    if (value === '') return '';
    if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`;
    if (typeof value === 'string') {
      texts.push(value);
      return `<c r="${at}" t="s"><v>${texts.length - 1}</v></c>`;
    }
    if ('day' in value) return `<c r="${at}" s="1"><v>${value.day}</v></c>`;
    return `<c r="${at}" t="str"><f>${value.formula}</f><v>${value.shown}</v></c>`;
  };
  const parts = names.map((name, rank) => {
    const rows = (sheets[name] ?? []).map(
      (cells, row) =>
        `<row r="${row + 1}">${cells.map((value, column) => cell(value, `${letters[column]}${row + 1}`)).join('')}</row>`,
    );
    return [
      `xl/worksheets/sheet${rank + 1}.xml`,
      `<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`,
    ] as const;
  });
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const all = {
    'xl/workbook.xml': `<workbook><sheets>${names
      .map((name, rank) => `<sheet name="${name}" sheetId="${rank + 1}" r:id="rId${rank + 1}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${names
      .map((_, rank) => `<Relationship Id="rId${rank + 1}" Target="worksheets/sheet${rank + 1}.xml"/>`)
      .join('')}</Relationships>`,
    'xl/styles.xml':
      '<styleSheet><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    'xl/sharedStrings.xml': `<sst>${texts.map((text) => `<si><t>${escaped(text)}</t></si>`).join('')}</sst>`,
    ...Object.fromEntries(parts),
  };
  return zipSync(Object.fromEntries(Object.entries(all).map(([name, text]) => [name, strToU8(text)])));
}
