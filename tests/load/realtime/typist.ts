import { createHistogram, type RecordableHistogram } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import type { Contender } from './contenders.ts';
import { keystroke, Messages, type Protocol, reachOf } from './messages.ts';
import { type Address, RawSocket } from './raw-socket.ts';

/** Where a measurement is taken: nothing before `since` counts. Times in microseconds. */
export class Stopwatch {
  since = Number.POSITIVE_INFINITY;
  readonly delivery: RecordableHistogram = createHistogram();
  readonly ack: RecordableHistogram = createHistogram();

  note(histogram: RecordableHistogram, sentAt: number, now: number): void {
    if (sentAt >= this.since) histogram.record(Math.max(1, Math.round((now - sentAt) * 1000)));
  }
}

let nextClientId = 0x10_00_00;

/** A room as those in it know it together: who typed how much and when, and how much of it somebody else has seen. */
export class LoadRoom {
  readonly name: string;
  readonly firstId: number;
  readonly sentAt: number[][];
  readonly seenByOthers: number[];

  constructor(name: string, members: number) {
    this.name = name;
    this.firstId = nextClientId;
    nextClientId += members;
    this.sentAt = Array.from({ length: members }, () => []);
    this.seenByOthers = new Array(members).fill(0);
  }

  get members(): number[] {
    return [...this.sentAt.keys()];
  }

  get typed(): number {
    return this.sentAt.reduce((sum, { length }) => sum + length, 0);
  }
}

let roomCount = 0;

/** Rooms that nobody has been in. */
export function newRooms(count: number, members: number): LoadRoom[] {
  return Array.from({ length: count }, () => new LoadRoom(`load-${++roomCount}`, members));
}

interface TypistOptions {
  readonly address: Address;
  readonly protocol: Protocol;
  readonly room: LoadRoom;
  readonly member: number;
  readonly stopwatch?: Stopwatch;
  /** Synced only once so much of everybody's text is here: some servers say "synced" before they have loaded. */
  readonly needs?: ReadonlyMap<number, number>;
}

/** Somebody in a room: types, counts what the others typed. No Y.Doc, so that one core plays hundreds of them. */
export class Typist {
  readonly socket: RawSocket;
  readonly synced: Promise<void>;
  /** How far every member's text is here. */
  readonly seen: number[];
  readonly startedAt = performance.now();
  syncedAt: number | null = null;
  /** Characters of others that arrived. */
  delivered = 0;
  /** Sync messages that the server acknowledged, and when each was sent. */
  acked = 0;
  presences = 0;
  /** Told "synced" before the content was there. */
  wasToldTooEarly = false;
  #sent: number[] = [];
  #sentBeforeTyping = 0;
  #messages: Messages;
  #options: TypistOptions;
  #missing: Map<number, number>;
  #isAnswered = false;
  #settle: (error?: Error) => void = () => undefined;

