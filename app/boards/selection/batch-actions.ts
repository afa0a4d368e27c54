import type * as Y from 'yjs';
import { type CardsChange, changeCards, moveCards } from '#shared/boards/batch-operations.ts';
import { board as words } from '#shared/boards/board.fr.ts';
import { BOARD_EDIT } from '#shared/boards/board-doc.ts';
import { boardGestures } from '#shared/boards/board-gestures.fr.ts';
import { NOBODY } from '#shared/boards/card/card-filter.ts';
import { setLaneValues } from '#shared/boards/lane-operations.ts';
import { SEVERAL } from '#shared/boards/view/lanes.ts';
import type { BoardView } from '../board-view.ts';
import type { Arrangement } from '../view/arrangement.ts';

/** [B23] One gesture on several cards: one sentence, shown and spoken, with the way back. */
export interface BatchActions {
  /** In this lane, which gives the cards what it stands for. */
  move(cardIds: readonly string[], columnId: string, index?: number, lane?: string): boolean;
  /** `done` is the sentence about so many cards. */
  change(cardIds: readonly string[], change: CardsChange, done: (count: number) => string): boolean;
}

interface Hands {
  readonly doc: Y.Doc;
  readonly view: BoardView;
  readonly arrangement: Arrangement;
  /** Shows it with « Annuler ». */
  readonly notify: (text: string) => void;
  /** Shows why nothing was done. */
  readonly refuse: (text: string) => void;
}

export function createBatchActions({ doc, view, arrangement, notify, refuse }: Hands): BatchActions {
  return {
    move(cardIds, columnId, index, lane) {
      const { by } = arrangement.look;
      const changing = cardIds.filter((id) => arrangement.placeOf(id)?.lane.id !== lane);
      if (by !== null && lane === SEVERAL && changing.length > 0) {
        refuse(words.errors['board.laneSeveral']);
        return false;
      }
      const moved = doc.transact(() => {
        if (by !== null && lane !== undefined) {
          const values = lane === NOBODY ? [] : [lane];
          for (const cardId of changing) setLaneValues(doc, { cardId, by, values });
        }
        return moveCards(doc, { cardIds, columnId, index });
      }, BOARD_EDIT);
      if (!moved.ok) return false;
      const name = view.getBoard().columns.find(({ id }) => id === columnId)?.name || words.unnamedColumn;
      notify(boardGestures.spoken.moved(moved.value, name));
      return true;
    },
    change(cardIds, change, done) {
      const changed = changeCards(doc, { cardIds, change });
      if (changed.ok) notify(done(changed.value));
      return changed.ok;
    },
  };
}
