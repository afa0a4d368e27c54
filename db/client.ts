import { drizzle as drizzlePostgres } from 'drizzle-orm/node-postgres';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite';
import pg from 'pg';
import { type Locks, localLocks, postgresLocks } from './locks.ts';
import { PgliteClient } from './pglite-client.ts';
import { TracedClient } from './traced-client.ts';

/** What every function of `db/` takes first: the database, or a transaction of it. */
export type Db = PgDatabase<PgQueryResultHKT, Record<string, never>>;

/** One parameterised statement, for the few places that write SQL themselves (the update log). */
export type RunSql = (sql: string, params: unknown[]) => Promise<{ rows: Record<string, unknown>[] }>;

/** An open database, whichever it is. */
export interface Database {
  readonly db: Db;
  readonly run: RunSql;
  readonly kind: 'postgres' | 'pglite';
  /** Between all processes on this database. */
  readonly locks: Locks;
  /** Set on PGlite only: pg-boss and the tests need the client itself. */
  readonly pglite: PgliteClient | null;
  /** Resolves when the database answers; rejects with the driver's error otherwise. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** PostgreSQL 15 or newer at this URL. Connections are opened on demand, at most `poolSize`. */
export function openPostgres(url: string, poolSize = 12): Database {
  const locks = postgresLocks(url);
  const pool = new pg.Pool({
    Client: TracedClient,
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: 5_000,
  });
  // An idle connection that dies is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  // Few statements, sent thousands of times a minute: under a name, each connection parses and plans them once.
  const names = new Map<string, string>();
  const run: RunSql = (text, values) => {
    // A text without values may hold several statements, which cannot be prepared.
    if (values.length === 0) return pool.query(text);
    const name = names.get(text) ?? `run_${names.size}`;
    names.set(text, name);
    return pool.query({ name, text, values });
  };
  return {
    db: drizzlePostgres(pool) as unknown as Db,
    run,
    kind: 'postgres',
    locks,
    pglite: null,
    ping: async () => void (await pool.query('select 1')),
    close: async () => void (await Promise.all([pool.end(), locks.close()])),
  };
}

/** Embedded PGlite in this directory (in memory when absent), alone: the caller holds the directory's lock. */
export function openPglite(options: { dataDir?: string; dump?: Uint8Array } = {}): Database {
  const client = new PgliteClient(options);
  return {
    db: drizzlePglite({ client: client as never }) as unknown as Db,
    run: (sql, params) => client.query(sql, params),
    kind: 'pglite',
    locks: localLocks(),
    pglite: client,
    ping: async () => void (await client.query('select 1')),
    close: () => client.close(),
  };
}
