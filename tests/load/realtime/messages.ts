import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { MESSAGE, SYNC } from '#shared/realtime/realtime.ts';

/** `yjs` is y-websocket's; Hocuspocus writes the document's name before it and asks for a token; a relay looks at nothing. */
export type Protocol = 'yjs' | 'hocuspocus' | 'relay';

const HOCUSPOCUS = { auth: 2, syncReply: 4, syncStatus: 8 } as const;
const EMPTY_VECTOR = Uint8Array.of(0);
const EMPTY_UPDATE = Uint8Array.of(0, 0);

/** What a server said, as far as a load generator cares. */
export type Heard =
  | { readonly what: 'asked' | 'presence' | 'other' }
  | { readonly what: 'answer' | 'update'; readonly update: Uint8Array }
  /** So many messages are acknowledged: `total` since the start, or `more` than before. */
  | { readonly what: 'ack'; readonly total?: number; readonly more?: number };

/** Writes and reads the messages of one room. */
export class Messages {
  #protocol: Protocol;
  #room: string;

  constructor(protocol: Protocol, room: string) {
    this.#protocol = protocol;
    this.#room = room;
  }

  /** What a client says first. */
  hello(): Uint8Array[] {
    if (this.#protocol === 'relay') return [];
    const ask = this.#sync(SYNC.step1, EMPTY_VECTOR);
    if (this.#protocol === 'yjs') return [ask];
    const auth = this.#message(HOCUSPOCUS.auth, (encoder) => {
      encoding.writeVarUint(encoder, 0);
      encoding.writeVarString(encoder, 'token');
      encoding.writeVarString(encoder, '4.7.0');
    });
    return [auth, ask];
  }

  /** "I have nothing that you lack." */
  nothing(): Uint8Array {
    return this.#sync(SYNC.step2, EMPTY_UPDATE);
  }

  update(update: Uint8Array): Uint8Array {
    return this.#sync(SYNC.update, update);
  }

  presence(clientId: number, clock: number): Uint8Array {
    return this.#message(MESSAGE.awareness, (encoder) => {
      const body = encoding.encode((inner) => {
        for (const number of [1, clientId, clock]) encoding.writeVarUint(inner, number);
        encoding.writeVarString(inner, JSON.stringify({ user: { name: 'Mesure' } }));
      });
      encoding.writeVarUint8Array(encoder, body);
    });
  }

  read(payload: Uint8Array): Heard {
    const decoder = decoding.createDecoder(payload);
    if (this.#protocol === 'hocuspocus') decoding.readVarString(decoder);
    const type = decoding.readVarUint(decoder);
    if (type === MESSAGE.awareness) return { what: 'presence' };
    if (type === MESSAGE.ack && this.#protocol === 'yjs')
      return { what: 'ack', total: decoding.readVarUint(decoder) };
    if (type === HOCUSPOCUS.syncStatus) return { what: 'ack', more: decoding.readVarUint(decoder) };
    if (type !== MESSAGE.sync && type !== HOCUSPOCUS.syncReply) return { what: 'other' };
    const step = decoding.readVarUint(decoder);
    if (step === SYNC.step1) return { what: 'asked' };
    return {
      what: step === SYNC.step2 ? 'answer' : 'update',
      update: decoding.readVarUint8Array(decoder),
    };
  }

  #sync(step: number, body: Uint8Array): Uint8Array {
    return this.#message(MESSAGE.sync, (encoder) => {
      encoding.writeVarUint(encoder, step);
      encoding.writeVarUint8Array(encoder, body);
    });
  }

  #message(type: number, write: (encoder: encoding.Encoder) => void): Uint8Array {
    return encoding.encode((encoder) => {
      if (this.#protocol === 'hocuspocus') encoding.writeVarString(encoder, this.#room);
      encoding.writeVarUint(encoder, type);
      write(encoder);
    });
  }
}

/** The update of one character typed after the client's last one, as Yjs writes it, without a Y.Doc. */
export function keystroke(clientId: number, clock: number, text = 'x'): Uint8Array {
  return encoding.encode((encoder) => {
    for (const number of [1, 1, clientId, clock]) encoding.writeVarUint(encoder, number);
    if (clock === 0) {
      // ContentString without origin: its parent is the root type of this name.
      encoding.writeUint8(encoder, 4);
      encoding.writeVarUint(encoder, 1);
      encoding.writeVarString(encoder, 'bench');
    } else {
      // ContentString with a left origin: the character before.
      encoding.writeUint8(encoder, 0x84);
      encoding.writeVarUint(encoder, clientId);
      encoding.writeVarUint(encoder, clock - 1);
    }
    encoding.writeVarString(encoder, text);
    encoding.writeVarUint(encoder, 0);
  });
}

const MOST_KEPT = 8_192;
const LARGEST_KEPT = 4_096;
const kept = new Map<string, ReadonlyMap<number, number>>();

/** How far each client's run goes in an update. The same bytes reach everybody in a room, so they are decoded once. */
export function reachOf(update: Uint8Array): ReadonlyMap<number, number> {
  if (update.length > LARGEST_KEPT) return Y.parseUpdateMeta(update).to;
  const key = Buffer.from(update.buffer, update.byteOffset, update.length).toString('latin1');
  let reach = kept.get(key);
  if (!reach) {
    if (kept.size >= MOST_KEPT) kept.clear();
    reach = Y.parseUpdateMeta(update).to;
    kept.set(key, reach);
  }
  return reach;
}
