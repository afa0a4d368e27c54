import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { readBoard } from '#shared/boards/board-doc.ts';
import { addCardFile } from '#shared/boards/card/card-file-operations.ts';
import { archiveCard, setCardDescription } from '#shared/boards/card/card-operations.ts';
import { addChecklistItem, toggleChecklistItem } from '#shared/boards/card/checklist-operations.ts';
import { setCardProperties } from '#shared/boards/card/property/property-operations.ts';
import { BoardFile } from '#shared/boards/exchange/board-file.ts';
import { boardTable } from '#shared/boards/exchange/board-table.ts';
import { csvText } from '#shared/boards/exchange/csv-text.ts';
import { importContent } from '#shared/boards/exchange/import-content.ts';
import { readJsonBoard } from '#shared/boards/exchange/read-board-file.ts';
import { readCsvBoard } from '#shared/boards/exchange/read-csv-board.ts';
import { writeBoardFile } from '#shared/boards/exchange/write-board-file.ts';
import { addField, setCardField } from '#shared/boards/field/field-operations.ts';
import { fillBoard } from '#shared/boards/fill-board.ts';
import { boardWith } from '#tests/support/boards/boards.ts';
import { countUpdates } from '#tests/support/realtime/replicas.ts';

const people = [
  { id: 'nadia', name: 'Nadia Ferrand' },
  { id: 'jean', name: 'Jean Lefèvre' },
];
const names = {
  person: (id: string) => people.find((one) => one.id === id)?.name ?? null,
  organisation: (id: string) => (id === 'city' ? 'Ville de Vervins' : null),
  object: () => null,
  comments: () => [],
};
const born = { createdAt: new Date('2023-03-14T09:05:00Z'), createdBy: 'nadia' };
function into() {
  let next = 0;
  const organisations = [{ id: 'city', name: 'Ville de Vervins' }];
  return { people, organisations, isReadable: () => true, newId: () => `new-${next++}` };
}

/** A board with something in every field, two archived cards among them. */
function fullBoard(): Y.Doc {
  const doc = boardWith({ todo: ['a', 'b'], done: ['c'] });
  setCardDescription(doc, { cardId: 'a', description: '=SOMME(A1)\nDeux lignes ; et « ceci »' });
  setCardProperties(doc, { cardId: 'a', due: '2023-03-20' });
  setCardProperties(doc, { cardId: 'a', labels: ['field', 'data'] });
  setCardProperties(doc, { cardId: 'a', assignees: ['nadia', 'jean'] });
  addChecklistItem(doc, { cardId: 'a', itemId: '1', text: 'Mesurer, puis noter' });
  addChecklistItem(doc, { cardId: 'a', itemId: '2', text: 'Arroser' });
  toggleChecklistItem(doc, { cardId: 'a', itemId: '1', done: true });
  archiveCard(doc, { cardId: 'b' });
  return doc;
}

/** A board without what changes hands: ids, and who made it when. */
function whatIsSaid(doc: Y.Doc) {
  const { columns, archived, labels } = readBoard(doc);
  const label = new Map(labels.map(({ id, name }) => [id, name]));
  const card = ({ labels: ids, ...rest }: (typeof archived)[number]) =>
    JSON.parse(
      JSON.stringify({ ...rest, labels: ids.map((id) => label.get(id)).sort() }, (key, value) =>
        ['id', 'columnId', 'createdAt', 'createdBy'].includes(key) ? undefined : value,
      ),
    );
  return {
    columns: columns.map(({ name, cards }) => ({ name, cards: cards.map(card) })),
    archived: archived.map(card),
  };
}

function imported(file: BoardFile) {
  const made = importContent(file, into());
  if (!made.ok) throw new Error(made.error);
  const doc = new Y.Doc();
  const updates = countUpdates(doc, () => fillBoard(doc, made.value.content, born));
  return { doc, updates, losses: made.value.losses };
}

test('[B70] [B71] a board written as JSON and read again says the same', () => {
  const doc = fullBoard();
  const file = JSON.parse(JSON.stringify(writeBoardFile(readBoard(doc), 'Arbres', names)));
  const read = readJsonBoard(file);
  if (!read.ok) throw new Error(read.error);
  const again = imported(read.value.file);
  expect(whatIsSaid(again.doc)).toEqual(whatIsSaid(doc));
  expect(again.losses).toEqual([]);
});

