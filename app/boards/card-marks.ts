import { createContext, useContext, useMemo, useRef } from 'react';
import type { Board } from '#shared/board/board.ts';
import { blockedCards } from '#shared/board/dependencies.ts';
import type { BoardOpening } from './opening.ts';

/** What a card shows of others on its face. */
export interface CardMarks {
  /** Titles of the open cards that each card waits for, by id. */
  readonly blocked: ReadonlyMap<string, readonly string[]>;
}

const Marks = createContext<CardMarks>({ blocked: new Map() });

export const CardMarksProvider = Marks.Provider;

export const useCardMarks = () => useContext(Marks);

/** The same object as long as what it says is the same: a card that moves must not draw a thousand others again. */
export function useMarksOf(live: Board | null, opening: BoardOpening): CardMarks {
  const kept = useRef<{ said: string; marks: CardMarks }>(null);
  const blocked = useMemo(() => (live ? [...blockedCards(live)] : opening.blocked), [live, opening]);
  return useMemo(() => {
    const said = JSON.stringify(blocked);
    if (kept.current?.said !== said) kept.current = { said, marks: { blocked: new Map(blocked) } };
    return kept.current.marks;
  }, [blocked]);
}
