import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { MESSAGE, SYNC } from '#shared/realtime/realtime.ts';
import { until } from '#tests/support/patience.ts';
import { freshSettings, prepare } from '#tests/support/realtime/crash-crew.ts';
import { syncMessage } from '#tests/support/realtime/live-clients.ts';
import { signIn } from '#tests/support/server.ts';
import { ServerProcess } from '#tests/support/server-process.ts';

const isLong = Boolean(process.env.TEST_LONG);
const SIZE = isLong
  ? { clients: 1_000, rooms: 200, people: 20, typing: 150 }
  : { clients: 150, rooms: 20, people: 4, typing: 20 };
const LOAD_MS = isLong ? 120_000 : 4_000;
const cleanups: (() => Promise<unknown>)[] = [];
let server: ServerProcess;
let rooms: string[];
let cookies: string[];

beforeAll(async () => {
  const settings = await freshSettings(cleanups);
  const prepared = await prepare(settings, SIZE);
  rooms = prepared.rooms;
  server = await ServerProcess.start(settings);
  cleanups.push(() => server.end('SIGKILL'));
  cookies = await Promise.all(
    prepared.emails.map((email) => signIn(server.port, email).then(({ cookie }) => cookie)),
  );
});
afterAll(async () => {
  for (const cleanup of cleanups.reverse()) await cleanup();
});

/** The lightest client there is: it asks for the content, counts what comes, and may type. */
class Light {
  isSynced = false;
  acked = 0;
  sent = 0;
  heard = 0;
  /** Milliseconds from what was sent to its acknowledgement. */
  readonly waits: number[] = [];
  #ws: WebSocket | null = null;
  #sentAt: number[] = [];
  #doc = new Y.Doc();
  #url: string;
  #cookie: string;

  constructor(room: string, cookie: string) {
    this.#url = `ws://localhost:${server.port}/collab/${room}?ack=1`;
    this.#cookie = cookie;
  }

