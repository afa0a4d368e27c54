import type { FieldType } from './table-schema.ts';

/** What can be wrong with a table, from the file to the cell, in the order in which a report says it. */
export const FAULT_KINDS = [
  'encoding',
  'separator',
  'quotes',
  'blankHeader',
  'duplicateHeader',
  'missingColumn',
  'missingOptional',
  'renamedColumn',
  'extraColumn',
  'columnOrder',
  'mixedSeparator',
  'tooManyCells',
  'tooFewCells',
  'blankRow',
  'required',
  'type',
  'pattern',
  'enum',
  'minimum',
  'maximum',
  'minLength',
  'maxLength',
  'unique',
  'primaryKey',
  'leadingZero',
  'insee',
  'siren',
  'siret',
  'formula',
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

/** One place where something is wrong. */
export interface FaultExample {
  /** As an editor counts lines, the header included; of a workbook, the number of the row. */
  readonly line: number;
  /** From 1; null when it is of the whole line. */
  readonly column: number | null;
  readonly value: string;
}

/** Everything of one kind in one column: all of it counted, some of it shown. */
export interface FaultGroup {
  readonly kind: FaultKind;
  readonly severity: 'error' | 'warning';
  /** The name of the column; null when it is of the line or of the file. */
  readonly column: string | null;
  /** What was expected instead, as the schema says it: a type, a bound, a pattern. Empty when the kind says enough. */
  readonly expected: string;
  readonly count: number;
  readonly examples: readonly FaultExample[];
}

export interface ReportColumn {
  readonly name: string;
  /** What its cells look like. */
  readonly type: FieldType;
  readonly filled: number;
}

/** How a file is written. */
export interface TableShape {
  readonly format: 'csv' | 'xlsx' | 'ods';
  /** Null for a workbook. */
  readonly encoding: 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be' | null;
  readonly hasBom: boolean;
  readonly separator: string | null;
  readonly isQuoted: boolean;
  readonly sheet: string | null;
  readonly sheets: readonly string[];
}

/** What a check found. No word of it is French: it is kept, and said when it is shown. */
export interface TableReport {
  readonly shape: TableShape;
  /** Lines of data, the header and blank ones excepted. */
  readonly rows: number;
  readonly columns: readonly ReportColumn[];
  /** The first lines, cells cut short. */
  readonly preview: readonly { readonly line: number; readonly cells: readonly string[] }[];
  readonly faults: readonly FaultGroup[];
  readonly errors: number;
  readonly warnings: number;
  /** What the schema asks for and nobody checked: foreign keys, checks of another tool, unknown types. */
  readonly unchecked: readonly string[];
}

/** [DS9] What the report says in one word: without a schema it judges the form only. */
export type Verdict = 'valid' | 'invalid' | 'formOnly' | 'formBroken';

/** [DS9] Warnings never make a table invalid. */
export function verdictOf(errors: number, hasSchema: boolean): Verdict {
  if (hasSchema) return errors === 0 ? 'valid' : 'invalid';
  return errors === 0 ? 'formOnly' : 'formBroken';
}

export const REPORT_LIMITS = {
  /** Of one kind in one column, kept. */
  examples: 100,
  /** Shown on the page before one asks for the file. */
  shown: 10,
  groups: 600,
  previewRows: 50,
  previewColumns: 60,
  cell: 200,
  columns: 1_000,
  rows: 5_000_000,
} as const;
