import type * as Y from 'yjs';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { type Checklist, MAIN_LIST } from '../board.ts';
import { BOARD_EDIT, cardsOf, findIn } from '../board-doc.ts';
import { orderAt, rankIn } from '../order.ts';
import { fitLine, parseLine } from '../text.ts';
import { writeField } from './card-doc.ts';
import {
  deleteItem,
  deleteList,
  findItem,
  hasList,
  ITEM_KEYS,
  isChecklistTaken,
  type NewList,
  ordersIn,
  putChecklist,
  putItem,
  putList,
  readLists,
  writeList,
} from './checklist-doc.ts';

type TextRefusal = 'board.titleEmpty' | 'board.titleTooLong';
type NotFound = 'board.cardNotFound' | 'board.itemNotFound';

interface ListRef {
  readonly cardId: string;
  readonly listId: string;
}
interface ItemRef {
  readonly cardId: string;
  readonly itemId: string;
}

/**
 * [B51] Adds a list of steps after those of a card; `listId` is new, or that of the main list, which needs no name. `items` come
 * with it, their ids new too: so a list that was removed comes back. Refused: a name or a step empty or too long, no such card,
 * id taken.
 */
export function addChecklist(
  doc: Y.Doc,
  { cardId, listId, name, items = [] }: ListRef & Pick<Checklist, 'name'> & Partial<Checklist>,
): Result<void, TextRefusal | 'board.cardNotFound' | 'board.idTaken'> {
  const isNameless = listId === MAIN_LIST && name === '';
  const parsed = isNameless ? ok(fitLine('')) : parseLine(name);
  if (!parsed.ok) return parsed;
  const card = findIn(cardsOf(doc), cardId);
  if (card === null) return fail('board.cardNotFound');
  const steps: NewList['items'][number][] = [];
  for (const item of items) {
    const text = parseLine(item.text);
    if (!text.ok) return text;
    steps.push({ ...item, text: text.value });
  }
  const list = { id: listId, name: parsed.value, items: steps };
  if (isChecklistTaken(card, list)) return fail('board.idTaken');
  doc.transact(() => putChecklist(card, list), BOARD_EDIT);
  return ok();
}

/** Gives a list of steps another name; the main one gets its first. Refused: name empty or too long, no such card or list. */
export function renameChecklist(
  doc: Y.Doc,
  { cardId, listId, name }: ListRef & { readonly name: string },
): Result<void, TextRefusal | 'board.cardNotFound' | 'board.listNotFound'> {
  const parsed = parseLine(name);
  if (!parsed.ok) return parsed;
  const card = findIn(cardsOf(doc), cardId);
  if (card === null) return fail('board.cardNotFound');
  if (!hasList(card, listId)) return fail('board.listNotFound');
  doc.transact(() => {
    if (writeList(card, listId, { name: parsed.value })) return;
    const orders = readLists(card).flatMap(({ id, order }) => (id === listId ? [] : [order]));
    putList(card, { id: listId, name: parsed.value, order: orderAt(orders, 0, listId, 'before') });
  }, BOARD_EDIT);
  return ok();
}

/** Takes a list of steps away, with its steps. Refused: no such card or list. */
export function removeChecklist(
  doc: Y.Doc,
  { cardId, listId }: ListRef,
): Result<void, 'board.cardNotFound' | 'board.listNotFound'> {
  const card = findIn(cardsOf(doc), cardId);
  if (card === null) return fail('board.cardNotFound');
  const list = readLists(card).find(({ id }) => id === listId);
  if (!list) return fail('board.listNotFound');
  doc.transact(() => {
    for (const { id } of list.items) deleteItem(card, id);
    deleteList(card, listId);
  }, BOARD_EDIT);
  return ok();
}

/**
 * Adds a step at the end of a list of a card, the main one when none is named; `itemId` is new. Refused: text empty or too
 * long, no such card or list, id taken.
 */
export function addChecklistItem(
  doc: Y.Doc,
  { cardId, listId = MAIN_LIST, itemId, text }: ItemRef & Partial<ListRef> & { readonly text: string },
): Result<void, TextRefusal | 'board.cardNotFound' | 'board.listNotFound' | 'board.idTaken'> {
  const parsed = parseLine(text);
  if (!parsed.ok) return parsed;
  const card = findIn(cardsOf(doc), cardId);
  if (card === null) return fail('board.cardNotFound');
  if (!hasList(card, listId)) return fail('board.listNotFound');
  if (findItem(card, itemId) !== null) return fail('board.idTaken');
  const orders = ordersIn(card, listId);
  const order = orderAt(orders, orders.length, itemId);
  doc.transact(() => putItem(card, itemId, parsed.value, { listId, order }), BOARD_EDIT);
  return ok();
}

/**
 * [B51] Puts a step at `index` of a list (the end when absent), counted among the steps of that list without it. Refused: no
 * such card, list or step.
 */
export function moveChecklistItem(
  doc: Y.Doc,
  { listId, index, ...ref }: ItemRef & Pick<ListRef, 'listId'> & { readonly index?: number | undefined },
): Result<void, NotFound | 'board.listNotFound'> {
  const card = findIn(cardsOf(doc), ref.cardId);
  if (card !== null && !hasList(card, listId)) return fail('board.listNotFound');
  return editItem(doc, ref, (item, card) => {
    const steps = readLists(card).find(({ id }) => id === listId)?.items ?? [];
    const from = steps.findIndex(({ id }) => id === ref.itemId);
    const orders = ordersIn(card, listId, ref.itemId);
    const to = rankIn(orders.length, index);
    if (from === to) return;
    const order = orderAt(orders, to, ref.itemId, from > to ? 'before' : 'after');
    item.set(ITEM_KEYS.place, { listId, order });
  });
}

/** Ticks a step, or takes the tick away. Refused: no such card or step. */
export function toggleChecklistItem(
  doc: Y.Doc,
  { done, ...ref }: ItemRef & { readonly done: boolean },
): Result<void, NotFound> {
  return editItem(doc, ref, (item) => writeField(item, ITEM_KEYS.done, done || null));
}

/** Gives a step another text. Refused: text empty or too long, no such card or step. */
export function renameChecklistItem(
  doc: Y.Doc,
  { text, ...ref }: ItemRef & { readonly text: string },
): Result<void, TextRefusal | NotFound> {
  const parsed = parseLine(text);
  if (!parsed.ok) return parsed;
  return editItem(doc, ref, (item) => writeField(item, ITEM_KEYS.text, parsed.value));
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
