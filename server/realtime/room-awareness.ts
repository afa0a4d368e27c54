import type { RoomGrant } from '#db/realtime/rooms-access.ts';
import { LIMITS, PRESENCE_COLOURS } from '#shared/realtime/realtime.ts';
import type { AwarenessEntry } from './wire.ts';

type Person = RoomGrant['person'];

/** Who brought a state: a connection of ours, or another instance by its name. */
type Owner = object | string;

interface State {
  readonly owner: Owner;
  readonly personId: string;
  readonly clock: number;
  /** Stamped JSON, as it is sent. */
  readonly state: string;
  /** What the owner's clock needs so that the others take it for newer than what they saw last of this client. */
  readonly shift: number;
  /** When another instance last spoke of it (`performance.now()`). */
  readonly heardAt: number;
}

/** What is to be told, and whether it is about a client of ours: that is for the other instances too. */
interface News extends AwarenessEntry {
  readonly isOwn: boolean;
}

/** After that long without a word of it, a client of another instance is gone: renewals come every 15 s. */
const SILENT_MS = 30_000;
/** How long a client that left is remembered, so that late echoes of the others do not bring it back. */
const REMEMBERED = 2_000;

/**
 * Who is in a room, and where: the latest state of every client, never stored. The owner of a state is the connection
 * that brought it; nobody else can change it, and who they are is written in by us ([R9] in docs/rules/realtime.md).
 */
export class RoomAwareness {
  #opens: (clientId: number, personId: string) => boolean;
  #states = new Map<number, State>();
  #left = new Map<number, { clock: number; personId: string }>();
  #changed = new Map<number, News>();
  #renewed = new Map<number, News>();

  /** `opens`: a person is here with this clientID; false when it is somebody else's ([R3]), and shown to nobody. */
  constructor(opens: (clientId: number, personId: string) => boolean) {
    this.#opens = opens;
  }

  get size(): number {
    return this.#states.size;
  }

  get hasChanges(): boolean {
    return this.#changed.size > 0;
  }

