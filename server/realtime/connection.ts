import type { RoomGrant } from '#db/realtime/rooms-access.ts';
import type { RoomAccess } from '#shared/kernel/access/access.ts';
import { CLOSE, type CloseCode, DOCUMENT_SCHEMA, LIMITS } from '#shared/realtime/realtime.ts';
import type { Transport } from './door/transport.ts';
import type { Settle } from './inflow.ts';
import { type AccessReason, accessFrame, ackFrame, epochFrame, schemaFrame, takenFrame } from './wire.ts';

/** Who is at the other end and what the door decided. */
export interface Visitor {
  readonly grant: RoomGrant;
  readonly sessionId: string;
  /** `?ack=1`: wants to know how far the database is. */
  readonly wantsAck: boolean;
  /** `?schema=n`, or null when it did not say. */
  readonly schema: number | null;
  /** `?epoch=n`: the generation of the room whose content it holds, 0 when it holds none; null when it does not say. */
  readonly epoch: number | null;
  /** `?client=n,n`: the Yjs clientIDs under which it will write, its own and those of earlier visits; none when it does not say. */
  readonly clientIds: readonly number[];
}

const MIN_PAUSE_MS = 50;

/** A whole frame, to be settled once. */
export interface TakenFrame {
  readonly frame: Buffer;
  readonly settle: Settle;
}

interface Lag {
  readonly since: number;
  /** State vector of everything that was queued for this reader before we stopped. */
  readonly vector: Uint8Array;
  readonly waitingBytes: number;
  /** The vector of a step 1 that came meanwhile and deserves its own answer. */
  asked: Uint8Array | null;
}

/** One client in one room: what it may do, what it has written, how far it reads. */
export class Connection {
  readonly userId: string;
  readonly sessionId: string;
  /** Sync messages counted: stored ones, and those that brought nothing. */
  counted = 0;
  /** Updates of this connection that are not committed yet. */
  uncommitted = 0;
  /** Something it sent was refused, so its count can never be whole again. */
  refused = false;
  /** Frames that wait, while the room loads or an earlier frame is being checked; null when they need not. */
  waiting: TakenFrame[] | null = [];
  waitingBytes = 0;
  lag: Lag | null = null;
  isAlive = true;
  /** The first code that it was sent away with; null when it leaves by itself. */
  closedWith: CloseCode | null = null;
  /** Sent away: whatever still comes from it is passed over. */
  isEnded = false;
  lastSent = 0;
  /** Set by the room: called once when the buffer has emptied after a lag. */
  onCaughtUp: () => void = () => undefined;
  #grant: RoomGrant;
  #visitor: Visitor;
  #transport: Transport;
  #acked = 0;
  #epoch = 0;
  #readingStops = 0;
  #allowance: number = LIMITS.messagesBurst;
  #allowedAt = performance.now();

  constructor(transport: Transport, visitor: Visitor) {
    this.#transport = transport;
    this.#visitor = visitor;
    this.#grant = visitor.grant;
    this.userId = visitor.grant.person.id;
    this.sessionId = visitor.sessionId;
    transport.onAlive(() => {
      this.isAlive = true;
    });
    transport.onDrain(() => {
      if (this.lag && this.isOpen) this.onCaughtUp();
    });
  }

  get grant(): RoomGrant {
    return this.#grant;
  }

  get isOpen(): boolean {
    return this.#transport.isOpen;
  }

  get clientIds(): readonly number[] {
    return this.#visitor.clientIds;
  }

  get hasOldSchema(): boolean {
    return this.#visitor.schema !== null && this.#visitor.schema < DOCUMENT_SCHEMA;
  }

  /** [R7] An older page reads: its editor would delete what it does not know. */
  get access(): RoomAccess {
    return this.hasOldSchema && this.#grant.access === 'write' ? 'read' : this.#grant.access;
  }

  /** Does the client know our own message types? */
  get knowsOurTypes(): boolean {
    return this.#visitor.wantsAck || this.#visitor.schema !== null;
  }

  /**
   * Enters a room of this generation. [K4] Whoever holds content of another one is sent away, returning false: the two must
   * not be merged. A stock client does not say.
   */
  enter(epoch: number): boolean {
    this.#epoch = epoch;
    this.#greet();
    const held = this.#visitor.epoch ?? 0;
    const isOfIt = held === 0 || held === epoch;
    if (!isOfIt) this.close(CLOSE.restored, 'epoch');
    return isOfIt;
  }

  /** Says which generation of the room this is and what may be done in it, to clients that understand. */
  #greet(): void {
    if (this.#visitor.epoch !== null) this.send(epochFrame(this.#epoch));
    if (!this.knowsOurTypes) return;
    if (this.hasOldSchema) this.send(schemaFrame(DOCUMENT_SCHEMA));
    this.sendAccess();
  }

