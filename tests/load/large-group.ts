import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashPassword } from 'better-auth/crypto';
import { migrate } from '#db/kernel/migrate.ts';
import { openEmbedded } from '#server/kernel/embedded-postgres/embedded-postgres.ts';
import { freePort } from '#tests/support/private-services.ts';
import { signInByPassword, startBuiltServer } from './built-server.ts';
import { fillLargeGroup } from './fill-large-group.ts';
import { percentile } from './percentiles.ts';

const PASSWORD = 'une-mesure-de-pages';

/** How long the server takes to answer the pages that tell what a group does, in a large group. */
export async function measureLargeGroup({ rounds }: { rounds: number }): Promise<void> {
  console.log('\n| page of a large group | p50 | p95 | longest |\n|---|---|---|---|');
  const folder = await mkdtemp(join(tmpdir(), 'cordee-bench-'));
  const database = await openEmbedded(folder);
  await migrate(database);
  const filled = await fillLargeGroup(database.db, await hashPassword(PASSWORD));
  await database.run('analyze', []);
  await database.close();
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const server = await startBuiltServer({
    DATA_DIR: folder,
    PORT: String(port),
    ORIGIN: origin,
  });
  try {
    const cookie = await signInByPassword(origin, { email: filled.email, password: PASSWORD });
    const group = `/groupes/${filled.groupId}`;
    const pages = [
      '/',
      '/nouveautes',
      `/nouveautes?groupe=${filled.groupId}`,
      '/nombres',
      group,
      `${group}/animation`,
      `${group}/membres`,
    ];
    for (const page of pages) {
      const times = await timesOf(origin + page, cookie, rounds);
      const [half, most, longest] = [50, 95, 100].map(
        (percent) => `${Math.round(percentile(times, percent))} ms`,
      );
      console.log(`| ${page.replace(filled.groupId, 'id')} | ${half} | ${most} | ${longest} |`);
    }
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function timesOf(url: string, cookie: string, rounds: number): Promise<number[]> {
  const times: number[] = [];
  // The first answers load the modules of the page.
  for (let round = -3; round < rounds; round++) {
    const start = performance.now();
    const answer = await fetch(url, { headers: { cookie } });
    await answer.text();
    if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
    if (round >= 0) times.push(performance.now() - start);
  }
  return times;
}
