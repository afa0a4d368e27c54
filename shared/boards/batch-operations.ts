import type * as Y from 'yjs';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { BOARD_EDIT, cardsOf, findIn, readColumns, readSlots, shownIn } from './board-doc.ts';
import { CARD, readDays, writeDays, writeField, writeMember } from './card/card-doc.ts';
import {
  CARD_PROPERTIES,
  type CardProperties,
  type DayProperty,
  eachProperty,
  type OneOf,
  SETS,
  type SetProperty,
} from './card/property/card-properties.ts';
import { fitsDays, type PropertyRefusal, valueRefusal } from './card/property/property-refusals.ts';
import { compare, orderAt, rankIn } from './order.ts';

/** A change of several cards at once; ids that the board does not have, or that are in the archive, are passed over. */
interface Batch {
  readonly cardIds: readonly string[];
}

type MemberChange = { [P in SetProperty]: Readonly<Record<OneOf<P>, string>> & { readonly isOn: boolean } };
type DayChange = { [P in DayProperty]: Readonly<Pick<CardProperties, P>> };

/** [B23] What may be said of several cards at once: one member of a set more or less, a day, or that they go into the archive. */
export type CardsChange = MemberChange[SetProperty] | DayChange[DayProperty] | { readonly archived: true };

/** Any of them, to be asked for each in turn. */
type Said = Partial<Record<OneOf<SetProperty>, string> & Pick<CardProperties, DayProperty>> & {
  readonly isOn?: boolean;
  readonly archived?: true;
};

/**
 * [B23] Says one thing of several cards, as one gesture. Answers how many cards it concerned. Refused: none of them is on
 * the board, a label that the board does not have, a day that does not exist, or comes before the start of one of them ([B52]).
 */
export function changeCards(
  doc: Y.Doc,
  { cardIds, change }: Batch & { readonly change: CardsChange },
): Result<number, PropertyRefusal> {
  const { isOn = false, archived, ...said }: Said = change;
  const edit = eachProperty({
    day: (key) => said[key],
    members: (key) => {
      const id = said[CARD_PROPERTIES[key].one];
      return id === undefined ? undefined : [id];
    },
  });
  const refusal = valueRefusal(doc, edit);
  if (refusal) return fail(refusal);
  const cards = shownAmong(doc, cardIds).flatMap(({ id }) => findIn(cardsOf(doc), id) ?? []);
  if (cards.length === 0) return fail('board.cardNotFound');
  if (!cards.every((card) => fitsDays(readDays(card), edit))) return fail('board.startAfterDue');
  doc.transact(() => {
    for (const card of cards) {
      for (const key of SETS) for (const id of edit[key] ?? []) writeMember(card, key, id, isOn);
      writeDays(card, edit);
      if (archived) writeField(card, CARD.archived, true);
    }
  }, BOARD_EDIT);
  return ok(cards.length);
}

/**
 * [B23] [B4] Puts several cards at `index` of a column, counted among those that stay there (the end when absent), in the order
 * in which they stood on the board; one gesture. Answers how many. Refused: none of them is on the board, no such column.
 */
export function moveCards(
  doc: Y.Doc,
  { cardIds, columnId, index }: Batch & { readonly columnId: string; readonly index?: number | undefined },
): Result<number, 'board.cardNotFound' | 'board.columnNotFound'> {
  const columns = readColumns(doc).map(({ id }) => id);
  if (!columns.includes(columnId)) return fail('board.columnNotFound');
  const moved = shownAmong(doc, cardIds).sort(
    // Slots come in order; the sort is stable.
    (a, b) => columns.indexOf(a.columnId) - columns.indexOf(b.columnId),
  );
  if (moved.length === 0) return fail('board.cardNotFound');
  const ids = new Set(moved.map(({ id }) => id));
  const shown = shownIn(readSlots(doc), columnId);
  const stay = shown.filter(({ id }) => !ids.has(id));
  const at = rankIn(stay.length, index);
  const wanted = [...stay.slice(0, at), ...moved, ...stay.slice(at)];
  if (wanted.length === shown.length && wanted.every(({ id }, rank) => id === shown[rank]?.id)) {
    return ok(moved.length);
  }
  const orders = stay.map(({ order }) => order);
  let rank = at;
  doc.transact(() => {
    for (const { id } of moved) {
      const order = orderAt(orders, rank, id);
      orders.push(order);
      orders.sort(compare);
      rank = orders.indexOf(order) + 1;
      findIn(cardsOf(doc), id)?.set(CARD.place, { columnId, order });
    }
  }, BOARD_EDIT);
  return ok(moved.length);
}

function shownAmong(doc: Y.Doc, cardIds: readonly string[]) {
  const wanted = new Set(cardIds);
  return readSlots(doc).filter(({ id, isArchived }) => wanted.has(id) && !isArchived);
}
