import type * as Y from 'yjs';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { BOARD_EDIT, cardsOf, readColumns, readSlots, shownIn } from '../board-doc.ts';
import { orderAt, rankIn } from '../order.ts';
import { parseDescription, parseLine } from '../text.ts';
import { CARD, newCard, writeField } from './card-doc.ts';
import { changeCard } from './change-card.ts';
import { descriptionName, readDescription, writeDescription } from './description-doc.ts';

/*
 * Operations on cards: `(doc, input) → Result`, the same function in the browser and on the server, each one
 * transaction of origin BOARD_EDIT. A refused operation writes nothing; one that changes nothing writes nothing ([B7]).
 */

type TitleRefusal = 'board.titleEmpty' | 'board.titleTooLong';

/**
 * Adds a card at `index` of a column (the end when absent). `cardId` is new, `createdAt` is now, `createdBy` a person.
 * Refused: title empty or too long, no such column, an id that another card has.
 */
export function addCard(
  doc: Y.Doc,
  input: {
    readonly cardId: string;
    readonly columnId: string;
    readonly title: string;
    readonly createdAt: Date;
    readonly createdBy: string;
    readonly index?: number;
  },
): Result<void, TitleRefusal | 'board.columnNotFound' | 'board.idTaken'> {
  const title = parseLine(input.title);
  if (!title.ok) return title;
  if (!readColumns(doc).some(({ id }) => id === input.columnId)) return fail('board.columnNotFound');
  if (cardsOf(doc).has(input.cardId)) return fail('board.idTaken');
  const orders = shownIn(readSlots(doc), input.columnId).map(({ order }) => order);
  const order = orderAt(orders, rankIn(orders.length, input.index), input.cardId);
  const card = newCard({ ...input, title: title.value, place: { columnId: input.columnId, order } });
  doc.transact(() => cardsOf(doc).set(input.cardId, card), BOARD_EDIT);
  return ok();
}

/**
 * [B1] [B4] Puts a card at `index` of a column, counted among the cards that the column shows without the moved one
 * (the end when absent; a number outside is brought inside). Refused: no such card, no such column.
 */
export function moveCard(
  doc: Y.Doc,
  {
    cardId,
    columnId,
    index,
  }: { readonly cardId: string; readonly columnId: string; readonly index?: number },
): Result<void, 'board.cardNotFound' | 'board.columnNotFound'> {
  const slots = readSlots(doc);
  const moved = slots.find(({ id }) => id === cardId);
  if (!moved) return fail('board.cardNotFound');
  if (!readColumns(doc).some(({ id }) => id === columnId)) return fail('board.columnNotFound');
  const shown = shownIn(slots, columnId);
  const from = shown.indexOf(moved);
  const siblings = shown.filter((slot) => slot !== moved);
  const to = rankIn(siblings.length, index);
  if (from === to) return ok();
  const orders = siblings.map(({ order }) => order);
  const order = orderAt(orders, to, cardId, from > to ? 'before' : 'after');
  return changeCard(doc, cardId, (card) => card.set(CARD.place, { columnId, order }));
}

/** Gives a card another title. Refused: title empty or too long, no such card. */
export function renameCard(
  doc: Y.Doc,
  { cardId, title }: { readonly cardId: string; readonly title: string },
): Result<void, TitleRefusal | 'board.cardNotFound'> {
  const parsed = parseLine(title);
  if (!parsed.ok) return parsed;
  return changeCard(doc, cardId, (card) => writeField(card, CARD.title, parsed.value));
}

/**
 * [B50] Makes the description of a card say this, one paragraph a line, empty removing it; passages that it says already keep
 * their layout. Refused: too long, no such card.
 */
export function setCardDescription(
  doc: Y.Doc,
  { cardId, description }: { readonly cardId: string; readonly description: string },
): Result<void, 'board.descriptionTooLong' | 'board.cardNotFound'> {
  const parsed = parseDescription(description);
  if (!parsed.ok) return parsed;
  return changeCard(doc, cardId, () => {
    if (readDescription(doc, cardId) === parsed.value) return;
    writeDescription(doc.getXmlFragment(descriptionName(cardId)), parsed.value);
  });
}

/** [B6] Takes a card off the board; nothing of it is lost. Refused: no such card. */
export function archiveCard(
  doc: Y.Doc,
  { cardId }: { readonly cardId: string },
): Result<void, 'board.cardNotFound'> {
  return changeCard(doc, cardId, (card) => writeField(card, CARD.archived, true));
}

/** [B6] Puts an archived card back where it was. Refused: no such card. */
export function restoreCard(
  doc: Y.Doc,
  { cardId }: { readonly cardId: string },
): Result<void, 'board.cardNotFound'> {
  return changeCard(doc, cardId, (card) => writeField(card, CARD.archived, null));
}
