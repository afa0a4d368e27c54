import * as encoding from 'lib0/encoding';
import type { RoomAccess } from '#shared/kernel/access/access.ts';
import { utf8Text } from '#shared/kernel/storable.ts';
import { MESSAGE, SYNC } from '#shared/realtime/realtime.ts';
import { closeBody, frameHead, OPCODE } from '#shared/realtime/realtime-frames.ts';

/** A frame of a client that is not what the protocol says. It costs its sender the connection, nobody else anything. */
export class BadFrame extends Error {}

/** A message of a client. Bodies are copies with a buffer of their own: see `Reader.bytes`. */
export type ClientMessage =
  | { readonly type: 'step1'; readonly vector: Uint8Array }
  | { readonly type: 'step2' | 'update'; readonly update: Uint8Array }
  | { readonly type: 'awareness'; readonly entries: readonly AwarenessEntry[] }
  | { readonly type: 'queryAwareness' };

/** One client's state in an awareness message; `state` is JSON as it stood on the wire. */
export interface AwarenessEntry {
  readonly clientId: number;
  readonly clock: number;
  readonly state: string;
}

/**
 * Reads bytes of the outside, and never past their end. lib0's decoder looks at the whole ArrayBuffer behind a view:
 * on a frame cut out of Node's pool, a false length would hand its sender pieces of other people's frames.
 */
class Reader {
  #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  varUint(): number {
    let value = 0;
    for (let factor = 1; factor < 2 ** 53; factor *= 128) {
      const byte = this.#bytes[this.#at++];
      if (byte === undefined) break;
      value += (byte & 127) * factor;
      if (byte < 128 && value <= Number.MAX_SAFE_INTEGER) return value;
    }
    throw new BadFrame('truncated or oversized number');
  }

  /** A copy with an ArrayBuffer of exactly its size, so that whoever decodes it next cannot look past it either. */
  bytes(): Uint8Array {
    const size = this.varUint();
    const end = this.#at + size;
    if (end > this.#bytes.length) throw new BadFrame('truncated body');
    const copy = Uint8Array.prototype.slice.call(this.#bytes, this.#at, end);
    this.#at = end;
    return copy;
  }
}

/**
 * The message in a frame of a client.
 * @throws {BadFrame} unknown type, truncated, or more states than `mostStates`.
 */
export function readClientMessage(frame: Uint8Array, mostStates: number): ClientMessage {
  const reader = new Reader(frame);
  const type = reader.varUint();
  switch (type) {
    case MESSAGE.sync: {
      const step = reader.varUint();
      if (step === SYNC.step1) return { type: 'step1', vector: reader.bytes() };
      if (step === SYNC.step2) return { type: 'step2', update: reader.bytes() };
      if (step === SYNC.update) return { type: 'update', update: reader.bytes() };
      throw new BadFrame(`unknown sync step ${step}`);
    }
    case MESSAGE.awareness: {
      const inner = new Reader(reader.bytes());
      const count = inner.varUint();
      if (count > mostStates) throw new BadFrame(`${count} awareness states`);
      const entries: AwarenessEntry[] = [];
      for (let i = 0; i < count; i++) {
        entries.push({
          clientId: inner.varUint(),
          clock: inner.varUint(),
          state: textOf(inner.bytes()),
        });
      }
      return { type: 'awareness', entries };
    }
    case MESSAGE.queryAwareness:
      return { type: 'queryAwareness' };
    default:
      throw new BadFrame(`unknown message type ${type}`);
  }
}

/** [SC19] What is no UTF-8 is no state. */
function textOf(bytes: Uint8Array): string {
  const text = utf8Text(bytes);
  if (text === null) throw new BadFrame('a state that is no text');
  return text;
}

/** A whole binary WebSocket frame, unmasked as servers send them: built once, the same bytes for every socket. */
function frameOf(payload: (encoder: encoding.Encoder) => void): Buffer {
  return wholeFrame(OPCODE.binary, encoding.encode(payload));
}

function wholeFrame(opcode: number, body: Uint8Array): Buffer {
  return Buffer.concat([frameHead(opcode, body.length), body]);
}

/** Asks for a sign of life. */
export const pingFrame = wholeFrame(OPCODE.ping, new Uint8Array(0));

/** Says goodbye. */
export function closeFrame(code: number, reason: string): Buffer {
  return wholeFrame(OPCODE.close, closeBody(code, reason));
}

/** A sync message (step 1, step 2 or update) with its body. */
export function syncFrame(step: (typeof SYNC)[keyof typeof SYNC], body: Uint8Array): Buffer {
  return frameOf((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.sync);
    encoding.writeVarUint(encoder, step);
    encoding.writeVarUint8Array(encoder, body);
  });
}

/** The states of these clients. Without any it is a sign of life that the stock provider takes as such. */
export function awarenessFrame(entries: readonly AwarenessEntry[]): Buffer {
  return frameOf((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.awareness);
    const body = encoding.encode((inner) => {
      encoding.writeVarUint(inner, entries.length);
      for (const { clientId, clock, state } of entries) {
        encoding.writeVarUint(inner, clientId);
        encoding.writeVarUint(inner, clock);
        encoding.writeVarString(inner, state);
      }
    });
    encoding.writeVarUint8Array(encoder, body);
  });
}

/** How many sync messages of this connection are in the database. */
export function ackFrame(count: number): Buffer {
  return frameOf((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.ack);
    encoding.writeVarUint(encoder, count);
  });
}

/** The document schema that a client needs in order to write. */
export function schemaFrame(wanted: number): Buffer {
  return frameOf((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.schema);
    encoding.writeVarUint(encoder, wanted);
  });
}

/** The generation of this room: another number than before means that its database was restored. */
export function epochFrame(epoch: number): Buffer {
  return frameOf((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.epoch);
    encoding.writeVarUint(encoder, epoch);
  });
}

/** Something beside the content of this room changed in the database. */
export function newsFrame(topic: string): Buffer {
  return frameOf((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.news);
    encoding.writeVarString(encoder, topic);
  });
}

/** These clientIDs, which the client said are its own, are somebody else's in this room. */
export function takenFrame(clientIds: readonly number[]): Buffer {
  return frameOf((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.taken);
    encoding.writeVarUint(encoder, clientIds.length);
    for (const clientId of clientIds) encoding.writeVarUint(encoder, clientId);
  });
}

/** What this connection may do; `reason` says why when it is less than its person could expect. */
export function accessFrame(access: RoomAccess, reason?: AccessReason): Buffer {
  return frameOf((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.access);
    encoding.writeVarString(encoder, JSON.stringify(reason ? { access, reason } : { access }));
  });
}

/** Why a connection may not write: its role, its older page, or because what it sent was not kept. */
export type AccessReason = 'role' | 'frozen' | 'submitted' | 'schema' | 'refused';