  /**
   * Takes the states that a connection sent. Entries of clients that belong to others are echoes of the stock
   * provider and are passed over. Returns whether there is anything to tell.
   */
  receive(owner: object, person: Person, entries: readonly AwarenessEntry[]): boolean {
    for (const { clientId, clock, state } of entries) {
      const held = this.#states.get(clientId);
      const isOwn = held?.owner === owner;
      const parsed = state.length > LIMITS.awarenessState ? undefined : parseState(state);
      if (parsed === undefined || (parsed === null && !isOwn)) continue;
      if (held && parsed === null) this.#drop(clientId, held);
      else if (!isOwn && !this.#mayTake(owner, person, held ?? this.#left.get(clientId))) continue;
      else if (this.#opens(clientId, person.id))
        this.#take(owner, person.id, { clientId, clock, state: stamp(parsed ?? {}, person) });
      else if (held) this.#drop(clientId, held);
    }
    return this.#changed.size + this.#renewed.size > 0;
  }

  /**
   * Takes what another instance says of its clients, stamped there. A client of somebody else is never taken over, one
   * of the same person only by a newer word of it: they have moved. Returns whether there is anything to tell.
   */
  hear(instance: string, entries: readonly AwarenessEntry[]): boolean {
    for (const entry of entries) {
      const held = this.#states.get(entry.clientId);
      if (entry.state === 'null') {
        if (held?.owner === instance) this.#drop(entry.clientId, held);
        continue;
      }
      const personId = personIn(entry.state);
      const last = held ?? this.#left.get(entry.clientId);
      if (personId === null || (last && last.personId !== personId)) continue;
      if (held && held.owner !== instance && entry.clock <= held.clock) continue;
      if (!this.#opens(entry.clientId, personId)) continue;
      this.#take(instance, personId, entry);
    }
    return this.#changed.size + this.#renewed.size > 0;
  }

  #take(owner: Owner, personId: string, { clientId, clock, state }: AwarenessEntry): void {
    const held = this.#states.get(clientId);
    const isSame = held?.owner === owner;
    const heardAt = performance.now();
    if (isSame && clock + held.shift <= held.clock) {
      this.#states.set(clientId, { ...held, heardAt });
      return;
    }
    const last = held ?? this.#left.get(clientId);
    // Somebody who comes back brings the clock of before, which the others would take for old.
    const shift = isSame ? held.shift : last ? Math.max(0, last.clock + 1 - clock) : 0;
    this.#left.delete(clientId);
    this.#states.set(clientId, { owner, personId, clock: clock + shift, state, shift, heardAt });
    const news = { clientId, clock: clock + shift, state, isOwn: isOwn(owner) };
    const isRenewal = isSame && held.state === state && !this.#changed.has(clientId);
    (isRenewal ? this.#renewed : this.#changed).set(clientId, news);
  }

  /**
   * May this connection speak for a client that it has not spoken for? For a new one, as long as it has not too many.
   * For one that was another connection's only as its first, and for the same account: that is somebody who comes
   * back, perhaps before the old connection is known to be dead. Anything else is a late echo.
   */
  #mayTake(owner: object, person: Person, last: { readonly personId: string } | undefined): boolean {
    let own = 0;
    for (const held of this.#states.values()) if (held.owner === owner) own++;
    return last ? own === 0 && last.personId === person.id : own < LIMITS.awarenessStatesPerSocket;
  }

  /** The connection (or the instance) is gone, and its clients with it. */
  leave(owner: Owner): void {
    for (const [clientId, held] of this.#states) if (held.owner === owner) this.#drop(clientId, held);
  }

  /** Clients of other instances of which nothing was heard for long are gone: their instance may be dead. */
  expire(): void {
    const before = performance.now() - SILENT_MS;
    for (const [clientId, held] of this.#states)
      if (!isOwn(held.owner) && held.heardAt < before) this.#drop(clientId, held);
  }

  #drop(clientId: number, held: State): void {
    const clock = held.clock + 1;
    this.#states.delete(clientId);
    this.#renewed.delete(clientId);
    this.#changed.set(clientId, { clientId, clock, state: 'null', isOwn: isOwn(held.owner) });
    this.#left.set(clientId, { clock, personId: held.personId });
    if (this.#left.size > REMEMBERED)
      for (const [oldest] of this.#left) return void this.#left.delete(oldest);
  }

  /**
   * What changed since the last call, and the part of it that is about clients of ours; with `renewals`, also the signs
   * of life that changed nothing.
   */
  takeChanges(renewals: boolean): { all: readonly AwarenessEntry[]; own: readonly AwarenessEntry[] } {
    const all = [...this.#changed.values()];
    this.#changed.clear();
    if (renewals) {
      all.push(...this.#renewed.values());
      this.#renewed.clear();
    }
    return { all, own: all.filter((news) => news.isOwn) };
  }

  /** Everybody present. */
  all(): AwarenessEntry[] {
    return Array.from(this.#states, ([clientId, { clock, state }]) => ({ clientId, clock, state }));
  }

  /** Those of them who are connected here. */
  own(): AwarenessEntry[] {
    return this.all().filter(({ clientId }) => isOwn(this.#states.get(clientId)?.owner ?? ''));
  }
}

function isOwn(owner: Owner): boolean {
  return typeof owner !== 'string';
}

/** The person in a state that an instance has stamped, or null when there is none. */
function personIn(state: string): string | null {
  const user = parseState(state)?.user;
  const id = typeof user === 'object' && user !== null && 'id' in user ? user.id : null;
  return typeof id === 'string' ? id : null;
}

/** An object, null for somebody who leaves, undefined for what is no state. */
function parseState(json: string): Record<string, unknown> | null | undefined {
  try {
    const value: unknown = JSON.parse(json);
    if (value === null) return null;
    return typeof value === 'object' && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

function stamp(state: Record<string, unknown>, person: Person): string {
  const { id, name, organisation, colour } = person;
  const color = PRESENCE_COLOURS[colour] ?? PRESENCE_COLOURS[0];
  return JSON.stringify({ ...state, user: { id, name, organisation, colour, color } });
}
