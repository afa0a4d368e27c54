import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { readBoard } from '#shared/boards/board-doc.ts';
import { savedQuery } from '#shared/boards/view/board-address.ts';
import { VIEW_QUERY_MAX } from '#shared/boards/view/saved-view.ts';
import { addSavedView, removeSavedView, renameSavedView } from '#shared/boards/view/saved-view-operations.ts';
import { boardWith } from '#tests/support/boards/boards.ts';
import { countUpdates } from '#tests/support/realtime/replicas.ts';

const mine = { viewId: 'mine', name: 'Mes cartes', query: 'personne=moi' };

test('[B45] a view has a name and the query of an address; it is renamed and removed', () => {
  const doc = boardWith();
  expect(addSavedView(doc, mine)).toMatchObject({ ok: true });
  addSavedView(doc, { viewId: 'late', name: 'En retard', query: 'echeance=retard' });
  expect(readBoard(doc).views.map(({ name }) => name)).toEqual(['En retard', 'Mes cartes']);
  expect(renameSavedView(doc, { viewId: 'mine', name: 'À moi' })).toMatchObject({ ok: true });
  expect(readBoard(doc).views).toContainEqual({ id: 'mine', name: 'À moi', query: 'personne=moi' });
  expect(removeSavedView(doc, { viewId: 'mine' })).toMatchObject({ ok: true });
  expect(readBoard(doc).views.map(({ id }) => id)).toEqual(['late']);
});

test('[B45] [B7] a view without a name, or longer than an address, is refused and nothing is written', () => {
  const doc = boardWith();
  addSavedView(doc, mine);
  const written = countUpdates(doc, () => {
    expect(addSavedView(doc, { ...mine, viewId: 'x', name: ' ' })).toMatchObject({
      error: 'board.titleEmpty',
    });
    const query = 'a'.repeat(VIEW_QUERY_MAX + 1);
    expect(addSavedView(doc, { ...mine, viewId: 'x', query })).toMatchObject({ error: 'board.viewTooLong' });
    expect(addSavedView(doc, mine)).toMatchObject({ error: 'board.idTaken' });
    expect(renameSavedView(doc, { viewId: 'gone', name: 'x' })).toMatchObject({
      error: 'board.viewNotFound',
    });
    expect(removeSavedView(doc, { viewId: 'gone' })).toMatchObject({ error: 'board.viewNotFound' });
  });
  expect(written).toBe(0);
});

test('[B45] one view has one query, in whatever order it was made and whatever day is looked at', () => {
  const query = savedQuery(new URLSearchParams('vue=calendrier&personne=b&personne=a&jour=2023-03-14'));
  expect(query).toBe('personne=b&personne=a&vue=calendrier');
});

test('[B8] a view whose query does not read is the whole board', () => {
  const doc = boardWith();
  doc.getMap('views').set('v', new Y.Map<unknown>([['query', { a: 1 }]]));
  doc.getMap('views').set('w', new Y.Map<unknown>([['query', 'a'.repeat(VIEW_QUERY_MAX + 1)]]));
  expect(readBoard(doc).views.map(({ query }) => query)).toEqual(['', '']);
});
