import { createContext, useCallback, useContext, useMemo, useState } from 'react';
import type { Board } from '#shared/boards/board.ts';
import { boardGestures } from '#shared/boards/board-gestures.fr.ts';
import { useSay } from '../../ui/announcer.tsx';

/** The cards that are chosen to be changed together, over all columns. */
export interface CardSelection {
  readonly ids: ReadonlySet<string>;
  /** Chooses exactly these, and says how many. */
  readonly set: (ids: Iterable<string>) => void;
  /** Chooses one more, or one less. */
  readonly toggle: (cardId: string) => void;
  /** Chooses from the last one touched to this one, when both are in the list `ids`; this one alone otherwise. */
  readonly extend: (cardId: string, ids: readonly string[]) => void;
}

const none: CardSelection = {
  ids: new Set(),
  set: () => undefined,
  toggle: () => undefined,
  extend: () => undefined,
};

const Selection = createContext<CardSelection>(none);
export const SelectionProvider = Selection.Provider;
export const useSelection = () => useContext(Selection);

/** The selection of a page. Cards that the board no longer shows are not in it. */
export function useCardSelection(board: Board): CardSelection {
  const say = useSay();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(none.ids);
  const [anchor, setAnchor] = useState<string | null>(null);
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
      extend(cardId, list) {
        set([...ids, ...rangeOf(list, anchor, cardId)]);
      },
    }),
    [ids, set, anchor],
  );
}

function shownAmong({ columns }: Board, chosen: ReadonlySet<string>): ReadonlySet<string> {
  if (chosen.size === 0) return chosen;
  const shown = new Set(columns.flatMap(({ cards }) => cards.map(({ id }) => id)));
  const kept = new Set([...chosen].filter((id) => shown.has(id)));
  return kept.size === chosen.size ? chosen : kept;
}

/** From one to another of a list, both included; the second alone when they stand apart. */
function rangeOf(ids: readonly string[], from: string | null, to: string): readonly string[] {
  const [one, other] = [ids.indexOf(from ?? ''), ids.indexOf(to)];
  return one < 0 || other < 0 ? [to] : ids.slice(Math.min(one, other), Math.max(one, other) + 1);
}
