import * as Y from 'yjs';
import type { Card, CardFile } from '../board.ts';
import { cardsOf, findIn, readColumns, readLabelIds } from '../board-doc.ts';
import { CARD, MEMBER, memberKey, readCard, readSlot } from './card-doc.ts';
import { FILE } from './card-files-doc.ts';
import type { CardChange, CardEvent } from './card-history.ts';
import { descriptionName, descriptionText, findDescription } from './description-doc.ts';
import { CARD_PROPERTIES, DAYS, SETS } from './property/card-properties.ts';

/** One row of the log of a board: a moment as the server noted it, and everybody who wrote in it. */
export interface LoggedUpdate {
  readonly data: Uint8Array;
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** Accounts. */
  readonly writers: readonly string[];
}

/** A card at one moment, with the names that it had then. */
interface State {
  readonly card: Card;
  readonly map: Y.Map<unknown>;
  readonly column: string;
  readonly isArchived: boolean;
}

/**
 * [B32] What happened to a card, in order, by replaying the log of its board from the beginning. Who did something is read from the
 * clientID that wrote the key, by the server's register of whose they are; a key that was only taken away says nobody, and then it
 * was whoever wrote that row, if one person did. Total: what does not read is no event.
 */
export function readCardHistory(
  log: readonly LoggedUpdate[],
  owners: ReadonlyMap<number, string>,
  cardId: string,
): CardEvent[] {
  const doc = new Y.Doc();
  const cards = cardsOf(doc);
  let isTouched = false;
  cards.observeDeep((events) => {
    isTouched ||= events.some((event) =>
      event.target === cards ? event.keys.has(cardId) : event.path[0] === cardId,
    );
  });
  // Asked for as what it is: a type that nobody has asked for tells of no change.
  doc.getXmlFragment(descriptionName(cardId)).observeDeep(() => {
    isTouched = true;
  });
  let before: State | null = null;
  const events: CardEvent[] = [];
  for (const { data, at, writers } of log) {
    isTouched = false;
    Y.applyUpdate(doc, data);
    if (!isTouched) continue;
    const after = stateOf(doc, cardId);
    if (!after) continue;
    const only = writers.length === 1 ? (writers[0] ?? null) : null;
    for (const { key, change } of changesBetween(doc, before, after)) {
      const client = key === null ? undefined : clientOf(after.map, key);
      events.push({ at, by: (client === undefined ? null : owners.get(client)) ?? only, ...change });
    }
    before = after;
  }
  return events;
}

function stateOf(doc: Y.Doc, cardId: string): State | null {
  const map = findIn(cardsOf(doc), cardId);
  if (!map) return null;
  const { columnId, isArchived } = readSlot(cardId, map);
  const columns = readColumns(doc);
  const column = columns.find(({ id }) => id === columnId) ?? columns[0];
  const description = findDescription(doc, cardId);
  return {
    // What a group's own fields hold is not told.
    card: readCard(
      cardId,
      map,
      column?.id ?? '',
      { knownLabels: readLabelIds(doc), readValue: () => null },
      description ? descriptionText(description) : '',
    ),
    map,
    column: column?.name ?? '',
    isArchived,
  };
}

/** Who wrote what stands under a key: the clientID of its item; nothing stands under one that was taken away. */
function clientOf(map: Y.Map<unknown>, key: string): number | undefined {
  const item = map._map.get(key);
  return item && !item.deleted ? item.id.client : undefined;
}

/** What a change is, and the key that it was written to; null for one that was only taken away. */
interface KeyedChange {
  readonly key: string | null;
  readonly change: CardChange;
}

function changesBetween(doc: Y.Doc, before: State | null, after: State): KeyedChange[] {
  const { card, column, isArchived } = after;
  if (!before) return [{ key: CARD.createdAt, change: { what: 'created', to: column } }];
  const was = before.card;
  const titleOf = (id: string) => {
    const title = findIn(cardsOf(doc), id)?.get(CARD.title);
    return typeof title === 'string' ? title : '';
  };
  const changes: KeyedChange[] = [];
  const add = (key: string | null, change: CardChange) => changes.push({ key, change });
  if (was.columnId !== card.columnId) add(CARD.place, { what: 'moved', from: before.column, to: column });
  if (was.title !== card.title) add(CARD.title, { what: 'renamed', from: was.title, to: card.title });
  if (was.description !== card.description) add(null, { what: 'described' });
  for (const key of DAYS) {
    if (was[key] !== card[key]) add(card[key] && key, { what: key, to: card[key] });
  }
  if (before.isArchived !== isArchived)
    add(isArchived ? CARD.archived : null, { what: isArchived ? 'archived' : 'restored' });
  const sets = [
    ...SETS.map((key) => [key, memberKey(key, ''), ...CARD_PROPERTIES[key].told] as const),
    ['links', MEMBER.link, 'linked', 'unlinked'],
  ] as const;
  for (const [field, prefix, came, went] of sets) {
    const { added, removed } = difference(was[field], card[field]);
    for (const id of added) add(prefix + id, { what: came, id });
    for (const id of removed) add(null, { what: went, id });
  }
  const blockers = difference(was.blockedBy, card.blockedBy);
  for (const id of blockers.added) add(MEMBER.blocker + id, { what: 'blocked', to: titleOf(id) });
  for (const id of blockers.removed) add(null, { what: 'unblocked', to: titleOf(id) });
  const isNew = (known: Card['files']) => (file: CardFile) => known.every(({ id }) => id !== file.id);
  for (const file of card.files.filter(isNew(was.files)))
    add(FILE + file.id, { what: 'attached', to: file.name });
  for (const file of was.files.filter(isNew(card.files))) add(null, { what: 'detached', to: file.name });
  return changes;
}

function difference(was: readonly string[], is: readonly string[]) {
  return {
    added: is.filter((id) => !was.includes(id)),
    removed: was.filter((id) => !is.includes(id)),
  };
}
