import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashPassword } from 'better-auth/crypto';
import pg from 'pg';
import { openPostgres } from '#db/kernel/client.ts';
import { migrate } from '#db/kernel/migrate.ts';
import { createPostgresDatabase } from '#tests/support/database.ts';
import { findPostgres } from '#tests/support/find-services.ts';
import { freePort } from '#tests/support/private-services.ts';
import { signInByPassword, startBuiltServer } from './built-server.ts';
import { fillNational, SIGNED_IN } from './fill-national.ts';
import { NATIONAL_PAGES, type NationalPage } from './national-pages.ts';
import { percentile } from './percentiles.ts';

const TARGET_MS = 300;
const PASSWORD = 'une-mesure-du-pays';
/** A scan of fewer rows is what an index would cost. */
const LARGE_SCAN = 10_000;

/**
 * How long the built server takes to answer each list at the scale of the country, on PostgreSQL, drawing included; how much it sends
 * and how often it asks the database; then which large tables were read whole.
 */
export async function measureNational({ rounds, share }: { rounds: number; share: number }): Promise<void> {
  const service = await findPostgres();

  const own = await createPostgresDatabase(null, service.url);
  const folder = await mkdtemp(join(tmpdir(), 'cordee-bench-'));
  try {
    const database = openPostgres(own.url);
    await migrate(database);
    const start = performance.now();
    await fillNational(database, { share, passwordHash: await hashPassword(PASSWORD) });
    await database.close();
    console.log(`\nfilled in ${Math.round((performance.now() - start) / 1000)} s`);
    const port = String(await freePort());
    const origin = `http://localhost:${port}`;
    const server = await startBuiltServer(
      { DATABASE_URL: own.url, DATA_DIR: folder, ORIGIN: origin, PORT: port, SECOND_FACTOR: '0' },
      new URL('./heard-statements.ts', import.meta.url),
    );
    try {
      await measurePages({ server: server.child, origin, url: own.url, rounds });
    } finally {
      await server.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
    await own.drop();
    await service.stop();
  }
}

interface Measured {
  readonly server: ChildProcess;
  readonly origin: string;
  readonly url: string;
  readonly rounds: number;
}

async function measurePages({ server, origin, url, rounds }: Measured): Promise<void> {
  const cookies = new Map<string, string>();
  for (const [who, rank] of Object.entries(SIGNED_IN))
    cookies.set(who, await signInByPassword(origin, { email: `p${rank}@exemple.test`, password: PASSWORD }));
  const open = async ({ path, who }: NationalPage) => {
    const answer = await fetch(origin + path, { headers: { cookie: cookies.get(who) ?? '' } });
    const { byteLength } = await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return byteLength;
  };
  const scans: string[] = [];
  const missed: string[] = [];
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  console.log(`\nload of the machine ${loadavg().map((load) => load.toFixed(1))}`);
  console.log(
    '\n| page | for | KB | statements | shortest | p50 | p95 | ≤ 300 ms |\n|---|---|---|---|---|---|---|---|',
  );
  try {
    for (const page of NATIONAL_PAGES) {
      let bytes = 0;
      const times: number[] = [];
      // The first ones load modules, plan statements and warm the cache.
      for (let round = -2; round < rounds; round++) {
        const start = performance.now();
        bytes = await open(page);
        if (round >= 0) times.push(performance.now() - start);
      }
      const statements = await heardFrom(server, () => open(page));
      const most = percentile(times, 95) ?? 0;
      const cells = [percentile(times, 0), percentile(times, 50), most].map(
        (value) => `${Math.round(value ?? 0)} ms`,
      );
      const isMet = most <= TARGET_MS;
      if (!isMet) missed.push(`${page.name}, ${page.who}`);
      console.log(
        `| ${page.name} | ${page.who} | ${Math.round(bytes / 1000)} | ${statements.length} | ${cells.join(' | ')} | ${isMet ? 'met' : '**missed**'} |`,
      );
      for (const scan of await largeScansOf(client, statements))
        scans.push(`| ${page.name}, ${page.who} | ${scan.table} | ${scan.read} | ${scan.kept} |`);
    }
  } finally {
    await client.end();
  }
  console.log(`\nload of the machine ${loadavg().map((load) => load.toFixed(1))}`);
  console.log(missed.length === 0 ? '\nall are met' : `\nmissed: ${missed.join('; ')}`);
  console.log(
    `\n| page | table read whole | rows | kept |\n|---|---|---|---|\n${[...new Set(scans)].join('\n')}`,
  );
}

interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** What the server asked the database meanwhile. */
async function heardFrom(server: ChildProcess, run: () => Promise<unknown>): Promise<Statement[]> {
  server.send('hear');
  await once(server, 'message');
  await run();
  server.send('tell');
  const [heard] = await once(server, 'message');
  return heard as Statement[];
}

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly Plan[];
}

interface Scan {
  readonly table: string;
  readonly read: number;
  readonly kept: number;
}

/** Which of these statements read a large table whole: each is run once more, explained. */
async function largeScansOf(client: pg.Client, statements: readonly Statement[]): Promise<Scan[]> {
  const scans: Scan[] = [];
  for (const { text, values } of statements) {
    const { rows } = await client.query(`explain (analyze, format json) ${text}`, [...values]);
    scans.push(...largeScans(rows[0]['QUERY PLAN'][0].Plan));
  }
  return scans;
}

function largeScans(plan: Plan): Scan[] {
  const kept = plan['Actual Rows'] * plan['Actual Loops'];
  const read = (plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0)) * plan['Actual Loops'];
  const own = plan['Node Type'] === 'Seq Scan' && read > LARGE_SCAN;
  return [
    ...(own ? [{ table: plan['Relation Name'] ?? '?', read, kept }] : []),
    ...(plan.Plans ?? []).flatMap(largeScans),
  ];
}
