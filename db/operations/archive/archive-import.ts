import { getTableColumns, getTableName, inArray } from 'drizzle-orm';
import { type AnyPgColumn, getTableConfig, type PgTable } from 'drizzle-orm/pg-core';
import type { ArchiveTableName } from '#shared/operations/archive/archive-tables.fr.ts';
import type { ArchivedRow } from '#shared/operations/archive/archived-table.ts';
import type { Db } from '../../kernel/client.ts';
import { users } from '../../people/person/schema.ts';
import { ARCHIVE_TABLES, keyOf } from './archive-rows.ts';

/** What became of the rows of one table. */
export interface Imported {
  readonly made: number;
  /** There already, or of something that is: left as it is. */
  readonly known: number;
  /** They speak of somebody or something that is not here. */
  readonly left: number;
}

type Values = Record<string, unknown>;

const AT_ONCE = 400;

/**
 * [OA7] Brings rows of an archive in, table after table, in the caller's transaction, under the ids that they had: what is there already is
 * left as it is, and what belongs to it too. An account that is not here gives its place to nobody, or to whoever imports where somebody
 * must stand; a row that needs something else that is not here stays out.
 */
export class ArchiveImport {
  readonly #tx: Db;
  readonly #by: string;
  readonly #made = new Map<ArchiveTableName, Set<string>>();
  readonly counts = new Map<ArchiveTableName, Imported>();

  constructor(tx: Db, by: string) {
    this.#tx = tx;
    this.#by = by;
  }

  /** Whether this import made the row of this id. */
  hasMade(name: ArchiveTableName, id: unknown): boolean {
    return this.#made.get(name)?.has(String(id)) ?? false;
  }

  /** The ids among these that a table has already. */
  async known(name: ArchiveTableName, ids: readonly string[]): Promise<ReadonlySet<string>> {
    const { table } = tableOf(name);
    return this.#existing(table, columnOf(table, 'id'), ids);
  }

  /** Which of these accounts are here. */
  people(ids: readonly string[]): Promise<ReadonlySet<string>> {
    return this.#existing(users, users.id, ids);
  }

  /**
   * Inserts the rows that are not there. `owners`: columns of which one must hold what this import made ("documentId" of a table whose
   * rows belong to documents); none for what stands by itself.
   */
  async insert(
    name: ArchiveTableName,
    rows: readonly ArchivedRow[],
    owners: Readonly<Record<string, ArchiveTableName>> = {},
  ): Promise<void> {
    const { table } = tableOf(name);
    const columns = getTableColumns(table);
    const key = keyOf(tableOf(name));
    const isOwned = Object.keys(owners).length > 0;
    const owned = rows.filter(
      (row) => !isOwned || Object.entries(owners).some(([field, of]) => this.hasMade(of, row[field])),
    );
    const first = key.length === 1 ? key[0] : undefined;
    const there = first
      ? await this.#existing(
          table,
          columnOf(table, first),
          owned.map((row) => String(row[first])),
        )
      : new Set<string>();
    const fresh = owned.filter((row) => !first || !there.has(String(row[first])));
    const kept = await this.#withReferences(table, columns, key, fresh);
    let made = 0;
    for (let at = 0; at < kept.length; at += AT_ONCE) {
      const inserted = await this.#tx
        .insert(table)
        .values(kept.slice(at, at + AT_ONCE) as never)
        .onConflictDoNothing()
        .returning(first ? { id: columnOf(table, first) } : { id: columnOf(table, key[0] ?? 'id') });
      made += inserted.length;
      if (first)
        this.#note(
          name,
          inserted.map(({ id }) => String(id)),
        );
    }
    this.count(name, { made, known: rows.length - fresh.length, left: fresh.length - made });
  }

  /** Adds to what is told of a table. */
  count(name: ArchiveTableName, { made, known, left }: Imported): void {
    const before = this.counts.get(name) ?? { made: 0, known: 0, left: 0 };
    this.counts.set(name, {
      made: before.made + made,
      known: before.known + known,
      left: before.left + left,
    });
  }

  #note(name: ArchiveTableName, ids: readonly string[]) {
    const known = this.#made.get(name) ?? new Set();
    for (const id of ids) known.add(id);
    this.#made.set(name, known);
  }

  async #withReferences(
    table: PgTable,
    columns: Record<string, AnyPgColumn>,
    key: readonly string[],
    rows: readonly ArchivedRow[],
  ): Promise<Values[]> {
    let kept: Values[] = rows.map((row) => ({ ...row }));
    for (const reference of getTableConfig(table).foreignKeys) {
      const { columns: own, foreignColumns, foreignTable } = reference.reference();
      const [column] = own;
      const [foreign] = foreignColumns;
      const field = Object.entries(columns).find(([, one]) => one.name === column?.name)?.[0];
      if (!column || !foreign || !field || own.length > 1) continue;
      const ids = kept.flatMap((row) => (typeof row[field] === 'string' ? [row[field]] : []));
      const there = new Set(await this.#existing(foreignTable, foreign, ids));
      // Of the same table, what comes together is there together.
      if (getTableName(foreignTable) === getTableName(table))
        for (const row of kept) there.add(String(row.id));
      const isPerson = getTableName(foreignTable) === getTableName(users);
      kept = kept.flatMap((row) => {
        if (typeof row[field] !== 'string' || there.has(row[field])) return [row];
        // Whose membership or answer it was is what such a row says: nobody else’s.
        if (isPerson && (field === 'userId' || key.includes(field))) return [];
        if (!column.notNull) return [{ ...row, [field]: null }];
        return isPerson ? [{ ...row, [field]: this.#by }] : [];
      });
    }
    return kept;
  }

  async #existing(table: PgTable, column: AnyPgColumn, ids: readonly string[]): Promise<ReadonlySet<string>> {
    const found = new Set<string>();
    const wanted = [...new Set(ids)];
    for (let at = 0; at < wanted.length; at += AT_ONCE) {
      const rows = await this.#tx
        .select({ id: column })
        .from(table as never)
        .where(inArray(column, wanted.slice(at, at + AT_ONCE)));
      for (const { id } of rows) found.add(String(id));
    }
    return found;
  }
}

function tableOf(name: ArchiveTableName) {
  const found = ARCHIVE_TABLES.find((table) => table.name === name);
  if (!found) throw new Error(`not a table of archives: ${name}`);
  return found;
}

function columnOf(table: PgTable, name: string): AnyPgColumn {
  const column = getTableColumns(table)[name];
  if (!column) throw new Error(`no column ${name}`);
  return column;
}
