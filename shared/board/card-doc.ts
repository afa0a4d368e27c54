import * as Y from 'yjs';
import { parseObjectKey } from '#shared/document/document-objects.ts';
import type { Card, ChecklistItem } from './board.ts';
import type { FieldValue, HeldValue } from './field.ts';
import { byOrder, compare, type Ordered, readOrder } from './order.ts';

/*
 * A card in the document: one flat Y.Map in the root map `cards`, under its id.
 *
 *   title, description        string   whole values, the last writer wins
 *   place                     { columnId, order }   ONE value: column and rank change together or not at all
 *   organisationId, due, createdAt, createdBy   string
 *   archived                  true, or absent: a card is never deleted, so that an edit made elsewhere is not lost
 *   repeat                    { every, next, … }   ONE value, see repeat-doc.ts; absent when the card comes once
 *   label:<id>, assignee:<id> true, or absent: two people who each add one add both
 *   field:<id>                string or number, what the card holds in a field of the board, see field-doc.ts
 *   item:<id>                 Y.Map { text, done, order }   one step of the checklist
 *   blockedBy:<id>            true, or absent: another card of the board that must be finished first
 *   link:<kind>:<id>          true, or absent: another object that the card points to, see object-address.ts
 *
 * Sets are keys with a prefix and not nested maps: a nested map made by two people at once keeps one of the two.
 * Later fields take further keys or prefixes; readers skip those they do not know, and writers leave them alone.
 * The description is a plain string: whoever saves it last, saved it. Text that merges letter by letter needs an editor
 * bound to it, and will be a root fragment of its own beside the card, with this string as what it starts from.
 */
export const CARD = {
  title: 'title',
  description: 'description',
  place: 'place',
  organisation: 'organisationId',
  due: 'due',
  createdAt: 'createdAt',
  createdBy: 'createdBy',
  archived: 'archived',
  repeat: 'repeat',
} as const;
export const ITEM = { text: 'text', done: 'done', order: 'order' } as const;
const LABEL = 'label:';
const ASSIGNEE = 'assignee:';
const ITEM_PREFIX = 'item:';
const BLOCKED_BY = 'blockedBy:';
const LINK = 'link:';
const FIELD_PREFIX = 'field:';

/** Where a card stands on its board. */
interface Place {
  readonly columnId: string;
  readonly order: string;
}

interface NewCard {
  readonly title: string;
  readonly place: Place;
  readonly createdAt: Date;
  readonly createdBy: string;
}

/** A card as it is stored, to be put into the map of cards. The title was parsed by the caller. */
export function newCard({ title, place, createdAt, createdBy }: NewCard): Y.Map<unknown> {
  return new Y.Map<unknown>([
    [CARD.title, title],
    [CARD.place, place],
    [CARD.createdAt, createdAt.toISOString()],
    [CARD.createdBy, createdBy],
  ]);
}

/** [B7] Writes a plain value, or removes the key for null; nothing is written when it is already so. */
export function writeField(map: Y.Map<unknown>, key: string, value: string | boolean | number | null): void {
  if (value === null) map.delete(key);
  else if (map.get(key) !== value) map.set(key, value);
}

/** [B9] Makes the card carry exactly these labels, touching only those that come or go. */
export function writeLabels(card: Y.Map<unknown>, ids: readonly string[]): void {
  writeMembers(card, LABEL, ids);
}

/** [B9] Gives the card exactly these people, touching only those who come or go. */
export function writeAssignees(card: Y.Map<unknown>, ids: readonly string[]): void {
  writeMembers(card, ASSIGNEE, ids);
}

/** [B42] Writes what the card holds in a field, or removes it for null. The value was parsed by the caller. */
export function writeFieldOfCard(card: Y.Map<unknown>, fieldId: string, value: FieldValue | null): void {
  writeField(card, FIELD_PREFIX + fieldId, value);
}

function writeMembers(card: Y.Map<unknown>, prefix: string, ids: readonly string[]): void {
  const wanted = new Set(ids.map((id) => prefix + id));
  for (const key of [...card.keys()]) {
    if (key.startsWith(prefix) && !wanted.has(key)) card.delete(key);
  }
  for (const key of wanted) writeField(card, key, true);
}

/** Says that another card must be finished before this one, or no longer. */
export function writeBlocker(card: Y.Map<unknown>, blockerId: string, isBlocking: boolean): void {
  writeField(card, BLOCKED_BY + blockerId, isBlocking || null);
}

/** Makes the card point to another object, or no longer. */
export function writeLink(card: Y.Map<unknown>, key: string, isLinked: boolean): void {
  writeField(card, LINK + key, isLinked || null);
}

/** The cards that must be finished before this one, without the rest of it. Total. */
export function readBlockers(card: Y.Map<unknown>): string[] {
  const ids: string[] = [];
  card.forEach((value, key) => {
    if (key.startsWith(BLOCKED_BY) && value === true) ids.push(key.slice(BLOCKED_BY.length));
  });
  return ids.sort(compare);
}

/** [B9] Lets a card carry one label, or have one person, or no longer. */
export function writeMember(
  card: Y.Map<unknown>,
  set: 'label' | 'assignee',
  id: string,
  isMember: boolean,
): void {
  writeField(card, (set === 'label' ? LABEL : ASSIGNEE) + id, isMember || null);
}

/** What a copy of a card does not take along: its own story, its place, what it waits for, and how it comes back. */
const OWN: readonly string[] = [
  CARD.title,
  CARD.place,
  CARD.createdAt,
  CARD.createdBy,
  CARD.archived,
  CARD.repeat,
];

