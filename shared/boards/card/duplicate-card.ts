import * as Y from 'yjs';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { BOARD_EDIT, cardsOf, findIn, readSlots, shownIn } from '../board-doc.ts';
import { orderAt } from '../order.ts';
import { parseLine } from '../text.ts';
import { carriedEntries, newCard } from './card-doc.ts';
import { copyDescription } from './description-doc.ts';

/**
 * [B24] Makes a card that says the same as another, right after it: all but where it came from, what it waits for and how it
 * comes back. `copyId` is new, `createdAt` is now, `createdBy` a person. Refused: title empty or too long, no such card, id taken.
 */
export function duplicateCard(
  doc: Y.Doc,
  {
    cardId,
    copyId,
    ...copy
  }: {
    readonly cardId: string;
    readonly copyId: string;
    readonly title: string;
    readonly createdAt: Date;
    readonly createdBy: string;
  },
): Result<void, 'board.titleEmpty' | 'board.titleTooLong' | 'board.cardNotFound' | 'board.idTaken'> {
  const title = parseLine(copy.title);
  if (!title.ok) return title;
  const original = findIn(cardsOf(doc), cardId);
  const slot = readSlots(doc).find(({ id }) => id === cardId);
  if (!original || !slot) return fail('board.cardNotFound');
  if (cardsOf(doc).has(copyId)) return fail('board.idTaken');
  const { columnId } = slot;
  const shown = shownIn(readSlots(doc), columnId);
  const orders = shown.map(({ order }) => order);
  const order = orderAt(orders, shown.findIndex(({ id }) => id === cardId) + 1, copyId);
  const card = newCard({ ...copy, title: title.value, place: { columnId, order } });
  for (const [key, value] of carriedEntries(original)) {
    card.set(key, value instanceof Y.AbstractType ? value.clone() : value);
  }
  doc.transact(() => {
    cardsOf(doc).set(copyId, card);
    copyDescription(doc, cardId, copyId);
  }, BOARD_EDIT);
  return ok();
}
