import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { MAIN_LIST, textsById, type WholeBoard } from '#shared/boards/board.ts';
import {
  cardsOf,
  fieldsOf,
  findIn,
  readBoard,
  readWholeBoard,
  savedViewsOf,
} from '#shared/boards/board-doc.ts';
import { startFromBoard } from '#shared/boards/board-start.ts';
import { CARD, writeHeld } from '#shared/boards/card/card-doc.ts';
import { putFile } from '#shared/boards/card/card-files-doc.ts';
import { addCard, archiveCard, restoreCard } from '#shared/boards/card/card-operations.ts';
import { descriptionName, writeDescription, writeLaidOut } from '#shared/boards/card/description-doc.ts';
import { leaveCard, receiveCard } from '#shared/boards/card/transfer-operations.ts';
import { BOARD_FILES_MAX } from '#shared/boards/file-limit.ts';
import { contentOf, fillBoard } from '#shared/boards/fill-board.ts';
import type { BlockJson } from '#shared/documents/text/document-blocks.ts';
import { ArchivedBoard } from '#shared/operations/archive/archived-board.ts';
import { BORN, boardWith, layoutOf } from '#tests/support/boards/boards.ts';
import { wholeBoard } from '#tests/support/boards/whole-board.ts';

const LONG_LINE = 'mot '.repeat(150);
const LONG_TEXT = 'Une ligne de la description.\n'.repeat(1_000).trimEnd();

/** A board that says what no person may write, as two writers at once or a program of another make leave it. */
function unwritable(): WholeBoard {
  const doc = boardWith({ todo: ['untitled', 'long', 'text', 'steps', 'days'] });
  const mapIn = (root: string, id: string) => {
    const map = doc.getMap(root).get(id);
    if (!(map instanceof Y.Map)) throw new Error(`no ${id} in ${root}`);
    return map;
  };
  mapIn('columns', 'todo').set('name', LONG_LINE);
  mapIn('columns', 'doing').delete('name');
  mapIn('labels', 'field').set('name', LONG_LINE);
  mapIn('cards', 'untitled').delete('title');
  mapIn('cards', 'long').set('title', LONG_LINE);
  mapIn('cards', 'long').set('label:field', true);
  writeDescription(doc.getXmlFragment(descriptionName('text')), LONG_TEXT);
  const steps = mapIn('cards', 'steps');
  steps.set('list:nameless', new Y.Map([['order', 'a1']]));
  const step = (listId: string, text: string) =>
    new Y.Map<unknown>(Object.entries({ text, place: { listId, order: 'a1' } }));
  steps.set('item:empty', step('nameless', ''));
  steps.set('item:long', step(MAIN_LIST, LONG_LINE));
  mapIn('cards', 'days').set('start', '2026-03-20');
  mapIn('cards', 'days').set('due', '2026-03-02');
  mapIn('cards', 'days').set('label:nowhere', true);
  const named = (name: string, order: string, more = {}) =>
    new Y.Map(Object.entries({ name, order, ...more }));
  fieldsOf(doc).set('said', named('', 'a1', { kind: 'text', face: true }));
  fieldsOf(doc).set('rate', named(LONG_LINE, 'a2', { kind: 'number' }));
  fieldsOf(doc).set('choice', named('Choix', 'a3', { kind: 'choice' }));
  const choice = mapIn('fields', 'choice');
  choice.set('option:nameless', named('', 'a1'));
  choice.set('option:long', named(LONG_LINE, 'a2'));
  savedViewsOf(doc).set('nameless', named('', 'a1', { query: 'label=field' }));
  savedViewsOf(doc).set('long', named(LONG_LINE, 'a2', { query: '' }));
  writeHeld(mapIn('cards', 'days'), 'said', LONG_LINE);
  writeHeld(mapIn('cards', 'days'), 'rate', 1e-7);
  writeHeld(mapIn('cards', 'days'), 'choice', 'nameless');
  return readWholeBoard(doc);
}

const ids = () => {
  let count = 0;
  return () => `new-${count++}`;
};

const COPIES: Record<string, (board: WholeBoard) => Y.Doc> = {
  '[B25] a board that is made from it': (board) => {
    const doc = new Y.Doc();
    fillBoard(doc, startFromBoard(board, { withCards: true }, ids()), BORN);
    return doc;
  },
  '[B26] another board, card by card': ({ columns, labels, ...board }) => {
    const texts = textsById(board);
    const doc = boardWith();
    for (const { id, labels: carried, ...card } of columns.flatMap(({ cards }) => cards)) {
      const content = { ...card, text: texts.get(id) };
      const own = labels.filter((label) => carried.includes(label.id));
      receiveCard(doc, { cardId: id, content, labels: own, files: [], cover: null, ...BORN });
    }
    return doc;
  },
  '[OA7] an archive that is put back': fromArchive,
};

