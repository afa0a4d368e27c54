import type { Board, Card, Column } from '#shared/boards/board.ts';

/** Where a card stands among the cards that its column shows. */
export interface Place {
  readonly card: Card;
  readonly column: Column;
  readonly columnIndex: number;
  readonly index: number;
  readonly count: number;
}

/** The place of a card on the board, or null when it shows none (archived, or gone). */
export function placeOf(board: Board, cardId: string): Place | null {
  for (const [columnIndex, column] of board.columns.entries()) {
    const index = column.cards.findIndex(({ id }) => id === cardId);
    const card = column.cards[index];
    if (card) return { card, column, columnIndex, index, count: column.cards.length };
  }
  return null;
}

/** A place to put a card, beside another one. */
export interface Target {
  readonly cardId: string;
  readonly side: 'before' | 'after';
}

/** The rank beside another card, counted without any of the cards that move; undefined for the end. */
export function rankAmong(
  column: Column,
  moved: readonly string[],
  target: Target | null,
): number | undefined {
  if (!target) return undefined;
  const ids = column.cards.map(({ id }) => id);
  const end = ids.indexOf(target.cardId) + (target.side === 'before' ? 0 : 1);
  return ids.slice(0, end).filter((id) => !moved.includes(id)).length;
}

/** The rank beside another card, counted without the card that moves; undefined for the end. */
export function rankBeside(column: Column, moved: string, target: Target | null): number | undefined {
  if (!target) return undefined;
  // Dropped on its own edge, a card stays where it is.
  if (target.cardId === moved) return column.cards.findIndex(({ id }) => id === moved);
  const others = column.cards.filter(({ id }) => id !== moved);
  const index = others.findIndex(({ id }) => id === target.cardId);
  if (index < 0) return undefined;
  return target.side === 'before' ? index : index + 1;
}
