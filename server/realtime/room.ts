import * as Y from 'yjs';
import type { RunSql } from '#db/client.ts';
import { loadUpdatesBetween } from '#db/doc-updates.ts';
import { CLOSE, type CloseCode, LIMITS, SYNC } from '#shared/realtime.ts';
import type { ClockRange } from './clock-set.ts';
import type { Connection } from './connection.ts';
import { readUpdate, type UpdateMeta } from './read-update.ts';
import { RoomAwareness } from './room-awareness.ts';
import { encodeVector, type RoomState } from './room-state.ts';
import type { Cut, LoggedRoom } from './update-log.ts';
import { awarenessFrame, syncFrame } from './wire.ts';

interface Received {
  readonly from: Connection | null;
  readonly userId: string;
  readonly data: Uint8Array;
  readonly meta: UpdateMeta;
  readonly onSettled: ((error: Error | null) => void) | null;
}

interface RoomCut extends Cut {
  readonly received: readonly Received[];
  /** How many sync messages each writer has counted once this cut is stored. */
  readonly counts: ReadonlyMap<Connection, number>;
}

/** Why an update was not taken. */
export class Refusal extends Error {
  readonly code: CloseCode;

  constructor(code: CloseCode, reason: string) {
    super(reason);
    this.code = code;
  }
}

interface RoomOptions {
  readonly open: (name: string) => Promise<{ state: RoomState; clients: ReadonlyMap<number, string> }>;
  readonly run: RunSql;
  /** Something was received: the log must come and cut. */
  readonly onReceived: (room: Room, bytes: number) => void;
  readonly onGrown: (room: Room) => void;
  /** What is in memory is not what is in the log any more: the room must be opened anew. */
  readonly onBroken: (room: Room, error: unknown) => void;
}

/** A document or board in memory: its committed state, what is on its way to the database, and who is connected. */
export class Room implements LoggedRoom {
  readonly name: string;
  readonly connections = new Set<Connection>();
  readonly awareness = new RoomAwareness();
  /** Resolves once loaded; rejects when the content cannot be had, and the room must then be thrown away. */
  readonly ready: Promise<void>;
  /** When the last user left (`performance.now()`); the room leaves memory some seconds later. */
  idleSince: number | null = performance.now();
  /** Readers and operations at work on it. */
  users = 0;
  #options: RoomOptions;
  #state: RoomState | null = null;
  #owners = new Map<number, string>();
  #newOwners: { clientId: number; userId: string }[] = [];
  #received: Received[] = [];
  #inFlight = false;
  #turn: Promise<unknown> = Promise.resolve();
  #serverClients = new Map<string, number>();
  #readings = new Map<string, { seq: number; value: Promise<unknown> }>();
  #frames = new WeakMap<Uint8Array, Buffer>();

  constructor(name: string, options: RoomOptions) {
    this.name = name;
    this.#options = options;
    this.ready = this.#load();
    // Whoever waits gets the error; a room that nobody waits for any more must not end the process.
    this.ready.catch(() => undefined);
  }

