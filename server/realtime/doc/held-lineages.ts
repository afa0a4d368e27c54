import { type FoundLineage, Lineage, type LineageRow } from '#shared/realtime/lineage/lineage.ts';

/** [LG1] Rows of a log after `after`, up to which a thread has read it or which is its beginning; those up to `knownTo` are told already. */
export interface LineageTask {
  readonly room: string;
  readonly after: number;
  readonly knownTo: number;
  readonly places: readonly Omit<LineageRow, 'data'>[];
  readonly parts: readonly Uint8Array[];
}

/** Null when this thread has not read so far; `isHeld` when it will go on from here. */
export type LineageAnswer = (FoundLineage & { readonly isHeld: boolean }) | null;

/** Documents that are being written, and how long a log may be for its document to stay open between two readings. */
const MOST_HELD = 6;
const MOST_BYTES = 512 * 1024;

/** The documents whose logs this thread has read for their authors, the last read last. */
export class HeldLineages {
  readonly #held = new Map<string, Lineage>();

  /** Reads on from `after`; null when this thread has not read so far. */
  read({ room, after, knownTo, places, parts }: LineageTask): LineageAnswer {
    const held = this.#held.get(room);
    this.#held.delete(room);
    const lineage = after === 0 ? new Lineage() : held;
    if (lineage?.seq !== after) return null;
    const rows = parts.map((data, index) => ({ data, ...(places[index] ?? { seq: 0, at: 0 }) }));
    const found = lineage.read(rows, knownTo);
    lineage.rest();
    const isHeld = lineage.bytes <= MOST_BYTES;
    if (isHeld) this.#held.set(room, lineage);
    const [oldest] = this.#held.keys();
    if (this.#held.size > MOST_HELD && oldest !== undefined) this.#held.delete(oldest);
    return { ...found, isHeld };
  }
}
