import { constants } from 'node:fs';
import { access, mkdir, open, opendir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';
import type { FileStore } from './file-store.ts';

/** Files in a folder of this machine. */
export function createFolderStore(folder: string): FileStore {
  const disk = new Disk(new FSDriver({ location: folder, visibility: 'private' }));
  async function write(key: string, bytes: ReadableStream<Uint8Array>, flags: 'w' | 'a'): Promise<void> {
    const path = join(folder, key);
    await mkdir(dirname(path), { recursive: true });
    // Open before anything is read: a file that opens after its stream has failed would stay.
    const file = await open(path, flags, 0o600);
    await pipeline(Readable.fromWeb(bytes as NodeReadableStream), file.createWriteStream());
  }

  return {
    put: (key, bytes) => disk.put(key, bytes),
    async putStream(key, bytes) {
      try {
        await write(key, bytes, 'w');
      } catch (error) {
        await disk.delete(key);
        throw error;
      }
    },
    append: (key, bytes) => write(key, bytes, 'a'),
    async sizeOf(key) {
      const found = await stat(join(folder, key)).catch(() => null);
      return found?.size ?? 0;
    },
    async read(key) {
      if (!(await disk.exists(key))) return null;
      return Readable.toWeb(await disk.getStream(key)) as ReadableStream<Uint8Array>;
    },
    remove: (key) => disk.delete(key),
    list: () => filesUnder(folder, ''),
    async ping() {
      await mkdir(folder, { recursive: true });
      await access(folder, constants.R_OK | constants.W_OK);
    },
  };
}

async function* filesUnder(folder: string, before: string): AsyncGenerator<{ key: string; bytes: number }> {
  const directory = await opendir(folder).catch((error: NodeJS.ErrnoException) => {
    // Deleted meanwhile, or never made.
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  for await (const entry of directory) {
    const [path, key] = [join(folder, entry.name), `${before}${entry.name}`];
    if (entry.isDirectory()) yield* filesUnder(path, `${key}/`);
    else yield { key, bytes: (await stat(path).catch(() => null))?.size ?? 0 };
  }
}
