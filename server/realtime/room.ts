import { CLOSE, LIMITS, SYNC } from '#shared/realtime/realtime.ts';
import type { Connection } from './connection.ts';
import type { Settle } from './inflow.ts';
import type { LoggedRoom } from './log/update-log.ts';
import { readUpdate } from './read-update.ts';
import { Refusal } from './refusal.ts';
import { type NewAuthor, RoomAuthors } from './room-authors.ts';
import { RoomAwareness } from './room-awareness.ts';
import {
  bytesIn,
  type CheckedUpdate,
  claimAnew,
  cutOf,
  type Received,
  type RoomCut,
  refuse,
} from './room-cut.ts';
import type { RoomOptions } from './room-options.ts';
import type { RoomState } from './room-state.ts';
import { RoomWork } from './room-work.ts';
import type { UpdateMeta } from './update-meta.ts';
import { awarenessFrame, newsFrame, syncFrame } from './wire.ts';
import { withoutKnown } from './without-known.ts';

/** A document or board in memory: its committed state, what is on its way to the database, and who is connected. */
export class Room implements LoggedRoom {
  readonly name: string;
  readonly connections = new Set<Connection>();
  readonly awareness = new RoomAwareness((client, by) => this.authors.open([client], by).length === 0);
  /** Resolves once loaded; rejects when the content cannot be had, and the room must then be thrown away. */
  readonly ready: Promise<void>;
  /** When the last user left (`performance.now()`); the room leaves memory some seconds later. */
  idleSince: number | null = performance.now();
  /** Readers and operations at work on it. */
  users = 0;
  readonly work = new RoomWork();
  /** Who owns which Yjs clientID here. */
  authors = new RoomAuthors(new Map());
  #options: RoomOptions<Room>;
  #state: RoomState | null = null;
  #epoch = 0;
  #received: Received[] = [];
  #inFlight = false;
  #frames = new WeakMap<Uint8Array, Buffer>();

  constructor(name: string, options: RoomOptions<Room>) {
    this.name = name;
    this.#options = options;
    this.ready = this.#load();
    // Whoever waits gets the error; a room that nobody waits for any more must not end the process.
    this.ready.catch(() => undefined);
  }

