import { MessageSquareDiff, MessageSquarePlus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { comment as words } from '#shared/documents/comment/comment.fr.ts';
import type { Composing } from './composer.ts';
import type { TextSurface } from './text-surface.ts';

/** Under words that are selected in a text that is read: what can be said about them. */
export function SelectionBar({
  surface,
  onBegin,
}: {
  surface: TextSurface;
  onBegin: (kind: Composing['kind']) => void;
}) {
  const [box, setBox] = useState<DOMRect | null>(null);
  useEffect(() => {
    let frame = 0;
    const look = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        const selection = document.getSelection();
        const isHere = selection && !selection.isCollapsed && surface.element.contains(selection.anchorNode);
        setBox(isHere && selection.rangeCount > 0 ? selection.getRangeAt(0).getBoundingClientRect() : null);
      });
    };
    look();
    document.addEventListener('selectionchange', look);
    window.addEventListener('scroll', look, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      document.removeEventListener('selectionchange', look);
      window.removeEventListener('scroll', look);
    };
  }, [surface]);
  if (!box) return null;
  const begin = (kind: Composing['kind']) => () => {
    onBegin(kind);
    setBox(null);
  };
  return (
    <div
      className="selection-bar"
      role="toolbar"
      aria-label={words.toolbar}
      style={{ top: box.bottom + 8, left: Math.max(8, Math.min(box.left, window.innerWidth - 260)) }}
      // The selection stays while its buttons are pressed.
      onMouseDown={(event) => event.preventDefault()}
    >
      <button className="btn sm" type="button" aria-keyshortcuts="Control+Alt+M" onClick={begin('comment')}>
        <MessageSquarePlus className="icon" aria-hidden="true" />
        {words.comment}
      </button>
      <button className="btn sm" type="button" onClick={begin('suggestion')}>
        <MessageSquareDiff className="icon" aria-hidden="true" />
        {words.suggest}
      </button>
    </div>
  );
}
