import { sql } from 'drizzle-orm';
import type { Db } from '../../kernel/client.ts';
import { applyMigrations, shippedMigrations } from '../../kernel/migrate.ts';
import { raiseEpochs } from '../../realtime/epochs.ts';
import { asPlainText, rowsOf, type SequenceState, type TableShape, tableShapes } from './table-reading.ts';

/** What a backup holds beside its rows. */
export interface FilledFrom {
  /** How many of the shipped migrations its database had seen. */
  readonly migrations: number;
  readonly tables: readonly TableShape[];
  readonly sequences: readonly SequenceState[];
}

/** Adds rows to a table, as `tableRows` told them. */
export type FillTable = (table: TableShape, lines: readonly string[]) => Promise<void>;

/** Thrown when the tables of a backup are not those that its version makes. */
export class OtherTables extends Error {
  override name = 'OtherTables';
}

/**
 * [OP4] Makes this database anew from a backup, in the caller's transaction: whatever it held is dropped, tables are made as
 * they were, `load` fills them, and what came since is applied. Triggers and references sleep meanwhile: rows come as they
 * were, frozen ones too, in any order; references are checked as they are made again.
 */
export async function fillDatabase(
  tx: Db,
  from: FilledFrom,
  now: Date,
  load: (fill: FillTable) => Promise<void>,
): Promise<void> {
  await asPlainText(tx);
  for (const schema of ['pgboss', 'drizzle', 'public'])
    await tx.execute(sql`drop schema if exists ${sql.identifier(schema)} cascade`);
  await tx.execute(sql`create schema public`);
  await applyMigrations(tx, 0, from.migrations);
  if (JSON.stringify(await tableShapes(tx)) !== JSON.stringify(from.tables)) throw new OtherTables();

  const wake = await putToSleep(tx, from.tables);
  await load((table, lines) => insertRows(tx, table, lines));
  for (const { name, last } of from.sequences)
    if (last !== null) await tx.execute(sql`select setval(${`public.${name}`}::regclass, ${last}::bigint)`);
  await wake();

  await applyMigrations(tx, from.migrations, shippedMigrations().length);
  await endWhatWasOpen(tx);
  await raiseEpochs(tx, now);
}

/** Triggers off, references away, tables empty (migrations fill some); gives what puts them back. */
async function putToSleep(tx: Db, tables: readonly TableShape[]): Promise<() => Promise<void>> {
  const references = await rowsOf(
    tx,
    sql`select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
      from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace order by 1, 2`,
  );
  for (const { table, name } of references)
    await tx.execute(sql.raw(`alter table ${table} drop constraint ${name}`));
  const names = tables.map(({ name }) => sql.identifier(name));
  for (const name of names) await tx.execute(sql`alter table ${name} disable trigger user`);
  await tx.execute(sql`truncate ${sql.join(names, sql`, `)}`);
  return async () => {
    for (const name of names) await tx.execute(sql`alter table ${name} enable trigger user`);
    for (const { table, name, definition } of references)
      await tx.execute(sql.raw(`alter table ${table} add constraint ${name} ${definition}`));
  };
}

async function insertRows(tx: Db, { name, columns }: TableShape, lines: readonly string[]): Promise<void> {
  const names = columns.map((column) => sql.identifier(column.name));
  const values = columns.map((column, at) => sql.raw(`(line->>${at})::${column.type}`));
  await tx.execute(
    sql`insert into ${sql.identifier(name)} (${sql.join(names, sql`, `)}) overriding system value
      select ${sql.join(values, sql`, `)} from json_array_elements(${`[${lines.join(',')}]`}::json) as line`,
  );
}

/**
 * [OP5] Letters that were held back are not in the queue any more: none is counted. Sessions that were closed, tokens that were revoked and links that were used since the backup would open again: all end here, and people sign
 * in anew.
 */
async function endWhatWasOpen(tx: Db): Promise<void> {
  await tx.execute(sql`delete from session`);
  await tx.execute(sql`delete from verification`);
  await tx.execute(sql`delete from access_token`);
  await tx.execute(sql`delete from person_letter`);
}
