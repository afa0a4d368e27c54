import { createContext, useContext, useMemo, useRef } from 'react';
import type { Board } from '#shared/boards/board.ts';
import { cardRelations } from '#shared/boards/card/card-relations.fr.ts';
import { blockedCards } from '#shared/boards/card/dependencies.ts';
import { commentEntry as words } from '#shared/documents/comment/comment-entry.fr.ts';
import type { BoardOpening } from '../list/opening.ts';
import type { CommentCount } from '../use-comment-counts.ts';

/** What a card shows of others on its face. */
export interface CardMarks {
  /** Titles of the open cards that each card waits for, by id. */
  readonly blocked: ReadonlyMap<string, readonly string[]>;
  /** What was said of each card, by id; those of which nothing was said are not there. */
  readonly comments: ReadonlyMap<string, CommentCount>;
}

const Marks = createContext<CardMarks>({ blocked: new Map(), comments: new Map() });

export const CardMarksProvider = Marks.Provider;

export const useCardMarks = () => useContext(Marks);

/** The same object as long as what it says is the same: a card that moves must not draw a thousand others again. */
export function useMarksOf(
  live: Board | null,
  opening: BoardOpening,
  counts: readonly CommentCount[],
): CardMarks {
  const kept = useRef<{ said: string; marks: CardMarks }>(null);
  const blocked = useMemo(() => (live ? [...blockedCards(live)] : opening.blocked), [live, opening]);
  return useMemo(() => {
    const said = JSON.stringify([blocked, counts]);
    if (kept.current?.said !== said) {
      const comments = new Map(counts.map((count) => [count.cardId, count]));
      kept.current = { said, marks: { blocked: new Map(blocked), comments } };
    }
    return kept.current.marks;
  }, [blocked, counts]);
}

/** What is spoken of a card beside what it holds itself: what it waits for, what was said of it. */
export function spokenMarks({ blocked, comments }: CardMarks, cardId: string): string {
  const blockers = blocked.get(cardId);
  const count = comments.get(cardId);
  return [
    blockers && cardRelations.blockedBySpoken(blockers),
    count && words.count(count.comments),
    count && count.unread > 0 && words.unread(count.unread),
  ]
    .filter(Boolean)
    .join(', ');
}