  async #load(): Promise<void> {
    const { state, clients } = await this.#options.open(this.name);
    this.#owners = new Map(clients);
    this.#state = state;
  }

  /** The committed state. Only once `ready`. */
  get state(): RoomState {
    if (!this.#state) throw new Error(`room ${this.name} is not loaded`);
    return this.#state;
  }

  get isQuiet(): boolean {
    return this.connections.size === 0 && this.users === 0 && this.#received.length === 0 && !this.#inFlight;
  }

  /** A newcomer hears what is here; it asks for the content itself. */
  join(connection: Connection): void {
    this.connections.add(connection);
    this.idleSince = null;
    connection.onCaughtUp = () => this.#catchUp(connection);
    connection.greet();
    connection.send(syncFrame(SYNC.step1, this.state.vector()));
    if (this.awareness.size > 0) connection.send(awarenessFrame(this.awareness.all()));
  }

  leave(connection: Connection): void {
    this.connections.delete(connection);
    this.awareness.leave(connection);
    if (this.connections.size === 0) this.idleSince = performance.now();
  }

  /** Answers a state vector with what its sender lacks. */
  answer(connection: Connection, vector: Uint8Array): void {
    if (connection.lag) {
      connection.lag.asked = vector;
      return;
    }
    connection.send(this.#step2(vector));
    connection.checkLag(() => this.state.vector());
  }

  #step2(vector: Uint8Array): Buffer {
    const update = this.state.since(vector);
    const kept = this.#frames.get(update);
    if (kept) return kept;
    const frame = syncFrame(SYNC.step2, update);
    this.#frames.set(update, frame);
    return frame;
  }

  #catchUp(connection: Connection): void {
    const { lag } = connection;
    if (!lag) return;
    connection.lag = null;
    connection.repeatControl();
    if (lag.asked) connection.send(this.#step2(lag.asked));
    connection.send(syncFrame(SYNC.update, this.state.since(lag.vector)));
    connection.send(awarenessFrame(this.awareness.all()));
    connection.checkLag(() => this.state.vector());
  }

  /**
   * Takes an update of a connection, or refuses it as a whole.
   * @throws {Refusal} with the code to close its sender with.
   */
  receive(connection: Connection, step: 'step2' | 'update', data: Uint8Array, meta: UpdateMeta): void {
    if (!this.state.isNews(meta)) return this.#countQuietly(connection);
    if (connection.access !== 'write') {
      // An honest reader answers step 1 with the deletions it knows; only what it adds is worth a word.
      if (step === 'step2' && meta.structs.length === 0) return this.#countQuietly(connection);
      connection.refused = true;
      connection.sendAccess('refused');
      return;
    }
    this.#accept(connection, connection.userId, data, meta, null);
    connection.counted++;
    connection.uncommitted++;
  }

  /** Takes an update made on the server in somebody's name; resolves once it is stored and told. */
  async append(userId: string, data: Uint8Array): Promise<void> {
    const meta = readUpdate(data);
    if (!this.state.isNews(meta)) return;
    await new Promise<void>((resolve, reject) => {
      this.#accept(null, userId, data, meta, (error) => (error ? reject(error) : resolve()));
    });
  }

  /** Runs one piece of work after the other: an operation sees what the one before it has stored. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(work);
    this.#turn = result.catch(() => undefined);
    return result;
  }

  /** The Yjs clientID under which the server writes here in this person's name; `pick` gives candidates for a new one. */
  clientIdFor(userId: string, pick: () => number): number {
    const kept = this.#serverClients.get(userId);
    if (kept !== undefined) return kept;
    let clientId = pick();
    while (this.#owners.has(clientId)) clientId = pick();
    this.#serverClients.set(userId, clientId);
    return clientId;
  }

  /** What a reader makes of the committed state, read at most once for each state. */
  async readOnce<T>(reader: string, read: () => Promise<T>): Promise<{ seq: number; value: T }> {
    const { seq } = this.state;
    const kept = this.#readings.get(reader);
    const value = kept?.seq === seq ? kept.value : read();
    if (kept?.seq !== seq) {
      this.#readings.set(reader, { seq, value });
      value.catch(() => this.#readings.delete(reader));
    }
    // Kept under the reader's name, so what comes back is what this reader gave.
    return { seq, value: (await value) as T };
  }

  #countQuietly(connection: Connection): void {
    connection.counted++;
    if (connection.uncommitted === 0) connection.ack(connection.counted);
  }

  #accept(
    from: Connection | null,
    userId: string,
    given: Uint8Array,
    givenMeta: UpdateMeta,
    onSettled: Received['onSettled'],
  ): void {
    const { data, meta } = this.#withoutKnown(given, givenMeta);
    const claimed = this.#checkOwners(meta.structs, userId);
    if (meta.structs.length > 0 && this.state.size + data.length > LIMITS.document) {
      throw new Refusal(CLOSE.tooLarge, 'document');
    }
    for (const clientId of claimed) {
      this.#owners.set(clientId, userId);
      this.#newOwners.push({ clientId, userId });
    }
    this.#received.push({ from, userId, data, meta, onSettled });
    this.#options.onReceived(this, data.length);
  }

  /**
   * Structs that are here already are cut out: a copy of them is of no use, and one that is not the same would be a
   * way to write in somebody else's name.
   */
  #withoutKnown(data: Uint8Array, meta: UpdateMeta): { data: Uint8Array; meta: UpdateMeta } {
    const { structs } = this.state;
    const known = new Map<number, number>();
    for (const range of meta.structs) {
      const end = structs.has(range) ? range.to : structs.end(range.client);
      if (range.from < end) known.set(range.client, Math.max(end, known.get(range.client) ?? 0));
    }
    if (known.size === 0) return { data, meta };
    const rest = Y.diffUpdate(data, encodeVector(known));
    return { data: rest, meta: readUpdate(rest) };
  }

  /** [R3] Whoever wrote first under a clientID owns it here. Returns the ids that become this account's. */
  #checkOwners(structs: readonly ClockRange[], userId: string): Set<number> {
    const claimed = new Set<number>();
    for (const { client, from } of structs) {
      const owner = this.#owners.get(client);
      if (owner === undefined) claimed.add(client);
      else if (owner !== userId) throw new Refusal(CLOSE.forbidden, 'author');
      if (from > this.state.structs.end(client)) this.#checkDetached(userId);
    }
    if (claimed.size > 0) {
      let own = claimed.size;
      for (const owner of this.#owners.values()) if (owner === userId) own++;
      const all = this.#owners.size + claimed.size;
      if (all > LIMITS.clientIdsPerDocument || own > LIMITS.clientIdsPerAccount) {
        throw new Refusal(CLOSE.tooMany, 'clients');
      }
    }
    return claimed;
  }

  /** What waits for something missing is kept, since the missing part may be on its way; but not without end. */
  #checkDetached(userId: string): void {
    if (this.state.structs.detached < LIMITS.detachedPerAccount) return;
    let count = 0;
    for (const [clientId, owner] of this.#owners)
      if (owner === userId) count += this.state.structs.detachedOf(clientId);
    if (count >= LIMITS.detachedPerAccount) throw new Refusal(CLOSE.reload, 'gaps');
  }

  cut(): RoomCut | null {
    const received = this.#received;
    const [first] = received;
    if (!first) return null;
    this.#received = [];
    this.#inFlight = true;
    const newClients = this.#newOwners;
    this.#newOwners = [];
    const counts = new Map<Connection, number>();
    for (const { from } of received) if (from) counts.set(from, from.counted);
    return {
      received,
      counts,
      newClients,
      data: received.length === 1 ? first.data : Y.mergeUpdates(received.map(({ data }) => data)),
      userId: received.every(({ userId }) => userId === first.userId) ? first.userId : null,
      receivedBytes: received.reduce((sum, { data }) => sum + data.length, 0),
    };
  }

  async committed(cut: RoomCut, seq: number): Promise<void> {
    await this.#readMissed(seq).catch((error: unknown) => this.#options.onBroken(this, error));
    this.#inFlight = false;
    this.state.append(seq, cut.data, {
      structs: cut.received.flatMap(({ meta }) => meta.structs),
      deletes: cut.received.flatMap(({ meta }) => meta.deletes),
    });
    const [only] = cut.counts.size === 1 && cut.received.every(({ from }) => from) ? cut.counts.keys() : [];
    this.#tell(cut.data, only);
    for (const { from, onSettled } of cut.received) {
      if (from) from.uncommitted--;
      onSettled?.(null);
    }
    for (const [writer, counted] of cut.counts)
      writer.ack(writer.uncommitted === 0 ? writer.counted : counted);
    this.#options.onGrown(this);
  }

  /** Another process wrote in this room: its rows come first, here as in the log. */
  async #readMissed(seq: number): Promise<void> {
    if (seq <= this.state.seq + 1) return;
    for (const missed of await loadUpdatesBetween(this.#options.run, this.name, this.state.seq, seq)) {
      this.state.append(missed.seq, missed.data, readUpdate(missed.data));
      this.#tell(missed.data, undefined);
    }
  }

  #tell(update: Uint8Array, except: Connection | undefined): void {
    const frame = syncFrame(SYNC.update, update);
    // Before anything is queued: a reader that falls behind now has everything up to here.
    for (const connection of this.connections) {
      if (connection === except) continue;
      connection.send(frame);
      connection.checkLag(() => this.state.vector());
    }
  }

  rejected(cut: RoomCut): void {
    this.#inFlight = false;
    this.#giveUp(cut.received, cut.newClients);
  }

  #giveUp(received: readonly Received[], newClients: readonly { clientId: number }[]): void {
    for (const { clientId } of newClients) this.#owners.delete(clientId);
    for (const { from, onSettled } of received) {
      onSettled?.(new Error(`an update of ${this.name} could not be stored`));
      if (!from) continue;
      from.uncommitted--;
      from.close(CLOSE.tryLater, 'storage');
    }
  }

  /** Says who is here to one who asks. */
  introduce(connection: Connection): void {
    connection.send(awarenessFrame(this.awareness.all()));
  }

  /** Tells everybody what changed in who is here. */
  tellAwareness(renewals: boolean): void {
    const entries = this.awareness.takeChanges(renewals);
    if (entries.length === 0 || this.connections.size === 0) return;
    const frame = awarenessFrame(entries);
    for (const connection of this.connections) {
      connection.send(frame);
      connection.checkLag(() => this.state.vector());
    }
  }
}
