import type { Editor } from '@tiptap/core';
import { useEffect } from 'react';
import type { LiveRoom } from '../../realtime/live-room.ts';
import type { OpenDialog } from '../editor/editor-dialogs.ts';

/** Nodes that read otherwise than they are stored. */
const VIEWED = new Set([
  'mention',
  'reference',
  'inlineMath',
  'blockMath',
  'embed',
  'decision',
  'action',
  'excerpt',
]);

/**
 * What draws names, formulas and videos, loaded with the first of them that stands in the text: a text without them needs none.
 * When it cannot be had, they are shown as they are stored, and the next change asks again.
 */
export function useInsertViews(editor: Editor | null, room: LiveRoom, open: OpenDialog): void {
  useEffect(() => {
    if (!editor) return;
    let isLoading = false;
    const look = () => {
      if (isLoading || !hasViewed(editor)) return;
      isLoading = true;
      import('./node-views.ts').then(
        ({ giveViews }) => {
          editor.off('update', look);
          if (!editor.isDestroyed) giveViews(editor, room, open);
        },
        () => {
          isLoading = false;
        },
      );
    };
    look();
    editor.on('update', look);
    return () => void editor.off('update', look);
  }, [editor, room, open]);
}

function hasViewed({ state }: Editor): boolean {
  let isFound = false;
  state.doc.descendants(({ type }) => {
    isFound ||= VIEWED.has(type.name);
    return !isFound;
  });
  return isFound;
}
