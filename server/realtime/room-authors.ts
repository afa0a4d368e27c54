import { CLOSE, LIMITS } from '#shared/realtime/realtime.ts';
import type { ClockRange, ClockSet } from './clock-set.ts';
import { Refusal } from './refusal.ts';

/** A Yjs clientID with the account that used it first. */
export interface NewAuthor {
  readonly clientId: number;
  readonly userId: string;
}

/** Somebody who comes with clientIDs that it says are its own. */
export interface Claimant {
  readonly userId: string;
  readonly clientIds: readonly number[];
  /** These of them are somebody else's. */
  sendAwayFor(taken: readonly number[]): void;
}

/**
 * [R3] Who writes under which Yjs clientID in a room: whoever opened the room with one first. Once something is written under it,
 * it is theirs for good; until then it is kept for them in memory only, so that opening fills no table.
 */
export class RoomAuthors {
  #owners: Map<number, string>;
  /** Who is or was here with a clientID under which nothing is written yet; and each account's, the oldest first. */
  #openers = new Map<number, string>();
  #openedBy = new Map<string, Set<number>>();
  #new: NewAuthor[] = [];
  #serverClients = new Map<string, number>();

  constructor(owners: ReadonlyMap<number, string>) {
    this.#owners = new Map(owners);
  }

  #ownerOf(clientId: number): string | undefined {
    return this.#owners.get(clientId) ?? this.#openers.get(clientId);
  }

  /**
   * This account is here with these clientIDs: those that are nobody's are kept for it from now on. Returns those that are
   * somebody else's.
   */
  open(clientIds: readonly number[], userId: string): number[] {
    return clientIds.filter((clientId) => {
      const owner = this.#ownerOf(clientId);
      if (owner === undefined) this.#keepFor(userId, clientId);
      return owner !== undefined && owner !== userId;
    });
  }

  /**
   * Lets somebody in, or sends them away and answers false: what they wrote under somebody else's clientID must not even meet
   * what was written under it here, since Yjs would take the two for one.
   */
  admit(claimant: Claimant): boolean {
    const taken = this.open(claimant.clientIds, claimant.userId);
    if (taken.length > 0) claimant.sendAwayFor(taken);
    return taken.length === 0;
  }

  #keepFor(userId: string, clientId: number): void {
    const own = this.#openedBy.get(userId) ?? new Set();
    this.#openedBy.set(userId, own.add(clientId));
    this.#openers.set(clientId, userId);
    const [oldest] = own;
    if (oldest === undefined || own.size <= LIMITS.clientIdsOpened) return;
    own.delete(oldest);
    this.#openers.delete(oldest);
  }

  /**
   * Checks that this account may bring these structs. Returns the clientIDs that become its own, for `claim`.
   * @throws {Refusal} somebody else's clientID, too many of them, or too much that waits for something missing.
   */
  check(structs: readonly ClockRange[], userId: string, known: ClockSet): ReadonlySet<number> {
    const claimed = new Set<number>();
    let detached = 0;
    for (const { client, from } of structs) {
      const owner = this.#ownerOf(client);
      if (owner !== undefined && owner !== userId) throw new Refusal(CLOSE.forbidden, 'author');
      if (!this.#owners.has(client)) claimed.add(client);
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

  /**
   * What the database says of these, whatever was claimed here. Those of `present` who came with one of somebody else's are sent
   * away, before they hear what was written under it.
   */
  learn(authors: readonly NewAuthor[], present: Iterable<Claimant>): void {
    for (const { clientId, userId } of authors) this.#owners.set(clientId, userId);
    if (authors.length > 0) for (const claimant of present) this.admit(claimant);
  }

  /** The clientIDs among these under which, as far as is known here, nobody has written. */
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

  /** Is this clientID theirs, or nobody's? */
  mayHave(userId: string, clientId: number): boolean {
    return (this.#ownerOf(clientId) ?? userId) === userId;
  }

  /** One that nobody has used here, for what is written on an earlier state: under a known one it would say things twice. */
  newClientId(pick: () => number): number {
    let clientId = pick();
    while (this.#ownerOf(clientId) !== undefined) clientId = pick();
    return clientId;
  }
}
