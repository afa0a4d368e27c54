import * as Y from 'yjs';
import { BOARD_EDIT, cardsOf, findIn, readSlots } from './board-doc.ts';
import { CARD, writeField } from './card/card-doc.ts';
import { type Gesture, readGesture } from './change-doc.ts';

/** What became of an undone or redone gesture. */
export interface HistoryStep {
  readonly gesture: Gesture;
  /**
   * `done`: it is as before. `archived`: cards that it had added are in the archive ([B6]: never deleted). `overtaken`: others
   * have changed the same since, and theirs stays. `inUse`: a column that it had added has cards, and stays.
   */
  readonly outcome: 'done' | 'archived' | 'overtaken' | 'inUse';
}

/** The gestures of one page on a board, to undo and redo. */
export interface BoardHistory {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** What stands for the last gesture, null for none: another object after another gesture. */
  readonly last: object | null;
  /** Takes the last gesture back; null when there is none. */
  undo(): HistoryStep | null;
  /** Does it again; null when nothing was undone since the last gesture. */
  redo(): HistoryStep | null;
  /** Calls after every change of `canUndo` and `canRedo`; answers how to end that. */
  subscribe(listener: () => void): () => void;
}

const GESTURE = 'gesture';

/**
 * [B22] Remembers what this page does to a board (transactions of origin BOARD_EDIT) and nothing that comes from elsewhere: another
 * tab of the same person has its own history. One transaction is one gesture. Ends with the document.
 */
export function createBoardHistory(doc: Y.Doc): BoardHistory {
  let seen: Gesture = { about: 'board' };
  const manager = new Y.UndoManager(doc, {
    trackedOrigins: new Set([BOARD_EDIT]),
    captureTimeout: 0,
    captureTransaction: (transaction) => {
      // What changes nothing is no gesture, and must not take « Rétablir » away.
      if (transaction.changed.size === 0) return false;
      if (transaction.origin === BOARD_EDIT) seen = readGesture(doc, transaction);
      return true;
    },
  });
  // A step back is known by the gesture that it takes back.
  manager.on('stack-item-added', ({ stackItem }) => stackItem.meta.set(GESTURE, seen));

  function step(stack: Y.UndoManager['undoStack'], work: () => unknown): HistoryStep | null {
    const item = stack.at(-1);
    if (!item) return null;
    const gesture: Gesture = item.meta.get(GESTURE);
    seen = gesture;
    // Yjs goes on to the gesture before when others have overtaken this one: whoever undoes means the last.
    const earlier = stack.splice(0, stack.length - 1);
    const outcome = work() ? 'done' : 'overtaken';
    stack.unshift(...earlier);
    return { gesture, outcome };
  }

  function undo(): HistoryStep | null {
    const gesture: Gesture | undefined = manager.undoStack.at(-1)?.meta.get(GESTURE);
    if (gesture?.about === 'cards' && gesture.what === 'added') {
      const taken = step(manager.undoStack, () => archiveAgain(gesture.ids));
      return taken && { ...taken, outcome: taken.outcome === 'done' ? 'archived' : taken.outcome };
    }
    if (gesture?.about === 'column' && gesture.what === 'added' && showsCards(doc, gesture.id)) {
      manager.undoStack.pop();
      return { gesture, outcome: 'inUse' };
    }
    return step(manager.undoStack, () => manager.undo());
  }

  /** In place of the deletion that Yjs would make; Yjs keeps it for « Rétablir » as its own. */
  function archiveAgain(ids: readonly string[]): boolean {
    manager.undoStack.pop();
    const before = manager.redoStack.length;
    manager.undoing = true;
    doc.transact(() => {
      for (const id of ids) {
        const card = findIn(cardsOf(doc), id);
        if (card) writeField(card, CARD.archived, true);
      }
    }, manager);
    manager.undoing = false;
    return manager.redoStack.length > before;
  }

  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  // After Yjs’s own listener: every change of the stacks comes with a transaction.
  doc.on('afterTransaction', tell);
  const told = (work: () => HistoryStep | null) => {
    const result = work();
    tell();
    return result;
  };
  return {
    get canUndo() {
      return manager.canUndo();
    },
    get canRedo() {
      return manager.canRedo();
    },
    get last() {
      return manager.undoStack.at(-1) ?? null;
    },
    undo: () => told(undo),
    redo: () => told(() => step(manager.redoStack, () => manager.redo())),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function showsCards(doc: Y.Doc, columnId: string): boolean {
  return readSlots(doc).some((slot) => slot.columnId === columnId && !slot.isArchived);
}
