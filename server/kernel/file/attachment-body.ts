import type { FileError } from '#shared/errors.ts';
import { StoreAway } from './store-away.ts';

/** The body that arrives is larger than it may be. */
class TooLarge extends Error {}

/** How much of a file tells what it is. */
const HEAD_BYTES = 4_100;

/** The bytes of a body on their way, counted. */
export interface CountedBody {
  readonly bytes: ReadableStream<Uint8Array>;
  /** What has gone through so far. */
  readonly seen: { bytes: number; head: Uint8Array };
}

/** Lets a body through as it arrives; fails with `TooLarge` at the first byte beyond `maxBytes`. Keeps nothing but its beginning. */
export function countedBody(body: ReadableStream<Uint8Array>, maxBytes: number): CountedBody {
  const seen = { bytes: 0, head: new Uint8Array(0) };
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      seen.bytes += chunk.length;
      if (seen.bytes > maxBytes) throw new TooLarge();
      if (seen.head.length < HEAD_BYTES) {
        const missing = chunk.subarray(0, HEAD_BYTES - seen.head.length);
        seen.head = Uint8Array.from([...seen.head, ...missing]);
      }
      controller.enqueue(chunk);
    },
  });
  return { bytes: body.pipeThrough(counter), seen };
}

/** Codes of Node's sockets and streams when the sender went away in the middle. */
const CUT_SHORT = ['ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE', 'ABORT_ERR', 'UND_ERR_SOCKET'];

/** Why a body could not be stored, when it is not the store's fault: the store says so around the cause. */
export function bodyRefusal(error: unknown): Extract<FileError, 'file.tooLarge' | 'file.lost'> | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    // Its connections may end as those of senders do.
    if (cause instanceof StoreAway) return null;
    const code = (cause as { code?: unknown }).code;
    if (cause instanceof TooLarge) return 'file.tooLarge';
    if (cause.message === 'aborted' || CUT_SHORT.some((known) => known === code)) return 'file.lost';
  }
  return null;
}
