import { uuidv4 } from 'lib0/random';
import type * as Y from 'yjs';
import { board as words } from '#shared/boards/board.fr.ts';
import type { Card } from '#shared/boards/board.ts';
import { BOARD_EDIT } from '#shared/boards/board-doc.ts';
import { boardGestures } from '#shared/boards/board-gestures.fr.ts';
import { boardStructure } from '#shared/boards/board-structure.fr.ts';
import { NOBODY } from '#shared/boards/card/card-filter.ts';
import { addCard, archiveCard, moveCard, restoreCard } from '#shared/boards/card/card-operations.ts';
import { duplicateCard } from '#shared/boards/card/duplicate-card.ts';
import { addColumn, moveColumn, removeColumn } from '#shared/boards/column-operations.ts';
import { moveCardInLane, setLaneValues } from '#shared/boards/lane-operations.ts';
import { laneValues, SEVERAL, WHOLE } from '#shared/boards/view/lanes.ts';
import type { BoardError } from '#shared/errors.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { BoardView } from './board-view.ts';
import { placeOf, rankBeside, type Target } from './parts/places.ts';
import type { Arrangement, ShownPlace } from './view/arrangement.ts';

export type Step = 'up' | 'down' | 'left' | 'right';

/** Gestures on a board: the shared operations, each said aloud, with what the person can see of it. */
export interface BoardActions {
  /** In this lane, which gives the card what it stands for. */
  addCard(columnId: string, title: string, lane?: string): Result<void, BoardError>;
  /** At `index` among the others, at the end without one. */
  move(cardId: string, to: Destination): Result<void, BoardError>;
  /** Beside another card of the column, at the end of what it shows without one. */
  moveBeside(
    cardId: string,
    columnId: string,
    target: Target | null,
    lane?: string,
  ): Result<void, BoardError>;
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

interface Destination {
  readonly columnId: string;
  /** Counted among all the cards of the column without the moved one. */
  readonly index?: number | undefined;
  /** The lane of the card when absent. */
  readonly lane?: string | undefined;
}

interface Hands {
  readonly doc: Y.Doc;
  readonly view: BoardView;
  readonly arrangement: Arrangement;
  readonly userId: string;
  /** Says it to screen readers. */
  readonly say: (text: string) => void;
  /** Shows it, with a way to undo it when there is one. */
  readonly notify: (text: string, undo?: () => void) => void;
}

export function createBoardActions({ doc, view, arrangement, userId, say, notify }: Hands): BoardActions {
  const titleOf = (title: string) => title || words.untitledCard;
  const columnName = (name: string) => name || words.unnamedColumn;

  function sayPlace(cardId: string): void {
    const shown = arrangement.placeOf(cardId);
    if (!shown) {
      const place = placeOf(view.getBoard(), cardId);
      if (place) say(boardStructure.hidden(titleOf(place.card.title)));
      return;
    }
    const { card, column, lane, index, count } = shown;
    const [title, name] = [titleOf(card.title), columnName(column.name)];
    if (lane.id === WHOLE) say(words.spoken.moved(title, name, index, count));
    else say(boardStructure.movedInLane(title, arrangement.laneName(lane.id), name, index, count));
  }

  function move(cardId: string, { columnId, index, lane }: Destination): Result<void, BoardError> {
    const { by } = arrangement.look;
    if (by === null || lane === undefined) {
      const moved = moveCard(doc, { cardId, columnId, ...(index === undefined ? {} : { index }) });
      if (moved.ok) sayPlace(cardId);
      return moved;
    }
    const before = arrangement.placeOf(cardId);
    const moved = moveCardInLane(doc, { cardId, columnId, index, by, lane });
    if (moved.ok) sayPlace(cardId);
    else notify(words.errors[moved.error]);
    if (moved.ok && before?.lane.id === SEVERAL && lane !== SEVERAL) tellLoss(before, lane);
    return moved;
  }

  /** A card of several people that goes to one of them loses the others: said, with the way back. */
  function tellLoss({ card, column, index }: ShownPlace, lane: string): void {
    const { by } = arrangement.look;
    if (by === null) return;
    notify(boardStructure.nowOnly(titleOf(card.title), arrangement.laneName(lane)), () => {
      setLaneValues(doc, { cardId: card.id, by, values: laneValues(card, by) });
      moveBeside(
        card.id,
        column.id,
        besideAt(
          column.cards.filter(({ id }) => id !== card.id),
          index,
        ),
      );
    });
  }

  function moveBeside(
    cardId: string,
    columnId: string,
    target: Target | null,
    laneId?: string,
  ): Result<void, BoardError> {
    const lane = laneId ?? arrangement.placeOf(cardId)?.lane.id;
    const shown = arrangement
      .getLanes()
      .find(({ id }) => id === lane)
      ?.columns.find(({ id }) => id === columnId);
    const last = shown?.cards.filter(({ id }) => id !== cardId).at(-1);
    const beside = target ?? (last ? ({ cardId: last.id, side: 'after' } as const) : null);
    const column = view.getBoard().columns.find(({ id }) => id === columnId);
    return move(cardId, {
      columnId,
      index: column && rankBeside(column, cardId, beside),
      lane: lane === WHOLE ? undefined : lane,
    });
  }

  /** The lane above or below that a card may be moved into. */
  function laneBeside({ laneIndex }: ShownPlace, by: 1 | -1) {
    const lanes = arrangement.getLanes();
    for (let at = laneIndex + by; at >= 0 && at < lanes.length; at += by) {
      const lane = lanes[at];
      if (lane && lane.id !== SEVERAL) return lane;
    }
    return null;
  }

  function restore(cardId: string): void {
    if (!restoreCard(doc, { cardId }).ok) return;
    const place = placeOf(view.getBoard(), cardId);
    if (place) say(words.spoken.restored(titleOf(place.card.title), columnName(place.column.name)));
  }

  return {
    move,
    moveBeside,
    restore,
    addCard(columnId, title, lane) {
      const cardId = uuidv4();
      const { by } = arrangement.look;
      const added = doc.transact(() => {
        const card = addCard(doc, { cardId, columnId, title, createdAt: new Date(), createdBy: userId });
        if (card.ok && by !== null && lane && lane !== NOBODY) {
          setLaneValues(doc, { cardId, by, values: [lane] });
        }
        return card;
      }, BOARD_EDIT);
      const place = added.ok ? placeOf(view.getBoard(), cardId) : null;
      if (place) say(words.spoken.added(place.card.title, columnName(place.column.name)));
      return added;
    },
    step(cardId, step) {
      const place = arrangement.placeOf(cardId);
      if (!place) return false;
      const { lane, column, columnIndex, index } = place;
      if (step === 'up' || step === 'down') {
        const neighbour = column.cards[step === 'up' ? index - 1 : index + 1];
        const side = step === 'up' ? 'before' : 'after';
        if (neighbour) return moveBeside(cardId, column.id, { cardId: neighbour.id, side }).ok;
        // Past the first or the last card: into the lane that comes, at the near end of it.
        const next = laneBeside(place, step === 'up' ? -1 : 1);
        const first = step === 'down' ? next?.columns[columnIndex]?.cards[0] : undefined;
        const target = first ? ({ cardId: first.id, side: 'before' } as const) : null;
        return next !== null && moveBeside(cardId, column.id, target, next.id).ok;
      }
      const neighbour = lane.columns[step === 'left' ? columnIndex - 1 : columnIndex + 1];
      // The same height, as near as the other column allows.
      return neighbour !== undefined && moveBeside(cardId, neighbour.id, besideAt(neighbour.cards, index)).ok;
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

/** Before the card that stands at this rank, at the end when none does. */
function besideAt(cards: readonly Card[], index: number): Target | null {
  const card = cards[index];
  return card ? { cardId: card.id, side: 'before' } : null;
}
