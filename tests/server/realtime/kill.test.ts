import { afterAll, expect, test } from 'vitest';
import { CLOSE } from '#shared/realtime.ts';
import { Crew, freshSettings, prepare } from '#tests/support/crash-crew.ts';
import { until } from '#tests/support/live-clients.ts';
import { ServerProcess } from '#tests/support/server-process.ts';

const CYCLES = process.env.TEST_LONG ? 500 : 10;
const CREW = { rooms: 3, people: 3 };
/** After so many a new crew writes new documents: what is typed adds up, and each cycle reads all of it. */
const CYCLES_OF_A_CREW = 25;
const cleanups: (() => Promise<unknown>)[] = [];
const cleanUp = async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
};
afterAll(cleanUp);

async function start(): Promise<{ server: ServerProcess; crew: Crew }> {
  const settings = await freshSettings(cleanups);
  const prepared = await prepare(settings, CREW);
  const server = await ServerProcess.start(settings);
  cleanups.push(() => server.end('SIGKILL'));
  return { server, crew: await Crew.open(server.port, prepared, cleanups) };
}

const moment = () => new Promise((resolve) => setTimeout(resolve, Math.random() * 700));

test(`[R1] ${CYCLES} times killed under load, what was acknowledged or seen by another is there, once`, {
  timeout: CYCLES * 60_000,
}, async () => {
  let promised = 0;
  for (let done = 0; done < CYCLES; done += CYCLES_OF_A_CREW) {
    const { server, crew } = await start();
    for (let cycle = done; cycle < Math.min(CYCLES, done + CYCLES_OF_A_CREW); cycle++) {
      await crew.startTyping();
      await moment();
      const killed = server.end('SIGKILL');
      crew.fallSilent();
      await killed;
      await server.start();
      const missing = await crew.missing();
      expect(missing.words).toEqual([]);
      promised += missing.promised;
    }
    // What nobody had promised comes back with its authors, and nothing is there twice.
    await crew.settle();
    await cleanUp();
  }
  expect(promised).toBeGreaterThan(CYCLES * CREW.rooms * CREW.people);
});

test('[R1] stopped under load, it says goodbye with 1012, exits with 0, and what it promised is there', {
  timeout: 300_000,
}, async () => {
  const { server, crew } = await start();
  for (let cycle = 0; cycle < (process.env.TEST_LONG ? 20 : 2); cycle++) {
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
