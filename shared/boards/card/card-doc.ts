import * as Y from 'yjs';
import { parseObjectKey } from '#shared/documents/attribute/document-objects.ts';
import type { Card, CardFile } from '../board.ts';
import type { FieldValue, HeldValue } from '../field/field.ts';
import { readDay, readInstant, text } from '../field/stored-value.ts';
import { compare, type Ordered, readOrder } from '../order.ts';
import type { Line } from '../text.ts';
import { byArrival, isFileKey, readFile } from './card-files-doc.ts';
import { ChecklistReader, ITEM_KEYS } from './checklist-doc.ts';
import {
  CARD_PROPERTIES,
  type CardProperties,
  DAYS,
  type DayProperty,
  eachProperty,
  inOrder,
  type PropertyEdit,
  SETS,
  type SetProperty,
} from './property/card-properties.ts';
import { type CardRepeat, dayOf, REPEATS } from './repeat.ts';

/*
 * A card in the document: one flat Y.Map in the root map `cards`, under its id.
 *
 *   title                     string, a whole value: the last writer wins
 *   place                     { columnId, order }   ONE value: column and rank change together or not at all
 *   of each property that is a day (property/card-properties.ts), under its key   string
 *   cover                     string, the id of one of its files
 *   createdAt, createdBy      string
 *   archived                  true, or absent: a card is never deleted, so that an edit made elsewhere is not lost
 *   repeat                    { every, next, … }   ONE value, see repeat.ts; absent when the card comes once
 *   movedTo                   { boardId, cardId }   ONE value: where an archived card went on
 *   label:<id>, assignee:<id>, organisation:<id>, of each property that is a set   true, or absent: two people who each add one add both
 *   field:<id>                string or number, what the card holds in a field of the board, see field-doc.ts
 *   blockedBy:<id>            true, or absent: another card of the board that must be finished first
 *   link:<kind>:<id>          true, or absent: another object that the card points to, see object-address.ts
 *   list:<id>, item:<id>      its checklists, see checklist-doc.ts
 *   file:<id>                 its files, see card-files-doc.ts
 *
 * Sets are keys with a prefix and not nested maps: a nested map made by two people at once keeps one of the two.
 * Later fields take further keys or prefixes; readers skip those they do not know, and writers leave them alone.
 * The description stands beside the cards, see description-doc.ts.
 */
export const CARD = {
  title: 'title',
  place: 'place',
  cover: 'cover',
  createdAt: 'createdAt',
  createdBy: 'createdBy',
  archived: 'archived',
  repeat: 'repeat',
  movedTo: 'movedTo',
} as const;
const BLOCKED_BY = 'blockedBy:';
const LINK = 'link:';
const FIELD_PREFIX = 'field:';

/** Prefixes of the other sets, for whoever asks who wrote one of their members. */
export const MEMBER = { blocker: BLOCKED_BY, link: LINK } as const;

/** The entry of one member of a set. */
export function memberKey(property: SetProperty, id: string): string {
  return `${CARD_PROPERTIES[property].one}:${id}`;
}

const SET_OF: ReadonlyMap<string, SetProperty> = new Map(SETS.map((key) => [memberKey(key, ''), key]));

/** Where a card stands on its board. */
interface Place {
  readonly columnId: string;
  readonly order: string;
}

interface NewCard {
  readonly title: Line;
  readonly place: Place;
  readonly createdAt: Date;
  readonly createdBy: string;
}

/** A card as it is stored, to be put into the map of cards. */
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

/** The days alone of what a card is to say. */
export function writeDays(card: Y.Map<unknown>, edit: PropertyEdit): void {
  for (const key of DAYS) {
    const day = edit[key];
    if (day !== undefined) writeField(card, key, day || null);
  }
}

/** [B42] Writes what a card holds in a field, null removing it; whether the field takes it is asked before. */
export function writeHeld(card: Y.Map<unknown>, fieldId: string, value: FieldValue | null): void {
  writeField(card, FIELD_PREFIX + fieldId, value);
}

