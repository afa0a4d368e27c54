import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { type Database, openPostgres } from '#db/kernel/client.ts';
import { CLOSE } from '#shared/realtime/realtime.ts';
import { type Balancer, startBalancer } from '#tests/support/balancer.ts';
import { until } from '#tests/support/patience.ts';
import { type PrivateService, startPostgres, startRedis } from '#tests/support/private-services.ts';
import { testRedis } from '#tests/support/realtime/cluster.ts';
import { prepare, Writer } from '#tests/support/realtime/crash-crew.ts';
import { HandSocket, typed } from '#tests/support/realtime/live-clients.ts';
import { signIn } from '#tests/support/server.ts';
import { ServerProcess } from '#tests/support/server-process.ts';

const isLong = process.env.TEST_LONG === '1';
/** How long something is away. */
const AWAY_MS = isLong ? 10_000 : 1_500;
const ASLEEP_MS = isLong ? 20_000 : 2_500;

let postgres: PrivateService;
let redis: PrivateService;
let database: Database;
let instances: readonly [ServerProcess, ServerProcess, ServerProcess];
/** Three doors: each prefers one instance and goes to another when it is gone. */
let doors: readonly Balancer[];
let groupId = '';
const rooms: string[] = [];
const cookies: string[] = [];
const cleanups: (() => unknown)[] = [];

async function start(): Promise<void> {
  const [ownPostgres, ownRedis] = await Promise.all([startPostgres(), startRedis()]);
  if (!ownPostgres || !ownRedis) throw new Error('PostgreSQL and Redis are here, but not their programs');
  postgres = ownPostgres;
  redis = ownRedis;
  cleanups.push(postgres.stop, redis.stop);
  const folder = await mkdtemp(join(tmpdir(), 'cordee-cluster-'));
  cleanups.push(() => rm(folder, { recursive: true, force: true }));
  const settings = {
    DATA_DIR: folder,
    DATABASE_URL: postgres.url,
    REDIS_URL: redis.url,
    LOG_LEVEL: 'warn',
  };
  const prepared = await prepare(settings, { rooms: names.length + 2, people: 6 });
  rooms.push(...prepared.rooms);
  ({ groupId } = prepared);
  database = openPostgres(postgres.url);
  cleanups.push(() => database.close());
  instances = await Promise.all([
    ServerProcess.start(settings),
    ServerProcess.start(settings),
    ServerProcess.start(settings),
  ]);
  for (const instance of instances) cleanups.push(() => instance.end('SIGKILL'));
  const ports = instances.map(({ port }) => port);
  doors = await Promise.all(ports.map((_, at) => startBalancer([...ports.slice(at), ...ports.slice(0, at)])));
  for (const door of doors) cleanups.push(() => door.close());
  for (const email of prepared.emails) cookies.push((await signIn(instances[0].port, email)).cookie);
}

/** What can happen to a cluster while people write. */
const faults = {
  'Redis is gone for a while': async (writers: readonly Writer[]) => {
    const lengths = instances.map(({ output }) => output.length);
    await redis.crash();
    const firstWord = writers[0]?.written.length ?? 0;
    await wait(AWAY_MS);
    await until('what is written meanwhile passes all the same', () =>
      writers.every((writer) => writer.words().includes(`w0-${firstWord}`)),
    );
    // Said once at most, not at every word.
    for (const [at, { output }] of instances.entries()) {
      const lines = output.slice(lengths[at]).split('\n');
      expect(lines.filter((line) => /redis/i.test(line)).length).toBeLessThanOrEqual(1);
    }
    await redis.restart();
  },
  'PostgreSQL crashes and recovers': async () => {
    await postgres.crash();
    await wait(AWAY_MS);
    await postgres.restart();
  },
  'one instance is asleep for a while': async () => {
    instances[0].signal('SIGSTOP');
    await wait(ASLEEP_MS);
    instances[0].signal('SIGCONT');
  },
  'one instance is killed': async () => {
    await instances[1].end('SIGKILL');
    await wait(AWAY_MS);
    await instances[1].start();
  },
  'the instances are restarted one after the other': async () => {
    for (const instance of instances) {
      expect(await instance.end('SIGTERM')).toBe(0);
      await instance.start();
    }
  },
};
type Fault = keyof typeof faults;
const names = Object.keys(faults) as Fault[];

