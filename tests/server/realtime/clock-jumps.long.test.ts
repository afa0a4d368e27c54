import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { listLogMinutes } from '#db/documents/history/document-history.ts';
import { verifyAuditChain } from '#db/kernel/audit/audit.ts';
import { openDatabase } from '#server/kernel/database.ts';
import { asReadable } from '#shared/kernel/access/readable.ts';
import { Crew, freshSettings, prepare } from '#tests/support/realtime/crash-crew.ts';
import { signIn } from '#tests/support/server.ts';
import { ServerProcess } from '#tests/support/server-process.ts';

const HOUR = 3_600_000;
const YEAR = 365 * 24 * HOUR;
const cleanups: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const cleanup of cleanups.reverse()) await cleanup();
});

test('[R1] [V3] [AU2] the clock goes an hour back, a year on, and right again: nothing lost or doubled, nobody out for good, the trail holds', async () => {
  const settings = await freshSettings(cleanups);
  const folder = await mkdtemp(join(tmpdir(), 'cordee-clock-'));
  cleanups.push(() => rm(folder, { recursive: true }));
  const file = join(folder, 'behind');
  /** How many milliseconds the server is behind. */
  const setClock = (behind: number) => writeFile(file, String(behind));
  await setClock(0);
  const prepared = await prepare(settings, { rooms: 2, people: 4 });
  const clock = new URL('../../e2e/support/movable-clock.ts', import.meta.url);
  const server = await ServerProcess.start({
    ...settings,
    NODE_OPTIONS: `--import ${clock}`,
    CLOCK_FILE: file,
  });
  cleanups.push(() => server.end('SIGKILL'));
  const [anna = '', boris = '', chloe = '', denis = ''] = prepared.emails;
  const [first = '', second = ''] = prepared.rooms;
  const sessionOf = (cookie: string) =>
    fetch(`http://localhost:${server.port}/api/auth/get-session`, { headers: { cookie } }).then((answer) =>
      answer.json(),
    );
  const everyoneHears = async (crew: Crew) =>
    crew.hearMore(crew.everybody.map(({ acknowledged }) => acknowledged.length));

  // Two who write while it goes back by an hour, and on again.
  const early = await Crew.open(server.port, { rooms: [first], emails: [anna, boris] }, cleanups);
  const looked = await signIn(server.port, chloe);
  await early.startTyping(20);
  await setClock(HOUR);
  await everyoneHears(early);
  expect(await sessionOf(looked.cookie)).not.toBeNull();
  await signIn(server.port, denis);
  await everyoneHears(early);
  await early.settle();
  early.fallSilent();

  // A year ahead: who comes then is at home, and still is when it is right again.
  await setClock(-YEAR);
  const late = await Crew.open(server.port, { rooms: [second], emails: [denis] }, cleanups);
  await late.startTyping(20);
  expect(await sessionOf(looked.cookie)).toBeNull();
  await setClock(0);
  await everyoneHears(late);
  await late.settle();
  late.fallSilent();
  expect(
    [...early.everybody, ...late.everybody].flatMap(({ codes }) => codes.filter((code) => code >= 4_000)),
  ).toEqual([]);

  // Whose session was looked at meanwhile signs in once more; the others need not.
  expect(await sessionOf((await signIn(server.port, chloe)).cookie)).not.toBeNull();
  await server.end('SIGKILL');
  await server.start();
  for (const crew of [early, late]) expect(await crew.missing()).toMatchObject({ words: [] });

  await server.end('SIGTERM');
  const database = await openDatabase(
    { DATABASE_URL: settings.DATABASE_URL || undefined },
    settings.DATA_DIR ?? '',
  );
  cleanups.push(() => database.close());
  expect(await verifyAuditChain(database.db)).toMatchObject({ fault: null });
  const documentId = first.slice('document:'.length);
  const { rows } = await database.run('select max(seq)::int as last from doc_update where room = $1', [
    first,
  ]);
  const upTo = Number(rows[0]?.last);
  const { minutes, isWhole } = await listLogMinutes(database.run, {
    documentId: asReadable(documentId),
    upTo,
  });
  expect(isWhole).toBe(true);
  expect(minutes.map(({ seq }) => seq)).toEqual(minutes.map(({ seq }) => seq).toSorted((a, b) => a - b));
  expect(minutes.at(-1)?.seq).toBe(upTo);
});
