import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

const LOOK_MS = 2_000;

/** Megabytes that these processes hold, what several share counted once; null where the system does not tell. */
function heldMegabytes(pids: readonly number[]): number | null {
  let total = 0;
  for (const pid of pids) {
    const held = heldBy(pid);
    if (held === null) return null;
    total += held;
  }
  return total / 1024;
}

function heldBy(pid: number): number | null {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'latin1'))?.[1] ?? 0);
  } catch {
    return null;
  }
}

/** Megabytes of the servers, and of the connections that the database has open for them. */
export interface HeldMemory {
  /** The most at any moment. */
  readonly servers: number;
  readonly database: number;
  /** Both together, before anything was asked of them. */
  readonly atRest: number;
}

/** Looks at once, then every two seconds, at what the servers and their connections hold, until it is ended. */
export async function watchMemory(
  servers: readonly number[],
  databaseUrl: string,
): Promise<() => Promise<HeldMemory>> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  let [most, mostOfDatabase] = [0, 0];
  const look = async () => {
    const { rows } = await client.query<{ pid: number }>(
      'select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    );
    most = Math.max(most, heldMegabytes(servers) ?? 0);
    mostOfDatabase = Math.max(mostOfDatabase, heldMegabytes(rows.map(({ pid }) => pid)) ?? 0);
  };
  await look();
  const atRest = most + mostOfDatabase;
  let isOver = false;
  const looking = (async () => {
    while (!isOver) {
      await pause(LOOK_MS);
      await look();
    }
    await client.end();
  })();
  return async () => {
    isOver = true;
    await looking;
    return { servers: most, database: mostOfDatabase, atRest };
  };
}
