import { drizzle as drizzlePostgres } from 'drizzle-orm/node-postgres';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type pg from 'pg';
import { type Locks, postgresLocks } from './locks.ts';
import { Pool } from './pool.ts';
import { withQueryCache } from './query-cache.ts';

/** What every function of `db/` takes first: the database, or a transaction of it. */
export type Db = PgDatabase<PgQueryResultHKT, Record<string, never>>;

/** One parameterised statement, for the few places that write SQL themselves (the update log). */
export type RunSql = (sql: string, params: unknown[]) => Promise<{ rows: Record<string, unknown>[] }>;

/** An open PostgreSQL. */
export interface Database {
  readonly db: Db;
  readonly run: RunSql;
  /** [PG3] The same for one page: what its parts ask twice is asked once, until `end`. */
  forPage(): { readonly db: Db; end(): void };
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
  const pool: pg.Pool = new Pool(url, poolSize);
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
    forPage() {
      const { pool: cached, end } = withQueryCache(pool);
      return { db: drizzlePostgres(cached), end };
    },
    isEmbedded,
    locks,
    ping: async () => void (await pool.query('select 1')),
    close: async () => void (await Promise.all([pool.end(), locks.close()])),
  };
}
