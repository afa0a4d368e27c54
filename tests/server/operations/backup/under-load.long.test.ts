import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { CLOSE } from '#shared/realtime/realtime.ts';
import { emptyMachine, everythingIn, runCommand } from '#tests/support/operations/backups.ts';
import { Crew, freshSettings, prepare } from '#tests/support/realtime/crash-crew.ts';
import { HandSocket, openStock, typed } from '#tests/support/realtime/live-clients.ts';
import { signIn } from '#tests/support/server.ts';
import { ServerProcess } from '#tests/support/server-process.ts';

const cleanups: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const cleanup of cleanups.reverse()) await cleanup();
});

test('[OP1] [OP4] [OP5] a backup taken under load, restored on an empty machine, has every word acknowledged before it; an old client doubles nothing', async () => {
  const settings = await freshSettings(cleanups);
  const prepared = await prepare(settings, { rooms: 2, people: 3 });
  const server = await ServerProcess.start(settings);
  cleanups.push(() => server.end('SIGKILL'));
  const crew = await Crew.open(server.port, prepared, cleanups);
  await crew.startTyping(10);

  const file = join((await emptyMachine(cleanups, 'embedded')).DATA_DIR ?? '', 'sous-charge.cordee');
  const promised = crew.everybody.map(({ acknowledged }) => acknowledged);
  const backup = runCommand('back-up', settings, file);
  // Others write, and are told that it is kept, while it is taken.
  await crew.hearMore(promised.map(({ length }) => length));
  expect(await backup).toMatchObject({ code: 0, err: '' });
  await crew.hearMore(crew.everybody.map(({ acknowledged }) => acknowledged.length));
  crew.fallSilent();
  expect((await everythingIn(settings.DATA_DIR ?? '')).filter((name) => name.includes('copy'))).toEqual([]);
  expect(await server.end('SIGTERM')).toBe(0);

  const machine = await emptyMachine(cleanups);
  const restored = await runCommand('restore', machine, file);
  expect(restored).toMatchObject({ code: 0, err: '' });
  const second = await ServerProcess.start(machine);
  cleanups.push(() => second.end('SIGKILL'));
  const person = await signIn(second.port, prepared.emails[0] ?? '');
  const writersOf = (room: string) => {
    const from = prepared.rooms.indexOf(room) * prepared.emails.length;
    return crew.everybody.slice(from, from + prepared.emails.length);
  };
  for (const room of prepared.rooms) {
    const newcomer = openStock(second, room, person);
    await newcomer.synced;
    const words = newcomer.doc.getArray<string>('words').toArray();
    expect(new Set(words).size).toBe(words.length);
    const owed = writersOf(room).flatMap((writer) => promised[crew.everybody.indexOf(writer)] ?? []);
    expect(owed.length).toBeGreaterThan(0);
    expect(owed.filter((word) => !words.includes(word))).toEqual([]);
  }

  // A page of ours that was open on what came after the backup is told so and keeps its text aside.
  const [room = ''] = prepared.rooms;
  const page = await HandSocket.open(second, room, person, '?ack=1&epoch=1');
  page.sendUpdate(typed('D’après la sauvegarde', 77));
  expect((await page.whenClosed()).code).toBe(CLOSE.restored);
  // A program that knows nothing of generations brings what it has: each word once, those of the backup too.
  const old = new Y.Doc();
  Y.applyUpdate(old, Y.encodeStateAsUpdate(writersOf(room)[0]?.doc ?? new Y.Doc()));
  const back = openStock(second, room, person, { doc: old });
  await back.synced;
  const words = back.doc.getArray<string>('words').toArray();
  expect(new Set(words).size).toBe(words.length);
});
