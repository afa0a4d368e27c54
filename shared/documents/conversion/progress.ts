import type { ImportReport } from './conversion.ts';

/** Media type of an answer that tells how work goes on, and then brings its result. */
export const PROGRESS_TYPE = 'application/x-cordee-progress';

/** What is said on the way. */
export type Progress =
  /** So many are before it. */
  | { readonly state: 'queued'; readonly before: number }
  | { readonly state: 'running'; readonly done?: number; readonly of?: number; readonly title?: string }
  /** The next bytes of the file. */
  | { readonly state: 'bytes'; readonly length: number }
  | { readonly state: 'done'; readonly name: string; readonly type: string }
  /** A document was made of a file. */
  | {
      readonly state: 'imported';
      readonly id: string;
      readonly title: string;
      readonly losses: ImportReport['losses'];
    }
  | { readonly state: 'refused'; readonly error: string };

const encoder = new TextEncoder();

/** One thing said, on one line; after `bytes`, that many bytes follow it. */
export function progressLine(progress: Progress): Uint8Array {
  return encoder.encode(`${JSON.stringify(progress)}\n`);
}

/** Reads what `progressLine` wrote, however the network cut it. */
export class ProgressReader {
  #held = new Uint8Array();
  #awaited = 0;
  readonly #decoder = new TextDecoder();
  readonly #onProgress: (progress: Progress) => void;
  readonly #onBytes: (bytes: Uint8Array) => void;

  constructor(onProgress: (progress: Progress) => void, onBytes: (bytes: Uint8Array) => void) {
    this.#onProgress = onProgress;
    this.#onBytes = onBytes;
  }

  /** @throws {SyntaxError} when a line is none of ours. */
  push(chunk: Uint8Array): void {
    let rest = chunk;
    while (rest.length > 0) {
      if (this.#awaited > 0) {
        const bytes = rest.subarray(0, this.#awaited);
        this.#awaited -= bytes.length;
        this.#onBytes(bytes.slice());
        rest = rest.subarray(bytes.length);
        continue;
      }
      const end = rest.indexOf(10);
      const part = end < 0 ? rest : rest.subarray(0, end);
      const line = new Uint8Array(this.#held.length + part.length);
      line.set(this.#held);
      line.set(part, this.#held.length);
      if (end < 0) {
        this.#held = line;
        return;
      }
      this.#held = new Uint8Array();
      rest = rest.subarray(end + 1);
      const progress = JSON.parse(this.#decoder.decode(line)) as Progress;
      if (progress.state === 'bytes') this.#awaited = progress.length;
      else this.#onProgress(progress);
    }
  }
}
