import type { Repeated, Span } from './run.ts';

/** Letters that were written by somebody else than whose clientID they stand under. */
export interface Inherited extends Span {
  readonly author: string;
}

/** Whose the letters of a document are, as it travels. */
export interface AuthorRegister {
  readonly owners: readonly (readonly [client: number, userId: string])[];
  readonly inherited: readonly Inherited[];
}

/** The same, to be asked. */
export function authorshipOf({ owners, inherited }: AuthorRegister): Authorship {
  return new Authorship(new Map(owners), inherited);
}

/** Whose so many letters are; null: of an account that is not known. */
export interface AuthoredPart {
  readonly length: number;
  readonly author: string | null;
}

/** [LG1] Whose each letter of a document is: its writer's by the register of clientIDs, or that of whom it was inherited from. */
export class Authorship {
  readonly owners: ReadonlyMap<number, string>;
  readonly #inherited = new Map<number, Inherited[]>();

  constructor(owners: ReadonlyMap<number, string>, inherited: Iterable<Inherited> = []) {
    this.owners = owners;
    const all = [...inherited].sort((a, b) => a.client - b.client || a.clock - b.clock);
    for (const range of all) this.#put(range);
  }

  #put(range: Inherited): void {
    const own = this.#inherited.get(range.client);
    if (!own) this.#inherited.set(range.client, [range]);
    else if ((own.at(-1)?.clock ?? 0) <= range.clock) own.push(range);
    else own.splice(this.#firstAfter(own, range.clock), 0, range);
  }

  /** As it travels. */
  get register(): AuthorRegister {
    return { owners: [...this.owners], inherited: [...this.#inherited.values()].flat() };
  }

  /** Everybody who wrote here, or whose words came here. */
  get people(): string[] {
    const authors = [...this.#inherited.values()].flat().map(({ author }) => author);
    return [...new Set([...this.owners.values(), ...authors])];
  }

  /** The first range that ends after this clock. */
  #firstAfter(ranges: readonly Inherited[], clock: number): number {
    let [low, high] = [0, ranges.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const range = ranges[middle];
      if (range && range.clock + range.length <= clock) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Whose these letters are, part by part; together they are as long. */
  partsOf({ client, clock, length }: Span): AuthoredPart[] {
    const owner = this.owners.get(client) ?? null;
    const ranges = this.#inherited.get(client) ?? [];
    const parts: AuthoredPart[] = [];
    const end = clock + length;
    let at = clock;
    for (let next = this.#firstAfter(ranges, clock); at < end; next += 1) {
      const range = ranges[next];
      const start = Math.min(end, Math.max(at, range?.clock ?? end));
      if (start > at) parts.push({ length: start - at, author: owner });
      at = start;
      if (!range || at >= end) continue;
      const stop = Math.min(end, range.clock + range.length);
      parts.push({ length: stop - at, author: range.author });
      at = stop;
    }
    return parts;
  }

  /**
   * Takes in what repeats what was written before, here or in the document of `source`. Returns what is to be kept of it: letters that one
   * repeats of oneself, or of somebody who is not known, stay their writer's.
   */
  inherit(repeated: readonly Repeated[], source: Authorship = this): Inherited[] {
    const kept: Inherited[] = [];
    for (const { client, clock, length, from } of repeated) {
      let at = clock;
      for (const { length: part, author } of source.partsOf({ ...from, length })) {
        const isNews = author !== null && author !== this.owners.get(client);
        const known = this.partsOf({ client, clock: at, length: part });
        if (isNews && known.every((one) => one.author === (this.owners.get(client) ?? null))) {
          const range = { client, clock: at, length: part, author };
          this.#put(range);
          kept.push(range);
        }
        at += part;
      }
    }
    return merged(kept);
  }
}

/** Neighbours of one author as one range. */
function merged(ranges: readonly Inherited[]): Inherited[] {
  const all: Inherited[] = [];
  for (const range of ranges.toSorted((a, b) => a.client - b.client || a.clock - b.clock)) {
    const last = all.at(-1);
    const follows =
      last &&
      last.client === range.client &&
      last.author === range.author &&
      last.clock + last.length === range.clock;
    if (last && follows) all[all.length - 1] = { ...last, length: last.length + range.length };
    else all.push(range);
  }
  return all;
}
