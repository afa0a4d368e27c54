import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { readBoard } from '#shared/boards/board-doc.ts';
import { archiveCard, restoreCard } from '#shared/boards/card/card-operations.ts';
import type { FieldKind } from '#shared/boards/field/field.ts';
import {
  addField,
  addFieldOption,
  moveField,
  moveFieldOption,
  removeField,
  removeFieldOption,
  renameField,
  renameFieldOption,
  restoreField,
  restoreFieldOption,
  setCardField,
  setFieldOnFace,
} from '#shared/boards/field/field-operations.ts';
import { LINE_MAX } from '#shared/boards/text.ts';
import { boardWith } from '#tests/support/boards/boards.ts';
import { countUpdates, rejoin } from '#tests/support/realtime/replicas.ts';

/** A board with one card `a` and a field of each kind given, named after it; `choice` has two options. */
function boardWithFields(...kinds: readonly FieldKind[]): Y.Doc {
  const doc = boardWith({ todo: ['a'] });
  for (const kind of kinds) {
    expect(addField(doc, { fieldId: kind, name: kind, kind })).toMatchObject({ ok: true });
    if (kind !== 'choice') continue;
    for (const optionId of ['low', 'high']) {
      addFieldOption(doc, { fieldId: 'choice', optionId, name: optionId.toUpperCase() });
    }
  }
  return doc;
}

const held = (doc: Y.Doc) => readBoard(doc).columns[0]?.cards[0]?.fields;
const write = (doc: Y.Doc, fieldId: string, text: string) =>
  setCardField(doc, { cardId: 'a', fieldId, text });

test.each([
  ['text', ' Place de\nla Gare ', 'Place de la Gare'],
  ['number', '1\u202f200,5', 1200.5],
  ['number', '−3', -3],
  ['number', '0', 0],
  ['date', '2024-02-29', '2024-02-29'],
  ['choice', 'high', 'high'],
  ['person', 'nadia', 'nadia'],
  ['city', 'valmont', 'valmont'],
] as const)('[B42] a field of kind %s takes « %s »', (kind, text, value) => {
  const doc = boardWithFields(kind);
  expect(write(doc, kind, text)).toMatchObject({ ok: true });
  expect(held(doc)).toEqual([{ fieldId: kind, value }]);
  expect(countUpdates(doc, () => write(doc, kind, text))).toBe(0);
  expect(write(doc, kind, ' ')).toMatchObject({ ok: true });
  expect(held(doc)).toEqual([]);
});

test.each([
  ['text', 'a'.repeat(LINE_MAX + 1), 'board.titleTooLong'],
  ['number', '12 €', 'board.numberInvalid'],
  ['number', '1,2,3', 'board.numberInvalid'],
  ['number', '1e3', 'board.numberInvalid'],
  ['number', `1${'0'.repeat(400)}`, 'board.numberInvalid'],
  ['date', '2023-02-31', 'board.dueInvalid'],
  ['choice', 'LOW', 'board.optionNotFound'],
] as const)('[B42] [B7] a field of kind %s refuses « %s », and writes nothing', (kind, text, error) => {
  const doc = boardWithFields(kind);
  const before = countUpdates(doc, () => expect(write(doc, kind, text)).toEqual({ ok: false, error }));
  expect(before).toBe(0);
});

test('[B42] there is nothing to write on a card or in a field that the board does not have', () => {
  const doc = boardWithFields('text');
  expect(write(doc, 'gone', 'x')).toEqual({ ok: false, error: 'board.fieldNotFound' });
  expect(setCardField(doc, { cardId: 'gone', fieldId: 'text', text: 'x' })).toEqual({
    ok: false,
    error: 'board.cardNotFound',
  });
});

test('[B41] a removed field leaves the cards, and comes back where it was, with what they hold', () => {
  const doc = boardWithFields('text', 'number');
  write(doc, 'text', 'Gare');
  expect(removeField(doc, { fieldId: 'text' })).toMatchObject({ ok: true });
  expect(held(doc)).toEqual([]);
  expect(readBoard(doc).fields.map(({ id }) => id)).toEqual(['number']);
  expect(readBoard(doc).removedFields.map(({ id }) => id)).toEqual(['text']);
  expect(write(doc, 'text', 'Port')).toEqual({ ok: false, error: 'board.fieldNotFound' });

  expect(restoreField(doc, { fieldId: 'text' })).toMatchObject({ ok: true });
  expect(readBoard(doc).fields.map(({ id }) => id)).toEqual(['text', 'number']);
  expect(held(doc)).toEqual([{ fieldId: 'text', value: 'Gare' }]);
});

