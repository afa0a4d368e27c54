import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Board, Card, Column } from '#shared/boards/board.ts';
import { readBoard } from '#shared/boards/board-doc.ts';
import { addCardFile, setCardCover } from '#shared/boards/card/card-file-operations.ts';
import { archiveCard, setCardDescription } from '#shared/boards/card/card-operations.ts';
import { addChecklistItem } from '#shared/boards/card/checklist-operations.ts';
import { setCardProperties } from '#shared/boards/card/property/property-operations.ts';
import { addBlocker, addLink } from '#shared/boards/card/relation-operations.ts';
import { setCardRepeat } from '#shared/boards/card/repeat-operations.ts';
import { leaveCard } from '#shared/boards/card/transfer-operations.ts';
import { setColumn } from '#shared/boards/column-operations.ts';
import { fillImported } from '#shared/boards/exchange/fill-imported.ts';
import { importContent } from '#shared/boards/exchange/import-content.ts';
import type { LossKind } from '#shared/boards/exchange/import-report.ts';
import { readJsonBoard } from '#shared/boards/exchange/read-board-file.ts';
import { writeBoardFile } from '#shared/boards/exchange/write-board-file.ts';
import type { HeldValue } from '#shared/boards/field/field.ts';
import {
  addField,
  addFieldOption,
  removeField,
  removeFieldOption,
  setCardField,
  setFieldOnFace,
} from '#shared/boards/field/field-operations.ts';
import { addSavedView } from '#shared/boards/view/saved-view-operations.ts';
import { boardWith } from '#tests/support/boards/boards.ts';

/** What becomes of each thing that a card has: the same again, of its new board, or counted. */
const CARD: Record<keyof Card, 'same' | 'own' | LossKind> = {
  ...{
    id: 'own',
    title: 'same',
    description: 'same',
    columnId: 'same',
    labels: 'same',
    organisations: 'same',
  },
  ...{ assignees: 'same', start: 'same', due: 'same', checklists: 'same', files: 'files', cover: 'covers' },
  ...{ blockedBy: 'same', links: 'same', fields: 'same', repeat: 'same', movedTo: 'moves' },
  ...{ createdAt: 'own', createdBy: 'own' },
};
const COLUMN: Record<keyof Column, 'same' | 'own'> = {
  ...{ id: 'own', name: 'same', done: 'same', limit: 'same', colour: 'same', cards: 'same' },
};
const BOARD: Record<keyof Board, 'same' | 'own'> = {
  ...{
    columns: 'same',
    archived: 'same',
    labels: 'same',
    fields: 'same',
    removedFields: 'same',
    views: 'same',
  },
  // Of the document, not of the board.
  ...{ schemaVersion: 'own', skipped: 'own' },
};

/** A board with something in everything that it may have. */
function wholeBoard(): Y.Doc {
  const doc = boardWith({ todo: ['a', 'b'], done: ['c'] });
  const cardId = 'a';
  setColumn(doc, { columnId: 'todo', colour: 'plum', limit: 5 });
  setCardDescription(doc, { cardId, description: 'Deux lignes\net « ceci »' });
  setCardProperties(doc, { cardId, start: '2023-03-14', due: '2023-03-20' });
  setCardProperties(doc, { cardId, labels: ['field', 'data'] });
  setCardProperties(doc, { cardId, assignees: ['nadia'] });
  setCardProperties(doc, { cardId, organisations: ['city'] });
  addChecklistItem(doc, { cardId, itemId: '1', text: 'Mesurer' });
  const file = {
    id: 'f',
    name: 'plan.png',
    bytes: 12,
    kind: 'image',
    width: 3,
    height: 2,
    at: null,
  } as const;
  addCardFile(doc, { cardId, file });
  setCardCover(doc, { cardId, fileId: 'f' });
  addBlocker(doc, { cardId, blockerId: 'b' });
  addLink(doc, { cardId, key: 'document:0197c1d2-aaaa-7bbb-8ccc-1234567890ab' });
  setCardRepeat(doc, { cardId, repeat: { every: 'month', next: '2023-04-30' }, series: 's' });
  for (const kind of ['text', 'number', 'date', 'choice', 'person', 'city'] as const)
    addField(doc, { fieldId: `f-${kind}`, name: `Champ ${kind}`, kind });
  setFieldOnFace(doc, { fieldId: 'f-number', onFace: true });
  for (const optionId of ['o1', 'o2']) addFieldOption(doc, { fieldId: 'f-choice', optionId, name: optionId });
  const held = {
    text: 'ici',
    number: '12,5',
    date: '2023-05-01',
    choice: 'o1',
    person: 'nadia',
    city: 'city',
  };
  for (const [kind, text] of Object.entries(held)) setCardField(doc, { cardId, fieldId: `f-${kind}`, text });
  removeFieldOption(doc, { fieldId: 'f-choice', optionId: 'o2' });
  addField(doc, { fieldId: 'gone', name: 'Ancien', kind: 'text' });
  removeField(doc, { fieldId: 'gone' });
  addSavedView(doc, {
    viewId: 'v',
    name: 'Terrain',
    query: 'champ.f-choice=o1&couloirs=champ.f-choice&etiquette=field',
  });
  archiveCard(doc, { cardId: 'b' });
  return doc;
}

