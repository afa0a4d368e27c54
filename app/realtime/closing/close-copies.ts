import type { DeviceOwner } from '#shared/realtime/device-seal.ts';
import { openExisting } from '../databases.ts';
import { UPDATES } from '../device-copies.ts';
import { askOwner } from './ask-owner.ts';
import { emptyCopy, type HeldCopy, heldCopies, readCopy, unsentIn } from './held-copies.ts';
import { inTurn } from './in-turn.ts';
import { removeDatabase } from './remove-database.ts';
import { canSeal, seal } from './seal.ts';
import { writeContent } from './sealed-content.ts';
import { putSealed } from './sealed-store.ts';

/** A page that is still open may write while its copy is being closed; after so many times the copy stays until the next closing. */
const MOST_TRIES = 5;

/**
 * [L11] Somebody's session has ended: closes the copies of everybody whose browser this is not, by the server's word. For the service worker,
 * which has databases and no local storage.
 */
export async function closeLeftCopies(): Promise<void> {
  const accounts = new Set((await heldCopies()).map(({ account }) => account));
  if (accounts.size === 0) return;
  const owner = await askOwner([...accounts]);
  if (owner) await closeCopies(owner);
}

/**
 * [L11] What the server has of other accounts than this browser's is removed; what exists nowhere else is sealed for its owner. Where that cannot be
 * (no key, no means), it stays as it is. `known`: names of copies, where the browser does not list its databases.
 * Answers the names of those that stay.
 */
export function closeCopies(
  { account, seals }: DeviceOwner,
  known: readonly string[] = [],
): Promise<ReadonlySet<string>> {
  return inTurn(async () => {
    const left = new Set<string>();
    for (const copy of await heldCopies(known)) {
      if (copy.account === account) continue;
      // One that cannot be read keeps none of the others open.
      const isClosed = await closeCopy(copy, seals[copy.account] ?? null).catch(() => false);
      if (!isClosed) left.add(copy.name);
    }
    return left;
  });
}

async function closeCopy(copy: HeldCopy, publicKey: string | null): Promise<boolean> {
  const db = await openExisting(copy.name);
  try {
    if (db.objectStoreNames.contains(UPDATES) && !(await sealAway(db, copy, publicKey))) return false;
  } finally {
    db.close();
  }
  await removeDatabase(copy.name);
  return true;
}

/** Whether nothing is left in the copy. What is sealed is on the device before the copy is emptied. */
async function sealAway(
  db: IDBDatabase,
  { name, account, room }: HeldCopy,
  publicKey: string | null,
): Promise<boolean> {
  let id: number | undefined;
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const held = await readCopy(db);
    const changes = unsentIn(held);
    if (changes > 0) {
      if (publicKey === null || !canSeal()) return false;
      const box = await seal(writeContent({ kind: 'copy', name, ...held }), publicKey);
      id = await putSealed(account, { room, changes, box }, id);
    }
    if (await emptyCopy(db, held)) return true;
  }
  return false;
}
