import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { emptyBoard, MAIN_LIST, NO_COLUMN } from '#shared/boards/board.ts';
import { readBoard } from '#shared/boards/board-doc.ts';
import { addCard, archiveCard, moveCard, renameCard } from '#shared/boards/card/card-operations.ts';
import { addChecklistItem, toggleChecklistItem } from '#shared/boards/card/checklist-operations.ts';
import { setCardProperties } from '#shared/boards/card/property/property-operations.ts';
import { addColumn, moveColumn, removeColumn, setColumn } from '#shared/boards/column-operations.ts';
import { BORN, boardWith, layoutOf } from '#tests/support/boards/boards.ts';
import { countUpdates } from '#tests/support/realtime/replicas.ts';

/** Writes into a document as a peer of another make might: no operation of ours, no check. */
const cardMap = (doc: Y.Doc, id: string) => {
  const card = doc.getMap('cards').get(id);
  if (!(card instanceof Y.Map)) throw new Error(`no card ${id}`);
  return card;
};

test('[B8] a document that nothing was written to is the empty board, and reading it writes nothing', () => {
  const doc = new Y.Doc();
  expect(countUpdates(doc, () => expect(readBoard(doc)).toEqual(emptyBoard))).toBe(0);
});

describe('what a peer of another make wrote', () => {
  test.each([
    ['a text', 'todo'],
    ['nothing', undefined],
    ['null', null],
    ['a column that is none', { columnId: 'nowhere', order: 'a0' }],
    ['the name of a prototype', { columnId: '__proto__', order: 'a0' }],
    ['a column of a wrong type', { columnId: { id: 'doing' }, order: 'a0' }],
    ['a list', ['doing', 'a0']],
    ['a shared type', new Y.Map([['columnId', 'doing']])],
    ['bytes', new Uint8Array([1, 2])],
  ])('[B5] a card whose place is %s shows in the first column', (_what, place) => {
    const doc = boardWith({ doing: ['a'], todo: ['b'] });
    cardMap(doc, 'a').set('place', place);
    expect(Object.values(layoutOf(doc)).map((ids) => ids.sort())).toEqual([['a', 'b'], [], []]);
  });

  test.each([7, null, '', 'z', 'a1é', 'V'.repeat(10_000), ['a1']])(
    '[B8] a card whose key is %j stays in its column, and moving it works',
    (order) => {
      const doc = boardWith({ doing: ['a', 'b', 'c'] });
      cardMap(doc, 'c').set('place', { columnId: 'doing', order });
      expect(layoutOf(doc).doing).toHaveLength(3);
      for (const index of [2, 0, 1]) {
        moveCard(doc, { cardId: 'c', columnId: 'doing', index });
        expect(layoutOf(doc).doing?.indexOf('c')).toBe(index);
      }
    },
  );

  test('[B8] fields of a wrong type have their default, and the card stays', () => {
    const doc = boardWith({ todo: ['a'] });
    const card = cardMap(doc, 'a');
    const wrong: [string, unknown][] = [
      ['title', 7],
      ['description', new Y.Text('x')],
      ['organisation:valmont', 'yes'],
      ['cover', 'nothing'],
      ['start', 20230314],
      ['list:one', 'text'],
      ['due', '2023-02-31'],
      ['createdAt', 'yesterday'],
      ['createdBy', null],
      ['archived', 'yes'],
      ['label:field', 'true'],
      ['label:unknown', true],
      ['assignee:yann', 1],
      ['item:one', 'text'],
      ['item:two', new Y.Map<unknown>(Object.entries({ text: 5, done: 1, place: { listId: 7, order: {} } }))],
      ['later:field', true],
    ];
    for (const [key, value] of wrong) card.set(key, value);
    const unsaid = { repeat: null, movedTo: null, createdAt: null, createdBy: null };
    expect(readBoard(doc).columns[0]?.cards).toEqual([
      {
        id: 'a',
        title: '',
        description: '',
        columnId: 'todo',
        labels: [],
        organisations: [],
        assignees: [],
        start: null,
        due: null,
        checklists: [{ id: MAIN_LIST, name: '', items: [{ id: 'two', text: '', done: false }] }],
        files: [],
        cover: null,
        blockedBy: [],
        links: [],
        fields: [],
        ...unsaid,
      },
    ]);
  });

  test('[B8] entries that are no map are left out and counted', () => {
    const doc = boardWith({ todo: ['a'] });
    doc.getMap('cards').set('x', 'text');
    doc.getMap('cards').set('y', new Y.Array());
    doc.getMap('columns').set('z', 3);
    doc.getMap('labels').set('t', { name: 'plain' });
    expect(readBoard(doc)).toMatchObject({ skipped: 4, columns: [{ cards: [{ id: 'a' }] }, {}, {}] });
  });

  test('[B8] columns and labels of a wrong make have their default', () => {
    const doc = new Y.Doc();
    doc.getMap('board').set('schemaVersion', 'two');
    doc.getMap('columns').set(
      'c',
      new Y.Map<unknown>([
        ['name', 1],
        ['limit', -2],
        ['done', 'yes'],
      ]),
    );
    doc.getMap('labels').set(
      'l',
      new Y.Map<unknown>([
        ['name', []],
        ['colour', 'url(//x)'],
      ]),
    );
    expect(readBoard(doc)).toMatchObject({
      schemaVersion: 0,
      columns: [{ id: 'c', name: '', limit: null, colour: null, done: false }],
      labels: [{ id: 'l', name: '', colour: 'neutral' }],
    });
  });

  test('[B8] a root that this process uses as another type reads as empty', () => {
    const doc = new Y.Doc();
    doc.getArray('cards').push(['x']);
    doc.getText('columns').insert(0, 'x');
    expect(readBoard(doc)).toEqual(emptyBoard);
  });

  test('[B5] without columns the cards show in one that stands in, archived ones do not call for it', () => {
    const doc = boardWith({ todo: ['a'] });
    doc.getMap('columns').clear();
    expect(layoutOf(doc)).toEqual({ [NO_COLUMN]: ['a'] });
    archiveCard(doc, { cardId: 'a' });
    expect(layoutOf(doc)).toEqual({});
  });
});

