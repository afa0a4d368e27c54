import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { readBoard, readSlots } from '#shared/board/board-doc.ts';
import {
  addCard,
  archiveCard,
  moveCard,
  renameCard,
  restoreCard,
  setCardAssignees,
  setCardDescription,
  setCardLabels,
} from '#shared/board/card-operations.ts';
import {
  addChecklistItem,
  removeChecklistItem,
  renameChecklistItem,
  toggleChecklistItem,
} from '#shared/board/checklist-operations.ts';
import { addColumn, moveColumn, removeColumn, renameColumn } from '#shared/board/column-operations.ts';
import { BORN, fillBoard } from '#tests/support/boards.ts';
import { rejoin, replicas } from '#tests/support/replicas.ts';

const isLong = process.env.TEST_LONG === '1';

/** What happens to the peers, one thing after another. Numbers choose among what exists, wherever it exists. */
const step = fc.record({
  kind: fc.constantFrom(
    ...(['add', 'add', 'move', 'move', 'move', 'move', 'edit', 'checklist', 'archive', 'column'] as const),
    ...(['deliver', 'deliver', 'deliver', 'rejoin'] as const),
  ),
  peer: fc.nat(4),
  other: fc.nat(4),
  which: fc.nat(30),
  column: fc.nat(6),
  index: fc.nat(8),
  text: fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** Peers of one board. Every update waits for each of the others, who take them in any order, or never before the end. */
class Peers {
  readonly docs: Y.Doc[];
  readonly cardIds: string[] = [];
  readonly columnIds = ['todo', 'doing', 'done'];
  private readonly waiting: Uint8Array[][];

  constructor(count: number) {
    this.docs = replicas(count);
    const [first] = this.docs;
    if (first) fillBoard(first);
    rejoin(...this.docs);
    this.waiting = this.docs.map(() => []);
    for (const [at, doc] of this.docs.entries()) {
      doc.on('update', (update: Uint8Array, origin: unknown) => {
        if (origin === 'remote') return;
        for (const [to, inbox] of this.waiting.entries()) if (to !== at) inbox.push(update);
      });
    }
  }

  run(step: Step): void {
    const at = step.peer % this.docs.length;
    const doc = this.docs[at];
    if (!doc) return;
    if (step.kind === 'deliver') this.deliver(doc, this.waiting[at] ?? [], step.which);
    else if (step.kind === 'rejoin') rejoin(doc, this.docs[step.other % this.docs.length] ?? doc);
    else this.operate(doc, step, step.kind);
  }

  private deliver(doc: Y.Doc, inbox: Uint8Array[], which: number): void {
    const [update] = inbox.splice(which % Math.max(inbox.length, 1), 1);
    if (update) Y.applyUpdate(doc, update, 'remote');
  }

  private operate(doc: Y.Doc, { which, column, index, text }: Step, kind: Step['kind']): void {
    const cardId = this.cardIds[which % Math.max(this.cardIds.length, 1)] ?? 'none';
    const columnId = this.columnIds[column % this.columnIds.length] ?? 'none';
    const itemId = `item-${index}`;
    if (kind === 'add') {
      const added = `card-${this.cardIds.length}`;
      const input = { cardId: added, columnId, title: `x${text}`, index, ...BORN };
      if (addCard(doc, input).ok) this.cardIds.push(added);
    } else if (kind === 'move') moveCard(doc, { cardId, columnId, index });
    else if (kind === 'edit') {
      if (index < 3) renameCard(doc, { cardId, title: text });
      else if (index < 5) setCardDescription(doc, { cardId, description: text });
      else if (index < 7) setCardLabels(doc, { cardId, labels: column % 2 ? ['field'] : ['data', 'field'] });
      else setCardAssignees(doc, { cardId, assignees: [text, `person-${column}`] });
    } else if (kind === 'checklist') {
      if (column < 3) addChecklistItem(doc, { cardId, itemId, text });
      else if (column < 4) toggleChecklistItem(doc, { cardId, itemId, done: which % 2 === 0 });
      else if (column < 5) renameChecklistItem(doc, { cardId, itemId, text });
      else removeChecklistItem(doc, { cardId, itemId });
    } else if (kind === 'archive') {
      if (index < 5) archiveCard(doc, { cardId });
      else restoreCard(doc, { cardId });
    } else if (index < 2) {
      const added = `column-${this.columnIds.length}`;
      if (addColumn(doc, { columnId: added, name: `x${text}` }).ok) this.columnIds.push(added);
    } else if (index < 4) renameColumn(doc, { columnId, name: text });
    else if (index < 6) moveColumn(doc, { columnId, index: which });
    else removeColumn(doc, { columnId });
  }
}

test('[B2] [B3] whatever is done, cut off and delivered, all see the same board, with every card once', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 3, max: isLong ? 5 : 3 }),
      fc.array(step, { maxLength: 150, size: 'max' }),
      (count, steps) => {
        const peers = new Peers(count);
        for (const one of steps) peers.run(one);
        rejoin(...peers.docs);

        const [first, ...others] = peers.docs.map(readBoard);
        for (const board of others) expect(board).toEqual(first);
        if (!first) return;
        const shown = first.columns.flatMap(({ cards }) => cards);
        const ids = [...shown, ...first.archived].map(({ id }) => id);
        expect(ids.sort()).toEqual([...peers.cardIds].sort());
        expect(first.skipped).toBe(0);
        for (const { id, cards } of first.columns) {
          expect(cards.every(({ columnId }) => columnId === id)).toBe(true);
        }

        // Positions are a total order: read again from a copy that got everything in one piece, they are the same.
        const copy = new Y.Doc();
        for (const doc of peers.docs.slice(0, 1)) Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
        expect(readBoard(copy)).toEqual(first);
        const ranks = readSlots(copy).map(({ order, id }) => `${order} ${id}`);
        expect(new Set(ranks).size).toBe(ranks.length);
      },
    ),
    { numRuns: isLong ? 1000 : 100 },
  );
}, 300_000);

test('[B4] alone on a board, a card moved to a rank stands at that rank', () => {
  const move = fc.record({ card: fc.nat(9), column: fc.nat(2), index: fc.nat(10) });
  fc.assert(
    fc.property(fc.array(move, { maxLength: 60, size: 'max' }), (moves) => {
      const [doc] = replicas(1);
      if (!doc) return;
      const columns = ['todo', 'doing', 'done'];
      fillBoard(doc, { todo: ['0', '1', '2', '3', '4'], doing: ['5', '6', '7', '8', '9'] });
      for (const { card, column, index } of moves) {
        const cardId = String(card);
        moveCard(doc, { cardId, columnId: columns[column] ?? '', index });
        const ids = readBoard(doc).columns[column]?.cards.map(({ id }) => id) ?? [];
        expect(ids.indexOf(cardId)).toBe(Math.min(index, ids.length - 1));
      }
    }),
    { numRuns: 60 },
  );
});
