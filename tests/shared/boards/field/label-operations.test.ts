import { expect, test } from 'vitest';
import { readBoard } from '#shared/boards/board-doc.ts';
import { setCardProperties } from '#shared/boards/card/property/property-operations.ts';

import { addLabel, removeLabel } from '#shared/boards/field/label-operations.ts';
import { LINE_MAX } from '#shared/boards/text.ts';
import { boardWith } from '#tests/support/boards/boards.ts';
import { countUpdates } from '#tests/support/realtime/replicas.ts';

test('[B10] a label is one line; without a name, or with too long a one, nothing is written', () => {
  const doc = boardWith();
  const written = countUpdates(doc, () => {
    expect(addLabel(doc, { labelId: 'city', name: ' \n ' })).toEqual({
      ok: false,
      error: 'board.titleEmpty',
    });
    expect(addLabel(doc, { labelId: 'city', name: 'a'.repeat(LINE_MAX + 1) })).toEqual({
      ok: false,
      error: 'board.titleTooLong',
    });
  });
  expect(written).toBe(0);
  expect(addLabel(doc, { labelId: 'city', name: 'Ville\n entière', colour: 'plum' })).toMatchObject({
    ok: true,
  });
  expect(readBoard(doc).labels).toContainEqual({ id: 'city', name: 'Ville  entière', colour: 'plum' });
});

test('a label keeps its id: another cannot take it', () => {
  const doc = boardWith();
  expect(addLabel(doc, { labelId: 'data', name: 'Autre' })).toEqual({ ok: false, error: 'board.idTaken' });
  expect(readBoard(doc).labels.find(({ id }) => id === 'data')?.name).toBe('Données');
});

test('[B19] a removed label leaves the cards that carried it', () => {
  const doc = boardWith({ todo: ['a'] });
  setCardProperties(doc, { cardId: 'a', labels: ['data', 'field'] });
  expect(removeLabel(doc, { labelId: 'data' })).toMatchObject({ ok: true });
  expect(readBoard(doc).columns[0]?.cards[0]?.labels).toEqual(['field']);
  expect(removeLabel(doc, { labelId: 'data' })).toEqual({ ok: false, error: 'board.labelNotFound' });
});
