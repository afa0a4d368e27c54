import { expect, test } from 'vitest';
import { type Board, type Card, emptyBoard } from '#shared/boards/board.ts';
import { boardText } from '#shared/boards/board-text.ts';

const card = (title: string, more: Partial<Card> = {}): Card => ({
  id: title,
  title,
  description: '',
  columnId: 'a',
  labels: [],
  organisations: [],
  assignees: [],
  start: null,
  due: null,
  checklists: [],
  files: [],
  cover: null,
  blockedBy: [],
  links: [],
  fields: [],
  repeat: null,
  movedTo: null,
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
            start: '2023-03-10',
            checklists: [
              {
                id: 'before',
                name: 'Avant la sortie',
                items: [
                  { id: '1', text: 'Prévenir', done: true },
                  { id: '2', text: 'Mesurer', done: false },
                ],
              },
            ],
            files: [
              { id: 'f', name: 'plan.pdf', bytes: 9, kind: 'pdf', width: null, height: null, at: null },
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
      '- Relever les arbres (2023-03-10 – 2023-03-14)',
      '  Rue par rue.',
      '  Avec le service des espaces verts.',
      '  Avant la sortie',
      '  [x] Prévenir',
      '  [ ] Mesurer',
      '  Fichier joint : plan.pdf',
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
