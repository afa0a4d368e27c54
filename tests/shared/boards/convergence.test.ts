import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { readBoard, readSlots } from '#shared/boards/board-doc.ts';
import { moveCard } from '#shared/boards/card/card-operations.ts';
import { type Draw, gestures, type KnownIds } from '#tests/support/boards/board-gestures.ts';
import { fillBoard } from '#tests/support/boards/boards.ts';
import { rejoin, replicas } from '#tests/support/realtime/replicas.ts';

const isLong = process.env.TEST_LONG === '1';
const REPLICAS = 5;

/** What happens on a board most of the time; every other gesture comes as often as one of these. */
const often = [
  'addCard',
  'addCard',
  'moveCard',
  'moveCard',
  'moveCard',
  'moveCard',
  'moveCard',
  'renameCard',
];

/** One thing after another: a gesture of somebody, the delivery of one update, or two who hear of everything. */
const step = fc.record({
  kind: fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...often, ...Object.keys(gestures)) },
    { weight: 3, arbitrary: fc.constant('deliver') },
    { weight: 1, arbitrary: fc.constant('rejoin') },
  ),
  peer: fc.nat(REPLICAS - 1),
  draw: fc.record({
    which: fc.nat(30),
    other: fc.nat(8),
    index: fc.nat(8),
    yes: fc.boolean(),
    text: fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
  }),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** Peers of one board. Every update waits for each of the others, who take them in any order, or never before the end. */
class Peers {
  readonly docs = replicas(REPLICAS);
  readonly known: KnownIds = {
    cards: [],
    columns: ['todo', 'doing', 'done'],
    labels: ['field', 'data'],
    fields: [],
    options: [],
    views: [],
  };
  private readonly waiting: Uint8Array[][];

  constructor() {
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

  /** Gives the replica on which something happened. */
  run({ kind, peer, draw }: Step): Y.Doc | undefined {
    const doc = this.docs[peer];
    if (!doc) return;
    if (kind === 'deliver') this.deliver(doc, this.waiting[peer] ?? [], draw);
    else if (kind === 'rejoin') rejoin(doc, this.docs[draw.which % REPLICAS] ?? doc);
    else gestures[kind]?.(doc, this.known, draw);
    return doc;
  }

  private deliver(doc: Y.Doc, inbox: Uint8Array[], { which }: Draw): void {
    const [update] = inbox.splice(which % Math.max(inbox.length, 1), 1);
    if (update) Y.applyUpdate(doc, update, 'remote');
  }
}

/** Every id that a board shows, in its columns and in its archive, in order. */
function shownIds(doc: Y.Doc): string[] {
  const { columns, archived } = readBoard(doc);
  return [...columns.flatMap(({ cards }) => cards), ...archived].map(({ id }) => id);
}

test('[B2] every operation on a board takes part in what follows', async () => {
  const folder = new URL('../../../shared/boards/', import.meta.url);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('-operations.ts'),
  );
  const modules = await Promise.all(files.map((name) => import(new URL(name, folder).href)));
  const operations = modules.flatMap((module: object) =>
    Object.entries(module).flatMap(([name, value]) => (typeof value === 'function' ? [name] : [])),
  );
  expect(Object.keys(gestures)).toEqual(expect.arrayContaining(operations));
});

test('[B2] [B3] whatever five do, cut off from each other and merged, all see the same board, with every card once', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 150, size: 'max' }), (steps) => {
      const peers = new Peers();
      for (const one of steps) {
        const doc = peers.run(one);
        const ids = doc ? shownIds(doc) : [];
        expect(new Set(ids).size).toBe(ids.length);
      }
      rejoin(...peers.docs);

      const [first, ...others] = peers.docs.map(readBoard);
      for (const board of others) expect(board).toEqual(first);
      if (!first) return;
      const [doc = new Y.Doc()] = peers.docs;
      expect(shownIds(doc).sort()).toEqual([...peers.known.cards].sort());
      expect(first.skipped).toBe(0);
      for (const { id, cards } of first.columns) {
        expect(cards.every(({ columnId }) => columnId === id)).toBe(true);
      }

      // Positions are a total order: read again from a copy that got everything in one piece, they are the same.
      const copy = new Y.Doc();
      Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
      expect(readBoard(copy)).toEqual(first);
      const ranks = readSlots(copy).map(({ order, id }) => `${order} ${id}`);
      expect(new Set(ranks).size).toBe(ranks.length);
    }),
    { numRuns: isLong ? 1000 : 100 },
  );
});

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
