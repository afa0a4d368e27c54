import type * as Y from 'yjs';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { Checklist, LabelColour } from './board.ts';
import { BOARD_EDIT, cardsOf, createBoardDoc } from './board-doc.ts';
import { newCard } from './card/card-doc.ts';
import { addCard, setCardDescription } from './card/card-operations.ts';
import { addChecklist } from './card/checklist-operations.ts';
import { type CardProperties, propertiesOf } from './card/property/card-properties.ts';
import { setCardProperties } from './card/property/property-operations.ts';
import { orderAt } from './order.ts';
import { parseLine } from './text.ts';

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
 * Fills a new board with columns, labels and cards, by the same operations as a person's gestures.
 * @throws when one is refused: the content comes from us (a template, the demonstration), so a refusal is a bug.
 */
export function fillBoard(doc: Y.Doc, { columns, labels, cards }: BoardContent, born: Born): void {
  createBoardDoc(doc, { columns, labels });
  // As `addCard` at the end of a column, which would read the whole board again for each of thousands.
  const orders = new Map<string, string[]>();
  const append = ({ id: cardId, columnId, title }: CardContent) => {
    const parsed = parseLine(title);
    if (!parsed.ok) return parsed;
    const keys = orders.get(columnId) ?? [];
    const order = orderAt(keys, keys.length, cardId);
    orders.set(columnId, [...keys.slice(-1), order]);
    const card = newCard({ title: parsed.value, place: { columnId, order }, ...born });
    doc.transact(() => cardsOf(doc).set(cardId, card), BOARD_EDIT);
    return ok();
  };
  for (const card of cards) say(doc, card, append(card));
}

/**
 * Writes one card with all that it says at the end of its column.
 * @throws when something of it is refused: whoever calls has looked at what the board has.
 */
export function writeCard(doc: Y.Doc, content: CardContent, born: Born): void {
  const { id: cardId, columnId, title } = content;
  say(doc, content, addCard(doc, { cardId, columnId, title, ...born }));
}

/** What a card that has just been added says beside its title. */
function say(doc: Y.Doc, content: CardContent, added: Result<void, string>): void {
  const { id: cardId, description, checklists } = content;
  const results = [
    added,
    setCardDescription(doc, { cardId, description }),
    setCardProperties(doc, { cardId, ...propertiesOf(content) }),
    ...checklists.map(({ id: listId, name, items }) => addChecklist(doc, { cardId, listId, name, items })),
  ];
  const refused = results.find((result) => !result.ok);
  if (refused && !refused.ok) throw new Error(`a card could not be written: ${refused.error}`);
}
