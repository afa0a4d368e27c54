import { sql } from 'drizzle-orm';
import type { Db } from '../../kernel/client.ts';

/** A table and its columns, as a backup tells them: generated columns are not among them. */
export interface TableShape {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
}

/** Where a sequence stands; null when it has given no number yet. */
export interface SequenceState {
  readonly name: string;
  readonly last: string | null;
}

/** About so much text is read at a time, however wide the rows. */
const BATCH_CHARACTERS = 2_000_000;
const MOST_ROWS = 2_000;

/** Runs one statement and gives its rows: `Db` says not which driver it is, and on both the answer has `rows`. */
export async function rowsOf(tx: Db, statement: ReturnType<typeof sql>): Promise<Record<string, unknown>[]> {
  const answer: unknown = await tx.execute(statement);
  const rows = typeof answer === 'object' && answer !== null && 'rows' in answer ? answer.rows : null;
  if (!Array.isArray(rows)) throw new Error('a statement gave no rows');
  return rows;
}

/** Instants and numbers read and written as text say the same on every machine. */
export async function asPlainText(tx: Db): Promise<void> {
  await tx.execute(sql`set local timezone = 'UTC'`);
  await tx.execute(sql`set local datestyle = 'ISO, MDY'`);
  await tx.execute(sql`set local intervalstyle = 'postgres'`);
  await tx.execute(sql`set local extra_float_digits = 1`);
  await tx.execute(sql`set local bytea_output = 'hex'`);
}

/** The tables of the product, by name, each with its columns in their order. */
export async function tableShapes(tx: Db): Promise<TableShape[]> {
  const rows = await rowsOf(
    tx,
    sql`select c.relname as name, a.attname as column, format_type(a.atttypid, a.atttypmod) as type
      from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
        and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      order by c.relname collate "C", a.attnum`,
  );
  const shapes = new Map<string, { name: string; type: string }[]>();
  for (const row of rows) {
    const columns = shapes.get(String(row.name)) ?? [];
    columns.push({ name: String(row.column), type: String(row.type) });
    shapes.set(String(row.name), columns);
  }
  return [...shapes].map(([name, columns]) => ({ name, columns }));
}

/** Where the sequences of the product stand. */
export async function sequenceStates(tx: Db): Promise<SequenceState[]> {
  const rows = await rowsOf(
    tx,
    sql`select sequencename as name, last_value::text as last from pg_sequences where schemaname = 'public' order by 1`,
  );
  return rows.map(({ name, last }) => ({ name: String(name), last: last === null ? null : String(last) }));
}

/**
 * [OP2] The rows of a table, some at a time: each a JSON array of its columns as PostgreSQL writes them as text, null for
 * none, so that what a type says comes back to the byte on either database. In the caller's transaction.
 */
export async function* tableRows(tx: Db, { name, columns }: TableShape): AsyncGenerator<string[]> {
  const values = columns.map((column) => sql`${sql.identifier(column.name)}::text`);
  await tx.execute(
    sql`declare backup_rows no scroll cursor for
      select to_json(array[${sql.join(values, sql`, `)}]::text[])::text as row from ${sql.identifier(name)}`,
  );
  let count = 20;
  for (;;) {
    const rows = await rowsOf(tx, sql.raw(`fetch forward ${count} from backup_rows`));
    if (rows.length === 0) break;
    const lines = rows.map(({ row }) => String(row));
    yield lines;
    const characters = lines.reduce((sum, line) => sum + line.length, 0);
    count = Math.min(
      MOST_ROWS,
      count * 4,
      Math.max(1, Math.floor((BATCH_CHARACTERS * lines.length) / characters)),
    );
  }
  await tx.execute(sql`close backup_rows`);
}