test('[B4] among equal keys, a card moved up one by one gets to the top, and down to the bottom', () => {
  const keys = fc.array(fc.constantFrom('a0', 'a1', 'a1', 'a1V', 'bad', 'Zz'), {
    minLength: 2,
    maxLength: 7,
  });
  fc.assert(
    fc.property(keys, fc.nat(6), (orders, which) => {
      const ids = orders.map((_, at) => `card-${at}`);
      const doc = boardWith({ todo: ids });
      for (const [at, order] of orders.entries()) {
        cardMap(doc, `card-${at}`).set('place', { columnId: 'todo', order });
      }
      const cardId = `card-${which % ids.length}`;
      const rank = () => layoutOf(doc).todo?.indexOf(cardId) ?? -1;
      for (const [away, goal] of [
        [-1, 0],
        [1, ids.length - 1],
      ] as const) {
        for (let before = rank(); before !== goal; before = rank()) {
          moveCard(doc, { cardId, columnId: 'todo', index: before + away });
          expect(Math.sign(rank() - before)).toBe(away);
        }
      }
    }),
  );
});

/** Names and ids that the layout knows, and others. */
const word = fc.oneof(
  fc.constantFrom('board', 'columns', 'cards', 'labels', 'todo', 'a', 'b', '__proto__', 'constructor', ''),
  fc.constantFrom('title', 'place', 'name', 'order', 'done', 'limit', 'archived', 'schemaVersion', 'due'),
  fc.constantFrom('label:data', 'assignee:x', 'item:one', 'item:', 'text', 'createdAt', 'colour'),
  fc.string({ maxLength: 5 }),
);

const plain = fc.oneof(
  word,
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(true, null, Number.NaN, -0, 1e308),
  fc
    .tuple(fc.oneof(word, fc.jsonValue()), fc.oneof(word, fc.jsonValue()))
    .map(([columnId, order]) => ({ columnId, order })),
  fc.uint8Array({ maxLength: 4 }),
);

interface Tree {
  readonly shape: 'map' | 'array' | 'text' | 'xml' | 'doc' | 'plain';
  readonly value: unknown;
  readonly inner: readonly (readonly [key: string, tree: Tree])[];
}

