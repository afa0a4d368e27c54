import { expect, test } from 'vitest';
import { type Board, type Card, emptyBoard } from '#shared/board/board.ts';
import { boardText } from '#shared/board/board-text.ts';

const card = (title: string, more: Partial<Card> = {}): Card => ({
  id: title,
  title,
  description: '',
  columnId: 'a',
  labels: [],
  organisationId: null,
  assignees: [],
  due: null,
  checklist: [],
  blockedBy: [],
  links: [],
  fields: [],
  createdAt: null,
  createdBy: null,
  ...more,
});

test('[K4] a board put aside is given back as text: columns in order, everything that was written on each card', () => {
  const board: Board = {
    ...emptyBoard,
    columns: [
      {
        id: 'a',
        name: 'À faire',
        done: false,
        limit: null,
        colour: null,
        cards: [
          card('Relever les arbres', {
            due: '2023-03-14',
            description: 'Rue par rue.\nAvec le service des espaces verts.',
            checklist: [
              { id: '1', text: 'Prévenir', done: true },
              { id: '2', text: 'Mesurer', done: false },
            ],
          }),
          card(''),
        ],
      },
      { id: 'b', name: '', done: true, limit: null, colour: null, cards: [] },
    ],
    archived: [card('Ancienne')],
  };
  expect(boardText(board, 'Arbres')).toBe(
    [
      'Arbres',
      '',
      '## À faire',
      '- Relever les arbres (2023-03-14)',
      '  Rue par rue.',
      '  Avec le service des espaces verts.',
      '  [x] Prévenir',
      '  [ ] Mesurer',
      '- Sans titre',
      '',
      '## Sans nom',
      '',
      '## Cartes archivées',
      '- Ancienne',
      '',
    ].join('\n'),
  );
});