test.each(['csv', 'tableur'] as const)(
  '[B70] [B71] a board written as %s and read again has the same cards',
  (kind) => {
    const doc = fullBoard();
    const text = csvText(boardTable(writeBoardFile(readBoard(doc), 'Arbres', names)), kind).replace(
      '\ufeff',
      '',
    );
    const { data } = Papa.parse<string[]>(text, { skipEmptyLines: true });
    const read = readCsvBoard(data, 'Arbres');
    if (!read.ok) throw new Error(read.error);
    expect(read.value.losses).toEqual([]);
    const { doc: copy, losses } = imported(read.value.file);
    expect(losses).toEqual([]);
    const [before, after] = [whatIsSaid(doc), whatIsSaid(copy)];
    // A column without a card has no row.
    expect(after.columns).toEqual(before.columns.filter(({ name }) => name !== 'En cours'));
    expect(after.archived).toEqual(before.archived);
  },
);

test('[B70] the table has French headings, and one row a card', () => {
  const [header, first, second, third] = boardTable(writeBoardFile(readBoard(fullBoard()), 'Arbres', names));
  expect(header).toEqual([
    'Titre',
    'Colonne',
    'Étiquettes',
    'Personnes',
    'Organisation',
    'Début',
    'Échéance',
    'Étapes',
    'Description',
    'Fichiers',
    'Archivée',
    'Créée le',
    'Créée par',
    'Identifiant',
  ]);
  expect(first?.slice(0, 4)).toEqual(['A', 'À faire', 'Données\nTerrain', 'Jean Lefèvre\nNadia Ferrand']);
  expect(first?.slice(6, 8)).toEqual(['2023-03-20', '[x] Mesurer, puis noter\n[ ] Arroser']);
  expect([second?.[0], second?.[10], third?.[0], third?.[10]]).toEqual(['C', 'non', 'B', 'oui']);
});

test('[B70] [B71] what a card holds in a field has its own column; of a file that does not say what the fields are, it comes back under the description', () => {
  const doc = fullBoard();
  addField(doc, { fieldId: 'budget', name: 'Budget', kind: 'number' });
  addField(doc, { fieldId: 'who', name: 'Référente', kind: 'person' });
  setCardField(doc, { cardId: 'c', fieldId: 'budget', text: '1 200' });
  setCardField(doc, { cardId: 'c', fieldId: 'who', text: 'nadia' });
  const file = writeBoardFile(readBoard(doc), 'Arbres', names);
  const [header, , second] = boardTable(file);
  expect([header?.slice(14), second?.slice(14)]).toEqual([
    ['Budget', 'Référente'],
    ['1200', 'Nadia Ferrand'],
  ]);
  const { doc: copy, losses } = imported({ ...file, fields: [] });
  expect(losses).toEqual([{ kind: 'customFields', count: 2, names: ['Budget', 'Référente'] }]);
  expect(readBoard(copy).columns[2]?.cards[0]?.description).toBe(
    'Budget\u00a0: 1200\nRéférente\u00a0: Nadia Ferrand',
  );
});

test('[B71] a list of another tool is taken by its headings; what is not known is counted', () => {
  const read = readCsvBoard(
    [
      ['Card Name', 'List Name', 'Labels', 'Members', 'Due Date', 'Votes', 'Vide'],
      ['Planter', 'To do', 'Terrain, Urgent', 'nadia FERRAND; Paul', '14/03/2023', '3', ''],
      ['', '', '', '', '', '', ''],
      ['Arroser', 'Done', 'Urgent', '', 'un jour', '', ''],
    ],
    'Liste',
  );
  if (!read.ok) throw new Error(read.error);
  expect(read.value.losses).toEqual([{ kind: 'unreadableDays', count: 1, names: ['un jour'] }]);
  const { doc, losses } = imported(read.value.file);
  expect(losses).toEqual([
    { kind: 'unknownPeople', count: 1, names: ['Paul'] },
    { kind: 'customFields', count: 1, names: ['Votes'] },
  ]);
  const board = readBoard(doc);
  expect(board.columns.map(({ name, done, cards }) => [name, done, cards.map(({ title }) => title)])).toEqual(
    [
      ['To do', false, ['Planter']],
      ['Done', true, ['Arroser']],
    ],
  );
  expect(board.columns[0]?.cards[0]).toMatchObject({
    due: '2023-03-14',
    assignees: ['nadia'],
    description: 'Votes : 3',
  });
  expect(board.labels.map(({ name }) => name)).toEqual(['Terrain', 'Urgent']);
});