/** A board by the names of its things, whatever their ids. */
function byName(board: Board): unknown {
  const cards = [...board.columns.flatMap((column) => column.cards), ...board.archived];
  const options = board.fields.flatMap((field) => [...field.options, ...field.removedOptions]);
  const names = new Map(
    [...board.columns, ...board.labels, ...board.fields, ...board.removedFields, ...options, ...board.views]
      .map(({ id, name }): [string, string] => [id, name])
      .concat(cards.map(({ id, title }): [string, string] => [id, title])),
  );
  for (const { repeat } of cards) if (repeat) names.set(repeat.series, 'series');
  const left = new Set(Object.keys(CARD).filter((key) => CARD[key as keyof Card] !== 'same'));
  const skipped = new Set([...left, 'schemaVersion', 'skipped']);
  return JSON.parse(
    JSON.stringify(board, (key, value) => {
      if (skipped.has(key)) return undefined;
      if (key === 'query') return String(value).replace(/[\w-]+/g, (word) => names.get(word) ?? word);
      if (key === 'fields' && value[0]?.fieldId)
        return Object.fromEntries(
          value.map((held: HeldValue) => [
            names.get(held.fieldId),
            names.get(String(held.value)) ?? held.value,
          ]),
        );
      if (Array.isArray(value) && value.every((one) => typeof one === 'string'))
        return value.map((one) => names.get(one) ?? one).sort();
      return typeof value === 'string' ? (names.get(value) ?? value) : value;
    }),
  );
}

const people = [{ id: 'nadia', name: 'Nadia Ferrand' }];
const organisations = [{ id: 'city', name: 'Ville de Vervins' }];

test('[B74] a board has nothing that its JSON has not, and nothing comes back otherwise without being counted', () => {
  const doc = wholeBoard();
  const moved = boardWith({ todo: ['m'] });
  leaveCard(moved, { cardId: 'm', movedTo: { boardId: 'b2', cardId: 'm2' } });
  const board = readBoard(doc);
  const [first] = board.columns;
  const [card] = first?.cards ?? [];
  if (!first || !card) throw new Error('no card');
  // Whatever is added tomorrow stands in these tables, and is in this board.
  expect(Object.keys(board).sort()).toEqual(Object.keys(BOARD).sort());
  expect(Object.keys(first).sort()).toEqual(Object.keys(COLUMN).sort());
  expect(Object.keys(card).sort()).toEqual(Object.keys(CARD).sort());
  const empty = Object.entries(card).filter(([, value]) => value === null || value?.length === 0);
  expect(empty.map(([key]) => key)).toEqual(['movedTo']);

  const names = {
    person: (id: string) => people.find((one) => one.id === id)?.name ?? null,
    organisation: (id: string) => organisations.find((one) => one.id === id)?.name ?? null,
    object: () => 'Le guide',
    comments: (cardId: string) =>
      cardId === 'a'
        ? [{ author: 'Jean', at: '2023-03-15T10:00:00.000Z', text: 'Quand ?', resolved: false }]
        : [],
  };
  const written = writeBoardFile(board, 'Arbres', names);
  const said = written.cards.find(({ id }) => id === 'a');
  for (const key of Object.keys(CARD)) expect(said).toHaveProperty(key === 'fields' ? 'values' : key);
  expect(said).toMatchObject({
    files: card.files,
    cover: 'f',
    links: [{ name: 'Le guide' }],
    comments: [{ author: 'Jean', text: 'Quand ?' }],
  });
  expect(writeBoardFile(readBoard(moved), '', names).cards[0]?.movedTo).toEqual({
    boardId: 'b2',
    cardId: 'm2',
  });

  const read = readJsonBoard(JSON.parse(JSON.stringify(written)));
  if (!read.ok) throw new Error(read.error);
  let next = 0;
  const into = { people, organisations, newId: () => `new-${next++}` };
  const made = importContent(read.value.file, { ...into, isReadable: () => true });
  if (!made.ok) throw new Error(made.error);
  const copy = new Y.Doc();
  fillImported(copy, made.value, { createdAt: new Date(), createdBy: 'jean' });
  expect(byName(readBoard(copy))).toEqual(byName(board));
  expect(made.value.losses.map(({ kind }) => kind).sort()).toEqual(['comments', 'covers', 'files']);

  const blind = importContent(read.value.file, { ...into, isReadable: () => false });
  expect(blind.ok && blind.value.losses).toContainEqual({ kind: 'links', count: 1, names: ['Le guide'] });
  expect(blind.ok && blind.value.beside.cards.flatMap(({ links }) => links)).toEqual([]);
});
