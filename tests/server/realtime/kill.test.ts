import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashPassword } from 'better-auth/crypto';
import * as decoding from 'lib0/decoding';
import { afterAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { storedStepOf } from '#app/realtime/counting-socket.ts';
import { createLedger } from '#app/realtime/ledger.ts';
import { aDocument, aGroup, aMember, aPerson, type Site } from '#db/seed/builders.ts';
import { openDatabase } from '#server/database.ts';
import { MESSAGE } from '#shared/realtime.ts';
import { createPostgresDatabase } from '#tests/support/database.ts';
import { until } from '#tests/support/live-clients.ts';
import { signIn } from '#tests/support/server.ts';
import { ServerProcess } from '#tests/support/server-process.ts';

const CYCLES = process.env.TEST_LONG ? 100 : 10;
const WRITERS_PER_ROOM = 3;
const PASSWORD = 'demonstration-2023';
const cleanups: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const cleanup of cleanups.reverse()) await cleanup();
});

/** Settings of a server on PGlite, or on PostgreSQL when the tests have one. */
async function freshSettings(): Promise<Record<string, string>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'cordee-kill-'));
  cleanups.push(() => rm(dataDir, { recursive: true, force: true }));
  const beside = process.env.TEST_DATABASE_URL;
  if (!beside) return { DATA_DIR: dataDir, DATABASE_URL: '' };
  const { url, drop } = await createPostgresDatabase(beside);
  cleanups.push(drop);
  return { DATA_DIR: dataDir, DATABASE_URL: url };
}

/** Three documents and three people who may write in them. */
async function prepare(settings: Record<string, string>): Promise<{ rooms: string[]; emails: string[] }> {
  const url = settings.DATABASE_URL;
  const database = await openDatabase(url ? { DATABASE_URL: url } : {}, settings.DATA_DIR ?? '');
  const site: Site = { db: database.db, now: () => new Date(), newId: () => randomUUID() };
  const passwordHash = await hashPassword(PASSWORD);
  const group = await aGroup(site);
  const people = [];
  for (let i = 0; i < WRITERS_PER_ROOM; i++) {
    const person = await aPerson(site, { passwordHash });
    await aMember(site, { groupId: group.id, userId: person.id, role: 'contributor' });
    people.push(person);
  }
  const rooms: string[] = [];
  for (let i = 0; i < 3; i++) {
    const { id } = await aDocument(site, { groupId: group.id, createdBy: people[0]?.id ?? '' });
    rooms.push(`document:${id}`);
  }
  await database.close();
  return { rooms, emails: people.map(({ email }) => email) };
}

/** A page that writes numbered words, and knows which of them the server says it has. */
class Writer {
  readonly doc = new Y.Doc();
  readonly written: string[] = [];
  readonly provider: WebsocketProvider;
  #ledger = createLedger();
  #name: string;
  #timer: NodeJS.Timeout | null = null;

  constructor(port: number, room: string, cookie: string, name: string) {
    this.#name = name;
    const ledger = this.#ledger;
    class Counting extends WebSocket {
      constructor(url: string | URL) {
        super(url, { headers: { cookie } });
      }
      override send(data: Uint8Array): void {
        super.send(data);
        const step = storedStepOf(data);
        if (step !== null) ledger.messageSent(step);
      }
    }
    this.provider = new WebsocketProvider(`ws://localhost:${port}/collab`, room, this.doc, {
      WebSocketPolyfill: Counting as unknown as typeof globalThis.WebSocket,
      disableBc: true,
      params: { ack: '1' },
      connect: false,
      maxBackoffTime: 200,
    });
    this.provider.messageHandlers[MESSAGE.ack] = (_encoder, decoder) =>
      ledger.acknowledged(decoding.readVarUint(decoder));
    this.provider.messageHandlers[MESSAGE.access] = () => undefined;
    this.provider.on('status', ({ status }) => {
      if (status === 'connected') ledger.connectionOpened();
    });
  }

  /** Writes a word every few milliseconds until `pause`. */
  type(): void {
    this.#timer = setInterval(() => {
      const word = `${this.#name}-${this.written.length}`;
      this.#ledger.changeMade();
      this.written.push(word);
      this.doc.getArray<string>('words').push([word]);
    }, 3);
  }

  pause(): void {
    if (this.#timer) clearInterval(this.#timer);
  }

  words(): string[] {
    return this.doc.getArray<string>('words').toArray();
  }

  get acknowledged(): string[] {
    return this.written.slice(0, this.#ledger.stored);
  }

  get isSaved(): boolean {
    return this.#ledger.isSettled;
  }
}

function countOf(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

test(`[R1] ${CYCLES} times killed under load, what was acknowledged or seen by another is there, once`, {
  timeout: CYCLES * 60_000,
}, async () => {
  const settings = await freshSettings();
  const { rooms, emails } = await prepare(settings);
  const server = await ServerProcess.start(settings);
  cleanups.push(() => server.end('SIGKILL'));
  const cookies = await Promise.all(
    emails.map((email) => signIn(server.port, email).then(({ cookie }) => cookie)),
  );
  const crews = rooms.map((room, r) =>
    cookies.map((cookie, c) => new Writer(server.port, room, cookie, `r${r}w${c}`)),
  );
  const everybody = crews.flat();
  cleanups.push(async () => {
    for (const { provider } of everybody) provider.destroy();
  });
  let promised = 0;

  for (let cycle = 0; cycle < CYCLES; cycle++) {
    for (const writer of everybody) writer.provider.connect();
    await until('all are connected', () => everybody.every(({ provider }) => provider.synced));
    const before = everybody.map((writer) => writer.acknowledged.length);
    for (const writer of everybody) writer.type();
    await until('everybody has something acknowledged', () =>
      everybody.every((writer, i) => writer.acknowledged.length > (before[i] ?? 0)),
    );
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 700));
    const killed = server.end('SIGKILL');
    for (const writer of everybody) {
      writer.pause();
      writer.provider.disconnect();
    }
    await killed;
    await server.start();

    for (const [r, room] of rooms.entries()) {
      const fresh = new Writer(server.port, room, cookies[0] ?? '', 'reader');
      fresh.provider.connect();
      await until('a newcomer has the document', () => fresh.provider.synced);
      const counts = countOf(fresh.words());
      for (const writer of crews[r] ?? []) {
        const own = new Set(writer.written);
        const seen = (crews[r] ?? []).filter((other) => other !== writer).flatMap((other) => other.words());
        const owed = new Set([...writer.acknowledged, ...seen.filter((word) => own.has(word))]);
        promised += owed.size;
        expect([...owed].filter((word) => counts.get(word) !== 1)).toEqual([]);
      }
      fresh.provider.destroy();
    }
  }

  // What nobody had promised comes back with its authors, and nothing is there twice.
  for (const writer of everybody) writer.provider.connect();
  await until('everything is saved', () =>
    everybody.every(({ provider, isSaved }) => provider.synced && isSaved),
  );
  await until('all see the same', () =>
    crews.every((crew) =>
      crew.every((writer) => writer.words().length === crew.flatMap(({ written }) => written).length),
    ),
  );
  for (const crew of crews)
    expect([...countOf(crew[0]?.words() ?? []).values()].every((n) => n === 1)).toBe(true);
  expect(promised).toBeGreaterThan(CYCLES * everybody.length);
  expect(await server.end('SIGTERM')).toBe(0);
});
