import type { SheetFacts, SheetNeed } from '../sheet/sheet-facts.ts';

/** The tables that the site opens. */
export const OPEN_TABLES = ['cas-d-usage', 'besoins-de-donnees'] as const;
export type OpenTableKey = (typeof OPEN_TABLES)[number];

/** A published sheet, as its open data tell it. */
export interface OpenSheet {
  readonly address: string;
  readonly title: string;
  readonly hook: string;
  readonly facts: SheetFacts;
  readonly firstAt: Date;
  readonly publishedAt: Date;
}

/** A cell: several values in one are a list in JSON and stand one after the other in a table. */
export type OpenCell = string | number | null | readonly string[];

/** A column, in the words of Table Schema: what programs may expect of its cells. */
export interface OpenColumn {
  readonly name: string;
  readonly title: string;
  readonly type: 'string' | 'number' | 'date';
}

/** A table that anybody may take. */
export interface OpenTable {
  readonly key: OpenTableKey;
  readonly title: string;
  readonly description: string;
  readonly columns: readonly OpenColumn[];
  readonly rows: readonly (readonly OpenCell[])[];
  /** When a sheet was last published; null when none is. */
  readonly updatedAt: Date | null;
}

/** [OD2] The needs of a sheet that leave with the open data: those that are open, or all where the programme chose so. */
export function openNeeds(facts: SheetFacts, includesClosed: boolean): readonly SheetNeed[] {
  return facts.needs.filter(({ status }) => includesClosed || status === 'open');
}

/** A cell as a table shows it. */
export function cellText(cell: OpenCell): string | number {
  if (cell === null) return '';
  return typeof cell === 'object' ? cell.join(' ; ') : cell;
}

/** [OD1] The rows of a table as JSON objects, by the names of its columns. */
export function openObjects({ columns, rows }: OpenTable): Record<string, OpenCell>[] {
  return rows.map((row) => Object.fromEntries(columns.map(({ name }, at) => [name, row[at] ?? null])));
}

/** [OD1] What a table says of itself to programs, as a Table Schema of Frictionless Data. */
export function openSchema({ key, title, description, columns }: OpenTable): object {
  return {
    $schema: 'https://frictionlessdata.io/schemas/table-schema.json',
    name: key,
    title,
    description,
    fields: columns.map(({ name, title: said, type }) => ({ name, title: said, type })),
    missingValues: [''],
  };
}
