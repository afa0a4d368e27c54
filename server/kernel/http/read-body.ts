import type { IncomingMessage, ServerResponse } from 'node:http';
import { mostBytesOf } from './body-length.ts';
import type { HeldBodies } from './held-bodies.ts';
import type { Sender } from './shares.ts';

/**
 * [SC14] Why a body was not read: its sender did not finish it (400), it came too slowly (408), it is too long (413), it is packed in a way that
 * nobody asked for (415), or too many came at once (503).
 */
export class BodyRefused extends Error {
  readonly status: 400 | 408 | 413 | 415 | 503;
  /** Of the answer: whoever sends too slowly is not waited for, and whoever found no room may come back. */
  readonly headers: Readonly<Record<string, string>>;
  constructor(status: BodyRefused['status']) {
    super(`a body that is refused with ${status}`);
    this.status = status;
    this.headers = {
      ...(status === 408 && { Connection: 'close' }),
      ...(status === 503 && { 'Retry-After': '5' }),
    };
  }
}

/** How long a body that is read whole may take to come. */
const WITHIN_MS = 60_000;

/**
 * [SC14] The body of a request, read whole once there is room for it; empty when there is none. The room is given back with the answer.
 * @throws {BodyRefused}
 */
export async function readBody(
  request: IncomingMessage,
  response: ServerResponse,
  { heldBodies, sender, maxBytes }: { heldBodies: HeldBodies; sender: Sender; maxBytes: number },
): Promise<Buffer<ArrayBuffer>> {
  const bytes = mostBytesOf(request.headers, maxBytes);
  if (bytes === 0) return Buffer.alloc(0);
  if ((request.headers['content-encoding'] ?? 'identity') !== 'identity') throw new BodyRefused(415);
  const release = await heldBodies.reserve(sender, bytes);
  if (!release) throw new BodyRefused(503);
  if (response.closed) release();
  else response.once('close', release);
  return takeBody(request, maxBytes);
}

/**
 * The bytes of a body, counted as they come; one that announces more is not begun. Beyond `maxBytes` nothing is kept, and the line waits for the
 * answer.
 * @throws {BodyRefused}
 */
export function takeBody(request: IncomingMessage, maxBytes: number): Promise<Buffer<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    if (Number(request.headers['content-length']) > maxBytes) return reject(new BodyRefused(413));
    const parts: Buffer[] = [];
    let size = 0;
    const stop = () => {
      clearTimeout(late);
      request.off('data', take).off('end', finish).off('error', giveUp).off('close', giveUp);
    };
    const refuse = (status: BodyRefused['status']) => {
      stop();
      request.on('error', () => undefined);
      request.pause();
      reject(new BodyRefused(status));
    };
    const late = setTimeout(refuse, WITHIN_MS, 408);
    const giveUp = () => refuse(400);
    const finish = () => {
      stop();
      resolve(Buffer.concat(parts, size));
    };
    function take(part: Buffer): void {
      size += part.length;
      if (size > maxBytes) refuse(413);
      else parts.push(part);
    }
    request.on('data', take).on('end', finish).on('error', giveUp).on('close', giveUp);
  });
}
