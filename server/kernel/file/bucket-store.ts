import type { Bucket, StoredObject } from './bucket.ts';
import { asStream } from './byte-stream.ts';
import type { FileStore } from './file-store.ts';

/** What is held of a file on its way, and what one object of a long file holds. */
const PART_BYTES = 8 * 1024 * 1024;
/** Between the key of a file that came in parts and where in it each begins. */
const PARTS = '.parts/';
const OFFSET_DIGITS = 15;

/**
 * [FS1] Files in a bucket. One that came at once is one object, by its key. One that is long, or came in pieces, is several, each
 * named by where it begins: S3 appends to nothing, and so the length of what has come is again nowhere but in the store, for
 * whichever instance looks (decision 0034).
 */
export function createBucketStore(bucket: Bucket, prefix: string): FileStore {
  const partName = (key: string, offset: number) =>
    `${prefix}${key}${PARTS}${String(offset).padStart(OFFSET_DIGITS, '0')}`;

  /** The objects that make the file under this key, in order; none when there is no such file. */
  async function objectsOf(key: string): Promise<readonly StoredObject[]> {
    const parts: StoredObject[] = [];
    for await (const object of bucket.list(prefix + key)) {
      if (object.name === prefix + key) return [object];
      if (object.name.startsWith(prefix + key + PARTS)) parts.push(object);
    }
    return runOf(parts);
  }

  async function remove(key: string): Promise<void> {
    for await (const { name } of bucket.list(prefix + key))
      if (name === prefix + key || name.startsWith(prefix + key + PARTS)) await bucket.remove(name);
  }

  /** Stores what arrives, from `begin` on, in parts; of what fails to arrive, what came before as well. */
  async function putParts(key: string, begin: number, bytes: ReadableStream<Uint8Array>): Promise<void> {
    let at = begin;
    let held: Uint8Array[] = [];
    let length = 0;
    const flush = async () => {
      if (length === 0) return;
      const part = { name: partName(key, at), bytes: Buffer.concat(held) };
      [held, length, at] = [[], 0, at + length];
      await bucket.put(part.name, part.bytes);
    };
    try {
      for await (const chunk of bytes) {
        held.push(chunk);
        length += chunk.length;
        if (length >= PART_BYTES) await flush();
      }
    } finally {
      await flush();
    }
  }

  return {
    put: (key, bytes) => bucket.put(prefix + key, bytes),
    async putStream(key, bytes) {
      // A try that a crash ended has left parts.
      await remove(key);
      try {
        await putParts(key, 0, bytes);
      } catch (error) {
        await remove(key);
        throw error;
      }
    },
    async append(key, bytes) {
      await putParts(key, lengthOf(await objectsOf(key)), bytes);
    },
    async sizeOf(key) {
      return lengthOf(await objectsOf(key));
    },
    async read(key) {
      const whole = await bucket.get(prefix + key);
      if (whole) return whole;
      const parts = await objectsOf(key);
      return parts.length === 0 ? null : asStream(contentOf(bucket, parts));
    },
    remove,
    async *list() {
      let file = { key: '', bytes: 0 };
      for await (const { name, bytes } of bucket.list(prefix)) {
        const [key = ''] = name.slice(prefix.length).split(PARTS);
        if (key !== file.key && file.key) yield file;
        file = { key, bytes: key === file.key ? file.bytes + bytes : bytes };
      }
      if (file.key) yield file;
    },
    ping: () => bucket.ping(),
  };
}

const lengthOf = (objects: readonly StoredObject[]) => objects.reduce((sum, { bytes }) => sum + bytes, 0);

/** The parts that follow one another from the beginning: two instances may have stored the same piece, cut differently. */
function runOf(parts: readonly StoredObject[]): StoredObject[] {
  const run: StoredObject[] = [];
  let end = 0;
  for (const part of parts) {
    if (Number(part.name.slice(-OFFSET_DIGITS)) !== end) continue;
    run.push(part);
    end += part.bytes;
  }
  return run;
}

async function* contentOf(bucket: Bucket, objects: readonly StoredObject[]): AsyncGenerator<Uint8Array> {
  for (const { name } of objects) {
    const bytes = await bucket.get(name);
    if (!bytes) throw new Error('a part of a file is gone');
    yield* bytes;
  }
}
