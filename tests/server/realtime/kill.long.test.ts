import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { CLOSE } from '#shared/realtime/realtime.ts';
import { until } from '#tests/support/patience.ts';
import { Crew, freshSettings, prepare } from '#tests/support/realtime/crash-crew.ts';
import { ServerProcess } from '#tests/support/server-process.ts';

const CYCLES = process.env.TEST_LONG ? 500 : 2;
const EMBEDDED_CYCLES = process.env.TEST_LONG ? 201 : 3;
const CREW = { rooms: 3, people: 3 };
/** After so many a new crew writes new documents: what is typed adds up, and each cycle reads all of it. */
const CYCLES_OF_A_CREW = 25;
const cleanups: (() => Promise<unknown>)[] = [];
const cleanUp = async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
};
afterAll(cleanUp);

type Kind = 'postgres' | 'embedded';

async function start(kind: Kind): Promise<{ server: ServerProcess; crew: Crew; dataDir: string }> {
  const settings = await freshSettings(cleanups, kind);
  const prepared = await prepare(settings, CREW);
  const server = await ServerProcess.start(settings);
  cleanups.push(() => server.end('SIGKILL'));
  const crew = await Crew.open(server.port, prepared, cleanups);
  return { server, crew, dataDir: settings.DATA_DIR ?? '' };
}

const moment = () => new Promise((resolve) => setTimeout(resolve, Math.random() * 700));

/** Kills the embedded PostgreSQL of this folder as the system does when memory is short. */
async function killPostgres(dataDir: string): Promise<void> {
  const file = await readFile(join(dataDir, 'postgresql-18/data/postmaster.pid'), 'utf8');
  process.kill(Number(file.split('\n')[0]), 'SIGKILL');
}

/** Runs so many cycles of typing, killing and comparing; `kill` is given which of them it is, and ends with the server dead. */
async function killUnderLoad(
  kind: Kind,
  cycles: number,
  kill: (server: ServerProcess, dataDir: string, cycle: number) => Promise<unknown>,
): Promise<void> {
  let promised = 0;
  for (let done = 0; done < cycles; done += CYCLES_OF_A_CREW) {
    const { server, crew, dataDir } = await start(kind);
    for (let cycle = done; cycle < Math.min(cycles, done + CYCLES_OF_A_CREW); cycle++) {
      await crew.startTyping();
      await moment();
      const killed = kill(server, dataDir, cycle);
      crew.fallSilent();
      await killed;
      await server.start();
      const missing = await crew.missing();
      expect(missing.words, `cycle ${cycle}`).toEqual([]);
      promised += missing.promised;
    }
    // What nobody had promised comes back with its authors, and nothing is there twice.
    await crew.settle();
    await cleanUp();
  }
  expect(promised).toBeGreaterThan(cycles * CREW.rooms * CREW.people);
}

test(`[R1] ${CYCLES} times killed under load, what was acknowledged or seen by another is there, once`, () =>
  killUnderLoad('postgres', CYCLES, (server) => server.end('SIGKILL')));

test(`[R1] [S12] the same with the embedded database: Node, PostgreSQL and both killed, ${EMBEDDED_CYCLES} times in turn`, () =>
  killUnderLoad('embedded', EMBEDDED_CYCLES, async (server, dataDir, cycle) => {
    const victim = ['node', 'postgres', 'both'][cycle % 3];
    if (victim !== 'node') await killPostgres(dataDir);
    // Node alone has a moment to find its database gone, and to start it again.
    if (victim === 'postgres') await moment();
    return server.end('SIGKILL');
  }));

test('[R1] stopped under load, it says goodbye with 1012, exits with 0, and what it promised is there', async () => {
  const { server, crew } = await start('embedded');
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
});
