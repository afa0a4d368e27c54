import type * as Y from 'yjs';
import { storable } from '#shared/kernel/storable.ts';
import type { Card } from './board.ts';
import { readBoard, readSlots } from './board-doc.ts';
import { type ByColumn, CARD_PROPERTIES, eachColumn } from './card/property/card-properties.ts';

/** A card as the database keeps it beside the board's log, for lists, dashboards and searches. */
export interface ProjectedCard extends ByColumn<string | null, readonly string[]> {
  readonly cardId: string;
  readonly title: string;
  readonly description: string;
  readonly columnId: string;
  readonly columnName: string;
  readonly order: string;
  readonly isDone: boolean;
  readonly isArchived: boolean;
  /** `YYYY-MM-DD` on which it comes back. */
  readonly repeatOn: string | null;
  /** Its checklists as text, one line a name or a step. */
  readonly steps: string;
  /** `objectKey` of what the card points to. */
  readonly links: readonly string[];
}

/** What is kept of a card beside its id, each in a column of its name, as which type of PostgreSQL. */
export const CARD_COLUMNS: Readonly<Record<Exclude<keyof ProjectedCard, 'cardId'>, string>> = {
  title: 'text',
  description: 'text',
  columnId: 'text',
  columnName: 'text',
  order: 'text',
  isDone: 'boolean',
  isArchived: 'boolean',
  repeatOn: 'date',
  steps: 'text',
  links: 'text[]',
  ...eachColumn({ day: () => 'date', members: () => 'text[]' }),
};

/** The year 0000 is a year to JavaScript, not to PostgreSQL. */
function storedDay(day: string | null): string | null {
  return day?.startsWith('0000') ? null : day;
}

/** Ours have 36 characters. A peer may write an id of any length; the index of a database takes some two thousand bytes. */
const LONGEST_ID = 200;

/** [K2] The cards of a board, those in the archive included; total and read-only, like `readBoard`. */
export function projectBoard(doc: Y.Doc): ProjectedCard[] {
  const board = readBoard(doc);
  const orders = new Map(readSlots(doc).map(({ id, order }) => [id, order]));
  const labels = new Map(board.labels.map(({ id, name }) => [id, name]));
  const columns = new Map(board.columns.map((column) => [column.id, column]));
  const project = (card: Card, isArchived: boolean): ProjectedCard => {
    const column = columns.get(card.columnId);
    return {
      cardId: card.id,
      title: storable(card.title),
      description: storable(card.description),
      columnId: storable(card.columnId),
      columnName: storable(column?.name ?? ''),
      order: orders.get(card.id) ?? '',
      isDone: column?.done ?? false,
      isArchived,
      repeatOn: storedDay(card.repeat?.next ?? null),
      ...eachColumn({
        day: (key) => storedDay(card[key]),
        members: (key) => {
          const isLabel = CARD_PROPERTIES[key].of === 'labels';
          return card[key].map((id) => storable(isLabel ? (labels.get(id) ?? '') : id));
        },
      }),
      steps: card.checklists
        .flatMap(({ name, items }) => [name, ...items.map((item) => item.text)])
        .filter(Boolean)
        .map(storable)
        .join('\n'),
      links: card.links,
    };
  };
  return [
    ...board.columns.flatMap(({ cards }) => cards.map((card) => project(card, false))),
    ...board.archived.map((card) => project(card, true)),
  ].filter(({ cardId }) => cardId.length <= LONGEST_ID && cardId === storable(cardId));
}
