import type * as Y from 'yjs';
import { createBoardDoc, readBoard } from '#shared/boards/board-doc.ts';
import { addCard } from '#shared/boards/card/card-operations.ts';
import { replicas } from '../realtime/replicas.ts';

/** What a card of a test needs and does not speak about. */
export const BORN = { createdAt: new Date('2023-03-14T09:05:00Z'), createdBy: 'nadia' } as const;

/** Columns `todo`, `doing`, `done` with these cards, by id, in order; the title of a card is its id in capitals. */
export function fillBoard(doc: Y.Doc, cards: Readonly<Record<string, readonly string[]>> = {}): void {
  createBoardDoc(doc, {
    columns: [
      { id: 'todo', name: 'À faire' },
      { id: 'doing', name: 'En cours', limit: 3 },
      { id: 'done', name: 'Fait', done: true },
    ],
    labels: [
      { id: 'field', name: 'Terrain', colour: 'moss' },
      { id: 'data', name: 'Données' },
    ],
  });
  for (const [columnId, cardIds] of Object.entries(cards)) {
    for (const cardId of cardIds) {
      addCard(doc, { cardId, columnId, title: cardId.toUpperCase(), ...BORN });
    }
  }
}

/** One such board. */
export function boardWith(cards: Readonly<Record<string, readonly string[]>> = {}): Y.Doc {
  const [doc] = replicas(1);
  if (!doc) throw new Error('no replica');
  fillBoard(doc, cards);
  return doc;
}

/** The ids of the cards of each column, as people see them. */
export function layoutOf(doc: Y.Doc): Record<string, string[]> {
  return Object.fromEntries(
    readBoard(doc).columns.map(({ id, cards }) => [id, cards.map((card) => card.id)]),
  );
}
