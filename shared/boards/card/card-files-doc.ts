import * as Y from 'yjs';
import { FILE_KINDS } from '#shared/documents/attribute/document-attributes.ts';
import type { WrittenFile } from '#shared/documents/text/document-files.ts';
import type { CardFile } from '../board.ts';
import { readInstant, text } from '../field/stored-value.ts';
import { compare } from '../order.ts';

/*
 * The files of a card, in its map: `file:<id>`, ONE plain value { name, bytes, kind, width, height, at }, under the id of the
 * register of files. What stands here is only what is shown of a file: who may read its bytes is the server's register.
 */
export const FILE = 'file:';

/** Ours are UUIDs. Whatever else a peer writes must at least be one segment of an address, and no name of the language. */
const FILE_ID = /^[a-zA-Z0-9][\w-]{0,63}$/;
const NAME_MAX = 200;

/** Whether an entry of a card's map goes under the name of a file. */
export const isFileKey = (key: string) => key.startsWith(FILE);

/** A file of a card if this entry of its map is one; null for anything else. Total. */
export function readFile(key: string, value: unknown): CardFile | null {
  if (!isFileKey(key) || typeof value !== 'object' || value === null) return null;
  const id = key.slice(FILE.length);
  const stored: { [name in keyof CardFile]?: unknown } = value;
  const name = text(stored.name)?.trim().slice(0, NAME_MAX);
  if (!name || !FILE_ID.test(id)) return null;
  const [width, height] = [whole(stored.width), whole(stored.height)];
  return {
    id,
    name,
    bytes: whole(stored.bytes) ?? 0,
    kind: FILE_KINDS.find((kind) => kind === stored.kind) ?? 'other',
    // A size in pixels is what makes a picture: half of one makes none.
    width: height && width,
    height: width && height,
    at: readInstant(stored.at),
  };
}

/** Every file that hangs on one of these cards. Total and read-only. */
export function writtenCardFilesOf(cards: Y.Map<unknown>): WrittenFile[] {
  const found: WrittenFile[] = [];
  for (const card of cards.values()) {
    if (!(card instanceof Y.Map)) continue;
    for (const [key, item] of card._map) {
      const file = item.deleted ? null : readFile(key, card.get(key));
      if (file) found.push({ id: file.id, client: item.id.client });
    }
  }
  return found;
}

/** In the order in which they came. */
export function byArrival(a: CardFile, b: CardFile): number {
  return compare(a.at ?? '', b.at ?? '') || compare(a.id, b.id);
}

/** The file of a card under this id, or null. */
export function findFile(card: Y.Map<unknown>, fileId: string): CardFile | null {
  return readFile(FILE + fileId, card.get(FILE + fileId));
}

/** Puts a file among those of a card. */
export function putFile(card: Y.Map<unknown>, { id, ...file }: CardFile): void {
  card.set(FILE + id, file);
}

/** Takes a file from a card; the register keeps it. */
export function deleteFile(card: Y.Map<unknown>, fileId: string): void {
  card.delete(FILE + fileId);
}

function whole(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : null;
}
