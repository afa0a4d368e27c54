import { opendir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** What a folder holds; `isWhole` is false when there was no time to count everything. */
export interface FolderSize {
  readonly bytes: number;
  readonly files: number;
  readonly isWhole: boolean;
}

/** Counts the bytes under a folder, for so long at most; a folder that is not there yet is empty. */
export async function measureFolder(folder: string, limitMs: number): Promise<FolderSize> {
  const until = performance.now() + limitMs;
  const left = [folder];
  let bytes = 0;
  let files = 0;
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const directory = await opendir(next).catch((error: NodeJS.ErrnoException) => {
      // Deleted meanwhile, or never made.
      if (error.code === 'ENOENT') return [];
      throw error;
    });
    for await (const entry of directory) {
      if (performance.now() > until) return { bytes, files, isWhole: false };
      const path = join(next, entry.name);
      if (entry.isDirectory()) left.push(path);
      else {
        bytes += (await stat(path).catch(() => null))?.size ?? 0;
        files++;
      }
    }
  }
  return { bytes, files, isWhole: true };
}
