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
  /** Every file. */
  list(): AsyncIterable<{ readonly key: string; readonly bytes: number }>;
  /** Rejects while the store could not take or give a file. */
  ping(): Promise<void>;
}

/** With what the names of all files begin, in a bucket that may hold more. */
export const BUCKET_FILES = 'files/';
