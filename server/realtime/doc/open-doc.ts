import * as Y from 'yjs';
import { BadUpdate } from '../read-update.ts';

/** An honest paste of a hundred pages takes less than a tenth of it. */
const MOST_APPLY_MS = 1_000;

/** A room from the updates whose merge is its state. */
export function open(parts: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const part of parts) Y.applyUpdate(doc, part);
  });
  return doc;
}

/**
 * Refuses what holds up whoever applies it, and what breaks Yjs when it is applied or later deleted (its deletions
 * go down by recursion, and end at the end of the stack).
 * @throws {BadUpdate}
 */
export function tryOut({ update, parts }: { update: Uint8Array; parts: readonly Uint8Array[] }): null {
  const doc = openAnyway(parts);
  if (!doc) return null;
  const before = process.threadCpuUsage();
  try {
    Y.applyUpdate(doc, update);
    // Of the processor, so that a busy machine refuses nobody.
    if (process.threadCpuUsage(before).user > MOST_APPLY_MS * 1_000)
      throw new BadUpdate('takes too long to apply');
    doc.transact((transaction) => {
      for (const { _start, _map } of doc.share.values()) {
        for (let item = _start; item; item = item.right) item.delete(transaction);
        for (const item of _map.values()) item.delete(transaction);
      }
    });
  } catch (error) {
    throw error instanceof BadUpdate ? error : new BadUpdate('breaks a document', { cause: error });
  }
  return null;
}

/** Null when what is there breaks Yjs already: this update is not to blame. */
function openAnyway(parts: readonly Uint8Array[]): Y.Doc | null {
  try {
    return open(parts);
  } catch {
    return null;
  }
}
