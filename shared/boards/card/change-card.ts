import type * as Y from 'yjs';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { BOARD_EDIT, cardsOf, findIn } from '../board-doc.ts';

/** The card and what to write to it, in one transaction. Refused: no such card. */
export function changeCard(
  doc: Y.Doc,
  cardId: string,
  write: (card: Y.Map<unknown>) => void,
): Result<void, 'board.cardNotFound'> {
  const card = findIn(cardsOf(doc), cardId);
  if (card === null) return fail('board.cardNotFound');
  doc.transact(() => write(card), BOARD_EDIT);
  return ok();
}
