import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Board, Card } from '#shared/boards/board.ts';
import { readBoard, readWholeBoard } from '#shared/boards/board-doc.ts';
import { startBoard, startFromBoard } from '#shared/boards/board-start.ts';
import { boardTemplates } from '#shared/boards/board-templates.fr.ts';
import { archiveCard } from '#shared/boards/card/card-operations.ts';
import { addChecklistItem, toggleChecklistItem } from '#shared/boards/card/checklist-operations.ts';
import { setCardProperties } from '#shared/boards/card/property/property-operations.ts';
import { setColumn } from '#shared/boards/column-operations.ts';
import { fillBoard } from '#shared/boards/fill-board.ts';
import { BORN, boardWith } from '#tests/support/boards/boards.ts';
import { wholeBoard } from '#tests/support/boards/whole-board.ts';

const ids = () => {
  let count = 0;
  return () => `new-${count++}`;
};

function boardOf(content: Parameters<typeof fillBoard>[1]) {
  const doc = new Y.Doc();
  fillBoard(doc, content, BORN);
  return readBoard(doc);
}

describe('[B25] a new board', () => {
  test.each(boardTemplates.map((template) => [template.name, template] as const))(
    'opens as « %s »: every column, label and card, in order',
    (_, template) => {
      const board = boardOf(startBoard(template, ids()));
      expect(board.columns.map(({ name }) => name)).toEqual(template.columns.map(({ name }) => name));
      expect(board.columns.filter(({ done }) => done)).toHaveLength(1);
      expect(board.labels.map(({ name }) => name).sort()).toEqual(
        template.labels.map(({ name }) => name).sort(),
      );
      const titles = board.columns.flatMap(({ cards }) => cards.map(({ title }) => title));
      expect(titles).toEqual(template.cards.map(({ title }) => title));
    },
  );

  const source = () => {
    const doc = boardWith({ todo: ['a', 'b'], done: ['c'] });
    setColumn(doc, { columnId: 'todo', colour: 'plum' });
    setCardProperties(doc, { cardId: 'a', labels: ['field'] });
    setCardProperties(doc, { cardId: 'a', due: '2026-03-20' });
    setCardProperties(doc, { cardId: 'a', assignees: ['nadia'] });
    addChecklistItem(doc, { cardId: 'a', itemId: 's', text: 'Étape' });
    toggleChecklistItem(doc, { cardId: 'a', itemId: 's', done: true });
    archiveCard(doc, { cardId: 'b' });
    return readWholeBoard(doc);
  };

  test('takes over the columns and labels of another, under new ids', () => {
    const board = boardOf(startFromBoard(source(), { withCards: false }, ids()));
    expect(board.columns).toMatchObject([
      { name: 'À faire', colour: 'plum', done: false, cards: [] },
      { name: 'En cours', limit: 3, cards: [] },
      { name: 'Fait', done: true, cards: [] },
    ]);
    expect(board.labels).toMatchObject([{ name: 'Données' }, { name: 'Terrain', colour: 'moss' }]);
    expect([...board.columns, ...board.labels].every(({ id }) => id.startsWith('new-'))).toBe(true);
  });

  test('takes over its open cards if wanted, without people, days, ticks, finished and archived ones', () => {
    const { columns, labels } = boardOf(startFromBoard(source(), { withCards: true }, ids()));
    const field = labels.find(({ name }) => name === 'Terrain')?.id;
    expect(columns.flatMap(({ cards }) => cards)).toMatchObject([
      {
        title: 'A',
        labels: [field],
        due: null,
        assignees: [],
        checklists: [{ items: [{ text: 'Étape', done: false }] }],
      },
    ]);
  });

  /** What becomes of each thing of a board and of a card: the same again, an id or a birth of its own, or nothing. */
  const BOARD: Record<keyof Board, 'same' | 'own' | 'left'> = {
    ...{ columns: 'same', labels: 'same', fields: 'same', views: 'same' },
    ...{ archived: 'left', removedFields: 'left', schemaVersion: 'own', skipped: 'own' },
  };
  const CARD: Record<keyof Card, 'same' | 'own' | 'left'> = {
    ...{ title: 'same', description: 'same', labels: 'same', checklists: 'same', fields: 'same' },
    ...{ id: 'own', columnId: 'own', createdAt: 'own', createdBy: 'own' },
    ...{ organisations: 'left', assignees: 'left', start: 'left', due: 'left', files: 'left', cover: 'left' },
    ...{ blockedBy: 'left', links: 'left', repeat: 'left', movedTo: 'left' },
  };

  test('has of another what the tables say, and nothing else', () => {
    const from = readWholeBoard(wholeBoard());
    const board = boardOf(startFromBoard(from, { withCards: true }, ids()));
    const isThere = (value: unknown) => Array.isArray(value) && value.length > 0;
    const kept = (key: keyof Board) => isThere(board[key]);
    for (const [key, what] of Object.entries(BOARD) as [keyof Board, string][])
      if (what !== 'own') expect([key, kept(key)]).toEqual([key, what === 'same']);
    const [card] = board.columns.flatMap(({ cards }) => cards);
    for (const [key, what] of Object.entries(CARD) as [keyof Card, string][]) {
      const value = card?.[key];
      if (what !== 'own')
        expect([key, typeof value === 'string' ? value !== '' : isThere(value)]).toEqual([
          key,
          what === 'same',
        ]);
    }
  });

  test('takes over fields and named views, and of what cards hold all but people, cities and days', () => {
    const { fields, views, labels, columns } = boardOf(
      startFromBoard(readWholeBoard(wholeBoard()), { withCards: true }, ids()),
    );
    const idOf = (name: string) => fields.find((field) => field.name === name)?.id ?? '';
    expect(fields.map(({ name, kind, onFace }) => [name, kind, onFace])).toEqual([
      ['Champ text', 'text', false],
      ['Champ number', 'number', true],
      ['Champ date', 'date', false],
      ['Champ choice', 'choice', false],
      ['Champ person', 'person', false],
      ['Champ city', 'city', false],
    ]);
    const choice = fields.find(({ kind }) => kind === 'choice');
    const [option] = choice?.options ?? [];
    expect(choice).toMatchObject({ options: [{ name: 'o1' }], removedOptions: [] });
    const [card] = columns.flatMap(({ cards }) => cards);
    expect(Object.fromEntries(card?.fields.map(({ fieldId, value }) => [fieldId, value]) ?? [])).toEqual({
      [idOf('Champ text')]: 'ici',
      [idOf('Champ number')]: 12.5,
      [idOf('Champ choice')]: option?.id,
    });
    const terrain = labels.find(({ name }) => name === 'Terrain')?.id;
    const query = new URLSearchParams(views[0]?.query);
    expect(query.getAll('etiquette')).toEqual([terrain]);
    expect(query.getAll(`champ.${choice?.id}`)).toEqual([option?.id]);
    expect(query.get('couloirs')).toBe(`champ.${choice?.id}`);
  });
});
