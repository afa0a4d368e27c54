import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import type { StoredRoom } from '#db/realtime/doc-updates.ts';
import { ClockSet } from './clock-set.ts';
import { describeUpdate } from './read-update.ts';
import type { UpdateMeta } from './update-meta.ts';

interface Piece {
  readonly seq: number;
  readonly data: Uint8Array;
}
interface Counted extends Piece {
  readonly elements: number;
}

const EMPTY = Uint8Array.of(0, 0);
/** Beyond, the tail is packed: a compaction that fails again and again must not make every join slower. */
const LONGEST_TAIL = 256;
/** Answers to the same state vector that are kept, for the hour when everybody comes back at once. */
const KEPT_DIFFS = 8;

/** The committed content of a room, without a Y.Doc: a base, the updates since, and what they contain. */
export class RoomState {
  readonly structs = new ClockSet();
  readonly deletes = new ClockSet();
  #base: Counted;
  #tail: Counted[] = [];
  #tailBytes = 0;
  #merged: Piece | null = null;
  #diffs = new Map<string, Uint8Array>();
  #seq: number;
  /** Numbers beyond a hole: of two instances that write at once, one hears of the later row first. */
  #ahead = new Set<number>();
  #rows = 0;
  #elements = 0;

  /** `baseMeta` spares decoding a large snapshot here when somebody has done so elsewhere. */
  constructor(stored: Pick<StoredRoom, 'snapshot' | 'updates'>, baseMeta?: UpdateMeta) {
    const base = stored.snapshot ?? { seq: 0, data: EMPTY };
    const meta = baseMeta ?? describeUpdate(base.data);
    this.#base = { ...base, elements: meta.elements };
    this.#seq = base.seq;
    this.#note(meta);
    for (const { seq, data } of stored.updates) this.append(seq, data, describeUpdate(data));
    // They have no hole, but packed ones have fewer numbers than they cover.
    this.#seq = stored.updates.at(-1)?.seq ?? this.#seq;
    this.#ahead.clear();
  }

  /** Sequence number up to which every update is in here. Some beyond it may be, which makes no difference to Yjs. */
  get seq(): number {
    return this.#seq;
  }

  /** Is this row of the log in here? */
  has(seq: number): boolean {
    return seq <= this.#seq || this.#ahead.has(seq);
  }

  /** Rows of the log since the base: what a cold open has to read beside it. */
  get rows(): number {
    return this.#rows;
  }

  get tailBytes(): number {
    return this.#tailBytes;
  }

  /** Encoded size in bytes, an upper bound between two compactions. */
  get size(): number {
    return this.#base.data.length + this.#tailBytes;
  }

  /** See `UpdateMeta`; an upper bound between two compactions. What it costs to merge or to compare. */
  get elements(): number {
    return this.#elements;
  }

  /** Sequence number of the snapshot that it starts from. */
  get baseSeq(): number {
    return this.#base.seq;
  }

  get baseBytes(): number {
    return this.#base.data.length;
  }

  /** Takes an update of the log, most often the next one. Returns false when it is in here already. */
  append(seq: number, data: Uint8Array, meta: UpdateMeta): boolean {
    if (this.has(seq)) return false;
    this.#note(meta);
    this.#tail.push({ seq, data, elements: meta.elements });
    this.#tailBytes += data.length;
    this.#ahead.add(seq);
    while (this.#ahead.delete(this.#seq + 1)) this.#seq++;
    this.#rows++;
    this.#diffs.clear();
    if (this.#tail.length > LONGEST_TAIL) {
      const packed = Y.mergeUpdates(this.#tail.map((piece) => piece.data));
      // Under the highest number in it: a base that ends before would not replace all of it.
      const last = this.#tail.reduce((most, piece) => Math.max(most, piece.seq), seq);
      this.#tail = [{ seq: last, data: packed, elements: this.#elements - this.#base.elements }];
      this.#tailBytes = packed.length;
    }
    return true;
  }

  /** A compacted state up to `seq`, of so many elements, takes the place of everything it contains. */
  rebase(seq: number, data: Uint8Array, elements: number): void {
    if (seq <= this.#base.seq) return;
    this.#base = { seq, data, elements };
    this.#tail = this.#tail.filter((piece) => piece.seq > seq);
    this.#elements = this.#tail.reduce((sum, piece) => sum + piece.elements, elements);
    this.#tailBytes = this.#tail.reduce((sum, piece) => sum + piece.data.length, 0);
    this.#rows = this.#seq - seq + this.#ahead.size;
    this.#merged = null;
    this.#diffs.clear();
  }

  /** The pieces whose merge is the state, to be merged elsewhere. */
  parts(): Uint8Array[] {
    return [this.#base.data, ...this.#tail.map(({ data }) => data)];
  }

  /** The whole state as one update. */
  whole(): Uint8Array {
    const from = this.#merged ?? this.#base;
    const news = this.#tail.filter(({ seq }) => seq > from.seq).map(({ data }) => data);
    if (news.length > 0) this.#merged = { seq: this.#seq, data: Y.mergeUpdates([from.data, ...news]) };
    return (this.#merged ?? this.#base).data;
  }

  /**
   * What somebody with this state vector lacks.
   * @throws whatever Yjs throws on a vector that is none.
   */
  since(vector: Uint8Array): Uint8Array {
    if (vector.length <= 1) return this.whole();
    const key = Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength).toString('latin1');
    const kept = this.#diffs.get(key);
    if (kept) return kept;
    const diff = Y.diffUpdate(this.whole(), vector);
    if (this.#diffs.size >= KEPT_DIFFS) this.#diffs.clear();
    this.#diffs.set(key, diff);
    return diff;
  }

  /** The state vector, encoded. */
  vector(): Uint8Array {
    return encodeVector(this.structs.vector());
  }

  /** Does this update bring anything at all? */
  isNews({ structs, deletes }: UpdateMeta): boolean {
    return !(
      structs.every((range) => this.structs.has(range)) && deletes.every((range) => this.deletes.has(range))
    );
  }

  #note({ structs, deletes, elements }: UpdateMeta): void {
    this.structs.addAll(structs);
    this.deletes.addAll(deletes);
    this.#elements += elements;
  }
}

/** A state vector as Yjs writes it. */
export function encodeVector(vector: ReadonlyMap<number, number>): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, vector.size);
    for (const [client, clock] of vector) {
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, clock);
    }
  });
}
