import { fileTypeFromStream } from 'file-type';
import type { FileStore } from './file-store.ts';

/** What a stored file is by its content; null when nothing recognises it. */
export async function storedType(store: FileStore, storageKey: string): Promise<string | null> {
  const stored = await store.read(storageKey);
  if (!stored) return null;
  try {
    return (await fileTypeFromStream(stored))?.mime ?? null;
  } catch {
    // An archive that is damaged, or written to break whoever reads it: bytes, then.
    return null;
  } finally {
    await stored.cancel().catch(() => undefined);
  }
}

/** How much of a file tells what it is. */
const HEAD_BYTES = 4_100;

/** The first bytes of what is stored; nothing more of it is read. */
export async function headOf(
  store: FileStore,
  storageKey: string,
  maxBytes = HEAD_BYTES,
): Promise<Uint8Array> {
  const reader = (await store.read(storageKey))?.getReader();
  const chunks: Uint8Array[] = [];
  let held = 0;
  while (reader && held < maxBytes) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value);
    held += value.length;
  }
  await reader?.cancel().catch(() => undefined);
  return new Uint8Array(Buffer.concat(chunks).subarray(0, maxBytes));
}