function fromArchive(board: WholeBoard): Y.Doc {
  const doc = new Y.Doc();
  fillBoard(
    doc,
    contentOf(ArchivedBoard.parse(JSON.parse(JSON.stringify({ title: 'Suivi', ...board })))),
    BORN,
  );
  return doc;
}

describe.each(Object.entries(COPIES))('what no person may write comes along to %s', (_, copy) => {
  const cards = () => readBoard(copy(unwritable())).columns.flatMap((column) => column.cards);

  test('[B10] every card, without a title or with one that is cut', () => {
    const titles = cards().map(({ title }) => title);
    expect(titles).toEqual(['', expect.stringMatching(/^(mot ){124}mot…$/), 'TEXT', 'STEPS', 'DAYS']);
  });

  test('[B10] a description that is longer than one may type, whole', () => {
    expect(cards()[2]?.description).toBe(LONG_TEXT);
  });

  test('[B75] [B50] the layout of a description', () => {
    const doc = boardWith({ todo: ['text'] });
    const bold = { type: 'text', text: 'à 14 h', marks: [{ type: 'bold', attrs: {} }] };
    const paragraph = (...content: BlockJson[]) => ({ type: 'paragraph', attrs: {}, content });
    const item = {
      type: 'listItem',
      attrs: {},
      content: [paragraph({ type: 'text', text: 'le mètre', marks: [] })],
    };
    const blocks = [
      paragraph({ type: 'text', text: 'Mesurer ', marks: [] }, bold),
      { type: 'bulletList', attrs: {}, content: [item] },
    ];
    writeLaidOut(doc.getXmlFragment(descriptionName('text')), blocks);
    expect(readWholeBoard(copy(readWholeBoard(doc))).texts.map((text) => text.blocks)).toEqual([blocks]);
  });

  test('[B51] steps and lists without a word', () => {
    const lists = cards()[3]?.checklists.map(({ name, items }) => [
      name,
      items.map(({ text }) => text.length),
    ]);
    expect(lists).toEqual([
      ['', [499 + 1]],
      ['', [0]],
    ]);
  });
});

test('[B10] fields, their options and named views come back from an archive without a name or with one that is cut, and what cards hold', () => {
  const { fields, views, columns } = readBoard(fromArchive(unwritable()));
  const cut = expect.stringMatching(/^(mot ){124}mot…$/);
  expect(
    fields.map(({ name, onFace, options }) => [name, onFace, options.map((option) => option.name)]),
  ).toEqual([
    ['', true, []],
    [cut, false, []],
    ['Choix', false, ['', cut]],
  ]);
  expect(views.map(({ name, query }) => [name, query])).toEqual(
    expect.arrayContaining([
      ['', 'label=field'],
      [cut, ''],
    ]),
  );
  const held = columns.flatMap(({ cards }) => cards).find(({ id }) => id === 'days')?.fields;
  expect(held?.map(({ value }) => value)).toEqual(['nameless', 1e-7, cut]);
});

test('[B75] [B3] a board that is put back from an archive reads as it did, whatever is on it', () => {
  const doc = wholeBoard();
  // The last of a month, in a month that is shorter, going on in another column than its own.
  const repeat = { every: 'month', next: '2023-04-30', day: 31, columnId: 'done', series: 's' };
  findIn(cardsOf(doc), 'a')?.set(CARD.repeat, repeat);
  addCard(doc, { cardId: 'd', columnId: 'doing', title: 'D', ...BORN });
  archiveCard(doc, { cardId: 'd' });
  leaveCard(doc, { cardId: 'c', movedTo: { boardId: 'b2', cardId: 'c2' } });
  const board = readWholeBoard(doc);
  expect(board.archived.map(({ id }) => id)).toEqual(expect.arrayContaining(['b', 'c', 'd']));
  expect(readWholeBoard(fromArchive(board))).toEqual(board);
});

test('[B75] a board that comes back has all its files, were they more than a person may hang on it', () => {
  const doc = boardWith({ todo: ['a'] });
  const card = findIn(cardsOf(doc), 'a');
  if (!card) throw new Error('no card');
  const file = { name: 'Plan', bytes: 1, kind: 'other', width: null, height: null, at: null } as const;
  for (let at = 0; at <= BOARD_FILES_MAX; at += 1) putFile(card, { id: `f${at}`, ...file });
  const [back] = readBoard(fromArchive(readWholeBoard(doc))).columns;
  expect(back?.cards[0]?.files).toHaveLength(BOARD_FILES_MAX + 1);
});

test('[B75] [B6] a card of the archive that is restored on a board that came back stands last in its column', () => {
  const doc = boardWith({ todo: ['a', 'b', 'c'] });
  archiveCard(doc, { cardId: 'a' });
  const back = fromArchive(readWholeBoard(doc));
  restoreCard(back, { cardId: 'a' });
  expect(layoutOf(back)).toMatchObject({ todo: ['b', 'c', 'a'] });
});
