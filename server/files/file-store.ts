import { createWriteStream } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';

/** Where the bytes of files are. Keys are ours, never names that people gave. */
export interface FileStore {
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** Stores what arrives, as it arrives. When it fails, what has come is removed. */
  putStream(key: string, bytes: ReadableStream<Uint8Array>): Promise<void>;
  /** Adds what arrives, as it arrives, to what is there. When it fails, what has come stays. */
  append(key: string, bytes: ReadableStream<Uint8Array>): Promise<void>;
  /** How many bytes are under this key; 0 for none. */
  sizeOf(key: string): Promise<number>;
  /** The bytes as they are read, or null when the store has none under this key. */
  read(key: string): Promise<ReadableStream<Uint8Array> | null>;
  remove(key: string): Promise<void>;
}

/** Files in a folder of this machine. Another kind of store (S3) is another driver here, and nothing elsewhere. */
export function createFileStore(folder: string): FileStore {
  const disk = new Disk(new FSDriver({ location: folder, visibility: 'private' }));
  return {
    put: (key, bytes) => disk.put(key, bytes),
    async putStream(key, bytes) {
      try {
        await disk.putStream(key, Readable.fromWeb(bytes as NodeReadableStream));
      } catch (error) {
        await disk.delete(key);
        throw error;
      }
    },
    async append(key, bytes) {
      const path = join(folder, key);
      await mkdir(dirname(path), { recursive: true });
      await pipeline(
        Readable.fromWeb(bytes as NodeReadableStream),
        createWriteStream(path, { flags: 'a', mode: 0o600 }),
      );
    },
    async sizeOf(key) {
      const found = await stat(join(folder, key)).catch(() => null);
      return found?.size ?? 0;
    },
    async read(key) {
      if (!(await disk.exists(key))) return null;
      return Readable.toWeb(await disk.getStream(key)) as ReadableStream<Uint8Array>;
    },
    remove: (key) => disk.delete(key),
  };
}
