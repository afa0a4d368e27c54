import { CLOSE, LIMITS } from '#shared/realtime/realtime.ts';
import type { ClockRange, ClockSet } from './clock-set.ts';
import { Refusal } from './refusal.ts';

/** A Yjs clientID with the account that used it first. */
export interface NewAuthor {
  readonly clientId: number;
  readonly userId: string;
}

/** [R3] Who writes under which Yjs clientID in a room: whoever used one first owns it there, for good. */
export class RoomAuthors {
  #owners: Map<number, string>;
  #new: NewAuthor[] = [];
  #serverClients = new Map<string, number>();

  constructor(owners: ReadonlyMap<number, string>) {
    this.#owners = new Map(owners);
  }

  /**
   * Checks that this account may bring these structs. Returns the clientIDs that become its own, for `claim`.
   * @throws {Refusal} somebody else's clientID, too many of them, or too much that waits for something missing.
   */
  check(structs: readonly ClockRange[], userId: string, known: ClockSet): ReadonlySet<number> {
    const claimed = new Set<number>();
    let detached = 0;
    for (const { client, from } of structs) {
      const owner = this.#owners.get(client);
      if (owner === undefined) claimed.add(client);
      else if (owner !== userId) throw new Refusal(CLOSE.forbidden, 'author');
      if (from > known.end(client)) detached++;
    }
    if (detached > 0) this.#checkDetached(userId, known, detached);
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

  /** What waits for something missing is kept, since that may be on its way; but not without end. */
  #checkDetached(userId: string, known: ClockSet, more: number): void {
    if (known.detached + more <= LIMITS.detachedPerAccount) return;
    let count = more;
    for (const [clientId, owner] of this.#owners) if (owner === userId) count += known.detachedOf(clientId);
    if (count > LIMITS.detachedPerAccount) throw new Refusal(CLOSE.reload, 'gaps');
  }

  claim(clientIds: Iterable<number>, userId: string): void {
    for (const clientId of clientIds) {
      this.#owners.set(clientId, userId);
      this.#new.push({ clientId, userId });
    }
  }

  /** The claims since the last call, to be stored with what was written under them. */
  takeNew(): NewAuthor[] {
    const taken = this.#new;
    this.#new = [];
    return taken;
  }

  /** What was written under these was not stored. */
  forget(authors: readonly NewAuthor[]): void {
    for (const { clientId, userId } of authors)
      if (this.#owners.get(clientId) === userId) this.#owners.delete(clientId);
  }

  /** What the database says of these, whatever was claimed here. */
  learn(authors: readonly NewAuthor[]): void {
    for (const { clientId, userId } of authors) this.#owners.set(clientId, userId);
  }

  /** The clientIDs among these of which nothing is known. */
  unknownIn(structs: readonly ClockRange[]): number[] {
    const clients = new Set(structs.map(({ client }) => client));
    return [...clients].filter((client) => !this.#owners.has(client));
  }

  /** The clientID under which the server writes in this person's name; `pick` gives candidates for a new one. */
  clientIdFor(userId: string, pick: () => number): number {
    const kept = this.#serverClients.get(userId);
    if (kept !== undefined) return kept;
    const clientId = this.newClientId(pick);
    this.#serverClients.set(userId, clientId);
    return clientId;
  }

  /** One that nobody has used here, for what is written on an earlier state: under a known one it would say things twice. */
  newClientId(pick: () => number): number {
    let clientId = pick();
    while (this.#owners.has(clientId)) clientId = pick();
    return clientId;
  }
}
