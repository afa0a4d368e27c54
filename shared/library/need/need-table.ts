import { csvText, readCsvCell } from '../../boards/exchange/csv-text.ts';
import { recordOf } from '../../kernel/record-of.ts';
import { dataset } from '../dataset/dataset.fr.ts';
import {
  ACCESS_STATUSES,
  type AccessReason,
  FREQUENCIES,
  LICENCES,
  PRODUCER_KINDS,
} from '../dataset/dataset.ts';
import { dataNeed as words } from './data-need.fr.ts';
import { type DataNeedFields, IMPORTANCES, parseDataNeed, type TypedDataNeed } from './data-need.ts';
import type { DataNeedError } from './data-need-errors.ts';
import type { NeedFault } from './need-fault.ts';
import { wantedKey } from './wanted-name.ts';

/** The columns of a file of needs, in our order: the same when they leave and when they come. */
export const NEED_COLUMNS = [
  'wanted',
  'producerKind',
  'producerName',
  'importance',
  'accessStatus',
  'accessReason',
  'accessNote',
  'opensOn',
  'inCharge',
  'schemaName',
  'frequency',
  'licence',
  'contact',
  'comment',
] as const satisfies readonly (keyof DataNeedFields)[];
type Column = (typeof NEED_COLUMNS)[number];

/** A need takes one line: more would be another kind of file. */
export const NEED_LINES_MAX = 500;

export interface NeedLine {
  readonly line: number;
  readonly fields: DataNeedFields;
}

export interface CsvLine {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Reads a word of a list as people write it: our code, the words of the screen, whatever case and accents. */
const said: Readonly<Partial<Record<Column, ReadonlyMap<string, string>>>> = {
  producerKind: lexicon(PRODUCER_KINDS, dataset.producerKinds),
  accessStatus: lexicon(ACCESS_STATUSES, dataset.accessStatuses, dataset.accessShort),
  accessReason: lexicon(Object.keys(dataset.accessReasons) as AccessReason[], dataset.accessReasons),
  importance: lexicon(IMPORTANCES, words.importances, { essential: 'oui', useful: 'non' }),
  frequency: lexicon(FREQUENCIES, dataset.frequencies),
  licence: lexicon(LICENCES, dataset.licences),
};

function lexicon<T extends string>(
  codes: readonly T[],
  ...names: readonly Readonly<Record<T, string>>[]
): ReadonlyMap<string, string> {
  return new Map(
    codes.flatMap((code) =>
      [code, ...names.map((named) => named[code])].map((name) => [wantedKey(name), code]),
    ),
  );
}

/** What a column stands for when a file leaves it out or empty. */
const USUAL: Readonly<Partial<Record<Column, string>>> = {
  importance: 'useful',
  frequency: 'unknown',
  licence: 'none',
};
const NEEDED: readonly Column[] = ['wanted', 'producerKind', 'accessStatus'];

const columnNames = new Map<string, Column>(
  NEED_COLUMNS.flatMap((column) =>
    [words.columns[column], words.fields[column], column].map((name) => [wantedKey(name), column] as const),
  ),
);

/** How many of our columns this header has: the separator that finds most is the right one. */
export function knownNeedColumns(header: readonly string[]): number {
  return new Set(header.map((name) => columnNames.get(wantedKey(name))).filter(Boolean)).size;
}

/** [DN11] The needs of a file, or everything that is wrong in it by line and column: one fault and nothing is taken. */
export function readNeedTable(lines: readonly CsvLine[]): {
  readonly needs: readonly NeedLine[];
  readonly faults: readonly NeedFault[];
} {
  const filled = lines.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const [header, ...rows] = filled;
  const whole = (code: NeedFault['code'], column: Column | null = null): NeedFault => ({
    line: null,
    column,
    value: '',
    code,
  });
  if (!header || rows.length === 0) return { needs: [], faults: [whole('file.withoutRows')] };
  if (rows.length > NEED_LINES_MAX) return { needs: [], faults: [whole('file.tooLong')] };
  const columns = header.cells.map((name) => columnNames.get(wantedKey(name)) ?? null);
  const faults: NeedFault[] = [
    ...NEEDED.filter((column) => !columns.includes(column)).map((column) =>
      whole('file.columnMissing', column),
    ),
    ...NEED_COLUMNS.filter((column) => columns.filter((found) => found === column).length > 1).map((column) =>
      whole('file.columnTwice', column),
    ),
  ];
  if (faults.length > 0) return { needs: [], faults };
  const needs: NeedLine[] = [];
  const seen = new Set<string>();
  for (const { line, cells } of rows) {
    if (cells.length > columns.length && cells.slice(columns.length).some((cell) => cell.trim() !== '')) {
      faults.push({ line, column: null, value: String(cells.length), code: 'line.cells' });
      continue;
    }
    const typed = typedOfLine(columns, cells);
    const parsed = parseDataNeed(typed);
    if ('faults' in parsed) {
      for (const [column, code] of Object.entries(parsed.faults) as [Column, DataNeedError][])
        faults.push({ line, column, value: typed[column], code });
      continue;
    }
    const { wanted, producerKind, producerName } = parsed.fields;
    const key = [wantedKey(wanted), producerKind, wantedKey(producerName)].join('|');
    if (seen.has(key)) faults.push({ line, column: 'wanted', value: wanted, code: 'line.twice' });
    seen.add(key);
    needs.push({ line, fields: parsed.fields });
  }
  return { needs, faults };
}

function typedOfLine(columns: readonly (Column | null)[], cells: readonly string[]): TypedDataNeed {
  const typed = recordOf(NEED_COLUMNS, (column): string => USUAL[column] ?? '');
  columns.forEach((column, at) => {
    const cell = readCsvCell(cells[at] ?? '').trim();
    if (!column || cell === '') return;
    typed[column] = said[column]?.get(wantedKey(cell)) ?? cell;
  });
  return typed;
}

/** [DN11] Needs as a file that a French spreadsheet opens, and that we read again; `contact` is empty where it is not theirs to read. */
export function needCsv(needs: readonly (DataNeedFields & { readonly wanted: string })[]): string {
  const rows = needs.map((need) => [
    need.wanted,
    dataset.producerKinds[need.producerKind],
    need.producerName,
    words.importances[need.importance],
    dataset.accessStatuses[need.accessStatus],
    need.accessReason ? dataset.accessReasons[need.accessReason] : '',
    need.accessNote,
    need.opensOn ?? '',
    need.inCharge,
    need.schemaName,
    dataset.frequencies[need.frequency],
    dataset.licences[need.licence],
    need.contact,
    need.comment,
  ]);
  return csvText([NEED_COLUMNS.map((column) => words.columns[column]), ...rows], 'tableur');
}