/** [B9] Makes a set of the card have exactly these members, touching only what comes or goes. */
export function writeMembers(card: Y.Map<unknown>, property: SetProperty, ids: readonly string[]): void {
  const prefix = memberKey(property, '');
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

/** [B9] Gives a card one member of a set, or takes it away. */
export function writeMember(card: Y.Map<unknown>, set: SetProperty, id: string, isMember: boolean): void {
  writeField(card, memberKey(set, id), isMember || null);
}

/** What a copy of a card does not take along: its own story, its place, what it waits for, and how it comes back. */
const OWN: readonly string[] = [
  CARD.title,
  CARD.place,
  CARD.createdAt,
  CARD.createdBy,
  CARD.archived,
  CARD.repeat,
  CARD.movedTo,
];

/** The entries that a copy of a card takes along, those of later layouts included. */
export function carriedEntries(card: Y.Map<unknown>): [key: string, value: unknown][] {
  return [...card.entries()].filter(([key]) => !OWN.includes(key) && !key.startsWith(BLOCKED_BY));
}

/** A copy in which nothing is done yet. */
export function freshCopy<T extends Y.AbstractType<unknown>>(value: T): unknown {
  const copy: unknown = value.clone();
  if (copy instanceof Y.Map) copy.delete(ITEM_KEYS.done);
  return copy;
}

/** How a card comes back, null when it does not, or when it does not read. Total. */
export function readRepeat(stored: unknown): CardRepeat | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const { every, next, day, columnId, series }: Partial<Record<keyof CardRepeat, unknown>> = stored;
  const known = REPEATS.find((one) => one === every);
  const on = readDay(next);
  if (!known || !on || typeof series !== 'string' || typeof columnId !== 'string') return null;
  const isDay = typeof day === 'number' && Number.isInteger(day) && day >= 1 && day <= 31;
  return { every: known, next: on, day: isDay ? day : dayOf(on), columnId, series };
}

/** Where a card went when it left for another board, null when it did not. Total. */
function readMovedTo(stored: unknown): Card['movedTo'] {
  if (typeof stored !== 'object' || stored === null) return null;
  const { boardId, cardId }: { boardId?: unknown; cardId?: unknown } = stored;
  return typeof boardId === 'string' && typeof cardId === 'string' ? { boardId, cardId } : null;
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

/** The days of a card: a start after the due day, which only a merge can make, is left out. Total. */
export function readDays(map: Y.Map<unknown>): Pick<CardProperties, DayProperty> {
  return inOrder(storedDays(map));
}

/** The days as they stand, the sets to be filled. */
function storedDays(map: Y.Map<unknown>) {
  return eachProperty({ day: (key) => readDay(map.get(key)), members: (): string[] => [] });
}

/** What the board that holds a card makes of its parts. */
export interface CardReading {
  readonly knownLabels: ReadonlySet<string>;
  readonly readValue: ReadValue;
  /** Told how many parts of the card are not what their name says. */
  readonly onSkipped?: (count: number) => void;
}

/** The content of a card that `columnId` shows; labels that the board does not know are left out. Total. */
export function readCard(
  id: string,
  map: Y.Map<unknown>,
  columnId: string,
  { knownLabels, readValue, onSkipped }: CardReading,
  description: string,
): Card {
  const held = storedDays(map);
  const blockedBy: string[] = [];
  const links: string[] = [];
  const fields: HeldValue[] = [];
  const files: CardFile[] = [];
  const steps = new ChecklistReader();
  let skipped = 0;
  const member = (set: string[], id: string, value: unknown, known: ReadonlySet<string> | null = null) => {
    if (value !== true) skipped += 1;
    else if (!known || known.has(id)) set.push(id);
  };
  // One pass without iterators: it is most of what reading a large board costs.
  map.forEach((value, key) => {
    const end = key.indexOf(':') + 1;
    if (end === 0) return;
    const set = SET_OF.get(key.slice(0, end));
    if (set)
      member(held[set], key.slice(end), value, CARD_PROPERTIES[set].of === 'labels' ? knownLabels : null);
    else if (key.startsWith(BLOCKED_BY)) member(blockedBy, key.slice(BLOCKED_BY.length), value);
    else if (key.startsWith(LINK)) member(links, key.slice(LINK.length), value);
    else if (key.startsWith(FIELD_PREFIX)) {
      const fieldId = key.slice(FIELD_PREFIX.length);
      const read = readValue(fieldId, value);
      if (read !== null) fields.push({ fieldId, value: read });
    } else if (!steps.take(key, value)) {
      const file = readFile(key, value);
      if (file) files.push(file);
      else if (isFileKey(key)) skipped += 1;
    }
  });
  // The order of keys in a Y.Map is that of their arrival, which differs from one replica to the next.
  for (const key of SETS) held[key].sort(compare);
  skipped += steps.skipped;
  if (skipped > 0) onSkipped?.(skipped);
  const cover = text(map.get(CARD.cover));
  return {
    id,
    title: text(map.get(CARD.title)) ?? '',
    description,
    columnId,
    ...inOrder(held),
    checklists: steps.checklists.map(({ id, name, items }) => ({
      id,
      name,
      items: items.map(({ id, text, done }) => ({ id, text, done })),
    })),
    files: files.sort(byArrival),
    cover: files.some((file) => file.id === cover && file.width !== null) ? cover : null,
    blockedBy: blockedBy.sort(compare),
    links: links.filter((key) => parseObjectKey(key) !== null).sort(compare),
    fields: fields.sort((a, b) => compare(a.fieldId, b.fieldId)),
    repeat: readRepeat(map.get(CARD.repeat)),
    movedTo: readMovedTo(map.get(CARD.movedTo)),
    createdAt: readInstant(map.get(CARD.createdAt)),
    createdBy: text(map.get(CARD.createdBy)),
  };
}
