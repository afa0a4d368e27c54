/** What browser and server agree on for live rooms. The outside contract: docs/realtime-protocol.md. */

/** Version of the document schema; an older client gets a reading view (type 101) instead of an editor. */
export const DOCUMENT_SCHEMA = 4;

/** What a group writes in live: the rooms that belong to one. */
export type GroupRoomKind = 'document' | 'board';
export type RoomKind = GroupRoomKind | 'application';
export interface RoomRef {
  readonly kind: RoomKind;
  readonly id: string;
}

const KINDS: readonly RoomKind[] = ['document', 'board', 'application'];
const ROOM = /^(document|board|application):([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;

/** The name of a room, as it stands in `/collab/{room}` and in the log. */
export function roomName({ kind, id }: RoomRef): string {
  return `${kind}:${id}`;
}

/** The room of a name, or null when it is not one of ours. Total: takes any string of the outside. */
export function parseRoom(name: string): RoomRef | null {
  const match = ROOM.exec(name);
  if (!match?.[1] || !match[2]) return null;
  const kind = KINDS.find((known) => known === match[1]);
  return kind ? { kind, id: match[2] } : null;
}

/** Message types on the wire. 0 to 3 are y-websocket's; above 99 only for clients that asked by query. */
export const MESSAGE = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  ack: 100,
  schema: 101,
  access: 102,
  epoch: 103,
  /** Something beside the content of the room changed in the database: a varString says what. */
  news: 104,
  /** Of the clientIDs that the client said are its own, so many (a varUint) and these are somebody else's. */
  taken: 105,
} as const;

/** What the news may be about. */
export type NewsTopic = 'comments' | 'objects';

/** Sync steps inside a message of type 0 (y-protocols). */
export const SYNC = { step1: 0, step2: 1, update: 2 } as const;

/** Close codes. 4400 to 4499 are final for y-websocket: the client does not come back by itself. */
export const CLOSE = {
  frameTooLarge: 1009,
  restart: 1012,
  tryLater: 1013,
  signIn: 4401,
  forbidden: 4403,
  gone: 4404,
  reload: 4409,
  restored: 4410,
  tooLarge: 4413,
  tooMany: 4429,
} as const;
export type CloseCode = (typeof CLOSE)[keyof typeof CLOSE];

/** ClientIDs that a page tells at joining: the only limit that the browser knows too. */
const CLIENT_IDS_TOLD = 100;

/** Limits at the door, in bytes unless said otherwise (security plan, R4). */
export const LIMITS = {
  /** One frame: larger ones are closed with 1009 by the socket itself. */
  frame: 8 * 1024 * 1024,
  /** Encoded state of one document or board. */
  document: 32 * 1024 * 1024,
  /** Structs and deletions of one document or board (plain values count by the sixteen): each takes time to read. */
  documentElements: 300_000,
  awarenessState: 4 * 1024,
  awarenessStatesPerSocket: 4,
  /** The stock provider sends back what it hears, so a frame may name everybody in the room. */
  awarenessStatesPerFrame: 2_000,
  /** Waiting for a slow reader: above the first nothing more is queued, above the second it is closed. */
  bufferedLagging: 1024 * 1024,
  bufferedClose: 16 * 1024 * 1024,
  laggingSeconds: 30,
  /** Frames waiting while a room loads. */
  waitingFrames: 256,
  waitingBytes: 16 * 1024 * 1024,
  /** One POST of the HTTP fallback; a frame may span several. Proxies refuse more than a mebibyte unless told. */
  post: 1024 * 1024,
  /** Without any request a session of the HTTP fallback ends. */
  httpSilenceSeconds: 30,
  socketsPerAccount: 100,
  clientIdsPerDocument: 20_000,
  clientIdsPerAccount: 5_000,
  /** Under which an account has written nothing yet, kept for it while a room is in memory; and told in one joining. */
  clientIdsOpened: 200,
  clientIdsTold: CLIENT_IDS_TOLD,
  /** Runs of updates of one account that wait for a missing one before them. */
  detachedPerAccount: 1_000,
  /** Messages of one connection, beyond which it is read more slowly: what a fast typist sends, ten times over. */
  messagesPerSecond: 500,
  messagesBurst: 3_000,
  /** From so many bytes on a frame counts as large. */
  largeFrame: 256 * 1024,
  /** Large frames of one account that are on their way, or not stored yet; the next ones wait on their side of the line. */
  accountLargeFrames: 2,
  /** The same of all its smaller frames together, in bytes. */
  accountBytes: 4 * 1024 * 1024,
  /** Rows that one statement takes, in bytes, unless one alone is larger: nobody's typing waits for all that others brought. */
  statement: 1024 * 1024,
  /** Received and not yet in the database, all rooms together: beyond, writers are asked to come back later. */
  uncommittedBytes: 64 * 1024 * 1024,
} as const;

/** The clientIDs told at joining, as they stand in the query. */
export function writeClientIds(clientIds: Iterable<number>): string {
  return [...new Set(clientIds)].slice(0, CLIENT_IDS_TOLD).join(',');
}

/** The same, read: none when nothing is told, null for what is no such list. Total: takes any string of the outside. */
export function readClientIds(told: string | null): readonly number[] | null {
  if (told === null) return [];
  const ids = told.split(',', CLIENT_IDS_TOLD + 1);
  const areAll = ids.length <= CLIENT_IDS_TOLD && ids.every((id) => /^\d{1,15}$/.test(id));
  return areAll ? ids.map(Number) : null;
}

/**
 * Colours of carets by the number of an organisation's colour, for readers that know no tokens (the stock caret wants
 * `#rrggbb`). The page itself draws from the number, in light and dark.
 */
export const PRESENCE_COLOURS = [
  '#5b5b5b',
  '#00696e',
  '#853e69',
  '#3b5993',
  '#89511b',
  '#3d6335',
  '#664893',
] as const;
