import { afterAll, expect, test } from 'vitest';
import { CLOSE } from '#shared/realtime/realtime.ts';
import { startBalancer } from '#tests/support/balancer.ts';
import { testRedis } from '#tests/support/realtime/cluster.ts';
import { Crew, freshSettings, prepare } from '#tests/support/realtime/crash-crew.ts';
import { ServerProcess } from '#tests/support/server-process.ts';

const cleanups: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const cleanup of cleanups.reverse()) await cleanup();
});

// In every run `cluster-faults.test.ts` restarts three instances one after the other, without people who move over.
test.skipIf(!testRedis || !process.env.TEST_LONG)(
  '[S10] [N1] three instances are restarted one after the other while people write: they move over, go on, and nothing is lost',
  async () => {
    const settings = { ...(await freshSettings(cleanups)), REDIS_URL: testRedis ?? '' };
    const prepared = await prepare(settings, { rooms: 2, people: 3 });
    const instances = await Promise.all([1, 2, 3].map(() => ServerProcess.start(settings)));
    for (const instance of instances) cleanups.push(() => instance.end('SIGKILL'));
    const door = await startBalancer(instances.map(({ port }) => port));
    cleanups.push(async () => door.close());
    const crew = await Crew.open(door.port, prepared, cleanups);
    await crew.startTyping();
    for (const instance of instances) {
      const before = crew.everybody.map(({ acknowledged }) => acknowledged.length);
      expect(await instance.end('SIGTERM')).toBe(0);
      // While it is away the others take what is written.
      await crew.hearMore(before);
      await instance.start();
    }
    await crew.settle();
    // All were told to come back, at least twice: when the first ended, and when the one that took them did.
    const codes = crew.everybody.map((writer) => writer.codes.filter((code) => code === CLOSE.restart));
    expect(codes.every((told) => told.length >= 2)).toBe(true);
    crew.fallSilent();
    const { words, promised } = await crew.missing();
    expect(words).toEqual([]);
    expect(promised).toBeGreaterThan(crew.everybody.length);
  },
);
