import type * as Y from 'yjs';
import { fail, ok, type Result } from '#shared/result.ts';
import { BOARD_EDIT, cardsOf, findIn } from './board-doc.ts';
import { deleteItem, findItem, ITEM, putItem, readItems, writeField } from './card-doc.ts';
import { orderAt } from './order.ts';
import { parseCardTitle } from './text.ts';

type TextRefusal = 'board.titleEmpty' | 'board.titleTooLong';
type NotFound = 'board.cardNotFound' | 'board.itemNotFound';

interface ItemRef {
  readonly cardId: string;
  readonly itemId: string;
}

/** Adds a step at the end of a card's checklist; `itemId` is new. Refused: text empty or too long, no such card, id taken. */
export function addChecklistItem(
  doc: Y.Doc,
  { cardId, itemId, text }: ItemRef & { readonly text: string },
): Result<void, TextRefusal | 'board.cardNotFound' | 'board.idTaken'> {
  const parsed = parseCardTitle(text);
  if (!parsed.ok) return parsed;
  const card = findIn(cardsOf(doc), cardId);
  if (card === null) return fail('board.cardNotFound');
  if (findItem(card, itemId) !== null) return fail('board.idTaken');
  const orders = readItems(card).map(({ order }) => order);
  const order = orderAt(orders, orders.length, itemId);
  doc.transact(() => putItem(card, itemId, parsed.value, order), BOARD_EDIT);
  return ok();
}

/** Ticks a step, or takes the tick away. Refused: no such card or step. */
export function toggleChecklistItem(
  doc: Y.Doc,
  { done, ...ref }: ItemRef & { readonly done: boolean },
): Result<void, NotFound> {
  return editItem(doc, ref, (item) => writeField(item, ITEM.done, done || null));
}

/** Gives a step another text. Refused: text empty or too long, no such card or step. */
export function renameChecklistItem(
  doc: Y.Doc,
  { text, ...ref }: ItemRef & { readonly text: string },
): Result<void, TextRefusal | NotFound> {
  const parsed = parseCardTitle(text);
  if (!parsed.ok) return parsed;
  return editItem(doc, ref, (item) => writeField(item, ITEM.text, parsed.value));
}

/** Takes a step away. Refused: no such card or step. */
export function removeChecklistItem(doc: Y.Doc, ref: ItemRef): Result<void, NotFound> {
  return editItem(doc, ref, (_item, card) => deleteItem(card, ref.itemId));
}

function editItem(
  doc: Y.Doc,
  { cardId, itemId }: ItemRef,
  write: (item: Y.Map<unknown>, card: Y.Map<unknown>) => void,
): Result<void, NotFound> {
  const card = findIn(cardsOf(doc), cardId);
  if (card === null) return fail('board.cardNotFound');
  const item = findItem(card, itemId);
  if (item === null) return fail('board.itemNotFound');
  doc.transact(() => write(item, card), BOARD_EDIT);
  return ok();
}
