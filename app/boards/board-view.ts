import type * as Y from 'yjs';
import type { Board } from '#shared/boards/board.ts';
import { emptyBoard } from '#shared/boards/board.ts';
import { readBoard } from '#shared/boards/board-doc.ts';
import { keepIdentity } from './keep-identity.ts';

/** A document read as a board: the shape that `useSyncExternalStore` wants. The document stays the only copy. */
export interface BoardView {
  /** Null before the live board has come. */
  readonly doc: Y.Doc | null;
  getBoard(): Board;
  subscribe(listener: () => void): () => void;
}

/** Reads at the first need after a change, and not again until the next change. */
export function viewBoard(doc: Y.Doc): BoardView {
  let board = emptyBoard;
  let isStale = true;
  // Before any listener of the page, so that what they read is never the board of before.
  doc.on('update', () => {
    isStale = true;
  });
  return {
    doc,
    getBoard() {
      if (isStale) {
        board = keepIdentity(board, readBoard(doc));
        isStale = false;
      }
      return board;
    },
    subscribe(listener) {
      doc.on('update', listener);
      return () => doc.off('update', listener);
    },
  };
}

export const emptyView: BoardView = {
  doc: null,
  getBoard: () => emptyBoard,
  subscribe: () => () => undefined,
};
