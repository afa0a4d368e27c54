import * as Y from 'yjs';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { BOARD_EDIT, cardsOf, findIn, readColumns, readSlots, type Slot, shownIn } from '../board-doc.ts';
import { readDay } from '../field/stored-value.ts';
import { orderAt } from '../order.ts';
import { fitLine } from '../text.ts';
import { CARD, carriedEntries, freshCopy, newCard, readRepeat, writeField } from './card-doc.ts';
import { copyDescription } from './description-doc.ts';
import { daysUntil } from './due.ts';
import { DAYS } from './property/card-properties.ts';
import {
  addDays,
  type CardRepeat,
  dayOf,
  daysLater,
  periodsDue,
  REPEATS,
  type RepeatEvery,
} from './repeat.ts';

/**
 * [B28] Makes a card come back from the day `next` on, in the column where it stands now, or never again (null). `series` is new.
 * Refused: no such card, a day that does not exist, another rhythm.
 */
export function setCardRepeat(
  doc: Y.Doc,
  {
    cardId,
    repeat,
    series,
  }: {
    readonly cardId: string;
    readonly repeat: { readonly every: RepeatEvery; readonly next: string } | null;
    readonly series: string;
  },
): Result<void, 'board.cardNotFound' | 'board.dueInvalid'> {
  const card = findIn(cardsOf(doc), cardId);
  const slot = readSlots(doc).find(({ id }) => id === cardId);
  if (!card || !slot) return fail('board.cardNotFound');
  if (repeat === null) {
    doc.transact(() => writeField(card, CARD.repeat, null), BOARD_EDIT);
    return ok();
  }
  const { every, next } = repeat;
  if (readDay(next) === null || !REPEATS.includes(every)) return fail('board.dueInvalid');
  const known = readRepeat(card.get(CARD.repeat));
  if (known?.every === every && known.next === next) return ok();
  const value: CardRepeat = {
    every,
    next,
    day: dayOf(next),
    columnId: slot.columnId,
    series: known?.series ?? series,
  };
  doc.transact(() => card.set(CARD.repeat, value), BOARD_EDIT);
  return ok();
}

/**
 * [B28] Makes the cards that are due to come back: what each says, its steps to be done again, its due day as much later. The new
 * card goes on with the series. After a stop there is one new card, not one for each period. Its id is made of the series and the day:
 * made by two servers at once it is one card, and run again it makes none. Answers how many were made.
 */
export function makeRepeats(
  doc: Y.Doc,
  input: { readonly today: string; readonly createdAt: Date; readonly createdBy: string },
): number {
  const slots = readSlots(doc);
  let made = 0;
  doc.transact(() => {
    for (const slot of slots) {
      const repeat = slot.isArchived ? null : readRepeat(slot.map.get(CARD.repeat));
      const periods = repeat ? periodsDue(repeat, input.today) : 0;
      if (repeat && periods > 0 && makeNext(doc, slots, { slot, repeat, periods }, input)) made += 1;
    }
  }, BOARD_EDIT);
  return made;
}

function makeNext(
  doc: Y.Doc,
  slots: readonly Slot[],
  { slot, repeat, periods }: { slot: Slot; repeat: CardRepeat; periods: number },
  born: { readonly createdAt: Date; readonly createdBy: string },
): boolean {
  const { every, next, day } = repeat;
  const on = daysLater(next, every, periods - 1, day);
  const id = `${repeat.series}-${on}`;
  const columnId = columnFor(doc, repeat.columnId);
  const { map } = slot;
  map.delete(CARD.repeat);
  if (columnId === null || cardsOf(doc).has(id)) return false;
  const orders = shownIn(slots, columnId).map(({ order }) => order);
  const title = map.get(CARD.title);
  const card = newCard({
    ...born,
    title: fitLine(typeof title === 'string' ? title : ''),
    place: { columnId, order: orderAt(orders, orders.length, id) },
  });
  for (const [key, value] of carriedEntries(map)) {
    card.set(key, value instanceof Y.AbstractType ? freshCopy(value) : value);
  }
  const following = daysLater(next, every, periods, day);
  // As far from its series as they were: the last of a month stays the last, whatever February did.
  for (const key of DAYS) {
    const on = readDay(map.get(key));
    if (on) card.set(key, addDays(on, daysUntil(following, next)));
  }
  card.set(CARD.repeat, { ...repeat, next: following });
  cardsOf(doc).set(id, card);
  copyDescription(doc, slot.id, id);
  return true;
}

/** The column of the series, the first one that is not for finished cards when it is gone or has become one. */
function columnFor(doc: Y.Doc, wanted: string): string | null {
  const open = readColumns(doc).filter(({ done }) => !done);
  return (open.find(({ id }) => id === wanted) ?? open[0])?.id ?? null;
}