  sendAccess(reason?: AccessReason): void {
    if (!this.knowsOurTypes) return;
    const isRefused = this.access !== 'write';
    const why = this.hasOldSchema ? 'schema' : isRefused ? this.#reading() : undefined;
    this.send(accessFrame(this.access, reason ?? why));
  }

  #reading(): AccessReason {
    if (this.#grant.isSubmitted) return 'submitted';
    return this.#grant.isFrozen ? 'frozen' : 'role';
  }

  /** [R3] These of its clientIDs are somebody else's in this room: it comes back with others. */
  sendAwayFor(taken: readonly number[]): void {
    this.send(takenFrame(taken));
    this.close(CLOSE.forbidden, 'author');
  }

  /** The rights changed; returns whether what this connection may do is another thing now. */
  regrant(grant: RoomGrant): boolean {
    const before = this.access;
    this.#grant = grant;
    return this.access !== before;
  }

  /** `count` sync messages of this connection are in the database. */
  ack(count: number): void {
    if (count <= this.#acked) return;
    this.#acked = count;
    if (this.#visitor.wantsAck) this.send(ackFrame(count));
  }

  /** Repeats what a lag may have swallowed. */
  repeatControl(): void {
    this.#greet();
    if (this.#visitor.wantsAck && this.#acked > 0) this.send(ackFrame(this.#acked));
  }

  /**
   * Queues a frame, unless this reader is too far behind: it then gets one difference when it has caught up.
   * `at` is the time, which who sends to many asks once.
   */
  send(frame: Buffer, at: number = performance.now()): void {
    if (this.lag || !this.isOpen) return;
    this.lastSent = at;
    this.#transport.write(frame);
  }

  /** Bytes that wait for the reader. */
  get buffered(): number {
    return this.#transport.buffered;
  }

  /** Stops queueing for a reader that is more than a mebibyte behind; `vector` is what has been queued for it so far. */
  checkLag(vector: () => Uint8Array): void {
    if (this.lag || this.buffered <= LIMITS.bufferedLagging) return;
    this.lag = { since: performance.now(), vector: vector(), waitingBytes: this.buffered, asked: null };
  }

  /** [R8] Too slow for too long: 30 s, and the time that a poor line (32 KiB/s) needs for what it was given. */
  isHopeless(at: number): boolean {
    if (!this.lag) return false;
    const { since, waitingBytes } = this.lag;
    const seconds = LIMITS.laggingSeconds + waitingBytes / (32 * 1024);
    return this.buffered > Math.max(LIMITS.bufferedClose, waitingBytes) || at - since > seconds * 1000;
  }

  /**
   * Counts a message. Whoever sends more than a person, or a script in a hurry, has a use for is read more slowly: the
   * rest waits on their side of the line. Returns whether that had to be done now.
   */
  spendMessage(): boolean {
    const at = performance.now();
    const earned = ((at - this.#allowedAt) / 1000) * LIMITS.messagesPerSecond;
    this.#allowance = Math.min(LIMITS.messagesBurst, this.#allowance + earned) - 1;
    this.#allowedAt = at;
    if (this.#allowance >= 0 || this.#transport.isPaused) return false;
    const pause = Math.max(MIN_PAUSE_MS, (-this.#allowance / LIMITS.messagesPerSecond) * 1000);
    setTimeout(this.stopReading(), pause).unref();
    return true;
  }

  /** Leaves what comes on the other side of the line until the returned function is called, and what called it is done. */
  stopReading(): () => void {
    this.#readingStops++;
    this.#transport.pause();
    const readOn = () => {
      this.#readingStops--;
      if (this.#readingStops === 0) this.#transport.resume();
    };
    return () => queueMicrotask(readOn);
  }

  get isReadingStopped(): boolean {
    return this.#readingStops > 0;
  }

  ping(): void {
    this.#transport.ping();
  }

  /** Ends the connection with a code that the client has words for; `reason` is for logs and scripts. */
  close(code: CloseCode, reason = ''): void {
    // At a stop it has done nothing wrong, and what comes before it hangs up is still stored.
    this.closedWith ??= code;
    this.isEnded ||= code !== CLOSE.restart;
    this.#transport.close(code, reason);
    // A reader that does not read will not read the goodbye either.
    const timer = setTimeout(() => this.#transport.terminate(), 2_000);
    timer.unref();
    this.#transport.onClose(() => clearTimeout(timer));
  }

  /** It has done nothing wrong, but nothing more is taken from it: it comes back, and brings again what was not stored. */
  startAnew(): void {
    this.isEnded = true;
    this.close(CLOSE.restart, 'asleep');
  }

  terminate(): void {
    this.#transport.terminate();
  }
}
