import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { type Database, type Db, openPglite, openPostgres } from '#db/client.ts';
import { migrate } from '#db/migrate.ts';

/** Where the tests' PostgreSQL is; absent, they run on PGlite. */
const url = process.env.TEST_DATABASE_URL;

let shared: Promise<Database> | undefined;
let dump: Promise<Uint8Array> | undefined;

async function open(): Promise<Database> {
  const database = url ? openPostgres(url) : openPglite();
  await migrate(database);
  return database;
}

/** The database that all tests of this process share, migrated and kept empty by `withDb`. */
export function sharedDatabase(): Promise<Database> {
  shared ??= open();
  return shared;
}

class RolledBack extends Error {}

/** Runs a test in a transaction that is rolled back: four to ten milliseconds, nothing left behind. */
export async function withDb(test: (db: Db) => Promise<void>): Promise<void> {
  const { db } = await sharedDatabase();
  await db
    .transaction(async (tx) => {
      await test(tx as Db);
      throw new RolledBack();
    })
    .catch((error: unknown) => {
      if (!(error instanceof RolledBack)) throw error;
    });
}

/** A database of its own, migrated and empty, for servers, concurrency and restarts. `close` removes it. */
export async function openFreshDatabase(): Promise<Database> {
  if (!url) {
    dump ??= sharedDatabase().then(({ pglite }) => {
      if (!pglite) throw new Error('PGlite expected');
      return pglite.dump();
    });
    return openPglite({ dump: await dump });
  }
  const { url: ownUrl, drop } = await createPostgresDatabase(url);
  const database = openPostgres(ownUrl);
  await migrate(database);
  return { ...database, close: () => database.close().then(drop) };
}

/** An empty PostgreSQL database beside the given one, with PGlite's collation; `drop` removes it, connections included. */
export async function createPostgresDatabase(
  beside: string,
): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `cordee_test_${randomUUID().replaceAll('-', '')}`;
  const admin = async (statement: string) => {
    const client = new pg.Client({ connectionString: beside });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  await admin(`create database ${name} template template0 lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8'`);
  const own = new URL(beside);
  own.pathname = `/${name}`;
  return { url: own.href, drop: () => admin(`drop database if exists ${name} with (force)`) };
}
