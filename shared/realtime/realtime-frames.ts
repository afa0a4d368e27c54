/**
 * WebSocket frames (RFC 6455, section 5.2) as bytes, whole and unmasked: what the server writes to sockets, and what
 * goes both ways in the HTTP fallback, where each direction is one long run of such frames.
 */

export const OPCODE = { text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const;

export interface Frame {
  readonly opcode: number;
  /** A view into what was pushed: copy it to keep it. */
  readonly body: Uint8Array;
}

/** Bytes that are no frame of ours, or one larger than allowed: the rest of the run cannot be read any more. */
export class FrameError extends Error {
  readonly isTooLarge: boolean;

  constructor(message: string, isTooLarge = false) {
    super(message);
    this.isTooLarge = isTooLarge;
  }
}

const LARGEST_HEAD = 10;

/** The head of a frame whose body has `size` bytes. */
export function frameHead(opcode: number, size: number): Uint8Array {
  const head = new Uint8Array(size < 126 ? 2 : size < 65_536 ? 4 : LARGEST_HEAD);
  const view = new DataView(head.buffer);
  head[0] = 0x80 | opcode;
  if (size < 126) head[1] = size;
  else if (size < 65_536) {
    head[1] = 126;
    view.setUint16(2, size);
  } else {
    head[1] = 127;
    view.setBigUint64(2, BigInt(size));
  }
  return head;
}

/** The body of a frame that says goodbye. */
export function closeBody(code: number, reason: string): Uint8Array {
  const words = new TextEncoder().encode(reason);
  const body = new Uint8Array(2 + words.length);
  new DataView(body.buffer).setUint16(0, code);
  body.set(words, 2);
  return body;
}

/** What a goodbye says. Total: 1005 stands for none. */
export function readCloseBody(body: Uint8Array): { code: number; reason: string } {
  if (body.length < 2) return { code: 1005, reason: '' };
  const code = new DataView(body.buffer, body.byteOffset).getUint16(0);
  return { code, reason: new TextDecoder().decode(body.subarray(2)) };
}

/** Cuts a run of bytes, however it arrives, into frames. */
export class FrameReader {
  #mostBytes: number;
  #parts: Uint8Array[] = [];
  #size = 0;
  /** Below so many bytes there is no use in looking. */
  #needed = 2;

  /** `mostBytes`: the largest body to take. */
  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes;
  }

  push(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.#parts.push(bytes);
    this.#size += bytes.length;
  }

  /**
   * The next whole frame, or null until more has come.
   * @throws {FrameError}
   */
  next(): Frame | null {
    if (this.#size < this.#needed) return null;
    const bytes = this.#joined();
    const first = bytes[0] ?? 0;
    const short = bytes[1] ?? 0;
    const opcode = first & 0x0f;
    // Neither parts, nor extensions, nor masks: nobody who speaks to us has a use for them.
    if ((first & 0xf0) !== 0x80 || short > 127 || !KNOWN.has(opcode)) throw new FrameError('not a frame');
    const head = short < 126 ? 2 : short === 126 ? 4 : LARGEST_HEAD;
    this.#needed = head;
    if (bytes.length < head) return null;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    const size = short < 126 ? short : short === 126 ? view.getUint16(2) : Number(view.getBigUint64(2));
    if (size > this.#mostBytes) throw new FrameError(`a frame of ${size} bytes`, true);
    this.#needed = head + size;
    if (bytes.length < this.#needed) return null;
    const rest = bytes.subarray(this.#needed);
    this.#parts = rest.length > 0 ? [rest] : [];
    this.#size = rest.length;
    this.#needed = 2;
    return { opcode, body: bytes.subarray(head, head + size) };
  }

  #joined(): Uint8Array {
    const [only] = this.#parts;
    if (only && this.#parts.length === 1) return only;
    const bytes = joinBytes(this.#parts);
    this.#parts = [bytes];
    return bytes;
  }
}

const KNOWN: ReadonlySet<number> = new Set(Object.values(OPCODE));

/** One array of these, in order. */
export function joinBytes(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