/** Shared types in shared types, at most `depth` deep. */
function treeOf(depth: number): fc.Arbitrary<Tree> {
  const inner = depth === 0 ? fc.constant([]) : fc.array(fc.tuple(word, treeOf(depth - 1)), { maxLength: 6 });
  const shape = fc.constantFrom('map', 'map', 'map', 'plain', 'plain', 'array', 'text', 'xml', 'doc');
  return fc.record({ shape, value: plain, inner });
}

function grow({ shape, value, inner }: Tree): unknown {
  if (shape === 'map') return new Y.Map<unknown>(inner.map(([key, child]) => [key, grow(child)]));
  if (shape === 'array') {
    const array = new Y.Array<unknown>();
    array.push(inner.map(([, child]) => grow(child)));
    return array;
  }
  if (shape === 'text') return new Y.Text('x');
  if (shape === 'xml') return new Y.XmlElement('p');
  return shape === 'doc' ? new Y.Doc() : value;
}

const roots = fc.array(fc.tuple(word, fc.constantFrom('map', 'map', 'array', 'text'), word, treeOf(2)), {
  minLength: 1,
  maxLength: 12,
  size: 'max',
});

/** Plants these trees under these roots; a root already taken as another type is left alone. */
function plant(doc: Y.Doc, planted: typeof roots extends fc.Arbitrary<infer T> ? T : never): void {
  for (const [name, kind, key, seed] of planted) {
    const taken = doc.share.get(name);
    if (kind === 'map' && (!taken || taken instanceof Y.Map)) doc.getMap(name).set(key, grow(seed));
    if (kind === 'array' && (!taken || taken instanceof Y.Array)) doc.getArray(name).push([grow(seed)]);
    if (kind === 'text' && (!taken || taken instanceof Y.Text)) doc.getText(name).insert(0, key);
  }
}

function everyOperation(doc: Y.Doc): void {
  const [cardId, columnId, itemId] = ['a', 'todo', 'one'];
  addColumn(doc, { columnId: 'b', name: 'x' });
  setColumn(doc, { columnId, name: 'x' });
  moveColumn(doc, { columnId, index: 0 });
  addCard(doc, { cardId: 'new', columnId, title: 'x', index: 1, ...BORN });
  moveCard(doc, { cardId, columnId, index: 1 });
  renameCard(doc, { cardId, title: 'x' });
  setCardProperties(doc, { cardId, labels: [] });
  setCardProperties(doc, { cardId, assignees: ['y'] });
  addChecklistItem(doc, { cardId, itemId, text: 'x' });
  toggleChecklistItem(doc, { cardId, itemId, done: true });
  archiveCard(doc, { cardId });
  removeColumn(doc, { columnId });
}

describe('hostile documents', () => {
  test('[B8] whatever shapes arrive, reading never throws nor writes, and operations never throw', () => {
    fc.assert(
      fc.property(roots, fc.boolean(), (planted, onBoard) => {
        const hostile = onBoard ? boardWith({ todo: ['a', 'b'] }) : new Y.Doc();
        plant(hostile, planted);
        const update = Y.encodeStateAsUpdate(hostile);
        expect(countUpdates(hostile, () => readBoard(hostile))).toBe(0);

        const doc = new Y.Doc();
        Y.applyUpdate(doc, update);
        // Not compared with `update`: a copy may hold the same in fewer structs.
        const before = Y.encodeStateAsUpdate(doc);
        expect(countUpdates(doc, () => readBoard(doc))).toBe(0);
        expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
        everyOperation(doc);
        const board = readBoard(doc);
        const ids = [...board.columns.flatMap(({ cards }) => cards), ...board.archived].map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 400 },
    );
  });

  test('[B8] whatever is left of an update with wrong bytes can be read', () => {
    const whole = Y.encodeStateAsUpdate(boardWith({ todo: ['a', 'b'], doing: ['c'] }));
    const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(damage, (wrong) => {
        const bytes = whole.slice();
        for (const [at, byte] of wrong) bytes[at] = byte;
        const doc = new Y.Doc();
        try {
          Y.applyUpdate(doc, bytes);
        } catch {
          // Yjs refuses most of them, some half-way: what it took must be readable.
        }
        readBoard(doc);
      }),
      { numRuns: 400 },
    );
  });
});
