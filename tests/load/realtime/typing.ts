import type { RecordableHistogram } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import type { Contender } from './contenders.ts';
import type { Figures } from './figures.ts';
import { cpuOf } from './processes.ts';
import {
  hangUp,
  type LoadRoom,
  newRooms,
  openAll,
  Stopwatch,
  type Typist,
  typeAll,
  visit,
} from './typist.ts';

const WARM_MS = 1_000;
const DRAIN_MS = 20_000;

interface Typing {
  readonly rooms: number;
  /** Typists in each. */
  readonly members: number;
  /** Characters a second of each. */
  readonly rate: number;
  readonly ms: number;
}

interface Typed {
  readonly stopwatch: Stopwatch;
  /** Characters that reached another one while it was measured, and those that never did. */
  readonly delivered: number;
  readonly undelivered: number;
  /** Processor seconds of the server, and of its database where that is another process of this machine. */
  readonly cpu: number | null;
  readonly databaseCpu: number | null;
}

async function typing(contender: Contender, { rooms: count, members, rate, ms }: Typing): Promise<Typed> {
  const stopwatch = new Stopwatch();
  const rooms = newRooms(count, members);
  const typists = await openAll(
    rooms.flatMap((room) =>
      room.members.map((member) => () => visit(contender, room, member, { stopwatch })),
    ),
  );
  await typeAll(typists, rate, WARM_MS);
  const before = deliveredTo(typists);
  const databaseCpu = cpuOf(await contender.databasePids());
  const cpu = cpuOf([contender.pid]);
  stopwatch.since = performance.now();
  await typeAll(typists, rate, ms);
  const expected = rooms.reduce((sum, room) => sum + room.typed * (members - 1), 0);
  for (const end = performance.now() + DRAIN_MS; deliveredTo(typists) < expected && performance.now() < end; )
    await wait(20);
  const typed = {
    stopwatch,
    delivered: deliveredTo(typists) - before,
    undelivered: expected - deliveredTo(typists),
    cpu: cpu(),
    databaseCpu: databaseCpu(),
  };
  await hangUp(typists);
  return typed;
}

function deliveredTo(typists: readonly Typist[]): number {
  return typists.reduce((sum, { delivered }) => sum + delivered, 0);
}

const milliseconds = (histogram: RecordableHistogram, percentile: number): number | null =>
  histogram.count > 0 ? histogram.percentile(percentile) / 1000 : null;

/** Everybody types and sees what the others type. */
export async function deliver(contender: Contender, how: Typing): Promise<Figures> {
  const { stopwatch, delivered, undelivered, cpu, databaseCpu } = await typing(contender, how);
  const perThousand = (seconds: number | null) => (seconds === null ? null : (seconds * 1e6) / delivered);
  return {
    cpu: perThousand(cpu),
    database: perThousand(databaseCpu),
    p50: milliseconds(stopwatch.delivery, 50),
    p99: milliseconds(stopwatch.delivery, 99),
    undelivered,
  };
}

/** How long typists wait to hear that what they wrote is stored (Hocuspocus: received). */
export async function acknowledge(contender: Contender, how: Typing): Promise<Figures> {
  const { stopwatch } = await typing(contender, how);
  return { p95: milliseconds(stopwatch.ack, 95), p50: milliseconds(stopwatch.ack, 50) };
}

/** What somebody saw another one write, then the server is killed: how much of it is still there afterwards. */
export async function killed(contender: Contender, how: Typing): Promise<Figures> {
  const rooms = newRooms(how.rooms, how.members + 1);
  const writers = rooms.map((room) => room.members.slice(0, how.members));
  const typists = await openAll(
    rooms.flatMap((room, r) => (writers[r] ?? []).map((member) => () => visit(contender, room, member))),
  );
  await typeAll(typists, how.rate, how.ms);
  for (const end = performance.now() + 500; performance.now() < end && !rooms.every(isSeenWhole); )
    await wait(5);
  await wait(50);
  const owed = rooms.map((room) => [...room.seenByOthers]);
  const promised = typists.map(({ ackedCharacters }) => ackedCharacters);
  await contender.stop('SIGKILL');
  await hangUp(typists, 'abruptly');
  await contender.start();
  const readers = await openAll(rooms.map((room) => () => visit(contender, room, how.members)));
  // Some servers load after they have said "synced".
  await wait(2_000);
  const lost = (had: number, has: number) => Math.max(0, had - has);
  let seen = 0;
  let seenLost = 0;
  let ackedLost = 0;
  for (const [r, had] of owed.entries())
    for (const member of writers[r] ?? []) {
      const has = readers[r]?.seen[member] ?? 0;
      seen += had[member] ?? 0;
      seenLost += lost(had[member] ?? 0, has);
      ackedLost += lost(promised[r * how.members + member] ?? 0, has);
    }
  await hangUp(readers);
  return { lost: (100 * seenLost) / seen, acknowledged: contender.acknowledges ? ackedLost : null };
}

function isSeenWhole({ sentAt, seenByOthers }: LoadRoom): boolean {
  return sentAt.every(({ length }, member) => seenByOthers[member] === length);
}
