import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Board, Card, Column } from '#shared/boards/board.ts';
import { readBoard } from '#shared/boards/board-doc.ts';
import { leaveCard } from '#shared/boards/card/transfer-operations.ts';
import { importContent } from '#shared/boards/exchange/import-content.ts';
import type { LossKind } from '#shared/boards/exchange/import-report.ts';
import { readJsonBoard } from '#shared/boards/exchange/read-board-file.ts';
import { writeBoardFile } from '#shared/boards/exchange/write-board-file.ts';
import type { HeldValue } from '#shared/boards/field/field.ts';
import { fillBoard } from '#shared/boards/fill-board.ts';
import { boardWith } from '#tests/support/boards/boards.ts';
import { wholeBoard } from '#tests/support/boards/whole-board.ts';

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
  fillBoard(copy, made.value.content, { createdAt: new Date(), createdBy: 'jean' });
  expect(byName(readBoard(copy))).toEqual(byName(board));
  expect(made.value.losses.map(({ kind }) => kind).sort()).toEqual(['comments', 'covers', 'files']);

  const blind = importContent(read.value.file, { ...into, isReadable: () => false });
  expect(blind.ok && blind.value.losses).toContainEqual({ kind: 'links', count: 1, names: ['Le guide'] });
  expect(blind.ok && blind.value.content.cards.flatMap(({ links }) => links)).toEqual([]);
});
