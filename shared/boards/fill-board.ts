import type * as Y from 'yjs';
import type { BlockJson } from '#shared/documents/text/document-blocks.ts';
import { type Board, type Card, textsById, type WholeBoard } from './board.ts';
import {
  BOARD_EDIT,
  cardsOf,
  createBoardDoc,
  fieldsOf,
  type NewBoard,
  readSlots,
  savedViewsOf,
  shownIn,
} from './board-doc.ts';
import { CARD, newCard, writeField, writeHeld } from './card/card-doc.ts';
import { putFile } from './card/card-files-doc.ts';
import { changeCard } from './card/change-card.ts';
import { putChecklist } from './card/checklist-doc.ts';
import { descriptionName, writeDescription, writeLaidOut } from './card/description-doc.ts';
import { type CardProperty, propertiesOf } from './card/property/card-properties.ts';
import { setCardProperties } from './card/property/property-operations.ts';
import { addBlocker, addLink } from './card/relation-operations.ts';
import { putField } from './field/field-doc.ts';
import { compare, lineUp, orderAt } from './order.ts';
import { fitLine, tidyDescription } from './text.ts';
import { newSavedView } from './view/saved-view-doc.ts';

type Said = 'id' | 'columnId' | 'title' | 'description' | 'checklists' | CardProperty;

/**
 * A card to write, with ids of columns, labels, people and organisations already known. When and by whom it was made is that of
 * the whole, if it does not say.
 */
export type CardContent = Pick<Card, Said> &
  Partial<Omit<Card, Said>> & {
    /** The description with its layout; without, its plain text is written. */
    readonly text?: readonly BlockJson[] | undefined;
  };

interface Born {
  readonly createdAt: Date;
  readonly createdBy: string;
}

/** A board to write: what `readBoard` gives, or less. */
export interface BoardContent extends NewBoard, Partial<Pick<Board, 'fields' | 'removedFields' | 'views'>> {
  /** In order inside each column. */
  readonly cards: readonly CardContent[];
  readonly archived?: readonly CardContent[];
}

/** [B75] All of a board, to be written elsewhere. */
export function contentOf(board: Omit<WholeBoard, 'schemaVersion' | 'skipped'>): BoardContent {
  const { columns, archived, texts: _, ...others } = board;
  const texts = textsById(board);
  const whole = (cards: readonly Card[]) => cards.map((card) => ({ ...card, text: texts.get(card.id) }));
  return {
    ...others,
    columns,
    cards: columns.flatMap(({ cards }) => whole(cards)),
    archived: whole(archived),
  };
}

/**
 * Fills a new board with all that is given. Whatever `readBoard` gives can be written, and reads again as it was: people are told
 * when a text is too long, copies are not asked, so lines are cut, descriptions whole [B10]. A card does not wait for itself [B30].
 * @throws for a label that the board does not have, and for days that do not exist or hold together.
 */
export function fillBoard(
  doc: Y.Doc,
  { cards, archived = [], fields = [], removedFields = [], views = [], ...frame }: BoardContent,
  born: Born,
): void {
  const columns = [...Map.groupBy(cards, ({ columnId }) => columnId).values()].map((column) =>
    lineUp(column),
  );
  // One that is restored comes last in its column.
  const last = columns.flatMap((column) => column.slice(-1).map(([, order]) => order)).sort(compare);
  const all = [...columns.flat(), ...lineUp(archived, last.slice(-1))];
  doc.transact(() => {
    createBoardDoc(doc, frame);
    for (const [field, order] of lineUp([...fields, ...removedFields]))
      putField(fieldsOf(doc), field, { order, removed: removedFields.includes(field) });
    for (const { id, name, query } of views)
      savedViewsOf(doc).set(id, newSavedView({ name: fitLine(name), query }));
    // As `writeCard`, which would read the whole board again for each of thousands.
    for (const [card, order] of all) putCard(doc, card, order, born);
    for (const { id } of archived) changeCard(doc, id, (card) => writeField(card, CARD.archived, true));
    for (const [{ id: cardId, blockedBy = [] }] of all)
      for (const blockerId of blockedBy) addBlocker(doc, { cardId, blockerId });
  }, BOARD_EDIT);
}

/**
 * Writes one card with all that it says at the end of its column, its id new; otherwise as `fillBoard`.
 */
export function writeCard(doc: Y.Doc, card: CardContent, born: Born): void {
  const orders = shownIn(readSlots(doc), card.columnId).map(({ order }) => order);
  putCard(doc, card, orderAt(orders, orders.length, card.id), born);
}

/** Writes a card under its key. */
function putCard(doc: Y.Doc, content: CardContent, order: string, born: Born): void {
  const { id, columnId, createdAt, createdBy, cover = null, repeat, movedTo } = content;
  doc.transact(() => {
    const card = newCard({
      title: fitLine(content.title),
      place: { columnId, order },
      createdAt: createdAt ? new Date(createdAt) : born.createdAt,
      createdBy: createdBy ?? born.createdBy,
    });
    cardsOf(doc).set(id, card);
    const written = setCardProperties(doc, { cardId: id, ...propertiesOf(content) });
    if (!written.ok) throw new Error(`a card could not be written: ${written.error}`);
    const [description, said] = [descriptionName(id), tidyDescription(content.description)];
    if (content.text) writeLaidOut(doc.getXmlFragment(description), content.text);
    else if (said !== '') writeDescription(doc.getXmlFragment(description), said);
    for (const { id: listId, name, items } of content.checklists) {
      const steps = items.map((item) => ({ ...item, text: fitLine(item.text) }));
      putChecklist(card, { id: listId, name: fitLine(name), items: steps });
    }
    for (const { fieldId, value } of content.fields ?? [])
      writeHeld(card, fieldId, typeof value === 'string' ? fitLine(value) : value);
    for (const file of content.files ?? []) putFile(card, file);
    writeField(card, CARD.cover, cover);
    for (const key of content.links ?? []) addLink(doc, { cardId: id, key });
    if (repeat) card.set(CARD.repeat, repeat);
    if (movedTo) card.set(CARD.movedTo, movedTo);
  }, BOARD_EDIT);
}
