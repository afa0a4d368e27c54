import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { CLOSE } from '#shared/realtime/realtime.ts';

/** Figures of the moment. */
export interface RoomsStats {
  readonly rooms: number;
  /** Connections, over HTTP too. */
  readonly sockets: number;
  /** … of which over HTTP, where WebSockets are refused. */
  readonly httpSessions: number;
  /** Accounts that have at least one. */
  readonly people: number;
  /** Bytes received and not yet in the database. */
  readonly uncommittedBytes: number;
  /** Bytes that wait for slow readers. */
  readonly bufferedBytes: number;
  /** How often, since the start, a connection that sent too much was read more slowly. */
  readonly slowedFloods: number;
}

/** One statement that wrote to the log; `rooms` is how many rows it had. */
interface Commit {
  readonly rooms: number;
  readonly updates: number;
  readonly bytes: number;
  readonly seconds: number;
}

const COUNTS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000];
const SECONDS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30];
/** A client may end with any number it likes; only these become a label of their own. */
const CODES = new Set<number>([...Object.values(CLOSE), 1000, 1001, 1005, 1006]);

/** What the live rooms tell Prometheus, in seconds and bytes as its conventions ask (docs/metrics.md). */
export class SyncMetrics {
  readonly registry = new Registry();
  #received = this.#counter(
    'received_updates_total',
    'Updates taken, from clients and from the server itself',
  );
  #receivedBytes = this.#counter('received_bytes_total', 'Bytes of the updates taken');
  #committed = this.#counter('committed_updates_total', 'Updates that are in the database');
  #committedBytes = this.#counter('committed_bytes_total', 'Bytes of the rows written to the log');
  #commitUpdates = this.#histogram('commit_updates', 'Updates in one commit', COUNTS);
  #commitRooms = this.#histogram('commit_rooms', 'Rooms in one commit', COUNTS);
  #commitSeconds = this.#histogram('commit_seconds', 'Time that one commit took, retries included', SECONDS);
  #ackSeconds = this.#histogram(
    'ack_seconds',
    'From the receipt of an update to its acknowledgement',
    SECONDS,
  );
  #taskSeconds = this.#histogram(
    'worker_task_seconds',
    'Work on a Y.Doc in a worker, from asking to answer',
    SECONDS,
    ['kind', 'outcome'],
  );
  #snapshots = this.#counter('snapshots_total', 'Compacted states saved');
  #refused = this.#counter('refused_messages_total', 'Messages of clients that were not taken', ['reason']);
  #closes = this.#counter('closes_total', 'Connections that ended, or were refused at the door', ['code']);

  #stats: () => RoomsStats;

  constructor(stats: () => RoomsStats) {
    this.#stats = stats;
    this.#gauge('sockets', 'Open live connections', ['transport'], (gauge, { sockets, httpSessions }) => {
      gauge.set({ transport: 'websocket' }, sockets - httpSessions);
      gauge.set({ transport: 'http' }, httpSessions);
    });
    const simple = (name: string, help: string, value: (now: RoomsStats) => number) =>
      this.#gauge(name, help, [], (gauge, now) => gauge.set(value(now)));
    simple('rooms', 'Rooms in memory', ({ rooms }) => rooms);
    simple('buffered_bytes', 'Bytes that wait for slow readers', (now) => now.bufferedBytes);
    simple('uncommitted_bytes', 'Bytes received and not yet stored', (now) => now.uncommittedBytes);
    simple('slowed_floods', 'Times a flood was read more slowly', (now) => now.slowedFloods);
  }

  received(bytes: number): void {
    this.#received.inc();
    this.#receivedBytes.inc(bytes);
  }

  committed({ rooms, updates, bytes, seconds }: Commit): void {
    this.#committed.inc(updates);
    this.#committedBytes.inc(bytes);
    this.#commitUpdates.observe(updates);
    this.#commitRooms.observe(rooms);
    this.#commitSeconds.observe(seconds);
  }

  /** These updates, received at these times (`performance.now()`), have just been acknowledged. */
  acknowledged(receivedAt: readonly number[]): void {
    const now = performance.now();
    for (const at of receivedAt) this.#ackSeconds.observe((now - at) / 1000);
  }

  /** A message was not taken; `reason` is one of our own words, never a client's. */
  refused(reason: string): void {
    this.#refused.inc({ reason });
  }

  closed(code: number): void {
    this.#closes.inc({ code: CODES.has(code) ? String(code) : 'other' });
  }

  worked(kind: string, outcome: 'done' | 'failed' | 'timeout', seconds: number): void {
    this.#taskSeconds.observe({ kind, outcome }, seconds);
  }

  snapshotSaved(): void {
    this.#snapshots.inc();
  }

  #counter<L extends string = never>(name: string, help: string, labelNames: readonly L[] = []): Counter<L> {
    return new Counter({ name: `cordee_sync_${name}`, help, labelNames, registers: [this.registry] });
  }

  #histogram<L extends string = never>(
    name: string,
    help: string,
    buckets: number[],
    labelNames: readonly L[] = [],
  ): Histogram<L> {
    const registers = [this.registry];
    return new Histogram({ name: `cordee_sync_${name}`, help, buckets, labelNames, registers });
  }

  /** Looked at when somebody asks, so that it costs nothing meanwhile. */
  #gauge<L extends string>(
    name: string,
    help: string,
    labelNames: readonly L[],
    look: (gauge: Gauge<L>, now: RoomsStats) => void,
  ): void {
    const stats = this.#stats;
    new Gauge({
      name: `cordee_sync_${name}`,
      help,
      labelNames,
      registers: [this.registry],
      collect() {
        look(this, stats());
      },
    });
  }
}
