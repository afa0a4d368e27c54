import type * as Y from 'yjs';
import { storable } from '#shared/kernel/storable.ts';
import type { Card } from './board.ts';
import { readBoard, readSlots } from './board-doc.ts';

/** A card as the database keeps it beside the board's log, for lists, dashboards and searches. */
export interface ProjectedCard {
  readonly cardId: string;
  readonly title: string;
  readonly description: string;
  readonly columnId: string;
  readonly columnName: string;
  readonly order: string;
  readonly isDone: boolean;
  readonly isArchived: boolean;
  /** `YYYY-MM-DD`. */
  readonly start: string | null;
  /** `YYYY-MM-DD`. */
  readonly due: string | null;
  /** `YYYY-MM-DD` on which it comes back. */
  readonly repeatOn: string | null;
  readonly organisationIds: readonly string[];
  readonly assigneeIds: readonly string[];
  /** Names. */
  readonly labels: readonly string[];
  /** Its checklists as text, one line a name or a step. */
  readonly steps: string;
  /** `objectKey` of what the card points to. */
  readonly links: readonly string[];
}

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
      start: storedDay(card.start),
      due: storedDay(card.due),
      repeatOn: storedDay(card.repeat?.next ?? null),
      organisationIds: card.organisations.map(storable),
      assigneeIds: card.assignees.map(storable),
      labels: card.labels.map((id) => storable(labels.get(id) ?? '')),
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
