import { uuidv4 } from 'lib0/random';
import type * as Y from 'yjs';
import { addCard, archiveCard, moveCard, restoreCard } from '#shared/board/card-operations.ts';
import { addColumn, moveColumn, removeColumn } from '#shared/board/column-operations.ts';
import { duplicateCard } from '#shared/board/duplicate-card.ts';
import type { BoardError } from '#shared/errors.ts';
import { board as words } from '#shared/messages/fr/board.ts';
import { boardGestures } from '#shared/messages/fr/board-gestures.ts';
import type { Result } from '#shared/result.ts';
import type { BoardView } from './board-view.ts';
import { placeOf, rankBeside, type Target } from './places.ts';

export type Step = 'up' | 'down' | 'left' | 'right';

/** Gestures on a board: the shared operations, each said aloud, with what the person can see of it. */
export interface BoardActions {
  addCard(columnId: string, title: string): Result<void, BoardError>;
  /** At `index` among the others, at the end without one. */
  move(cardId: string, to: { columnId: string; index?: number | undefined }): Result<void, BoardError>;
  /** Beside another card of the column, at its end without one. */
  moveBeside(cardId: string, columnId: string, target: Target | null): Result<void, BoardError>;
  /** One place up or down, or to the neighbouring column; false when there is none. */
  step(cardId: string, step: Step): boolean;
  /** Puts a copy right after it; answers the id of the copy, null when it is refused. */
  duplicate(cardId: string): string | null;
  archive(cardId: string): void;
  restore(cardId: string): void;
  addColumn(name: string): Result<void, BoardError>;
  moveColumn(columnId: string, index: number): void;
  removeColumn(columnId: string): Result<void, BoardError>;
}

interface Hands {
  readonly doc: Y.Doc;
  readonly view: BoardView;
  readonly userId: string;
  /** Says it to screen readers. */
  readonly say: (text: string) => void;
  /** Shows it, with a way to undo it. */
  readonly notify: (text: string, undo: () => void) => void;
}

export function createBoardActions({ doc, view, userId, say, notify }: Hands): BoardActions {
  const titleOf = (title: string) => title || words.untitledCard;
  const columnName = (name: string) => name || words.unnamedColumn;

  function sayPlace(cardId: string): void {
    const place = placeOf(view.getBoard(), cardId);
    if (!place) return;
    const { card, column, index, count } = place;
    say(words.spoken.moved(titleOf(card.title), columnName(column.name), index, count));
  }

  function move(
    cardId: string,
    to: { columnId: string; index?: number | undefined },
  ): Result<void, BoardError> {
    const { columnId, index } = to;
    const moved = moveCard(doc, { cardId, columnId, ...(index === undefined ? {} : { index }) });
    if (moved.ok) sayPlace(cardId);
    return moved;
  }

  function restore(cardId: string): void {
    if (!restoreCard(doc, { cardId }).ok) return;
    const place = placeOf(view.getBoard(), cardId);
    if (place) say(words.spoken.restored(titleOf(place.card.title), columnName(place.column.name)));
  }

  return {
    move,
    restore,
    addCard(columnId, title) {
      const cardId = uuidv4();
      const added = addCard(doc, { cardId, columnId, title, createdAt: new Date(), createdBy: userId });
      const place = added.ok ? placeOf(view.getBoard(), cardId) : null;
      if (place) say(words.spoken.added(place.card.title, columnName(place.column.name)));
      return added;
    },
    moveBeside(cardId, columnId, target) {
      const column = view.getBoard().columns.find(({ id }) => id === columnId);
      return move(cardId, { columnId, index: column && rankBeside(column, cardId, target) });
    },
    step(cardId, step) {
      const board = view.getBoard();
      const place = placeOf(board, cardId);
      if (!place) return false;
      const { column, columnIndex, index, count } = place;
      if (step === 'up' || step === 'down') {
        const to = step === 'up' ? index - 1 : index + 1;
        return to >= 0 && to < count && move(cardId, { columnId: column.id, index: to }).ok;
      }
      const neighbour = board.columns[step === 'left' ? columnIndex - 1 : columnIndex + 1];
      // The same height, as near as the other column allows.
      return neighbour !== undefined && move(cardId, { columnId: neighbour.id, index }).ok;
    },
    duplicate(cardId) {
      const copyId = uuidv4();
      const title = titleOf(placeOf(view.getBoard(), cardId)?.card.title ?? '');
      const made = { cardId, copyId, createdAt: new Date(), createdBy: userId };
      const named = duplicateCard(doc, { ...made, title: boardGestures.copyOf(title) });
      // A title of the greatest length has no room for « (copie) ».
      const copied = named.ok ? named : duplicateCard(doc, { ...made, title });
      if (copied.ok) sayPlace(copyId);
      return copied.ok ? copyId : null;
    },
    archive(cardId) {
      const place = placeOf(view.getBoard(), cardId);
      if (!place || !archiveCard(doc, { cardId }).ok) return;
      notify(words.spoken.archived(titleOf(place.card.title)), () => restore(cardId));
    },
    addColumn(name) {
      const added = addColumn(doc, { columnId: uuidv4(), name });
      if (added.ok) say(words.spoken.columnAdded(name.trim()));
      return added;
    },
    moveColumn(columnId, index) {
      if (!moveColumn(doc, { columnId, index }).ok) return;
      const { columns } = view.getBoard();
      const at = columns.findIndex(({ id }) => id === columnId);
      say(words.spoken.columnMoved(columnName(columns[at]?.name ?? ''), at, columns.length));
    },
    removeColumn(columnId) {
      const name = view.getBoard().columns.find(({ id }) => id === columnId)?.name ?? '';
      const removed = removeColumn(doc, { columnId });
      if (removed.ok) say(words.spoken.columnRemoved(columnName(name)));
      return removed;
    },
  };
}
