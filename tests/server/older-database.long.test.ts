import { createHash } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { type Database, openPostgres } from '#db/kernel/client.ts';
import { appliedMigrations, applyMigrations, migrate, shippedMigrations } from '#db/kernel/migrate.ts';
import { createPostgresDatabase } from '#tests/support/database.ts';

/** One id for whatever is referred to: every reference finds its row, in the order that the database lets them in. */
const ID = '0a240a24-0a24-4a24-8a24-0a240a240a24';

interface Column {
  readonly name: string;
  readonly type: string;
}

async function emptyDatabase(): Promise<Database> {
  const { url, drop } = await createPostgresDatabase();
  const database = openPostgres(url);
  onTestFinished(() => database.close().then(drop));
  return database;
}

/** The columns of each table; `isFilled` leaves those whose value comes by itself or may be absent. */
async function columnsOf({ run }: Database, isFilled: boolean): Promise<Map<string, Column[]>> {
  const { rows } = await run(
    `select table_name as table, column_name as name, udt_name as type from information_schema.columns
      where table_schema = 'public' and is_generated = 'NEVER' and is_identity = 'NO'
        and ($1 = 'all' or (is_nullable = 'NO' and column_default is null))
      order by table_name, ordinal_position`,
    [isFilled ? 'needed' : 'all'],
  );
  const tables = new Map<string, Column[]>();
  for (const { table, name, type } of rows) {
    const columns = tables.get(String(table)) ?? [];
    tables.set(String(table), [...columns, { name: String(name), type: String(type) }]);
  }
  return tables;
}

function sampleOf({ type }: Column): string {
  if (type.startsWith('_')) return '{}';
  if (type === 'bytea') return '\\x00ff';
  if (type === 'bool') return 'false';
  if (type.startsWith('timestamp')) return '2023-03-14T09:00:00Z';
  if (type === 'date') return '2023-03-14';
  if (type.startsWith('json')) return '{}';
  return /^(?:int|float|numeric)/.test(type) ? '1' : ID;
}

/** A row in each table that takes one of this make; says in which. */
async function fill(database: Database): Promise<string[]> {
  const waiting = await columnsOf(database, true);
  const filled: string[] = [];
  for (let before = -1; before < filled.length; ) {
    before = filled.length;
    for (const [table, columns] of waiting) {
      const names = columns.map(({ name }) => `"${name}"`).join(', ');
      const places = columns.map(({ type }, at) => `$${at + 1}::text::${type}`).join(', ');
      const put = database.run(`insert into "${table}" (${names}) values (${places})`, columns.map(sampleOf));
      if (
        await put.then(
          () => true,
          () => false,
        )
      ) {
        filled.push(table);
        waiting.delete(table);
      }
    }
  }
  return filled;
}

/** Of each table, how many rows, and a sum of what these columns hold. */
async function sumsOf({ run }: Database, tables: ReadonlyMap<string, readonly Column[]>) {
  const sums: Record<string, string> = {};
  for (const [table, columns] of tables) {
    const names = columns.map(({ name }) => `"${name}"`).join(', ');
    const { rows } = await run(`select row(${names})::text as row from "${table}" order by 1`, []);
    const hash = createHash('sha256');
    for (const { row } of rows) hash.update(`${row}\n`);
    sums[table] = `${rows.length} ${hash.digest('hex')}`;
  }
  return sums;
}

test.each([20, 45, 60])(
  '[S5] [S10] a database of migration %i keeps every row on its way to the newest, and a second start changes nothing',
  async (until) => {
    const database = await emptyDatabase();
    await database.db.transaction((tx) => applyMigrations(tx, 0, until));
    const filled = await fill(database);
    // Tables whose checks want more than a value of the right type stay empty.
    expect(filled.length).toBeGreaterThan(until / 2);
    expect(filled).toEqual(expect.arrayContaining(['user', 'working_group', 'doc_update']));
    const older = await columnsOf(database, false);
    // What is made from the rest: a migration may teach the search more kinds, and have every text read anew.
    for (const made of ['search_entry', 'doc_projection']) older.delete(made);
    const before = await sumsOf(database, older);
    await migrate(database);
    expect(await appliedMigrations(database.run)).toEqual(shippedMigrations());
    expect(await sumsOf(database, older)).toEqual(before);
    const newest = await columnsOf(database, false);
    const after = await sumsOf(database, newest);
    await migrate(database);
    expect(await columnsOf(database, false)).toEqual(newest);
    expect(await sumsOf(database, newest)).toEqual(after);
  },
);
