import type * as Y from 'yjs';
import type { Checklist, LabelColour } from './board.ts';
import { BOARD_EDIT, cardsOf, createBoardDoc, readSlots, shownIn } from './board-doc.ts';
import { newCard } from './card/card-doc.ts';
import { putChecklist } from './card/checklist-doc.ts';
import { descriptionName, writeDescription } from './card/description-doc.ts';
import { type CardProperties, propertiesOf } from './card/property/card-properties.ts';
import { setCardProperties } from './card/property/property-operations.ts';
import { orderAt } from './order.ts';
import { fitLine, tidyDescription } from './text.ts';

/** A card to write, with ids of columns, labels, people and organisations already known. */
export interface CardContent extends CardProperties {
  readonly id: string;
  readonly columnId: string;
  readonly title: string;
  readonly description: string;
  /** The main one may have no name. */
  readonly checklists: readonly Checklist[];
}

interface Born {
  readonly createdAt: Date;
  readonly createdBy: string;
}

export interface BoardContent {
  readonly columns: readonly {
    readonly id: string;
    readonly name: string;
    readonly done?: boolean;
    readonly limit?: number;
    readonly colour?: LabelColour;
  }[];
  readonly labels: readonly { readonly id: string; readonly name: string; readonly colour?: LabelColour }[];
  readonly cards: readonly CardContent[];
}

/**
 * Fills a new board with columns, labels and cards. Whatever `readBoard` gives can be written: people are told when a text is
 * too long, copies are not asked, so lines are cut, descriptions whole.
 * @throws for a label that the board does not have, and for days that do not exist or hold together.
 */
export function fillBoard(doc: Y.Doc, { columns, labels, cards }: BoardContent, born: Born): void {
  createBoardDoc(doc, { columns, labels });
  // As `writeCard`, which would read the whole board again for each of thousands.
  const orders = new Map<string, string[]>();
  for (const card of cards) {
    const keys = orders.get(card.columnId) ?? [];
    orders.set(card.columnId, [...keys.slice(-1), putCard(doc, card, keys, born)]);
  }
}

/**
 * Writes one card with all that it says at the end of its column, its id new; otherwise as `fillBoard`.
 */
export function writeCard(doc: Y.Doc, card: CardContent, born: Born): void {
  const shown = shownIn(readSlots(doc), card.columnId);
  putCard(
    doc,
    card,
    shown.map(({ order }) => order),
    born,
  );
}

/** Writes a card behind those whose keys are given, and answers its own. */
function putCard(doc: Y.Doc, content: CardContent, orders: readonly string[], born: Born): string {
  const { id, columnId, title, description, checklists } = content;
  const order = orderAt(orders, orders.length, id);
  doc.transact(() => {
    const card = newCard({ title: fitLine(title), place: { columnId, order }, ...born });
    cardsOf(doc).set(id, card);
    const written = setCardProperties(doc, { cardId: id, ...propertiesOf(content) });
    if (!written.ok) throw new Error(`a card could not be written: ${written.error}`);
    const said = tidyDescription(description);
    if (said !== '') writeDescription(doc.getXmlFragment(descriptionName(id)), said);
    for (const { id: listId, name, items } of checklists) {
      const steps = items.map((item) => ({ ...item, text: fitLine(item.text) }));
      putChecklist(card, { id: listId, name: fitLine(name), items: steps });
    }
  }, BOARD_EDIT);
  return order;
}