  constructor(options: TypistOptions) {
    const { address, protocol, room } = options;
    this.#options = options;
    this.seen = new Array(room.sentAt.length).fill(0);
    this.#missing = new Map(options.needs);
    this.#messages = new Messages(protocol, room.name);
    this.synced = new Promise((resolve, reject) => {
      this.#settle = (error) => (error ? reject(error) : resolve());
    });
    this.synced.catch(() => undefined);
    this.socket = new RawSocket(address, {
      onOpen: () => {
        for (const message of this.#messages.hello()) this.socket.send(message);
        if (protocol === 'relay') this.#becomeSynced();
      },
      onMessage: (payload) => this.#hear(payload),
      onClose: (why) => this.#settle(new Error(why ?? 'hung up')),
    });
  }

  get clientId(): number {
    return this.#options.room.firstId + this.#options.member;
  }

  /** Characters that the server said it has. */
  get ackedCharacters(): number {
    return Math.max(0, this.acked - this.#sentBeforeTyping);
  }

  type(text = 'x'): void {
    const { room, member } = this.#options;
    const times = room.sentAt[member] ?? [];
    if (times.length === 0) this.#sentBeforeTyping = this.#sent.length;
    this.send(keystroke(this.clientId, times.length, text));
    const now = performance.now();
    for (let i = 0; i < text.length; i++) times.push(now);
  }

  send(update: Uint8Array): void {
    this.#sent.push(performance.now());
    this.socket.send(this.#messages.update(update));
  }

  showPresence(clock: number): void {
    this.socket.send(this.#messages.presence(this.clientId, clock));
  }

  #becomeSynced(): void {
    this.syncedAt ??= performance.now();
    this.#settle();
  }

  #hear(payload: Buffer): void {
    const heard = this.#messages.read(payload);
    if (heard.what === 'presence') this.presences++;
    else if (heard.what === 'asked') {
      this.#sent.push(performance.now());
      this.socket.send(this.#messages.nothing());
    } else if (heard.what === 'ack') this.#acknowledge(heard.total ?? this.acked + (heard.more ?? 0));
    else if (heard.what === 'answer' || heard.what === 'update') {
      this.#see(heard.update);
      this.#isAnswered ||= heard.what === 'answer';
      if (this.syncedAt !== null || !this.#isAnswered) return;
      if (this.#missing.size === 0) this.#becomeSynced();
      else this.wasToldTooEarly = true;
    }
  }

  #acknowledge(count: number): void {
    const now = performance.now();
    const { stopwatch } = this.#options;
    for (; this.acked < count; this.acked++) stopwatch?.note(stopwatch.ack, this.#sent[this.acked] ?? 0, now);
  }

  #see(update: Uint8Array): void {
    const { room, member, stopwatch } = this.#options;
    for (const [clientId, reach] of reachOf(update)) {
      if (reach >= (this.#missing.get(clientId) ?? Number.POSITIVE_INFINITY)) this.#missing.delete(clientId);
      const who = clientId - room.firstId;
      const before = this.seen[who];
      if (before === undefined || reach <= before) continue;
      this.seen[who] = reach;
      if (who === member) continue;
      this.delivered += reach - before;
      if (reach > (room.seenByOthers[who] ?? 0)) room.seenByOthers[who] = reach;
      if (!stopwatch) continue;
      const now = performance.now();
      const times = room.sentAt[who] ?? [];
      for (let clock = before; clock < reach; clock++)
        stopwatch.note(stopwatch.delivery, times[clock] ?? 0, now);
    }
  }
}

/** Somebody comes into a room of this contender. */
export function visit(
  contender: Contender,
  room: LoadRoom,
  member: number,
  more: Pick<TypistOptions, 'stopwatch' | 'needs'> = {},
): Typist {
  const address = contender.address(room.name, member);
  return new Typist({ protocol: contender.protocol, address, room, member, ...more });
}

/** Opens them, so many at a time. Resolves when all are synced; rejects with the first that could not be. */
export async function openAll(
  make: readonly (() => Typist)[],
  { atOnce = 64, withinMs = 60_000 } = {},
): Promise<Typist[]> {
  const typists: Typist[] = [];
  const queue = make.entries();
  const work = async () => {
    for (const [index, one] of queue) {
      const typist = one();
      typists[index] = typist;
      await typist.synced;
    }
  };
  const ended = new AbortController();
  const late = wait(withinMs, undefined, { signal: ended.signal }).then(
    () => Promise.reject(new Error(`not all synced within ${withinMs} ms`)),
    () => undefined,
  );
  await Promise.race([Promise.all(Array.from({ length: atOnce }, work)), late]).finally(() => ended.abort());
  return typists;
}

/** Has all of them type `rate` characters a second for `ms`, evenly spread. */
export async function typeAll(typists: readonly Typist[], rate: number, ms: number): Promise<void> {
  const total = Math.floor((typists.length * rate * ms) / 1000);
  const start = performance.now();
  for (let done = 0; done < total; ) {
    const due = Math.min(total, Math.floor(((performance.now() - start) / ms) * total));
    for (; done < due; done++) typists[done % typists.length]?.type();
    if (performance.now() - start > ms * 1.5) return;
    await wait(1);
  }
}

export async function hangUp(
  typists: readonly Typist[],
  how: 'politely' | 'abruptly' = 'politely',
): Promise<void> {
  for (const { socket } of typists) socket.close(how);
  await wait(200);
}