test('[B41] a removed option leaves the cards that hold it, and comes back to them', () => {
  const doc = boardWithFields('choice');
  write(doc, 'choice', 'high');
  const which = { fieldId: 'choice', optionId: 'high' };
  expect(removeFieldOption(doc, which)).toMatchObject({ ok: true });
  expect(held(doc)).toEqual([]);
  expect(readBoard(doc).fields[0]?.removedOptions).toEqual([{ id: 'high', name: 'HIGH' }]);
  expect(write(doc, 'choice', 'high')).toEqual({ ok: false, error: 'board.optionNotFound' });
  expect(restoreFieldOption(doc, which)).toMatchObject({ ok: true });
  expect(held(doc)).toEqual([{ fieldId: 'choice', value: 'high' }]);
});

test('[B10] [B4] fields and options are named in one line and stand where they are put', () => {
  const doc = boardWithFields('text', 'number', 'choice');
  expect(renameField(doc, { fieldId: 'text', name: ' ' })).toEqual({ ok: false, error: 'board.titleEmpty' });
  expect(renameField(doc, { fieldId: 'text', name: 'Lieu' })).toMatchObject({ ok: true });
  expect(moveField(doc, { fieldId: 'text', index: 2 })).toMatchObject({ ok: true });
  expect(setFieldOnFace(doc, { fieldId: 'text', onFace: true })).toMatchObject({ ok: true });
  const which = { fieldId: 'choice', optionId: 'high' };
  expect(moveFieldOption(doc, { ...which, index: 0 })).toMatchObject({ ok: true });
  expect(renameFieldOption(doc, { ...which, name: 'Haute' })).toMatchObject({ ok: true });
  expect(readBoard(doc).fields).toEqual([
    { id: 'number', name: 'number', kind: 'number', onFace: false, options: [], removedOptions: [] },
    {
      id: 'choice',
      name: 'choice',
      kind: 'choice',
      onFace: false,
      options: [
        { id: 'high', name: 'Haute' },
        { id: 'low', name: 'LOW' },
      ],
      removedOptions: [],
    },
    { id: 'text', name: 'Lieu', kind: 'text', onFace: true, options: [], removedOptions: [] },
  ]);
});

test('[B7] ids that others have and fields that are gone are refused, and nothing is written', () => {
  const doc = boardWithFields('text', 'choice');
  const refused = [
    () => addField(doc, { fieldId: 'text', name: 'Autre', kind: 'date' }),
    () => addFieldOption(doc, { fieldId: 'choice', optionId: 'low', name: 'Autre' }),
    () => addFieldOption(doc, { fieldId: 'text', optionId: 'x', name: 'Autre' }),
    () => moveField(doc, { fieldId: 'gone', index: 0 }),
    () => moveFieldOption(doc, { fieldId: 'choice', optionId: 'gone', index: 0 }),
    () => renameFieldOption(doc, { fieldId: 'choice', optionId: 'gone', name: 'x' }),
    () => removeField(doc, { fieldId: 'gone' }),
  ];
  const written = countUpdates(doc, () => {
    for (const operation of refused) expect(operation()).toMatchObject({ ok: false });
  });
  expect(written).toBe(0);
});

test('[B9] two people who each add an option add both, and a value outlives a field removed meanwhile', () => {
  const nadia = boardWithFields('choice', 'text');
  const yann = new Y.Doc();
  rejoin(nadia, yann);
  addFieldOption(nadia, { fieldId: 'choice', optionId: 'n', name: 'Nord' });
  addFieldOption(yann, { fieldId: 'choice', optionId: 's', name: 'Sud' });
  removeField(nadia, { fieldId: 'text' });
  write(yann, 'text', 'Gare');
  archiveCard(yann, { cardId: 'a' });
  rejoin(nadia, yann);
  expect(readBoard(nadia)).toEqual(readBoard(yann));
  restoreField(nadia, { fieldId: 'text' });
  restoreCard(nadia, { cardId: 'a' });
  const options = readBoard(nadia).fields.find(({ id }) => id === 'choice')?.options;
  expect(options?.map(({ id }) => id).sort()).toEqual(['high', 'low', 'n', 's']);
  expect(held(nadia)).toEqual([{ fieldId: 'text', value: 'Gare' }]);
});

test('[B8] [B42] what a peer of another make wrote in a field is left out, whatever it is named', () => {
  const doc = boardWithFields('text', 'number', 'date', 'choice', 'person');
  const card = doc.getMap('cards').get('a');
  if (!(card instanceof Y.Map)) throw new Error('no card');
  for (const [key, value] of [
    ['field:text', 4],
    ['field:number', '4'],
    ['field:date', '2023-02-31'],
    ['field:choice', 'gone'],
    ['field:person', new Y.Map()],
    ['field:__proto__', 'x'],
    ['field:', 'x'],
  ] as const) {
    card.set(key, value);
  }
  doc.getMap('fields').set('later', new Y.Map([['kind', 'formula']]));
  doc.getMap('fields').set('plain', 'text');
  expect(held(doc)).toEqual([]);
  expect(readBoard(doc)).toMatchObject({ skipped: 1 });
  expect(readBoard(doc).fields.map(({ id }) => id)).not.toContain('later');
});
