import type * as Y from 'yjs';
import { board as words } from '#shared/boards/board.fr.ts';
import type { Board } from '#shared/boards/board.ts';
import { boardGestures } from '#shared/boards/board-gestures.fr.ts';
import { type BoardHistory, createBoardHistory, type HistoryStep } from '#shared/boards/board-history.ts';
import type { Gesture } from '#shared/boards/change-doc.ts';
import type { BoardView } from '../board-view.ts';

const histories = new WeakMap<Y.Doc, BoardHistory>();

/** The history of this page on a document: one, however often the right to write comes and goes. It ends with the document. */
export function historyOf(doc: Y.Doc): BoardHistory {
  const known = histories.get(doc) ?? createBoardHistory(doc);
  histories.set(doc, known);
  return known;
}

/** Undo and redo, each shown with the way back. */
export interface HistoryActions {
  /** Answers the card that the gesture was about, when it was one that the board shows. */
  undo(): string | null;
  redo(): string | null;
  /** How to take back what was just done, as long as nothing follows it. */
  takeBack(): () => void;
}

interface Hands {
  readonly history: BoardHistory;
  readonly view: BoardView;
  readonly notify: (text: string, action?: { label: string; onPress: () => void }) => void;
}

export function createHistoryActions({ history, view, notify }: Hands): HistoryActions {
  function tell(step: HistoryStep | null, before: Board, isUndo: boolean): string | null {
    if (!step) return null;
    const { gesture, outcome } = step;
    const after = view.getBoard();
    const name = nameOf(gesture, after) ?? nameOf(gesture, before) ?? '';
    if (outcome === 'overtaken') notify(boardGestures.overtaken(gesture, name));
    else if (outcome === 'inUse') notify(boardGestures.inUse(name));
    else {
      const undone = outcome === 'archived' ? boardGestures.undoneToArchive : boardGestures.undone;
      const text = (isUndo ? undone : boardGestures.redone)(gesture, name);
      notify(
        text,
        isUndo
          ? { label: boardGestures.redoShort, onPress: redo }
          : { label: boardGestures.undoShort, onPress: undo },
      );
    }
    const [cardId] = gesture.about === 'cards' ? gesture.ids : [];
    return after.columns.some(({ cards }) => cards.some(({ id }) => id === cardId)) ? (cardId ?? null) : null;
  }
  function undo(): string | null {
    const before = view.getBoard();
    return tell(history.undo(), before, true);
  }
  function redo(): string | null {
    const before = view.getBoard();
    return tell(history.redo(), before, false);
  }
  return {
    undo,
    redo,
    takeBack() {
      const { last } = history;
      return () => {
        if (history.last === last) undo();
        else notify(boardGestures.othersSince);
      };
    },
  };
}

/** The title of the only card, or the name of the column, of a gesture; undefined when this board does not show it. */
function nameOf(gesture: Gesture, { columns, archived }: Board): string | undefined {
  if (gesture.about === 'column') {
    const column = columns.find(({ id }) => id === gesture.id);
    return column && (column.name || words.unnamedColumn);
  }
  if (gesture.about !== 'cards') return '';
  const card = [...columns.flatMap(({ cards }) => cards), ...archived].find(
    ({ id }) => id === gesture.ids[0],
  );
  return card && (card.title || words.untitledCard);
}
