import { DRAFT_PREFIX } from './device-copies.ts';

/** Names something that was begun and not sent: whose, in which room, and what. */
export function draftKey(userId: string, room: string, what: string): string {
  return `${DRAFT_PREFIX}${userId}:${room}:${what}`;
}

/** What this device keeps under this name, of whatever shape, or null. */
export function readDraft(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}

/** Keeps something, or with null forgets it. A device that keeps nothing changes nothing else. */
export function keepDraft(key: string, draft: object | null): void {
  try {
    if (draft) localStorage.setItem(key, JSON.stringify(draft));
    else localStorage.removeItem(key);
  } catch {
    // Full, or not allowed: the page still has it.
  }
}