/** Six people on three instances write in one document all the while; afterwards nothing may be missing, or be there twice. */
async function writeThrough(happenings: readonly Fault[]): Promise<void> {
  const room = rooms.pop() ?? '';
  const writers = cookies.map(
    (cookie, at) => new Writer(doors[at % doors.length]?.port ?? 0, room, cookie, `w${at}`),
  );
  for (const { provider } of writers) provider.connect();
  try {
    await until('all are connected', () => writers.every(({ provider }) => provider.synced));
    for (const writer of writers) writer.type(40);
    for (const happening of happenings) {
      const before = writers.map(({ acknowledged }) => acknowledged.length);
      await until('everybody is being stored', () =>
        writers.every(({ acknowledged }, at) => acknowledged.length > (before[at] ?? 0)),
      );
      await faults[happening](writers);
    }
    for (const writer of writers) writer.pause();
    const all = () => writers.flatMap(({ written }) => written);
    await until('everything is saved and seen by all', () =>
      writers.every((writer) => writer.isSaved && writer.words().length === all().length),
    );
    const { rows } = await database.run('select data from doc_update where room = $1 order by seq', [room]);
    const log = new Y.Doc();
    for (const { data } of rows) if (data instanceof Uint8Array) Y.applyUpdate(log, data);
    expect(log.getArray<string>('words').toArray().sort()).toEqual(all().sort());
    for (const writer of writers) expect(writer.words()).toEqual(log.getArray('words').toArray());
    // Who opens it now, by a snapshot or not, reads the same.
    const newcomer = new Writer(doors[0]?.port ?? 0, room, cookies[0] ?? '', 'newcomer');
    newcomer.provider.connect();
    await until('a newcomer has it', () => newcomer.provider.synced);
    expect(newcomer.words()).toEqual(log.getArray('words').toArray());
    newcomer.leave();
    // Nobody was sent away for good.
    expect(writers.flatMap(({ codes }) => codes).filter((code) => code >= 4_000)).toEqual([]);
    expect(instances.every(({ isRunning }) => isRunning)).toBe(true);
  } finally {
    for (const writer of writers) writer.leave();
  }
}

/** A generator of its own, so that a failing order can be run again. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

describe.skipIf(!testRedis)('three instances', () => {
  beforeAll(start);
  afterAll(async () => {
    for (const cleanup of cleanups.reverse()) await cleanup();
  });

  test.each(names)('[N1] nothing is lost when %s', async (name) => {
    await writeThrough([name]);
  });

  const seed = Number(process.env.TEST_SEED ?? Math.floor(Math.random() * 2 ** 31));
  const title = `[N1] nothing is lost in thirty faults in any order (TEST_SEED=${seed})`;
  test.runIf(isLong)(title, async () => {
    const next = chance(seed);
    const happenings: Fault[] = [];
    for (let turn = 0; turn < 30; turn++) {
      const at = Math.floor(next() * names.length);
      happenings.push(...names.slice(at, at + 1));
    }
    await writeThrough(happenings);
  });

  test.runIf(isLong)(
    '[N4] what somebody sends who was removed while the instance slept is not taken',
    async () => {
      const [asleep] = instances;
      const room = rooms.pop() ?? '';
      const socket = await HandSocket.open(asleep, room, { cookie: cookies[3] ?? '' }, '?ack=1');
      socket.sendUpdate(typed('Tant que j’y suis', 901));
      await until('it is stored', () => socket.acked === 1);
      asleep.signal('SIGSTOP');
      await database.run(
        'delete from group_member where group_id = $1 and user_id = (select user_id from doc_client where room = $2)',
        [groupId, room],
      );
      socket.sendUpdate(typed('Trop tard', 902));
      await wait(ASLEEP_MS);
      asleep.signal('SIGCONT');
      expect((await socket.whenClosed()).code).toBe(CLOSE.restart);
      const again = await HandSocket.open(asleep, room, { cookie: cookies[3] ?? '' });
      expect((await again.whenClosed()).code).toBe(CLOSE.gone);
      const { rows } = await database.run('select count(*) as count from doc_update where room = $1', [room]);
      expect(Number(rows[0]?.count)).toBe(1);
    },
  );
});
