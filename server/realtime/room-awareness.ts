import type { RoomGrant } from '#db/rooms-access.ts';
import { LIMITS, PRESENCE_COLOURS } from '#shared/realtime.ts';
import type { AwarenessEntry } from './wire.ts';

type Person = RoomGrant['person'];

interface State {
  readonly owner: object;
  readonly personId: string;
  readonly clock: number;
  /** Stamped JSON, as it is sent. */
  readonly state: string;
  /** What the owner's clock needs so that the others take it for newer than what they saw last of this client. */
  readonly shift: number;
}

/** How long a client that left is remembered, so that late echoes of the others do not bring it back. */
const REMEMBERED = 2_000;

/**
 * Who is in a room, and where: the latest state of every client, never stored. The owner of a state is the connection
 * that brought it; nobody else can change it, and who they are is written in by us ([R9] in docs/rules.md).
 */
export class RoomAwareness {
  #states = new Map<number, State>();
  #left = new Map<number, { clock: number; personId: string }>();
  #changed = new Map<number, AwarenessEntry>();
  #renewed = new Map<number, AwarenessEntry>();

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
    for (const entry of entries) this.#take(owner, person, entry);
    return this.#changed.size + this.#renewed.size > 0;
  }

  #take(owner: object, person: Person, { clientId, clock, state }: AwarenessEntry): void {
    const held = this.#states.get(clientId);
    const isOwn = held?.owner === owner;
    const parsed = state.length > LIMITS.awarenessState ? undefined : parseState(state);
    if (parsed === undefined || (parsed === null && !isOwn)) return;
    if (held && parsed === null) {
      this.#drop(clientId, held);
      return;
    }
    if (isOwn && clock + held.shift <= held.clock) return;
    const last = held ?? this.#left.get(clientId);
    if (!isOwn && !this.#mayTake(owner, person, last)) return;
    // Somebody who comes back brings the clock of before, which the others would take for old.
    const shift = isOwn ? held.shift : last ? Math.max(0, last.clock + 1 - clock) : 0;
    const stamped = stamp(parsed ?? {}, person);
    this.#left.delete(clientId);
    this.#states.set(clientId, { owner, personId: person.id, clock: clock + shift, state: stamped, shift });
    const news = { clientId, clock: clock + shift, state: stamped };
    const isRenewal = isOwn && held.state === stamped && !this.#changed.has(clientId);
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

  /** The connection is gone, and its clients with it. */
  leave(owner: object): void {
    for (const [clientId, held] of this.#states) if (held.owner === owner) this.#drop(clientId, held);
  }

  #drop(clientId: number, held: State): void {
    const clock = held.clock + 1;
    this.#states.delete(clientId);
    this.#renewed.delete(clientId);
    this.#changed.set(clientId, { clientId, clock, state: 'null' });
    this.#left.set(clientId, { clock, personId: held.personId });
    if (this.#left.size > REMEMBERED)
      for (const [oldest] of this.#left) return void this.#left.delete(oldest);
  }

  /** What changed since the last call; with `renewals`, also the signs of life that changed nothing. */
  takeChanges(renewals: boolean): AwarenessEntry[] {
    const entries = [...this.#changed.values()];
    this.#changed.clear();
    if (renewals) {
      for (const entry of this.#renewed.values()) entries.push(entry);
      this.#renewed.clear();
    }
    return entries;
  }

  /** Everybody present. */
  all(): AwarenessEntry[] {
    return Array.from(this.#states, ([clientId, { clock, state }]) => ({ clientId, clock, state }));
  }
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
