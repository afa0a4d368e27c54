import type { Editor } from '@tiptap/core';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { ownKey } from '#shared/kernel/offline/own-key.ts';

const placeOf = (account: string) => ownKey(account, 'passage-a-citer');

/** Blocks of a document that somebody means to quote in another. No word of them stays on the device. */
export interface CopiedPassage {
  readonly documentId: string;
  readonly keys: readonly string[];
}

/** Remembers the blocks from this rank to before that one; false when none of them is anything yet. */
export function copyPassage(
  editor: Editor,
  { account, documentId }: { account: string; documentId: string },
  [start, end]: readonly [number, number],
): boolean {
  const text: unknown = ySyncPluginKey.getState(editor.state)?.type;
  if (!(text instanceof Y.XmlFragment)) return false;
  const keys = text.slice(start, end).flatMap((block: unknown) => {
    const id = block instanceof Y.XmlElement ? block._item?.id : null;
    return id ? [`${id.client}-${id.clock}`] : [];
  });
  if (keys.length === 0) return false;
  try {
    localStorage.setItem(placeOf(account), JSON.stringify({ documentId, keys } satisfies CopiedPassage));
    return true;
  } catch {
    return false;
  }
}

/** What this account remembered last; null without. */
export function copiedPassage(account: string): CopiedPassage | null {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(placeOf(account)) ?? 'null');
    if (typeof read !== 'object' || read === null) return null;
    const { documentId, keys } = read as Partial<CopiedPassage>;
    const isRead = typeof documentId === 'string' && Array.isArray(keys);
    return isRead ? { documentId, keys: keys.filter((key) => typeof key === 'string') } : null;
  } catch {
    return null;
  }
}
