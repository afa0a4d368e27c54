import { randomUUID } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashPassword } from 'better-auth/crypto';
import * as decoding from 'lib0/decoding';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { storedStepOf } from '#app/realtime/counting-socket.ts';
import { createLedger } from '#app/realtime/ledger.ts';
import { aDocument, aGroup, aMember, aPerson, type Site } from '#db/seed/builders/builders.ts';
import { openDatabase } from '#server/kernel/database.ts';
import { removeWithEmbedded } from '#server/kernel/embedded-postgres/embedded-postgres.ts';
import { MESSAGE } from '#shared/realtime/realtime.ts';
import { until } from '#tests/support/patience.ts';
import { createPostgresDatabase, TEMPLATE } from '../database.ts';
import { signIn } from '../server.ts';

const PASSWORD = 'demonstration-2023';
export type Cleanups = (() => Promise<unknown>)[];

/** Settings of a server with a database of its own: on the tests’ PostgreSQL, or embedded in its folder. */
export async function freshSettings(
  cleanups: Cleanups,
  kind: 'postgres' | 'embedded' = 'postgres',
): Promise<Record<string, string>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'cordee-crash-'));
  cleanups.push(() => removeWithEmbedded(dataDir));
  if (kind === 'embedded') return { DATA_DIR: dataDir, DATABASE_URL: '' };
  const { url, drop } = await createPostgresDatabase(TEMPLATE);
  cleanups.push(drop);
  return { DATA_DIR: dataDir, DATABASE_URL: url };
}

/** Documents of one group, and people who may write in them. */
export async function prepare(
  settings: Record<string, string>,
  counts: { rooms: number; people: number },
): Promise<{ groupId: string; rooms: string[]; emails: string[] }> {
  const url = settings.DATABASE_URL;
  const database = await openDatabase(url ? { DATABASE_URL: url } : {}, settings.DATA_DIR ?? '');
  const site: Site = { db: database.db, now: () => new Date(), newId: () => randomUUID() };
  const passwordHash = await hashPassword(PASSWORD);
  const group = await aGroup(site);
  const people = [];
  for (let i = 0; i < counts.people; i++) {
    const person = await aPerson(site, { passwordHash });
    await aMember(site, { groupId: group.id, userId: person.id, role: 'contributor' });
    people.push(person);
  }
  const rooms: string[] = [];
  for (let i = 0; i < counts.rooms; i++) {
    const { id } = await aDocument(site, { groupId: group.id, createdBy: people[0]?.id ?? '' });
    rooms.push(`document:${id}`);
  }
  await database.close();
  return { groupId: group.id, rooms, emails: people.map(({ email }) => email) };
}

/** A page that writes numbered words, and knows which of them the server says it has. */
export class Writer {
  readonly doc = new Y.Doc();
  readonly written: string[] = [];
  readonly provider: WebsocketProvider;
  /** Close codes of its connections so far. */
  readonly codes: number[] = [];
  #ledger = createLedger();
  #name: string;
  #timer: NodeJS.Timeout | null = null;

  constructor(port: number, room: string, cookie: string, name: string) {
    this.#name = name;
    const ledger = this.#ledger;
    const codes = this.codes;
    class Counting extends WebSocket {
      constructor(url: string | URL) {
        super(url, { headers: { cookie } });
        this.on('close', (code) => codes.push(code));
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
    this.provider.messageHandlers[MESSAGE.epoch] = () => undefined;
    this.provider.on('status', ({ status }) => {
      if (status === 'connected') ledger.connectionChanged();
    });
  }

  /** Writes a word every few milliseconds until `pause`. */
  type(everyMs = 3): void {
    this.#timer = setInterval(() => {
      const word = `${this.#name}-${this.written.length}`;
      this.#ledger.changeMade();
      this.written.push(word);
      this.doc.getArray<string>('words').push([word]);
    }, everyMs);
  }

