import { parseRoom, roomName } from '../../realtime/realtime.ts';
import { idOfSegment } from '../ids.ts';

/**
 * Headers by which the server tells the service worker what an answer is (docs/decisions/0012). An answer without the first
 * is not ours: a proxy's error, the sign-in page of a public network.
 */
export const KEEP_HEADERS = {
  /** Whose page this is: the id of an account, or `VISITOR`. */
  account: 'Cordee-Account',
  /** When the session of this account ends, unless it is used until then: milliseconds since 1970. */
  sessionEnd: 'Cordee-Session-End',
  /** [L11] Beside a room: the key under which this browser closes what the account has not sent by then. */
  seal: 'Cordee-Seal',
  /** Only on the page of a document or board that this account may read: what to list it under. */
  room: 'Cordee-Room',
} as const;

export const VISITOR = 'visitor';

/** Where the server serves the worker from; its scope is all of the site. */
export const WORKER_ADDRESS = '/service-worker.js';

/** A document or board whose page a device may keep. */
export interface KeptRoom {
  /** `document:<id>` or `board:<id>`. */
  readonly room: string;
  readonly title: string;
  readonly group: string;
}

/** Headers carry ASCII only, titles do not. */
export function writeKeptRoom(room: KeptRoom): string {
  return encodeURIComponent(JSON.stringify(room));
}

/** The room of the header, or null. Total: takes whatever stands there. */
export function readKeptRoom(header: string | null): KeptRoom | null {
  if (!header) return null;
  let value: unknown;
  try {
    value = JSON.parse(decodeURIComponent(header));
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const { room, title, group } = value as Record<string, unknown>;
  if (typeof room !== 'string' || typeof title !== 'string' || typeof group !== 'string') return null;
  return parseRoom(room) ? { room, title, group } : null;
}

/** A page of a room: which room, and which of its pages (`''`, or the address of a card below the board). */
export interface RoomAddress {
  readonly room: string;
  readonly below: string;
}

const KINDS = { documents: 'document', tableaux: 'board', candidatures: 'application' } as const;

/**
 * The room that a page shows, by the path of its address; null for every other page. The readable tail of the id does not
 * count: a renamed document is found at its old addresses.
 */
export function roomOfAddress(pathname: string): RoomAddress | null {
  const [, first, segment, ...rest] = pathname.split('/');
  const isRoom = first === 'documents' || first === 'tableaux' || first === 'candidatures';
  const kind = isRoom ? KINDS[first] : null;
  const id = idOfSegment(segment);
  if (!kind || !id) return null;
  const below = rest.join('/');
  // Under a document or an application stand other pages (images, history, receipt); under a board, the board with a card open.
  if (kind !== 'board' && below !== '') return null;
  return { room: roomName({ kind, id }), below };
}

/** Database of the worker on the device, and how the names of its caches begin. */
export const KEPT_DATABASE = 'cordee-kept';
export const CACHE_PREFIX = 'cordee-';

/** What a page tells the worker: a room was opened at this path, or was taken away. */
export type WorkerMessage =
  | { readonly type: 'opened'; readonly path: string }
  | { readonly type: 'gone'; readonly room: string }
  /** The person has just signed out here. */
  | { readonly type: 'signedOut' };
