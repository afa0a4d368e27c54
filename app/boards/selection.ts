import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { Board } from '#shared/board/board.ts';
import { boardGestures } from '#shared/messages/fr/board-gestures.ts';
import { useSay } from '../ui/announcer.tsx';

/** The cards that are chosen to be changed together, over all columns. */
export interface CardSelection {
  readonly ids: ReadonlySet<string>;
  /** Chooses exactly these, and says how many. */
  readonly set: (ids: Iterable<string>) => void;
  /** Chooses one more, or one less. */
  readonly toggle: (cardId: string) => void;
  /** Chooses from the last one touched to this one, when they stand in one column; this one alone otherwise. */
  readonly extend: (cardId: string) => void;
  /** Cards were dropped: until somebody presses something again, React Aria would choose them, more than once, and nobody asked for that. */
  readonly afterDrop: () => void;
  /** Whether a list that says what is chosen says so because somebody pressed something. */
  readonly isByHand: () => boolean;
}

const none: CardSelection = {
  ids: new Set(),
  set: () => undefined,
  toggle: () => undefined,
  extend: () => undefined,
  afterDrop: () => undefined,
  isByHand: () => false,
};

const PRESSES = ['keydown', 'pointerdown', 'click'] as const;

const Selection = createContext<CardSelection>(none);
export const SelectionProvider = Selection.Provider;
export const useSelection = () => useContext(Selection);

/** The selection of a page. Cards that the board no longer shows are not in it. */
export function useCardSelection(board: Board): CardSelection {
  const say = useSay();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(none.ids);
  const [anchor, setAnchor] = useState<string | null>(null);
  const hasPressed = useRef(true);
  useEffect(() => {
    const press = () => {
      hasPressed.current = true;
    };
    for (const kind of PRESSES) document.addEventListener(kind, press, true);
    return () => {
      for (const kind of PRESSES) document.removeEventListener(kind, press, true);
    };
  }, []);
  const ids = useMemo(() => shownAmong(board, chosen), [board, chosen]);
  const set = useCallback(
    (next: Iterable<string>) => {
      const kept = new Set(next);
      setChosen(kept);
      say(boardGestures.spoken.selected(kept.size));
    },
    [say],
  );
  return useMemo(
    () => ({
      ids,
      set,
      toggle(cardId) {
        const next = new Set(ids);
        if (!next.delete(cardId)) next.add(cardId);
        setAnchor(cardId);
        set(next);
      },
      extend(cardId) {
        set([...ids, ...rangeOf(board, anchor, cardId)]);
      },
      afterDrop() {
        hasPressed.current = false;
      },
      isByHand: () => hasPressed.current,
    }),
    [ids, set, board, anchor],
  );
}

function shownAmong({ columns }: Board, chosen: ReadonlySet<string>): ReadonlySet<string> {
  if (chosen.size === 0) return chosen;
  const shown = new Set(columns.flatMap(({ cards }) => cards.map(({ id }) => id)));
  const kept = new Set([...chosen].filter((id) => shown.has(id)));
  return kept.size === chosen.size ? chosen : kept;
}

/** The cards from one to another of the same column, both included; the second alone when they stand apart. */
export function rangeOf({ columns }: Board, from: string | null, to: string): string[] {
  for (const { cards } of columns) {
    const ids = cards.map(({ id }) => id);
    const [one, other] = [ids.indexOf(from ?? ''), ids.indexOf(to)];
    if (one >= 0 && other >= 0) return ids.slice(Math.min(one, other), Math.max(one, other) + 1);
  }
  return [to];
}
