import type { ArchiveTableName } from './archive-tables.fr.ts';

/** Types of fields, of the Table Schema (Frictionless). */
export type FieldType = 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'datetime' | 'array' | 'any';

/** A field of a table of an archive. */
export interface ArchiveField {
  readonly name: string;
  readonly type: FieldType;
  readonly isRequired: boolean;
  /** The table of the archive whose `id` it holds. */
  readonly refersTo: string | null;
}

export type ArchivedRow = Readonly<Record<string, unknown>>;

/** A table of an archive, with its rows. */
export interface ArchivedTable {
  readonly name: ArchiveTableName;
  readonly fields: readonly ArchiveField[];
  /** What tells a row from the others. */
  readonly key: readonly string[];
  readonly rows: readonly ArchivedRow[];
}

/** A table with one more field, that only archives have. */
export function withField(
  table: ArchivedTable,
  field: ArchiveField,
  of: (row: ArchivedRow) => unknown,
): ArchivedTable {
  return {
    ...table,
    fields: [...table.fields, field],
    rows: table.rows.map((row) => ({ ...row, [field.name]: of(row) })),
  };
}

/** Ids that the rows of a table hold of another: of people, of organisations. */
export function idsTo(table: ArchivedTable, refersTo: string): string[] {
  const names = table.fields.filter((field) => field.refersTo === refersTo).map(({ name }) => name);
  return table.rows.flatMap((row) =>
    names.flatMap((name) => (typeof row[name] === 'string' ? [row[name]] : [])),
  );
}