/** The entries that a copy of a card takes along, those of later layouts included. */
export function carriedEntries(card: Y.Map<unknown>): [key: string, value: unknown][] {
  return [...card.entries()].filter(([key]) => !OWN.includes(key) && !key.startsWith(BLOCKED_BY));
}

/** One step of a card's checklist, or null when the card has none by this id. */
export function findItem(card: Y.Map<unknown>, itemId: string): Y.Map<unknown> | null {
  const item = card.get(ITEM_PREFIX + itemId);
  return item instanceof Y.Map ? item : null;
}

/** Puts a new step into a card's checklist. The text was parsed by the caller. */
export function putItem(card: Y.Map<unknown>, itemId: string, text: string, order: string): void {
  const entries: [string, string][] = [
    [ITEM.text, text],
    [ITEM.order, order],
  ];
  card.set(ITEM_PREFIX + itemId, new Y.Map(entries));
}

/** Takes a step out of a card's checklist. */
export function deleteItem(card: Y.Map<unknown>, itemId: string): void {
  card.delete(ITEM_PREFIX + itemId);
}

/** Where a stored card is: its own map, the column written in it (null: none that reads), its key there. */
export interface StoredSlot extends Ordered {
  readonly columnId: string | null;
  readonly isArchived: boolean;
  readonly map: Y.Map<unknown>;
}

/** The place of a card, without the rest of it. Total. */
export function readSlot(id: string, map: Y.Map<unknown>): StoredSlot {
  const stored = map.get(CARD.place);
  const place: { columnId?: unknown; order?: unknown } =
    typeof stored === 'object' && stored !== null ? stored : {};
  return {
    id,
    columnId: text(place.columnId),
    order: readOrder(place.order),
    isArchived: map.get(CARD.archived) === true,
    map,
  };
}

/** What is stored for a field as this board reads it, or null: its kind decides. */
export type ReadValue = (fieldId: string, stored: unknown) => FieldValue | null;

/** The content of a card that `columnId` shows; labels that the board does not know are left out. Total. */
export function readCard(
  id: string,
  map: Y.Map<unknown>,
  columnId: string,
  knownLabels: ReadonlySet<string>,
  readValue: ReadValue,
): Card {
  const labels: string[] = [];
  const assignees: string[] = [];
  const items: StoredItem[] = [];
  const blockedBy: string[] = [];
  const links: string[] = [];
  const fields: HeldValue[] = [];
  // One pass without iterators: it is most of what reading a large board costs.
  map.forEach((value, key) => {
    if (key.startsWith(LABEL) && value === true) labels.push(key.slice(LABEL.length));
    else if (key.startsWith(ASSIGNEE) && value === true) assignees.push(key.slice(ASSIGNEE.length));
    else if (key.startsWith(ITEM_PREFIX) && value instanceof Y.Map) items.push(readItem(key, value));
    else if (key.startsWith(BLOCKED_BY) && value === true) blockedBy.push(key.slice(BLOCKED_BY.length));
    else if (key.startsWith(LINK) && value === true) links.push(key.slice(LINK.length));
    else if (key.startsWith(FIELD_PREFIX)) {
      const fieldId = key.slice(FIELD_PREFIX.length);
      const held = readValue(fieldId, value);
      if (held !== null) fields.push({ fieldId, value: held });
    }
  });
  return {
    id,
    title: text(map.get(CARD.title)) ?? '',
    description: text(map.get(CARD.description)) ?? '',
    columnId,
    // Sorted, because the order of keys in a Y.Map is that of their arrival, which differs from one replica to the next.
    labels: labels.filter((label) => knownLabels.has(label)).sort(compare),
    organisationId: text(map.get(CARD.organisation)),
    assignees: assignees.sort(compare),
    due: readDay(map.get(CARD.due)),
    checklist: items.sort(byOrder).map(({ id, text, done }) => ({ id, text, done })),
    blockedBy: blockedBy.sort(compare),
    links: links.filter((key) => parseObjectKey(key) !== null).sort(compare),
    fields: fields.sort((a, b) => compare(a.fieldId, b.fieldId)),
    createdAt: readInstant(map.get(CARD.createdAt)),
    createdBy: text(map.get(CARD.createdBy)),
  };
}

type StoredItem = ChecklistItem & Ordered;

/** The steps of a card in order, with their keys. Total. */
export function readItems(card: Y.Map<unknown>): StoredItem[] {
  const items: StoredItem[] = [];
  card.forEach((value, key) => {
    if (key.startsWith(ITEM_PREFIX) && value instanceof Y.Map) items.push(readItem(key, value));
  });
  return items.sort(byOrder);
}

function readItem(key: string, item: Y.Map<unknown>): StoredItem {
  return {
    id: key.slice(ITEM_PREFIX.length),
    text: text(item.get(ITEM.text)) ?? '',
    done: item.get(ITEM.done) === true,
    order: readOrder(item.get(ITEM.order)),
  };
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A day that exists, as `YYYY-MM-DD`; null for anything else. */
export function readDay(value: unknown): string | null {
  if (typeof value !== 'string' || !DAY.test(value)) return null;
  return readInstant(`${value}T00:00:00.000Z`)?.slice(0, 10) === value ? value : null;
}

/** An instant as ISO 8601 in UTC; null for anything else. */
function readInstant(value: unknown): string | null {
  const date = typeof value === 'string' ? new Date(value) : null;
  return date === null || Number.isNaN(date.getTime()) ? null : date.toISOString();
}
