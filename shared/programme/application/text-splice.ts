import { simpleDiffStringWithCursor } from 'lib0/diff';

/** One change of a text: so many characters less, and these instead. */
export interface Splice {
  readonly index: number;
  readonly remove: number;
  readonly insert: string;
}

/** What was typed: the difference between two states of a field, where the caret says it was. */
export function spliceOf(before: string, after: string, caret: number): Splice {
  // Among equal letters the difference begins where the caret stood before.
  const typedAt = caret - Math.max(0, after.length - before.length);
  const { index, remove, insert } = simpleDiffStringWithCursor(before, after, Math.max(0, typedAt));
  return { index, remove, insert };
}

/** A piece of a change as Yjs tells it. */
export interface DeltaPiece {
  readonly retain?: number | undefined;
  readonly delete?: number | undefined;
  readonly insert?: unknown;
}

/** [AP4] Where a place of a text is after somebody else’s change: what is written exactly there goes behind it. */
export function movedBy(index: number, delta: readonly DeltaPiece[]): number {
  let at = 0;
  let moved = index;
  for (const piece of delta) {
    if (at > moved) break;
    if (piece.retain !== undefined) at += piece.retain;
    else if (piece.delete !== undefined) moved = Math.max(at, moved - piece.delete);
    else if (typeof piece.insert === 'string') {
      if (at < moved) moved += piece.insert.length;
      at += piece.insert.length;
    }
  }
  return moved;
}
