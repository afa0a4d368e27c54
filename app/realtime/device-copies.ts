import { ownKey } from '#shared/kernel/offline/own-key.ts';

/** Store of y-indexeddb: updates in order. */
export const UPDATES = 'updates';
/** Store of our own few values in a copy, beside y-indexeddb's updates. */
export const CUSTOM = 'custom';
/** How the keys of counts begin: changes that the server had not acknowledged, one key a visit. */
export const PENDING = 'pending:';
/** Under this stands the highest document schema that wrote in a copy. */
export const SCHEMA = 'schema';
/** Present once a copy held the server's content. Its generation stands there, as text ([K4]); copies of before have the number 1, which says nothing. */
export const SYNCED = 'synced';

/** [L5] The database in which this browser keeps a room for an account. */
export function copyName(userId: string, room: string): string {
  return ownKey(userId, room);
}

/** How the databases begin in which this browser put content of a room aside ([K4]). */
export function asidePrefix(userId: string, room: string): string {
  return `${copyName(userId, room)}~`;
}

/** [L11] The database in which what an account had not sent is kept closed, since its session ended here. */
export function sealedName(userId: string): string {
  return `cordee-sealed:${userId}`;
}

/** How the names of drafts begin, in the local storage. */
export const DRAFT_PREFIX = 'cordee:brouillon:';
