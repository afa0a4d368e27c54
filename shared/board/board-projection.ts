import type * as Y from 'yjs';
import { storable } from '#shared/storable.ts';
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
  readonly due: string | null;
  readonly organisationId: string | null;
  readonly assigneeIds: readonly string[];
  /** Names. */
  readonly labels: readonly string[];
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
      // The year 0000 is a year to JavaScript, not to PostgreSQL.
      due: card.due?.startsWith('0000') ? null : card.due,
      organisationId: card.organisationId === null ? null : storable(card.organisationId),
      assigneeIds: card.assignees.map(storable),
      labels: card.labels.map((id) => storable(labels.get(id) ?? '')),
    };
  };
  return [
    ...board.columns.flatMap(({ cards }) => cards.map((card) => project(card, false))),
    ...board.archived.map((card) => project(card, true)),
  ].filter(({ cardId }) => cardId.length <= LONGEST_ID && cardId === storable(cardId));
}
