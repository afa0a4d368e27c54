import type { ClockRange } from './clock-set.ts';
import type { UpdateMeta } from './update-meta.ts';

const ORIGIN = 0x80;
const RIGHT_ORIGIN = 0x40;
const PARENT_SUB = 0x20;
const CONTENT = 0x1f;
const STRING_CONTENT = 4;
const MOST_CLOCK = 2 ** 32;
/** Ranges that one press of a delete key brings, generously. */
const MOST_DELETES = 32;

/** Reads numbers until something is not as expected; from then on `failed`, and every further answer is void. */
class Cursor {
  failed = false;
  at = 0;
  #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  byte(): number {
    const byte = this.#bytes[this.at++];
    if (byte !== undefined) return byte;
    this.failed = true;
    return 0;
  }

  /** A varUint of at most seven bytes: larger numbers are no clocks of ours. */
  uint(): number {
    let value = 0;
    for (let factor = 1; factor < 2 ** 49; factor *= 128) {
      const byte = this.byte();
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
    this.failed = true;
    return 0;
  }

  /** Length of a string, which is passed over; plain ASCII only, where bytes and UTF-16 units are as many. */
  ascii(): number {
    const size = this.uint();
    const end = this.at + size;
    if (end > this.#bytes.length) this.failed = true;
    else while (this.at < end) if (this.byte() > 127) this.failed = true;
    return size;
  }

  /** Is everything read, and as expected? */
  get isWhole(): boolean {
    return !this.failed && this.at === this.#bytes.length;
  }
}

/**
 * What a key press brings, or null for every other update, which `readUpdate` must then look at. Nine updates in ten are
 * one run of plain letters, or a deletion; this reads them without making the Y.Items that decoding makes (a tenth of the
 * time), and refuses nothing: whatever is not exactly of that shape and allowed is left to the reader that knows them all.
 */
export function readTyping(update: Uint8Array): UpdateMeta | null {
  const cursor = new Cursor(update);
  const writers = cursor.uint();
  if (writers > 1) return null;
  const structs: ClockRange[] = [];
  if (writers === 1) {
    const struct = readText(cursor);
    if (!struct) return null;
    structs.push(struct);
  }
  const deletes = readDeletes(cursor);
  if (!deletes || !cursor.isWhole) return null;
  return { structs, deletes, elements: structs.length + deletes.length };
}

function readText(cursor: Cursor): ClockRange | null {
  if (cursor.uint() !== 1) return null;
  const client = cursor.uint();
  const from = cursor.uint();
  const info = cursor.byte();
  if ((info & CONTENT) !== STRING_CONTENT) return null;
  // A struct that leans on its own future is refused by the full reader, with a reason.
  let leans = false;
  const readId = () => {
    const [owner, clock] = [cursor.uint(), cursor.uint()];
    leans ||= owner === client && clock >= from;
  };
  if (info & ORIGIN) readId();
  if (info & RIGHT_ORIGIN) readId();
  if (!(info & (ORIGIN | RIGHT_ORIGIN))) {
    if (cursor.uint() === 1) cursor.ascii();
    else readId();
    if (info & PARENT_SUB) cursor.ascii();
  }
  const length = cursor.ascii();
  const to = from + length;
  return cursor.failed || leans || length < 1 || to > MOST_CLOCK ? null : { client, from, to };
}

function readDeletes(cursor: Cursor): ClockRange[] | null {
  const clients = cursor.uint();
  if (clients === 0) return [];
  if (clients > 1) return null;
  const client = cursor.uint();
  const count = cursor.uint();
  if (count > MOST_DELETES) return null;
  const deletes: ClockRange[] = [];
  for (let i = 0; i < count; i++) {
    const from = cursor.uint();
    const length = cursor.uint();
    if (length < 1 || from + length > MOST_CLOCK) return null;
    deletes.push({ client, from, to: from + length });
  }
  return deletes;
}
