import type * as Y from 'yjs';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import {
  BOARD_EDIT,
  cardsOf,
  findIn,
  readColumns,
  readLabelIds,
  readSlots,
  type Slot,
} from '../board-doc.ts';
import { readDay } from '../field/stored-value.ts';
import { orderAt, rankIn } from '../order.ts';
import { parseCardTitle, parseDescription } from '../text.ts';
import {
  CARD,
  newCard,
  readDays,
  writeAssignees,
  writeField,
  writeLabels,
  writeOrganisations,
} from './card-doc.ts';
import { changeCard } from './change-card.ts';
import { descriptionName, readDescription, writeDescription } from './description-doc.ts';

/*
 * Operations on cards: `(doc, input) → Result`, the same function in the browser and on the server, each one
 * transaction of origin BOARD_EDIT. A refused operation writes nothing; one that changes nothing writes nothing ([B7]).
 */

type TitleRefusal = 'board.titleEmpty' | 'board.titleTooLong';

/** The cards that a column shows, in order. */
function shownIn(slots: readonly Slot[], columnId: string): Slot[] {
  return slots.filter((slot) => slot.columnId === columnId && !slot.isArchived);
}

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
  const title = parseCardTitle(input.title);
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
  const parsed = parseCardTitle(title);
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

type DayRefusal = 'board.startInvalid' | 'board.dueInvalid' | 'board.startAfterDue';

/**
 * [B52] Sets the day a card starts, the day it is due, or both; `YYYY-MM-DD`, null for none, what is absent stays.
 * Refused: not a day of the calendar, a start after the due day, no such card.
 */
export function setCardDates(
  doc: Y.Doc,
  { cardId, ...days }: { readonly cardId: string } & CardDays,
): Result<void, DayRefusal | 'board.cardNotFound'> {
  if (days.start && readDay(days.start) === null) return fail('board.startInvalid');
  if (days.due && readDay(days.due) === null) return fail('board.dueInvalid');
  const card = findIn(cardsOf(doc), cardId);
  if (card === null) return fail('board.cardNotFound');
  const { start, due } = { ...readDays(card), ...days };
  if (start && due && start > due) return fail('board.startAfterDue');
  return changeCard(doc, cardId, () => {
    for (const key of ['start', 'due'] as const) {
      if (days[key] !== undefined) writeField(card, CARD[key], days[key] || null);
    }
  });
}

interface CardDays {
  readonly start?: string | null;
  readonly due?: string | null;
}

/** Sets the day a card is due, `YYYY-MM-DD`, or none. Refused: not a day of the calendar, before the start, no such card. */
export function setCardDue(
  doc: Y.Doc,
  { cardId, due }: { readonly cardId: string; readonly due: string | null },
): Result<void, DayRefusal | 'board.cardNotFound'> {
  return setCardDates(doc, { cardId, due });
}

/** [B9] Makes a card carry exactly these labels. Refused: a label that the board does not have, no such card. */
export function setCardLabels(
  doc: Y.Doc,
  { cardId, labels }: { readonly cardId: string; readonly labels: readonly string[] },
): Result<void, 'board.labelNotFound' | 'board.cardNotFound'> {
  const known = readLabelIds(doc);
  if (!labels.every((id) => known.has(id))) return fail('board.labelNotFound');
  return changeCard(doc, cardId, (card) => writeLabels(card, labels));
}

/** [B9] Gives a card exactly these people, by id; whether they may see the board is for the caller. Refused: no such card. */
export function setCardAssignees(
  doc: Y.Doc,
  { cardId, assignees }: { readonly cardId: string; readonly assignees: readonly string[] },
): Result<void, 'board.cardNotFound'> {
  return changeCard(doc, cardId, (card) => writeAssignees(card, assignees));
}

/** [B9] Gives a card exactly these organisations, by id; which ones may be given is for the caller. Refused: no such card. */
export function setCardOrganisations(
  doc: Y.Doc,
  { cardId, organisations }: { readonly cardId: string; readonly organisations: readonly string[] },
): Result<void, 'board.cardNotFound'> {
  return changeCard(doc, cardId, (card) => writeOrganisations(card, organisations));
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
