import type { FileStore } from '../../kernel/file/file-store.ts';

/** What a store holds; `isWhole` is false when there was no time to count everything. */
export interface StoreSize {
  readonly bytes: number;
  readonly files: number;
  readonly isWhole: boolean;
}

/** Counts the files of a store and their bytes, for so long at most. */
export async function measureStore(store: Pick<FileStore, 'list'>, limitMs: number): Promise<StoreSize> {
  const until = performance.now() + limitMs;
  let [bytes, files] = [0, 0];
  for await (const file of store.list()) {
    if (performance.now() > until) return { bytes, files, isWhole: false };
    bytes += file.bytes;
    files += 1;
  }
  return { bytes, files, isWhole: true };
}
