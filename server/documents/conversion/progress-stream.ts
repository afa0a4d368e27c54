import { type Progress, progressLine } from '#shared/documents/conversion/progress.ts';
import type { OnPlace } from './converter.ts';

/** Says how the work goes on, and hands over its bytes. */
export interface Telling {
  readonly signal: AbortSignal;
  say(progress: Progress): void;
  send(bytes: Uint8Array): Promise<void>;
}

/** Bytes that wait for a slow reader before the work waits too. */
const AHEAD_BYTES = 1024 * 1024;

/**
 * [X3] The answer of a long piece of work: what it says and what it makes, as it comes. Whoever stops reading stops the work. The
 * request holds it: another instance knows nothing of it, and a process that dies ends the answer before its last line.
 */
export function progressStream(
  work: (telling: Telling) => Promise<void>,
  signal: AbortSignal,
): ReadableStream<Uint8Array> {
  return streamOf(
    (telling) => work(telling),
    signal,
    (progress) => progressLine(progress),
    (bytes) => [progressLine({ state: 'bytes', length: bytes.length }), bytes],
  );
}

/** The bytes alone, for whoever asks for the file without its story. A work that fails breaks the stream off. */
export function bytesStream(
  work: (telling: Telling) => Promise<void>,
  signal: AbortSignal,
): ReadableStream<Uint8Array> {
  return streamOf(
    work,
    signal,
    () => null,
    (bytes) => [bytes],
  );
}

function streamOf(
  work: (telling: Telling) => Promise<void>,
  signal: AbortSignal,
  line: (progress: Progress) => Uint8Array | null,
  framed: (bytes: Uint8Array) => Uint8Array[],
): ReadableStream<Uint8Array> {
  const stop = new AbortController();
  const stopped = AbortSignal.any([signal, stop.signal]);
  let wake: (() => void) | null = null;
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const telling: Telling = {
          signal: stopped,
          say(progress) {
            const written = line(progress);
            if (written && !stopped.aborted) controller.enqueue(written);
          },
          async send(bytes) {
            for (const part of framed(bytes)) if (!stopped.aborted) controller.enqueue(part);
            if ((controller.desiredSize ?? 1) > 0 || stopped.aborted) return;
            await new Promise<void>((resolve) => {
              wake = resolve;
              stopped.addEventListener('abort', () => resolve(), { once: true });
            });
          },
        };
        work(telling).then(
          () => {
            if (!stop.signal.aborted) controller.close();
          },
          (error: unknown) => {
            if (!stop.signal.aborted) controller.error(error);
          },
        );
      },
      pull() {
        wake?.();
        wake = null;
      },
      cancel() {
        stop.abort();
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: AHEAD_BYTES }),
  );
}

/** Says where a piece of work stands in its queue. */
export function placeOf(telling: Telling): OnPlace {
  return (before) => telling.say(before > 0 ? { state: 'queued', before } : { state: 'running' });
}
