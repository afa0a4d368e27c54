import { useCallback, useEffect, useRef, useState } from 'react';
import { paths } from '#shared/paths.ts';
import type { LiveRoom } from '../realtime/live-room.ts';
import { keepLooking } from '../realtime/room-news.ts';

/** What was said of a card, and what of it this person has not read. */
export interface CommentCount {
  readonly cardId: string;
  readonly comments: number;
  readonly unread: number;
}

/** [CM10] What was said of the cards of a board, kept up to date while the page is looked at; and how to ask at once. */
export function useCommentCounts(
  boardId: string,
  room: LiveRoom | null,
  first: readonly CommentCount[],
): { counts: readonly CommentCount[]; refresh: () => void } {
  const [counts, setCounts] = useState(first);
  const tag = useRef<string | null>(null);
  const asked = useRef(0);
  const refresh = useCallback(async () => {
    const turn = ++asked.current;
    try {
      const answer = await fetch(paths.boardComments({ id: boardId }), {
        headers: tag.current ? { 'If-None-Match': tag.current } : {},
        cache: 'no-store',
      });
      if (answer.status !== 200) return;
      const { cards }: { cards: readonly CommentCount[] } = await answer.json();
      // An answer that was asked for before another is an older one.
      if (turn !== asked.current) return;
      tag.current = answer.headers.get('ETag');
      setCounts(cards);
    } catch {
      // Without a network the counts stay as they were.
    }
  }, [boardId]);

  useEffect(() => (room ? keepLooking(room, 'comments', () => void refresh()) : undefined), [room, refresh]);
  return { counts, refresh: useCallback(() => void refresh(), [refresh]) };
}
