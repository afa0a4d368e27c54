import * as Y from 'yjs';
import { type Checklist, type ChecklistItem, MAIN_LIST } from '../board.ts';
import { text } from '../field/stored-value.ts';
import { byOrder, FIRST_ORDER, lineUp, type Ordered, orderAt, readOrder } from '../order.ts';
import type { Line } from '../text.ts';

/*
 * The checklists of a card, in its map:
 *
 *   list:<id>   Y.Map { name, order }
 *   item:<id>   Y.Map { text, done, place }   place: { listId, order }, ONE value: list and rank change together or not at all
 *
 * The main list is there without being stored: steps that name no list, or one that is gone, stand in it, so that the first
 * steps that two people write at once make one list. Stored under `list:steps` it has a name.
 */
const LIST = 'list:';
const ITEM = 'item:';
const LIST_KEYS = { name: 'name', order: 'order' } as const;
export const ITEM_KEYS = { text: 'text', done: 'done', place: 'place' } as const;

/** Where a step stands among those of its card. */
export interface StepPlace {
  readonly listId: string;
  readonly order: string;
}

/** A list that is to be put into a card, its id and those of its steps new. */
export interface NewList {
  readonly id: string;
  readonly name: Line;
  readonly items: readonly (ChecklistItem & { readonly text: Line })[];
}

export type StoredList = Omit<Checklist, 'items'> & Ordered;
export type StoredItem = ChecklistItem & Ordered & StepPlace;

/** What a card's map says of its checklists, gathered entry by entry. */
export class ChecklistReader {
  /** Entries that are neither a list nor a step, under the name of one. */
  skipped = 0;
  #lists: StoredList[] = [];
  #items: StoredItem[] = [];

  /** Takes an entry of the card's map; false when it is about something else. */
  take(key: string, value: unknown): boolean {
    if (key.startsWith(ITEM)) {
      if (value instanceof Y.Map) this.#items.push(readItem(key.slice(ITEM.length), value));
      else this.skipped += 1;
      return true;
    }
    if (!key.startsWith(LIST)) return false;
    if (value instanceof Y.Map) this.#lists.push(readList(key.slice(LIST.length), value));
    else this.skipped += 1;
    return true;
  }

  /** The lists in order, the main one first when it has steps and no place; each with its steps in order. */
  get checklists(): readonly StoredChecklist[] {
    if (this.#lists.length === 0 && this.#items.length === 0) return NONE;
    const lists = this.#lists.sort(byOrder);
    const byList = new Map<string, StoredItem[]>(lists.map(({ id }) => [id, []]));
    const strays: StoredItem[] = [];
    const main = byList.get(MAIN_LIST) ?? strays;
    for (const item of this.#items.sort(byOrder)) (byList.get(item.listId) ?? main).push(item);
    return [
      ...(strays.length > 0 ? [{ id: MAIN_LIST, name: '', order: FIRST_ORDER, items: strays }] : []),
      ...lists.map((list) => ({ ...list, items: byList.get(list.id) ?? [] })),
    ];
  }
}

export type StoredChecklist = StoredList & { readonly items: readonly StoredItem[] };
const NONE: readonly StoredChecklist[] = [];

/** The checklists of a card, with their keys and those of their steps. Total. */
export function readLists(card: Y.Map<unknown>): readonly StoredChecklist[] {
  const reader = new ChecklistReader();
  card.forEach((value, key) => {
    reader.take(key, value);
  });
  return reader.checklists;
}

/** Whether steps may be put into this list: the main one always, another while it is stored. */
export function hasList(card: Y.Map<unknown>, listId: string): boolean {
  return listId === MAIN_LIST || card.get(LIST + listId) instanceof Y.Map;
}

/** Whether something stands already under the id of this list, or of one of its steps. */
export function isChecklistTaken(card: Y.Map<unknown>, { id, items }: NewList): boolean {
  return card.has(LIST + id) || items.some((item) => card.has(ITEM + item.id));
}

/** The keys of the steps of a list, in order, one of them left out. */
export function ordersIn(card: Y.Map<unknown>, listId: string, without?: string): string[] {
  const list = readLists(card).find(({ id }) => id === listId);
  return list?.items.flatMap(({ id, order }) => (id === without ? [] : [order])) ?? [];
}

/** Puts a list with its steps after those of a card; the main one without a name is there without being stored. */
export function putChecklist(card: Y.Map<unknown>, { id: listId, name, items }: NewList): void {
  const lists = readLists(card).map(({ order }) => order);
  const orders = ordersIn(card, listId);
  if (listId !== MAIN_LIST || name !== '') {
    putList(card, { id: listId, name, order: orderAt(lists, lists.length, listId) });
  }
  for (const [{ id, text, done }, order] of lineUp(items, orders)) {
    putItem(card, id, text, { listId, order });
    if (done) findItem(card, id)?.set(ITEM_KEYS.done, true);
  }
}

/** Puts a new list into a card. */
export function putList(card: Y.Map<unknown>, { id, name, order }: Ordered & { readonly name: Line }): void {
  const entries: [string, string][] = [
    [LIST_KEYS.name, name],
    [LIST_KEYS.order, order],
  ];
  card.set(LIST + id, new Y.Map(entries));
}

/** Gives a stored list another name, or another key among the lists; false when it is not stored. */
export function writeList(
  card: Y.Map<unknown>,
  listId: string,
  change: { readonly name?: Line; readonly order?: string },
): boolean {
  const list = card.get(LIST + listId);
  if (!(list instanceof Y.Map)) return false;
  for (const [key, value] of Object.entries(change)) if (list.get(key) !== value) list.set(key, value);
  return true;
}

/** Takes a list out of a card, without its steps. */
export function deleteList(card: Y.Map<unknown>, listId: string): void {
  card.delete(LIST + listId);
}

/** One step of a card, or null when the card has none by this id. */
export function findItem(card: Y.Map<unknown>, itemId: string): Y.Map<unknown> | null {
  const item = card.get(ITEM + itemId);
  return item instanceof Y.Map ? item : null;
}

/** Puts a new step into a card. */
export function putItem(card: Y.Map<unknown>, itemId: string, written: Line, place: StepPlace): void {
  const entries: [string, string | StepPlace][] = [
    [ITEM_KEYS.text, written],
    [ITEM_KEYS.place, place],
  ];
  card.set(ITEM + itemId, new Y.Map<unknown>(entries));
}

/** Takes a step out of a card. */
export function deleteItem(card: Y.Map<unknown>, itemId: string): void {
  card.delete(ITEM + itemId);
}

function readList(id: string, list: Y.Map<unknown>): StoredList {
  return { id, name: text(list.get(LIST_KEYS.name)) ?? '', order: readOrder(list.get(LIST_KEYS.order)) };
}

function readItem(id: string, item: Y.Map<unknown>): StoredItem {
  const stored = item.get(ITEM_KEYS.place);
  const place: { listId?: unknown; order?: unknown } =
    typeof stored === 'object' && stored !== null ? stored : {};
  return {
    id,
    text: text(item.get(ITEM_KEYS.text)) ?? '',
    done: item.get(ITEM_KEYS.done) === true,
    listId: text(place.listId) ?? MAIN_LIST,
    order: readOrder(place.order),
  };
}