  /** Connects, and tries again until the server takes it. */
  connect(): void {
    this.isSynced = false;
    this.acked = 0;
    this.sent = 0;
    this.#sentAt = [];
    const ws = new WebSocket(this.#url, { headers: { cookie: this.#cookie } });
    this.#ws = ws;
    ws.on('error', () => undefined);
    ws.on('open', () => ws.send(syncMessage(SYNC.step1, Uint8Array.of(0))));
    ws.on('message', (data: Buffer) => this.#hear(data));
    ws.on('close', () => {
      if (this.#ws === ws) setTimeout(() => this.#ws === ws && this.connect(), 200 + Math.random() * 800);
    });
  }

  #hear(data: Buffer): void {
    if (data[0] === MESSAGE.sync && data[1] === SYNC.step2) this.isSynced = true;
    if (data[0] === MESSAGE.sync && data[1] === SYNC.update) this.heard++;
    if (data[0] !== MESSAGE.ack) return;
    let shift = 0;
    let count = 0;
    for (const byte of data.subarray(1)) {
      count += (byte & 127) * 2 ** shift;
      shift += 7;
    }
    const now = performance.now();
    for (const sentAt of this.#sentAt.splice(0, count - this.acked)) this.waits.push(now - sentAt);
    this.acked = count;
  }

  type(words = 'mot '): void {
    if (!this.isSynced || this.#ws?.readyState !== WebSocket.OPEN) return;
    const before = Y.encodeStateVector(this.#doc);
    const text = this.#doc.getText('default');
    text.insert(text.length, words);
    this.#ws.send(syncMessage(SYNC.update, Y.encodeStateAsUpdate(this.#doc, before)));
    this.sent++;
    this.#sentAt.push(performance.now());
  }

  stopReading(): void {
    this.#ws?.pause();
  }

  readOn(): void {
    this.#ws?.resume();
  }

  end(): void {
    const ws = this.#ws;
    this.#ws = null;
    ws?.terminate();
  }
}

function crowd(count: number, roomOf: (index: number) => string): Light[] {
  const clients = Array.from(
    { length: count },
    (_, index) => new Light(roomOf(index), cookies[index % cookies.length] ?? ''),
  );
  for (const client of clients) client.connect();
  cleanups.push(async () => {
    for (const client of clients) client.end();
  });
  return clients;
}

/** How long `/readyz` takes while something goes on, worst but one in twenty. */
async function healthDuring(work: Promise<unknown>): Promise<number> {
  const times: number[] = [];
  let isOver = false;
  void work.finally(() => {
    isOver = true;
  });
  while (!isOver) {
    const askedAt = performance.now();
    await fetch(`http://localhost:${server.port}/readyz`).catch(() => null);
    times.push(performance.now() - askedAt);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await work;
  return percentile(times, 0.95);
}

function percentile(values: readonly number[], part: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length * part)] ?? 0;
}

/** Figures for docs/reliability.md; the tests themselves look at conditions. */
function note(what: string, figures: Record<string, number>): void {
  if (isLong) console.log(what, JSON.stringify(figures));
}

const areSynced = (clients: readonly Light[]) => clients.every(({ isSynced }) => isSynced);

test(`[R8] ${SIZE.clients} people cut off at once are all back within thirty seconds`, async () => {
  const clients = crowd(SIZE.clients, (index) => rooms[index % rooms.length] ?? '');
  await until('all are in', () => areSynced(clients));
  await server.end('SIGKILL');
  await until('all know', () => clients.every(({ isSynced }) => !isSynced));
  await server.start();
  const startedAt = performance.now();
  const health = await healthDuring(until('all are back', () => areSynced(clients)));
  note('storm', { clients: clients.length, backMs: performance.now() - startedAt, healthP95: health });
  for (const client of clients) client.end();
});

test(`[R1] ${SIZE.clients} connected and ${SIZE.typing} typing: everything is acknowledged`, async () => {
  const clients = crowd(SIZE.clients, (index) => rooms[index % rooms.length] ?? '');
  await until('all are in', () => areSynced(clients));
  const typing = clients.slice(0, SIZE.typing);
  const memory = [server.memory()];
  const timers = typing.map((client) => setInterval(() => client.type(), 200));
  const sampling = setInterval(() => memory.push(server.memory()), 5_000);
  const health = await healthDuring(new Promise((resolve) => setTimeout(resolve, LOAD_MS)));
  for (const timer of [...timers, sampling]) clearInterval(timer);
  await until('everything is acknowledged', () => typing.every(({ acked, sent }) => acked >= sent));
  const waits = typing.flatMap((client) => client.waits);
  const half = memory[Math.floor(memory.length / 2)] ?? 0;
  note('load', {
    clients: clients.length,
    typing: typing.length,
    sent: waits.length,
    ackP50: percentile(waits, 0.5),
    ackP95: percentile(waits, 0.95),
    ackP99: percentile(waits, 0.99),
    healthP95: health,
    megabytesAtHalf: half,
    megabytesAtEnd: memory.at(-1) ?? 0,
  });
  for (const client of clients) client.end();
});

test.skipIf(!isLong)('[R8] fifty readers who do not read hold little, and are right in the end', async () => {
  const [room = ''] = rooms;
  const readers = crowd(50, () => room);
  const [writer] = crowd(1, () => room);
  await until('all are in', () => areSynced([...readers, ...(writer ? [writer] : [])]));
  for (const reader of readers) reader.stopReading();
  const before = server.memory();
  let most = before;
  const over = Date.now() + 40_000;
  while (Date.now() < over) {
    for (let i = 0; i < 5; i++) writer?.type('Un relevé de plus. '.repeat(100));
    most = Math.max(most, server.memory());
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  for (const reader of readers) reader.readOn();
  await until('all have heard', () => readers.every(({ heard, isSynced }) => heard > 0 && isSynced));
  note('slow readers', { readers: readers.length, megabytesBefore: before, megabytesMost: most });
  expect((most - before) / readers.length).toBeLessThan(8);
});
