import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';

/** Locks by name, over all processes that share a database. They guard work from being done twice, never the data itself. */
export interface Locks {
  /** Takes a lock when it is free; resolves with what gives it back, or with null. */
  take(name: string): Promise<(() => Promise<void>) | null>;
  /** Runs `work` as soon as the lock is free, and gives the lock back. */
  holding<T>(name: string, work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

const RETRY_MS = 50;

/**
 * Advisory locks of PostgreSQL, all on one connection of their own: whoever waits for one takes none of the connections
 * that its holder needs. A lost connection gives them all back.
 */
export function postgresLocks(url: string): Locks {
  let connection: Promise<Connection> | null = null;
  const open = async () => {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000, keepAlive: true });
    const lose = () => {
      connection = null;
    };
    client.on('error', lose).on('end', lose);
    await client.connect().catch((error: unknown) => {
      lose();
      throw error;
    });
    return { ask: oneAtATime(client), end: () => client.end() };
  };
  return locksBy({
    async lock(name) {
      connection ??= open();
      const own = connection;
      const { ask } = await own;
      if (!(await ask('select pg_try_advisory_lock(hashtextextended($1, 0)) as done', name))) return null;
      return async () => {
        if (connection === own) await ask('select pg_advisory_unlock(hashtextextended($1, 0)) as done', name);
      };
    },
    async close() {
      await (await connection?.catch(() => null))?.end();
    },
  });
}

interface Connection {
  /** Whether this statement about a lock, by its name, says that it is done. */
  ask(statement: string, name: string): Promise<boolean>;
  end(): Promise<void>;
}

/** Locks are asked for side by side, but a connection takes the next statement only when the one before is answered. */
function oneAtATime(client: pg.Client): Connection['ask'] {
  let last: Promise<unknown> = Promise.resolve();
  return (statement, name) => {
    const asked = last.then(() => client.query<{ done: boolean }>(statement, [name]));
    last = asked.catch(() => undefined);
    return asked.then(({ rows }) => rows[0]?.done === true);
  };
}

/** A session may take its own lock again: within the process it is remembered who has it. */
function locksBy(between: {
  lock: (name: string) => Promise<(() => Promise<void>) | null>;
  close: () => Promise<void>;
}): Locks {
  const taken = new Set<string>();
  const take: Locks['take'] = async (name) => {
    if (taken.has(name)) return null;
    taken.add(name);
    const unlock = await between.lock(name).catch((error: unknown) => {
      taken.delete(name);
      throw error;
    });
    if (!unlock) taken.delete(name);
    return (
      unlock &&
      (async () => {
        await unlock().catch(() => undefined);
        taken.delete(name);
      })
    );
  };
  return {
    take,
    async holding(name, work) {
      let release = await take(name);
      while (!release) {
        await wait(RETRY_MS);
        release = await take(name);
      }
      try {
        return await work();
      } finally {
        await release();
      }
    },
    close: between.close,
  };
}
