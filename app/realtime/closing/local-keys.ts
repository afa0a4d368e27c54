import { DRAFT_PREFIX } from '../device-copies.ts';

/** How everything of ours begins in the local storage. */
const OURS = 'cordee:';
/** Whose browser this was when the server last said so. */
const OWNER = 'cordee:compte';

/** The account in the name of a draft, or of anything else that it keeps. */
const OF_ACCOUNT = /^cordee:(?:brouillon:)?([0-9a-f-]{36}):/;

/** What stands in the local storage under a key of ours. */
export interface LocalKey {
  readonly key: string;
  /** Null: it says nothing of whose it is. */
  readonly account: string | null;
  readonly isDraft: boolean;
}

/** Everything of ours in the local storage, but for whose browser it was. */
export function localKeys(): readonly LocalKey[] {
  return storedKeys().map((key) => {
    return { key, account: OF_ACCOUNT.exec(key)?.[1] ?? null, isDraft: key.startsWith(DRAFT_PREFIX) };
  });
}

/** The copy of whose generation this key may be. */
export const copyOf = (key: string): string => key.slice(0, key.lastIndexOf(':'));

function storedKeys(): readonly string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(OURS) && key !== OWNER);
  } catch {
    // Not allowed: then there is nothing.
    return [];
  }
}

export function lastOwner(): string | null {
  try {
    return localStorage.getItem(OWNER);
  } catch {
    return null;
  }
}

export function rememberOwner(account: string | null): void {
  try {
    if (account === null) localStorage.removeItem(OWNER);
    else localStorage.setItem(OWNER, account);
  } catch {
    // A browser that keeps nothing has nothing of anybody.
  }
}

/** [L10] Takes what an account has in the local storage off this device, with everything that says nothing of whose it is. */
export function clearLocal(userId: string): void {
  for (const { key, account } of localKeys()) {
    if (account === userId || account === null) localStorage.removeItem(key);
  }
  rememberOwner(null);
}