  async #load(): Promise<void> {
    const { state, epoch, clients } = await this.#options.open(this.name);
    this.#epoch = epoch;
    this.authors = new RoomAuthors(clients);
    this.#state = state;
  }

  /** The generation of the content that is here. */
  get epoch(): number {
    return this.#epoch;
  }

  get isLoaded(): boolean {
    return this.#state !== null;
  }

  /** The committed state. Only once `ready`. */
  get state(): RoomState {
    if (!this.#state) throw new Error(`room ${this.name} is not loaded`);
    return this.#state;
  }

  get isQuiet(): boolean {
    return this.connections.size === 0 && this.users === 0 && this.#received.length === 0 && !this.#inFlight;
  }

  /** A newcomer hears what is here; it asks for the content itself. One of another generation, or with others’ clientIDs, is sent away. */
  join(connection: Connection): void {
    if (!connection.enter(this.#epoch) || !this.authors.admit(connection)) return;
    this.connections.add(connection);
    this.idleSince = null;
    connection.onCaughtUp = () => this.#catchUp(connection);
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
   * Takes an update of a connection, or refuses it as a whole; it is settled once it is stored, or nothing is to be stored.
   * @throws {Refusal} with the code to close its sender with.
   */
  receive(connection: Connection, step: 'step2' | 'update', { data, meta, settle }: CheckedUpdate): void {
    const isNothing = !this.state.isNews(meta);
    // An honest reader answers step 1 with the deletions it knows; only what it adds is worth a word.
    if (isNothing || (connection.access !== 'write' && step === 'step2' && meta.structs.length === 0)) {
      this.#countQuietly(connection, settle);
      return;
    }
    if (connection.access !== 'write') {
      settle();
      connection.refused = true;
      this.#options.onReadOnly();
      connection.sendAccess('refused');
      return;
    }
    this.#accept(connection, connection.userId, data, meta, settle);
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

  #countQuietly(connection: Connection, settle: Settle): void {
    settle();
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
    const { structs } = this.state;
    const { data, meta } = withoutKnown(given, givenMeta, structs);
    const claimed = this.authors.check(meta.structs, userId, structs);
    this.checkSize(data, meta);
    this.authors.claim(claimed, userId);
    this.#received.push({ from, userId, data, meta, receivedAt: performance.now(), onSettled });
    this.#options.onReceived(this, data.length);
  }

  /** [R8] At its limit a document can still be shortened; deletions alone have twice the room. Throws a `Refusal` beyond. */
  checkSize(data: Uint8Array, { structs, elements }: UpdateMeta): void {
    const { state } = this;
    const isLonger = structs.length > 0 && state.size + data.length > LIMITS.document;
    const most = LIMITS.documentElements * (structs.length > 0 ? 1 : 2);
    if (isLonger || state.elements + elements > most) throw new Refusal(CLOSE.tooLarge, 'document');
  }

  get receivedBytes(): number {
    return bytesIn(this.#received);
  }

  cut(): RoomCut | null {
    const received = this.#received;
    const newClients = this.authors.takeNew();
    this.#received = [];
    if (received.length === 0) return null;
    try {
      const cut = cutOf(received, newClients);
      this.#inFlight = true;
      return cut;
    } catch (error) {
      // Each was checked alone. If together they still break Yjs, nobody is told that they are stored.
      this.#options.onUnmergeable(this, error, bytesIn(received));
      this.#giveUp(received, newClients);
      return null;
    }
  }

  committed(cut: RoomCut, seq: number): void {
    this.#inFlight = false;
    for (const { from, onSettled } of cut.received) {
      if (from) from.uncommitted--;
      onSettled?.(null);
    }
    const isNews = this.state.append(seq, cut.data, {
      structs: cut.received.flatMap(({ meta }) => meta.structs),
      deletes: cut.received.flatMap(({ meta }) => meta.deletes),
      elements: cut.received.reduce((sum, { meta }) => sum + meta.elements, 0),
    });
    const isOneWriter = cut.counts.size === 1 && cut.received.every(({ from }) => from);
    const [only] = isOneWriter ? cut.counts.keys() : [];
    if (isNews) this.#tell(syncFrame(SYNC.update, cut.data), only);
    for (const [writer, counted] of cut.counts) {
      writer.ack(writer.uncommitted === 0 ? writer.counted : counted);
    }
    this.#options.onStored(this, seq, cut);
    this.#options.onGrown(this);
  }

  /** Takes a row of the log that another instance wrote, in whichever order they come. */
  hear(seq: number, data: Uint8Array, meta: UpdateMeta): void {
    if (!this.state.append(seq, data, meta)) return;
    this.#tell(syncFrame(SYNC.update, data));
    this.#options.onGrown(this);
  }

  #tell(frame: Buffer, except?: Connection): void {
    const at = performance.now();
    const vector = () => this.state.vector();
    for (const connection of this.connections) {
      if (connection === except) continue;
      connection.send(frame, at);
      connection.checkLag(vector);
    }
  }

  rejected(cut: RoomCut): void {
    this.#inFlight = false;
    this.#giveUp(cut.received, cut.newClients);
  }

  async contested(cut: RoomCut): Promise<void> {
    const ids = cut.newClients.map(({ clientId }) => clientId);
    const owners = await this.#options.ownersOf(this.name, ids).catch(() => null);
    if (!owners) return this.rejected(cut);
    this.#inFlight = false;
    const waiting = this.#received;
    this.authors.forget([...cut.newClients, ...this.authors.takeNew()]);
    this.authors.learn(owners, this.connections);
    const claimed = claimAnew([...cut.received, ...waiting], this.authors, this.state.structs);
    this.#received = claimed.kept;
    for (const { one, refusal } of claimed.refused) refuse(this.name, one, refusal);
    this.#options.onPutBack(this, bytesIn(this.#received) - bytesIn(waiting));
  }

  #giveUp(received: readonly Received[], newClients: readonly NewAuthor[]): void {
    this.authors.forget(newClients);
    for (const one of received) refuse(this.name, one, new Refusal(CLOSE.tryLater, 'storage'));
  }

  /** Tells everybody here, who understands it, that something beside the content has changed. */
  tellNews(topic: string): void {
    const frame = newsFrame(topic);
    for (const connection of this.connections) {
      if (connection.knowsOurTypes) connection.send(frame);
    }
  }

  /** Says who is here to one who asks. */
  introduce(connection: Connection): void {
    connection.send(awarenessFrame(this.awareness.all()));
  }

  /** Tells everybody what changed in who is here. */
  tellAwareness(renewals: boolean): void {
    const { all, own } = this.awareness.takeChanges(renewals);
    if (own.length > 0) this.#options.onPresence(this, own);
    if (all.length > 0 && this.connections.size > 0) this.#tell(awarenessFrame(all));
  }
}
