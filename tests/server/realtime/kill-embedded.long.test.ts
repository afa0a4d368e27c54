import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CLOSE } from '#shared/realtime/realtime.ts';
import { until } from '#tests/support/patience.ts';
import { cleanUp, killUnderLoad, moment, startWithCrew } from '#tests/support/realtime/kill-under-load.ts';

const CYCLES = process.env.TEST_LONG ? 99 : 3;

/** Kills the embedded PostgreSQL of this folder as the system does when memory is short. */
async function killPostgres(dataDir: string): Promise<void> {
  const file = await readFile(join(dataDir, 'postgresql-18/data/postmaster.pid'), 'utf8');
  process.kill(Number(file.split('\n')[0]), 'SIGKILL');
}

test(`[R1] [S12] with the embedded database: Node, PostgreSQL and both killed, ${CYCLES} times in turn`, () =>
  killUnderLoad('embedded', CYCLES, async (server, dataDir, cycle) => {
    const victim = ['node', 'postgres', 'both'][cycle % 3];
    if (victim !== 'node') await killPostgres(dataDir);
    // Node alone has a moment to find its database gone, and to start it again.
    if (victim === 'postgres') await moment();
    return server.end('SIGKILL');
  }));

test('[R1] stopped under load, it says goodbye with 1012, exits with 0, and what it promised is there', async () => {
  const cleanups: (() => Promise<unknown>)[] = [];
  try {
    const { server, crew } = await startWithCrew('embedded', cleanups);
    for (let cycle = 0; cycle < (process.env.TEST_LONG ? 20 : 1); cycle++) {
      await crew.startTyping();
      await moment();
      const before = crew.everybody.map(({ codes }) => codes.length);
      expect(await server.end('SIGTERM')).toBe(0);
      await until('all are told', () =>
        crew.everybody.every(({ codes }, i) => codes.length > (before[i] ?? 0)),
      );
      expect(new Set(crew.everybody.map(({ codes }, i) => codes[before[i] ?? 0]))).toEqual(
        new Set([CLOSE.restart]),
      );
      crew.fallSilent();
      await server.start();
      expect((await crew.missing()).words).toEqual([]);
    }
    await crew.settle();
  } finally {
    await cleanUp(cleanups);
  }
});
