import Papa from 'papaparse';
import type { CityRefusal } from '#shared/programme/territory/city-finding.ts';
import { type CsvRow, type CsvTable, knownColumns } from '#shared/programme/territory/city-table.ts';
import { isText, isWorkbook, textOf } from '../../kernel/file/text-file.ts';

/** Twenty times the real list. */
export const CITY_FILE_MAX_BYTES = 1024 * 1024;

type Reading =
  | { readonly ok: true; readonly table: CsvTable }
  | { readonly ok: false; readonly refusal: CityRefusal };

const refused = (refusal: CityRefusal): Reading => ({ ok: false, refusal });

/**
 * Reads the bytes of a CSV file of cities: UTF-8, UTF-16 or Windows-1252, with or without byte order mark, whatever ends the
 * lines, separated by commas, semicolons or tabs. Every cell stays text.
 */
export function readCityFile(bytes: Uint8Array): Reading {
  if (bytes.length > CITY_FILE_MAX_BYTES) return refused({ code: 'file.tooLarge' });
  if (isWorkbook(bytes)) return refused({ code: 'file.spreadsheet' });
  if (!isText(bytes)) return refused({ code: 'file.notText' });
  const text = textOf(bytes);
  if (text.trim() === '') return refused({ code: 'file.empty' });
  return parse(text, separatorOf(text));
}

function separatorOf(text: string): string {
  const found = [',', ';', '\t'].map((separator) => {
    const [header = []] = Papa.parse<string[]>(text, { delimiter: separator, preview: 1 }).data;
    return { separator, columns: knownColumns(header), cells: header.length };
  });
  return found.reduce((best, next) =>
    next.columns > best.columns || (next.columns === best.columns && next.cells > best.cells) ? next : best,
  ).separator;
}

function parse(text: string, delimiter: string): Reading {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, newline: '\n' });
  const rows: CsvRow[] = [];
  let line = 1;
  for (const cells of data) {
    rows.push({ line, cells });
    // A quoted cell may hold line breaks: the next row starts that much lower.
    line += 1 + cells.reduce((breaks, cell) => breaks + (cell.split('\n').length - 1), 0);
  }
  const broken = errors.find(({ type }) => type === 'Quotes');
  if (broken) {
    const at = rows[broken.row ?? 0];
    return refused({ code: 'line.quotes', line: at?.line ?? 1, value: at?.cells[0] ?? '' });
  }
  const header = rows.findIndex(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  return { ok: true, table: { header: rows[header]?.cells ?? [], rows: rows.slice(header + 1) } };
}
