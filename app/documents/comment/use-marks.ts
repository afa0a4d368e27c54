import { useEffect } from 'react';
import type { Doc } from 'yjs';
import { comment as words } from '#shared/documents/comment/comment.fr.ts';
import { findPassage } from '#shared/documents/comment/passage.ts';
import type { Composing } from './composer.ts';
import type { TextMark, TextSurface } from './text-surface.ts';
import { isClosed, type PlacedThread } from './thread-order.ts';

/** The mark of what is being said, before it is a thread. */
export const NEW_MARK = 'nouveau';

interface Marked {
  readonly surface: TextSurface | null;
  readonly visible: readonly PlacedThread[];
  readonly current: string | null;
  readonly composing: Composing | null;
  readonly doc: Doc;
}

/** Draws into the text what the panel shows beside it, and the passage that something is being said about. */
export function useMarks({ surface, visible, current, composing, doc }: Marked): void {
  useEffect(() => {
    if (!surface) return;
    const marks = visible.flatMap(({ thread, found }): TextMark[] => {
      const isCurrent = thread.id === current;
      // What is closed is marked only while one looks at it.
      if (!found || (isClosed(thread) && !isCurrent)) return [];
      const { suggestion, author } = thread;
      const isWaiting = suggestion?.state === 'open' && found.text === suggestion.original;
      return [
        {
          threadId: thread.id,
          ranges: found.ranges,
          caret: found.caret,
          proposed: isWaiting ? suggestion.proposed : null,
          by: words.proposedBy(author?.name ?? words.formerMember, author?.organisation?.name ?? ''),
          isCurrent,
        },
      ];
    });
    const begun = composing && findPassage(doc, composing.passage);
    if (begun)
      marks.push({
        threadId: NEW_MARK,
        ranges: begun.ranges,
        caret: begun.caret,
        proposed: null,
        by: '',
        isCurrent: true,
      });
    surface.draw(marks);
  }, [surface, visible, current, composing, doc]);
  useEffect(() => {
    if (!surface) return;
    return () => surface.draw([]);
  }, [surface]);
}
