import type { Editor } from '@tiptap/core';
import { useEffect, useRef } from 'react';
import { addLatePlugins } from '../writing/late-plugins.ts';
import { keepPlace, leavePlace, placeOf, waitingPlaces } from './waiting-places.ts';

/**
 * Keeps the place where something was dropped while a dialog asks about it: a line shows it, and it follows its text whatever others
 * write. The function that is given takes the place, once, for `use`; without a place it is null.
 */
export function useKeptPlace(editor: Editor, at: number | undefined) {
  const kept = useRef<number | null>(null);
  useEffect(() => {
    if (at === undefined) return;
    addLatePlugins(editor, [waitingPlaces]);
    const line = document.createElement('div');
    line.className = 'drop-place';
    kept.current = keepPlace(editor.view, at, line);
    return () => {
      if (kept.current !== null) leavePlace(editor.view, kept.current);
    };
  }, [editor, at]);
  return () => {
    const place = kept.current;
    kept.current = null;
    return (use: (at: number | null) => void) => {
      if (place === null) return use(null);
      const now = placeOf(editor.view, place);
      leavePlace(editor.view, place);
      use(now);
    };
  };
}
