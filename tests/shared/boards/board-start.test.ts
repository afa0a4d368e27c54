import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { readBoard } from '#shared/boards/board-doc.ts';
import { startBoard, startFromBoard } from '#shared/boards/board-start.ts';
import { boardTemplates } from '#shared/boards/board-templates.fr.ts';
import { archiveCard } from '#shared/boards/card/card-operations.ts';
import { addChecklistItem, toggleChecklistItem } from '#shared/boards/card/checklist-operations.ts';
import { setCardProperties } from '#shared/boards/card/property/property-operations.ts';
import { setColumn } from '#shared/boards/column-operations.ts';
import { fillBoard } from '#shared/boards/fill-board.ts';
import { BORN, boardWith } from '#tests/support/boards/boards.ts';

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
    return readBoard(doc);
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
});
