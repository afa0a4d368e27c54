import { drizzle as drizzlePostgres } from 'drizzle-orm/node-postgres';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import pg from 'pg';
import { type Locks, postgresLocks } from './locks.ts';
import { TracedClient } from './traced-client.ts';

/** What every function of `db/` takes first: the database, or a transaction of it. */
export type Db = PgDatabase<PgQueryResultHKT, Record<string, never>>;

/** One parameterised statement, for the few places that write SQL themselves (the update log). */
export type RunSql = (sql: string, params: unknown[]) => Promise<{ rows: Record<string, unknown>[] }>;

/** An open PostgreSQL. */
export interface Database {
  readonly db: Db;
  readonly run: RunSql;
  /** It belongs to one process of ours, which runs it: nobody else writes in it while that one serves. */
  readonly isEmbedded: boolean;
  /** Between all processes on this database. */
  readonly locks: Locks;
  /** Resolves when the database answers; rejects with the driver's error otherwise. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** PostgreSQL 15 or newer at this URL. Connections are opened on demand, at most `poolSize`. */
export function openPostgres(url: string, { poolSize = 12, isEmbedded = false } = {}): Database {
  const locks = postgresLocks(url);
  const pool = new pg.Pool({
    Client: TracedClient,
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: 5_000,
  });
  // An idle connection that dies is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  const refusing = new WeakSet<pg.PoolClient>();
  pool.on('connect', (client) => {
    client.connection.on('errorMessage', ({ code }) => code === READ_ONLY && refusing.add(client));
  });
  pool.on('release', (_error, client) => {
    if (refusing.delete(client)) queueMicrotask(() => closeIdle(pool));
  });
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
    db: drizzlePostgres(pool),
    run,
    isEmbedded,
    locks,
    ping: async () => void (await pool.query('select 1')),
    close: async () => void (await Promise.all([pool.end(), locks.close()])),
  };
}

/** What a copy of a database says to whoever would write in it. */
const READ_ONLY = '25006';

/**
 * [R1] A connection goes on refusing to write once the copy that it was made to is no copy any more. After a failover a whole pool may be of such, and
 * each would refuse a write of its own: the first that does takes the idle ones with it.
 */
function closeIdle(pool: pg.Pool): void {
  const close = (client: pg.PoolClient) => client.release(true);
  for (let left = pool.idleCount; left > 0; left--) pool.connect().then(close, () => undefined);
}
