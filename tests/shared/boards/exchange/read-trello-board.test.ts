import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BoardFile } from '#shared/boards/exchange/board-file.ts';
import type { Loss } from '#shared/boards/exchange/import-report.ts';
import { readJsonBoard } from '#shared/boards/exchange/read-board-file.ts';

const exported = (): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL('../../../support/boards/trello-export.json', import.meta.url), 'utf8'));

function read(value: unknown): { file: BoardFile; losses: readonly Loss[] } {
  const result = readJsonBoard(value);
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

test('[B71] an export of Trello becomes a board: open lists in order, cards in order, the archive apart', () => {
  const { file } = read(exported());
  expect(file.title).toBe('Végétaliser la cour de l’école');
  expect(file.columns.map(({ name, done, limit }) => [name, done, limit])).toEqual([
    ['À faire', false, null],
    ['En cours', false, 3],
    ['Terminé', true, null],
  ]);
  const columns = new Map(file.columns.map(({ id, name }) => [id, name]));
  expect(
    file.cards.map(({ title, columnId, archived }) => [title, columns.get(columnId), archived]).sort(),
  ).toEqual([
    ['Choisir les essences', 'À faire', false],
    ['Commander la terre végétale', 'En cours', false],
    ['Peindre un mur', 'À faire', true],
    ['Planter six tilleuls', 'À faire', false],
    ['Écrire aux parents', 'Terminé', true],
  ]);
  const inTodo = file.cards.filter(
    ({ columnId, archived }) => columns.get(columnId) === 'À faire' && !archived,
  );
  expect(inTodo.map(({ title }) => title)).toEqual(['Planter six tilleuls', 'Choisir les essences']);
});

test('[B71] a card of Trello keeps its days, labels, people, steps, and what has no place of its own in its text', () => {
  const { file } = read(exported());
  const card = file.cards.find(({ title }) => title === 'Planter six tilleuls');
  const labels = new Map(file.labels.map((label) => [label.id, label]));
  const people = new Map(file.people.map(({ id, name }) => [id, name]));
  // Half past midnight in Paris: the day after that of Greenwich.
  expect(card).toMatchObject({ start: '2023-03-01', due: '2023-03-20' });
  expect(card?.labels.map((id) => [labels.get(id)?.name, labels.get(id)?.colour])).toEqual([
    ['Terrain', 'moss'],
    ['Rouge', 'plum'],
  ]);
  expect(file.labels).toHaveLength(2);
  expect(card?.assignees.map((id) => people.get(id))).toEqual(['Nadia FERRAND', 'Jean Dupré']);
  expect(card?.checklists).toEqual([
    {
      name: 'Avant de planter',
      items: [
        { text: 'Mesurer la cour', done: true },
        { text: 'Demander les plans des réseaux', done: false },
      ],
    },
    { name: 'Ensuite', items: [{ text: 'Arroser', done: false }] },
  ]);
  expect(card?.description).toBe(
    [
      'Côté nord, hors de la zone des réseaux.',
      'Priorité : Haute\nBudget : 1200',
      'plan.pdf : https://trello.com/1/cards/51/attachments/71/download/plan.pdf',
    ].join('\n\n'),
  );
});

test('[B71] what Trello has and a board has not is counted, with the names that help to find it', () => {
  const { losses } = read(exported());
  expect(losses).toEqual([
    { kind: 'archivedLists', count: 1, names: ['Idées de 2021'] },
    { kind: 'doneMarks', count: 1, names: ['Commander la terre végétale'] },
    { kind: 'comments', count: 1, names: [] },
    { kind: 'attachments', count: 1, names: [] },
    { kind: 'customFields', count: 2, names: ['Priorité', 'Budget'] },
    { kind: 'stepDetails', count: 1, names: [] },
    { kind: 'votes', count: 2, names: [] },
    { kind: 'covers', count: 1, names: [] },
  ]);
});

test.each([
  ['nothing', null],
  ['a list', []],
  ['a text', 'x'],
  ['another object', { name: 'x' }],
  ['cards that are no list', { lists: [], cards: {} }],
  ['a board of ours of a later make', { format: 'cordee-board', version: 9, lists: [], cards: [] }],
])('[B71] %s is refused', (_what, value) => {
  expect(readJsonBoard(value)).toEqual({ ok: false, error: 'boardImport.unknownFormat' });
});

test('[B71] an export without list or card has nothing to take, and one with too many cards is refused whole', () => {
  expect(readJsonBoard({ lists: [], cards: [] })).toEqual({ ok: false, error: 'boardImport.nothing' });
  const cards = Array.from({ length: 2_001 }, (_, at) => ({ id: `${at}`, name: 'x' }));
  expect(readJsonBoard({ lists: [], cards })).toEqual({ ok: false, error: 'boardImport.tooManyCards' });
});

test('[B71] whatever is wrong inside an export, reading it throws nothing', () => {
  const paths = Object.keys(exported());
  const wrong = fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.constant(undefined));
  fc.assert(
    fc.property(fc.constantFrom(...paths), wrong, fc.nat(3), (key, value, at) => {
      const board = exported();
      const held = board[key];
      if (Array.isArray(held) && held[at]) {
        const entry = held[at] as Record<string, unknown>;
        for (const name of Object.keys(entry))
          if (name !== 'id' && name.length % 2 === at % 2) entry[name] = value;
        held.push(value);
      } else board[key] = value;
      const result = readJsonBoard(board);
      if (!result.ok) expect(result.error).toMatch(/^boardImport\./);
    }),
    { numRuns: 200 },
  );
});
