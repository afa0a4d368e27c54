import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import pg from 'pg';
import { type Database, type Db, openPostgres } from '#db/kernel/client.ts';
import { postgresLocks } from '#db/kernel/locks.ts';
import { migrate } from '#db/kernel/migrate.ts';
import { inTransaction, type Tx } from '#db/kernel/transaction.ts';
import { ensureFirstData } from '#server/first-data.ts';
import { programEnvironment } from './test-environment.ts';

/** Where the tests’ PostgreSQL is (`test-services.ts`), with a user who may create databases and roles. */
export function testDatabaseUrl(): string {
  const url = process.env.TEST_DATABASE_URL;
  if (!url)
    throw new Error('No test database: is this test in a project of vitest.config.ts that starts it?');
  return url;
}

/** A database that is there, empty of rows and migrated: copied in a fifth of a second, where migrating one takes seconds. */
export const TEMPLATE = 'cordee_template';

let shared: Promise<Database> | undefined;

/** The database that all tests of this process share, migrated and kept empty by `withDb`: nothing else writes in it. */
function sharedDatabase(): Promise<Database> {
  shared ??= createPostgresDatabase(TEMPLATE).then(({ url }) => openPostgres(url));
  return shared;
}

/** Opens it, so that no test waits for that. */
export const warmDatabase = async (): Promise<void> => void (await sharedDatabase());

class RolledBack extends Error {}

/** Runs a test in a transaction that is rolled back: four to ten milliseconds, nothing left behind. */
export async function withDb(test: (db: Tx) => Promise<void>): Promise<void> {
  const { db } = await sharedDatabase();
  await inTransaction(db, async (tx) => {
    await test(tx);
    throw new RolledBack();
  }).catch((error: unknown) => {
    if (!(error instanceof RolledBack)) throw error;
  });
}

/** A database of its own, migrated and empty, for servers, concurrency and restarts. `close` removes it. */
export async function openFreshDatabase(): Promise<Database> {
  const { url, drop } = await createPostgresDatabase(TEMPLATE);
  const database = openPostgres(url);
  return { ...database, close: () => database.close().then(drop) };
}

/** The same with the demonstration in it. */
export async function openDemonstration(): Promise<Database> {
  const { url, drop } = await createPostgresDatabase(await demonstrationTemplate());
  const database = openPostgres(url);
  return { ...database, close: () => database.close().then(drop) };
}

/** A new database on the tests’ PostgreSQL. */
export interface OwnDatabase {
  readonly url: string;
  /** Removes it, connections included. */
  readonly drop: () => Promise<void>;
}

/**
 * Makes one: a copy of a template, or with nothing in it.
 * @param beside another server’s address than the tests’ own.
 */
export async function createPostgresDatabase(
  template: string | null = null,
  beside = testDatabaseUrl(),
): Promise<OwnDatabase> {
  const name = `cordee_test_${randomUUID().replaceAll('-', '')}`;
  const how =
    template === null
      ? `template0 encoding 'UTF8' lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8'`
      : `${template} strategy file_copy`;
  await onServer(beside, `create database ${name} template ${how}`);
  const own = new URL(beside);
  own.pathname = `/${name}`;
  return {
    url: own.href,
    drop: async () => void (await onServer(beside, `drop database if exists ${name} with (force)`)),
  };
}

/** Makes the template that `openFreshDatabase` copies, on the tests’ PostgreSQL. */
export async function makeTemplate(): Promise<void> {
  const { url } = await createPostgresDatabase();
  const database = openPostgres(url);
  await migrate(database).finally(() => database.close());
  const name = new URL(url).pathname.slice(1);
  await onServer(
    testDatabaseUrl(),
    `drop database if exists ${TEMPLATE} with (force)`,
    `alter database ${name} rename to ${TEMPLATE}`,
  );
}

const DEMONSTRATION = 'cordee_demonstration';

/** The template of the demonstration as a first start installs it; made by the first who asks. */
export async function demonstrationTemplate(): Promise<string> {
  const locks = postgresLocks(testDatabaseUrl());
  try {
    await locks.holding('demonstration template', async () => {
      const { rowCount } = await onServer(
        testDatabaseUrl(),
        `select 1 from pg_database where datname = '${DEMONSTRATION}'`,
      );
      if (rowCount === 1) return;
      const { url } = await createPostgresDatabase(TEMPLATE);
      const database = openPostgres(url);
      await ensureFirstData(database, {
        isDemo: true,
        settings: { ...programEnvironment(), DATABASE_URL: url },
        now: () => new Date(),
        newId: randomUUID,
      }).finally(() => database.close());
      const name = new URL(url).pathname.slice(1);
      await onServer(testDatabaseUrl(), `alter database ${name} rename to ${DEMONSTRATION}`);
    });
    return DEMONSTRATION;
  } finally {
    await locks.close();
  }
}

/** Of each table a sum of its rows, in whatever order they come: another one where anything was written, changed or taken away. */
export async function sumsOfTables(url: string): Promise<Readonly<Record<string, string>>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `select quote_ident(table_name) as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
    );
    const sums = tables.map(
      ({ name }) =>
        `select '${name}' as name, coalesce(sum(hashtextextended(t::text, 0)::numeric), 0)::text as sum from ${name} t`,
    );
    const { rows } = await client.query<{ name: string; sum: string }>(sums.join(' union all '));
    return Object.fromEntries(rows.map(({ name, sum }) => [name, sum]));
  } finally {
    await client.end();
  }
}

/** Does these statements, one after another, on the server at this address; tells how many rows the last gave. */
export async function onServer(url: string, ...statements: string[]): Promise<{ rowCount: number | null }> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    let last: { rowCount: number | null } = { rowCount: null };
    for (const statement of statements) last = await client.query(statement);
    return last;
  } finally {
    await client.end();
  }
}

/** A filled world that several tests of a file look at, each in a savepoint that is rolled back. */
export interface KeptWorld<World> {
  open(): Promise<void>;
  run(test: (world: World) => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

/** Fills a world once for all tests of a file: what takes longer than most of them is not done again for each. */
export function keepWorld<World extends { readonly db: Db }>(
  fill: (test: (world: World) => Promise<void>) => Promise<void>,
): KeptWorld<World> {
  const filled = Promise.withResolvers<World>();
  const over = Promise.withResolvers<void>();
  let kept: Promise<void> | undefined;
  return {
    async open() {
      kept = fill(async (world) => {
        filled.resolve(world);
        await over.promise;
      });
      kept.catch(filled.reject);
      await filled.promise;
    },
    async run(test) {
      const world = await filled.promise;
      // Of a name that nothing else has: an operation that is refused leaves a savepoint of its own behind.
      await world.db.execute(sql`savepoint kept_world`);
      try {
        await test(world);
      } finally {
        await world.db.execute(sql`rollback to savepoint kept_world`);
      }
    },
    async close() {
      over.resolve();
      await kept;
    },
  };
}
