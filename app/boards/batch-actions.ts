import type * as Y from 'yjs';
import { type CardsChange, changeCards, moveCards } from '#shared/board/batch-operations.ts';
import { board as words } from '#shared/messages/fr/board.ts';
import { boardGestures } from '#shared/messages/fr/board-gestures.ts';
import type { BoardView } from './board-view.ts';

/** [B23] One gesture on several cards: one sentence, shown and spoken, with the way back. */
export interface BatchActions {
  move(cardIds: readonly string[], columnId: string, index?: number): boolean;
  /** `done` is the sentence about so many cards. */
  change(cardIds: readonly string[], change: CardsChange, done: (count: number) => string): boolean;
}

interface Hands {
  readonly doc: Y.Doc;
  readonly view: BoardView;
  /** Shows it with « Annuler ». */
  readonly notify: (text: string) => void;
}

export function createBatchActions({ doc, view, notify }: Hands): BatchActions {
  return {
    move(cardIds, columnId, index) {
      const moved = moveCards(doc, { cardIds, columnId, index });
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
