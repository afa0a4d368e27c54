import * as encoding from 'lib0/encoding';

/** The one client that these updates are written under. */
export const HOSTILE_CLIENT = 5;
const INFO = {
  gc: 0,
  string: 4,
  type: 7,
  any: 8,
  skip: 10,
  origin: 128,
  rightOrigin: 64,
  parentKey: 32,
} as const;
const MAP = 1;
const NULL = 126;

type Encoder = encoding.Encoder;
const { writeUint8, writeVarUint, writeVarString } = encoding;

/** An update in which one client brings `count` structs, each written by `write`, and nothing is deleted. */
function structs(count: number, write: (encoder: Encoder, index: number) => void): Uint8Array {
  return encoding.encode((encoder) => {
    for (const value of [1, count, HOSTILE_CLIENT, 0]) writeVarUint(encoder, value);
    for (let index = 0; index < count; index++) write(encoder, index);
    writeVarUint(encoder, 0);
  });
}

function inRoot(encoder: Encoder): void {
  writeVarUint(encoder, 1);
  writeVarString(encoder, 'default');
}

/**
 * Updates that are what Yjs says, small for what they cost: `size` is how many of whatever they are made of.
 * Whoever applied them in good faith would be held up for seconds, or thrown out.
 */
export const hostileUpdates = {
  /** Inserts that all claim the same left neighbour and each another right one: Yjs compares each with all others. */
  conflicts: (size: number) =>
    structs(size + 1, (encoder, index) => {
      writeUint8(encoder, index === 0 ? INFO.string : INFO.string | INFO.rightOrigin);
      if (index === 0) {
        inRoot(encoder);
        return writeVarString(encoder, 'a'.repeat(size));
      }
      writeVarUint(encoder, HOSTILE_CLIENT);
      writeVarUint(encoder, size - index);
      writeVarString(encoder, 'b');
    }),
  /** Maps in maps: Yjs deletes them by recursion. */
  nested: (size: number) =>
    structs(size, (encoder, index) => {
      writeUint8(encoder, INFO.type);
      if (index === 0) inRoot(encoder);
      else for (const value of [0, HOSTILE_CLIENT, index - 1]) writeVarUint(encoder, value);
      writeVarUint(encoder, MAP);
    }),
  /** Two bytes each. */
  tiny: (size: number) =>
    structs(size, (encoder) => {
      writeUint8(encoder, INFO.gc);
      writeVarUint(encoder, 1);
    }),
  keys: (size: number) =>
    structs(size, (encoder, index) => {
      writeUint8(encoder, INFO.any | INFO.parentKey);
      inRoot(encoder);
      writeVarString(encoder, index.toString(36));
      writeVarUint(encoder, 1);
      writeUint8(encoder, NULL);
    }),
  values: (size: number) =>
    structs(1, (encoder) => {
      writeUint8(encoder, INFO.any);
      inRoot(encoder);
      writeVarUint(encoder, size);
      for (let index = 0; index < size; index++) writeUint8(encoder, NULL);
    }),
  /** Every other struct is missing. */
  holes: (size: number) =>
    structs(size * 2, (encoder, index) => {
      writeUint8(encoder, index % 2 === 0 ? INFO.skip : INFO.gc);
      writeVarUint(encoder, 1);
    }),
  /** Deletions of what is not there, the last one first. */
  deletions: (size: number) =>
    encoding.encode((encoder) => {
      for (const value of [0, 1, HOSTILE_CLIENT, size]) writeVarUint(encoder, value);
      for (let index = size; index > 0; index--) {
        writeVarUint(encoder, 2 * index);
        writeVarUint(encoder, 1);
      }
    }),
} as const satisfies Record<string, (size: number) => Uint8Array>;