  pause(): void {
    if (this.#timer) clearInterval(this.#timer);
  }

  /** Leaves for good. The presence that a provider makes lives, and keeps the document, until that one is destroyed. */
  leave(): void {
    this.pause();
    this.provider.destroy();
    this.doc.destroy();
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

/** The writers of a few documents, and what the server owes them. */
export class Crew {
  readonly everybody: readonly Writer[];
  #port: number;
  #rooms: readonly { name: string; writers: readonly Writer[] }[];
  #cookie: string;

  private constructor(port: number, rooms: readonly string[], cookies: readonly string[]) {
    this.#port = port;
    this.#cookie = cookies[0] ?? '';
    this.#rooms = rooms.map((name, r) => ({
      name,
      writers: cookies.map((cookie, c) => new Writer(port, name, cookie, `r${r}w${c}`)),
    }));
    this.everybody = this.#rooms.flatMap(({ writers }) => writers);
  }

  /** One page for each person in each room; `cleanups` closes them. */
  static async open(
    port: number,
    { rooms, emails }: { rooms: readonly string[]; emails: readonly string[] },
    cleanups: Cleanups,
  ): Promise<Crew> {
    const cookies = await Promise.all(
      emails.map((email) => signIn(port, email).then(({ cookie }) => cookie)),
    );
    const crew = new Crew(port, rooms, cookies);
    cleanups.push(async () => {
      for (const writer of crew.everybody) writer.leave();
    });
    return crew;
  }

  /** Connects all, and lets them type until each has something acknowledged. */
  async startTyping(everyMs?: number): Promise<void> {
    for (const { provider } of this.everybody) provider.connect();
    await until('all are connected', () => this.everybody.every(({ provider }) => provider.synced));
    const before = this.everybody.map(({ acknowledged }) => acknowledged.length);
    for (const writer of this.everybody) writer.type(everyMs);
    await this.hearMore(before);
  }

  /** Resolves when each has more acknowledged than it had. */
  async hearMore(before: readonly number[]): Promise<void> {
    const hasMore = () => this.everybody.every((writer, i) => writer.acknowledged.length > (before[i] ?? 0));
    await until('everybody has something acknowledged', hasMore);
  }

  /** Nobody types any more, and nothing travels. */
  fallSilent(): void {
    for (const writer of this.everybody) {
      writer.pause();
      writer.provider.disconnect();
    }
  }

  /**
   * What was acknowledged, or seen by another, and is not there exactly once for a newcomer, who has nothing but what the
   * database gave to a server that has just started; and how many such words there were. Only while silent.
   */
  async missing(): Promise<{ words: string[]; promised: number }> {
    const words: string[] = [];
    let promised = 0;
    for (const { name, writers } of this.#rooms) {
      const newcomer = new Writer(this.#port, name, this.#cookie, 'reader');
      newcomer.provider.connect();
      await until('a newcomer has the document', () => newcomer.provider.synced);
      const counts = countOf(newcomer.words());
      newcomer.leave();
      for (const writer of writers) {
        const own = new Set(writer.written);
        const seen = writers.filter((other) => other !== writer).flatMap((other) => other.words());
        const owed = new Set([...writer.acknowledged, ...seen.filter((word) => own.has(word))]);
        promised += owed.size;
        words.push(...[...owed].filter((word) => counts.get(word) !== 1));
      }
    }
    return { words, promised };
  }

  /** Resolves when, all connected and typing no more, everybody has saved all and sees all of their room, once. */
  async settle(): Promise<void> {
    for (const writer of this.everybody) {
      writer.pause();
      writer.provider.connect();
    }
    const isSaved = () => this.everybody.every(({ provider, isSaved }) => provider.synced && isSaved);
    await until('everything is saved', isSaved);
    for (const { writers } of this.#rooms) {
      const written = writers.flatMap((writer) => writer.written).sort();
      const isWhole = (writer: Writer) => String(writer.words().sort()) === String(written);
      await until('all see the same', () => writers.every(isWhole));
    }
  }
}

function countOf(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
