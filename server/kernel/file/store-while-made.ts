import type { FileStore } from './file-store.ts';

/** Stores what `make` sends, as it sends it: what it answered, and how many bytes came. Whichever fails ends the other. */
export async function storeWhileMade<T>(
  store: Pick<FileStore, 'putStream'>,
  storageKey: string,
  make: (send: (chunk: Uint8Array) => Promise<void>) => Promise<T>,
): Promise<{ made: T; bytes: number }> {
  const pipe = new TransformStream<Uint8Array, Uint8Array>();
  const stored = store.putStream(storageKey, pipe.readable);
  const writer = pipe.writable.getWriter();
  let bytes = 0;
  const work = async () => {
    const made = await make(async (chunk) => {
      bytes += chunk.length;
      await writer.write(chunk);
    });
    await writer.close();
    return made;
  };
  // Nothing waits for what will not come.
  const making = work().catch(async (error: unknown) => {
    await writer.abort(error).catch(() => undefined);
    throw error;
  });
  const [made] = await Promise.all([making, stored]);
  return { made, bytes };
}
