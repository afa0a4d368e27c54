import { answerOf, hasDatabase, openExisting, transact } from '../databases.ts';
import { CUSTOM, copyName, PENDING, SCHEMA, SYNCED, UPDATES } from '../device-copies.ts';
import { heldGeneration } from '../generation.ts';
import { askKeys } from './ask-owner.ts';
import { unsentIn } from './held-copies.ts';
import { inTurn } from './in-turn.ts';
import { openBox } from './seal.ts';
import { type CopyContent, readContent, type SealedContent } from './sealed-content.ts';
import { removeSealed, sealedOf } from './sealed-store.ts';

/**
 * [L12] The owner is back: what was closed for them in this browser is opened and put back where it was, beside what may stand there
 * meanwhile. What cannot be opened or put back stays closed.
 */
export async function openSealed(account: string): Promise<void> {
  await inTurn(async () => {
    const records = await sealedOf(account);
    const keys = records.length > 0 ? await askKeys(account) : null;
    if (!keys) return;
    for (const { id, room, box } of records) {
      const bytes = await openBox(box, keys);
      if (bytes && (await putBack(account, room, readContent(bytes)).catch(() => false))) {
        await removeSealed(account, id);
      }
    }
  });
}

async function putBack(account: string, room: string, content: SealedContent): Promise<boolean> {
  if (content.kind === 'draft') return putDraftBack(content);
  const generation = generationIn(content.custom);
  const own = heldGeneration(account, room);
  const isWhole = content.name === copyName(account, room);
  // [K4] Two histories of one room, merged, would say everything twice: the older one is put aside.
  if (isWhole && generation !== null && own.held > 0 && own.held !== generation) {
    const changes = Math.max(1, unsentIn(content));
    await putCopyBack(`${content.name}~${Date.now()}`, {
      ...content,
      custom: [[`${PENDING}aside`, changes]],
    });
    return true;
  }
  await putCopyBack(content.name, content);
  if (isWhole && generation !== null) own.hold(generation);
  return true;
}

/** In one transaction. Updates of Yjs add to what is there, whatever their order, and a second time change nothing. */
async function putCopyBack(name: string, { updates, custom }: CopyContent): Promise<void> {
  const db = await openOrMake(name);
  try {
    await transact(db, [UPDATES, CUSTOM], 'readwrite', async (store) => {
      for (const update of updates) store(UPDATES).add(update);
      for (const [key, value] of custom) {
        const there: unknown = await answerOf(store(CUSTOM).get(key));
        const isCount = key.startsWith(PENDING) || key === SCHEMA;
        if (there === undefined) store(CUSTOM).put(value, key);
        else if (isCount) store(CUSTOM).put(Math.max(Number(there), Number(value)), key);
      }
    });
  } finally {
    db.close();
  }
}

/** As y-indexeddb makes it. */
async function openOrMake(name: string): Promise<IDBDatabase> {
  if (await hasDatabase(name)) return openExisting(name);
  const opening = indexedDB.open(name);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore(UPDATES, { autoIncrement: true });
    opening.result.createObjectStore(CUSTOM);
  };
  return answerOf(opening);
}

/** What was begun anew meanwhile under the same name is not written over. */
function putDraftBack({ key, value }: { readonly key: string; readonly value: string }): boolean {
  const there = localStorage.getItem(key);
  if (there === null) localStorage.setItem(key, value);
  return there === null || there === value;
}

/** Of which generation the content of a copy is; null when it does not say. */
function generationIn(custom: CopyContent['custom']): number | null {
  const said = custom.find(([key]) => key === SYNCED)?.[1];
  return typeof said === 'string' ? Number(said) : null;
}
