import { keysOf } from '../../kernel/keys.ts';
import type { CityRefusal } from './city-finding.ts';
import { printedName } from './territory-name.ts';

/** A CSV file as its parser leaves it: every cell is text. */
export interface CsvTable {
  readonly header: readonly string[];
  readonly rows: readonly CsvRow[];
}
export interface CsvRow {
  /** As a text editor counts: the header is line 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** One commune of the file, cells trimmed; `programme` is null where the file has no such column. */
export interface CityRow {
  readonly line: number;
  readonly code: string;
  readonly name: string;
  readonly agreementId: string;
  readonly agreementName: string;
  readonly signedOn: string;
  readonly programme: string | null;
}

/**
 * [T3] What each column is called in the two files that exist: the programme's working list, and the open data file
 * of the national agency. The second does not say which conventions are of the 2022 call.
 */
const COLUMNS = {
  code: ['code_insee', 'insee_com'],
  name: ['nom', 'lib_com'],
  agreementId: ['acv_id', 'id_acv'],
  agreementName: ['convention', 'lib_acv'],
  signedOn: ['date_convention', 'date_signature'],
  programme: ['dans_222'],
} as const;

type Column = keyof typeof COLUMNS;

const isOptional = (column: Column) => column === 'programme';
const columnsOf = keysOf(COLUMNS);
const plain = (name: string) => name.trim().toLowerCase();

/** How many of our columns this header has: the separator that finds most is the right one. */
export function knownColumns(header: readonly string[]): number {
  const names = new Set(header.map(plain));
  return columnsOf.filter((column) => COLUMNS[column].some((name) => names.has(name))).length;
}

/** The communes of the table, or everything because of which it cannot be read. Blank lines count for nothing. */
export function readCityTable(table: CsvTable): {
  rows: readonly CityRow[];
  refusals: readonly CityRefusal[];
} {
  const places = new Map<Column, number>();
  const refusals: CityRefusal[] = [];
  const header = table.header.map(plain);
  for (const column of columnsOf) {
    const names: readonly string[] = COLUMNS[column];
    const found = header.flatMap((name, at) => (names.includes(name) ? [at] : []));
    if (found.length > 1)
      refusals.push({ code: 'file.columnTwice', names: found.map((at) => header[at] ?? '') });
    else if (found[0] !== undefined) places.set(column, found[0]);
    else if (!isOptional(column)) refusals.push({ code: 'file.columnMissing', names });
  }
  if (refusals.length > 0) return { rows: [], refusals };

  const rows: CityRow[] = [];
  for (const { line, cells } of table.rows) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    if (cells.length !== header.length) {
      refusals.push({ code: 'line.cells', line, value: String(cells.length), expected: header.length });
      continue;
    }
    const cell = (column: Column) => cells[places.get(column) ?? -1]?.trim() ?? '';
    rows.push({
      line,
      code: cell('code'),
      name: cell('name'),
      agreementId: cell('agreementId'),
      agreementName: printedName(cell('agreementName')),
      signedOn: cell('signedOn'),
      programme: places.has('programme') ? cell('programme') : null,
    });
  }
  if (rows.length === 0 && refusals.length === 0) refusals.push({ code: 'file.withoutRows' });
  return { rows, refusals };
}