test.each([
  [
    'without a column of titles',
    [
      ['Ville', 'Budget'],
      ['Vervins', '12'],
    ],
    'boardImport.noTitle',
  ],
  ['without anything', [], 'boardImport.noTitle'],
  ['with a header alone', [['Titre']], 'boardImport.nothing'],
  [
    'with too many cards',
    [['Titre'], ...Array.from({ length: 2_001 }, () => ['x'])],
    'boardImport.tooManyCards',
  ],
])('[B71] [B72] a CSV %s is refused', (_what, rows, error) => {
  expect(readCsvBoard(rows, 'x')).toEqual({ ok: false, error });
});

test('[B72] too many columns, labels or steps are refused whole', () => {
  const file = (given: object) =>
    BoardFile.parse({ format: 'cordee-board', version: 1, title: 'x', columns: [], cards: [], ...given });
  const many = (count: number) => Array.from({ length: count }, (_, at) => ({ id: `${at}`, name: 'x' }));
  const items = Array.from({ length: 20_001 }, () => ({ text: 'x' }));
  const card = { id: 'a', title: 'x', columnId: 'a', checklists: [{ items }] };
  expect(importContent(file({ columns: many(101) }), into())).toEqual({
    ok: false,
    error: 'boardImport.tooManyColumns',
  });
  expect(importContent(file({ labels: many(201) }), into())).toEqual({
    ok: false,
    error: 'boardImport.tooManyLabels',
  });
  expect(importContent(file({ cards: [card] }), into())).toEqual({
    ok: false,
    error: 'boardImport.tooManySteps',
  });
});

test('[B71] an import is one change of one person, whatever the file holds', () => {
  const word = fc.oneof(
    fc.string({ maxLength: 8 }),
    fc.constantFrom('', ' ', '__proto__', '\ud800', 'x'.repeat(600), 'a'),
  );
  const card = fc.record({
    id: word,
    title: word,
    description: fc.oneof(word, fc.constant('y'.repeat(30_000))),
    columnId: word,
    labels: fc.array(word, { maxLength: 3 }),
    assignees: fc.array(word, { maxLength: 3 }),
    organisations: fc.array(word, { maxLength: 3 }),
    due: word,
    start: word,
    archived: fc.boolean(),
    checklists: fc.array(
      fc.record({
        name: word,
        items: fc.array(fc.record({ text: word, done: fc.boolean() }), { maxLength: 3 }),
      }),
      { maxLength: 2 },
    ),
  });
  const named = fc.array(fc.record({ id: word, name: word }), { maxLength: 4 });
  const file = fc.record({
    columns: named,
    labels: named,
    people: named,
    organisations: named,
    cards: fc.array(card, { maxLength: 5 }),
  });
  fc.assert(
    fc.property(file, (given) => {
      const read = BoardFile.safeParse({ format: 'cordee-board', version: 1, title: 'x', ...given });
      if (!read.success) return;
      const { doc, updates } = imported(read.data);
      expect(updates).toBe(1);
      const { columns, archived, skipped } = readBoard(doc);
      const cards = [...columns.flatMap((column) => column.cards), ...archived];
      expect(cards).toHaveLength(read.data.cards.length);
      expect(cards.every(({ createdBy }) => createdBy === 'nadia')).toBe(true);
      expect(skipped).toBe(0);
    }),
    { numRuns: 100 },
  );
});

test('[B57] files are named where a board leaves, and counted where it comes in: their bytes stay with their board', () => {
  const doc = fullBoard();
  for (const id of ['plan', 'photo']) {
    const file = { id, name: `${id}.pdf`, bytes: 1_200, kind: 'pdf', width: null, height: null } as const;
    addCardFile(doc, { cardId: 'c', file: { ...file, at: null } });
  }
  const file = writeBoardFile(readBoard(doc), 'Arbres', names);
  expect(file.cards.find(({ id }) => id === 'c')?.files).toMatchObject([
    { id: 'photo', name: 'photo.pdf', bytes: 1_200 },
    { id: 'plan', name: 'plan.pdf', bytes: 1_200 },
  ]);
  const [header = [], , second] = boardTable(file);
  expect(second?.[header.indexOf('Fichiers')]).toBe('photo.pdf\nplan.pdf');
  const lost = [{ kind: 'files', count: 2, names: ['photo.pdf', 'plan.pdf'] }];
  const json = readJsonBoard(JSON.parse(JSON.stringify(file)));
  const csv = readCsvBoard(boardTable(file), 'Arbres');
  for (const read of [json, csv]) {
    if (!read.ok) throw new Error(read.error);
    const { doc: copy, losses } = imported(read.value.file);
    expect(losses).toEqual(lost);
    expect(readBoard(copy).columns.flatMap(({ cards }) => cards.flatMap(({ files }) => files))).toEqual([]);
  }
});
