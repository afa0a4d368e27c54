import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { NewAuthor } from '../room-authors.ts';
import type { AwarenessEntry } from '../wire.ts';

/** What instances tell each other of one room. */
export type RoomMessage =
  /** A row of the log; without `data` when it is large, and to be read from the database. */
  | {
      readonly kind: 'row';
      readonly seq: number;
      readonly data: Uint8Array | null;
      readonly authors: readonly NewAuthor[];
    }
  /** Clients that are connected to the sender, those who left included. */
  | { readonly kind: 'presence'; readonly entries: readonly AwarenessEntry[] }
  /** Who is there? The others answer with their presence. */
  | { readonly kind: 'who' }
  /** Something beside the content changed in the database. */
  | { readonly kind: 'news'; readonly topic: string };

/** A larger row is not worth the memory of the bus: a receiver reads it from the database. */
const LARGE_BYTES = 64 * 1024;
const ROW = 1;
const PRESENCE = 2;
const WHO = 3;
const NEWS = 4;

/** The bytes of a message, with the name of the instance that sends it. */
export function encodeMessage(from: string, message: RoomMessage): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarString(encoder, from);
    switch (message.kind) {
      case 'row': {
        const { seq, data, authors } = message;
        const isWhole = data !== null && data.length <= LARGE_BYTES;
        encoding.writeVarUint(encoder, ROW);
        encoding.writeVarUint(encoder, seq);
        encoding.writeVarUint(encoder, isWhole ? 1 : 0);
        if (isWhole) encoding.writeVarUint8Array(encoder, data);
        encoding.writeVarUint(encoder, authors.length);
        for (const { clientId, userId } of authors) {
          encoding.writeVarUint(encoder, clientId);
          encoding.writeVarString(encoder, userId);
        }
        return;
      }
      case 'presence':
        encoding.writeVarUint(encoder, PRESENCE);
        encoding.writeVarUint(encoder, message.entries.length);
        for (const { clientId, clock, state } of message.entries) {
          encoding.writeVarUint(encoder, clientId);
          encoding.writeVarUint(encoder, clock);
          encoding.writeVarString(encoder, state);
        }
        return;
      case 'who':
        encoding.writeVarUint(encoder, WHO);
        return;
      case 'news':
        encoding.writeVarUint(encoder, NEWS);
        encoding.writeVarString(encoder, message.topic);
    }
  });
}

/** Who sent these bytes, without reading the rest: our own messages come back to us. */
export function senderOf(bytes: Uint8Array): string {
  return decoding.readVarString(decoding.createDecoder(bytes));
}

/**
 * The message in these bytes, which must have an ArrayBuffer of their own.
 * @throws when they are not one: another version of ours may speak on the same bus.
 */
export function decodeMessage(bytes: Uint8Array): { from: string; message: RoomMessage } {
  const decoder = decoding.createDecoder(bytes);
  const from = decoding.readVarString(decoder);
  const kind = decoding.readVarUint(decoder);
  if (kind === WHO) return { from, message: { kind: 'who' } };
  if (kind === NEWS) return { from, message: { kind: 'news', topic: decoding.readVarString(decoder) } };
  if (kind === PRESENCE) {
    const entries = list(decoder, () => ({
      clientId: decoding.readVarUint(decoder),
      clock: decoding.readVarUint(decoder),
      state: decoding.readVarString(decoder),
    }));
    return { from, message: { kind: 'presence', entries } };
  }
  if (kind !== ROW) throw new Error(`unknown message ${kind}`);
  const seq = decoding.readVarUint(decoder);
  const data = decoding.readVarUint(decoder) === 1 ? decoding.readVarUint8Array(decoder).slice() : null;
  const authors = list(decoder, () => ({
    clientId: decoding.readVarUint(decoder),
    userId: decoding.readVarString(decoder),
  }));
  return { from, message: { kind: 'row', seq, data, authors } };
}

function list<T>(decoder: decoding.Decoder, read: () => T): T[] {
  const items: T[] = [];
  for (let left = decoding.readVarUint(decoder); left > 0; left--) items.push(read());
  return items;
}
