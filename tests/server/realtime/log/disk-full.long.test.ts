import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { canMount, mountSmallDisk, type SmallDisk } from '#tests/support/kernel/small-disk.ts';
import { until } from '#tests/support/patience.ts';
import { startPostgres } from '#tests/support/private-services.ts';
import { Crew, prepare } from '#tests/support/realtime/crash-crew.ts';
import { HandSocket, isStep2, typed } from '#tests/support/realtime/live-clients.ts';
import { signIn } from '#tests/support/server.ts';
import { ServerProcess } from '#tests/support/server-process.ts';

/** People who come in while the disk stays full, one after the other, and what each open page writes in vain between two of them. */
const [NEWCOMERS, WORDS_BETWEEN] = process.env.TEST_LONG ? [20, 150] : [2, 20];

const cleanups: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const cleanup of cleanups.reverse()) await cleanup();
});

/** The data folder of the embedded database, or the cluster of a PostgreSQL, on this disk. */
async function settingsOn(disk: SmallDisk, kind: 'postgres' | 'embedded'): Promise<Record<string, string>> {
  const dataDir = join(disk.path, 'data');
  mkdirSync(dataDir);
  if (kind === 'embedded') return { DATA_DIR: dataDir, DATABASE_URL: '' };
  const postgres = await startPostgres({ within: disk.path });
  cleanups.push(postgres.stop);
  return { DATA_DIR: dataDir, DATABASE_URL: postgres.url };
}

test.skipIf(!canMount).each(['postgres', 'embedded'] as const)(
  '[R1] a full disk (%s): nothing is promised, reading goes on, and all is stored once there is room',
  async (kind) => {
    const disk = mountSmallDisk(160);
    cleanups.push(async () => disk.remove());
    const settings = await settingsOn(disk, kind);
    const prepared = await prepare(settings, { rooms: 3, people: 3 });
    const server = await ServerProcess.start(settings);
    cleanups.push(() => server.end('SIGKILL'));
    const crew = await Crew.open(server.port, { ...prepared, rooms: prepared.rooms.slice(0, 2) }, cleanups);
    const person = await signIn(server.port, prepared.emails[0] ?? '');
    await crew.startTyping(20);
    disk.fill();

    // Files that were there have room left: somebody pastes until there is none.
    const pasting = await HandSocket.open(server, prepared.rooms[2] ?? '', person, '?ack=1');
    const isRefused = () =>
      server.output.lastIndexOf('the database is away') > server.output.lastIndexOf('the database is back');
    let pasted = 0;
    do {
      pasting.sendUpdate(typed('Un relevé de plus. '.repeat(3_000), 5_000 + ++pasted));
      await until('the paste is stored, or refused', () => pasting.acked >= pasted || isRefused());
    } while (!isRefused());
    const before = crew.everybody.map(({ acknowledged }) => acknowledged.length);
    const typeMore = async (words: number) => {
      const so = crew.everybody.map(({ written }) => written.length);
      await until('everybody has typed more', () =>
        crew.everybody.every(({ written }, i) => written.length > (so[i] ?? 0) + words),
      );
    };
    await typeMore(20);
    expect(crew.everybody.map(({ acknowledged }) => acknowledged.length)).toEqual(before);
    for (let newcomer = 0; newcomer < NEWCOMERS; newcomer++) {
      await typeMore(WORDS_BETWEEN);
      const reader = await HandSocket.open(server, prepared.rooms[0] ?? '', person);
      await reader.settled();
      expect((await reader.frame('the content', isStep2)).body.length).toBeGreaterThan(100);
      reader.ws.close();
    }
    // A database that starts again meanwhile may find room for a word: it is stored then, and the rest is not.
    expect(crew.everybody.some(({ isSaved }) => isSaved)).toBe(false);

    disk.free();
    await crew.hearMore(before);
    await until('the paste is stored', () => pasting.acked === pasted);
    await crew.settle();
    crew.fallSilent();
    expect(server.isRunning).toBe(true);
    await server.end('SIGKILL');
    await server.start();
    expect((await crew.missing()).words).toEqual([]);
  },
);
