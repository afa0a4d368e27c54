import { describe, expect, test } from 'vitest';
import {
  CHANGE_TYPES,
  changeOf,
  feedCursor,
  parseFeedCursor,
  type WrittenActivity,
} from '#shared/operations/change/change.ts';

const id = '11111111-2222-4333-8444-555555555555';
const group = { id: '99999999-2222-4333-8444-555555555555', name: 'Nature en ville' };
const written = (verb: WrittenActivity['verb'], title = 'Ombre'): WrittenActivity => ({
  ...{ id: 'reply 7', at: new Date(0), verb, objectId: id, title, group },
  by: { name: 'Nadia', organisation: null },
});

describe('[CF1] a line', () => {
  test.each([
    ['document.replied', 'document', `/documents/${id}-ombre`],
    ['board.commented', 'board', `/tableaux/${id}-ombre`],
    ['minutes.submitted', 'meeting', `/seances/${id}-ombre`],
    ['resource.edited', 'resource', `/ressources/${id}-ombre`],
    ['dataset.changed', 'dataset', `/donnees/jeux/${id}-ombre`],
    ['check.done', 'check', `/donnees/controles/${id}`],
    ['member.added', 'member', `/groupes/${group.id}-nature-en-ville/membres`],
    ['group.created', 'group', `/groupes/${group.id}-nature-en-ville`],
  ] as const)('%s is of a %s and leads to its page', (verb, kind, path) => {
    expect(changeOf(written(verb)).object).toMatchObject({ kind, path });
  });

  test('has an id that a header can hold, and requests for access have none', () => {
    expect(changeOf(written('document.replied')).id).toBe('reply-7');
    expect(CHANGE_TYPES.filter((type) => type.startsWith('accessRequest'))).toEqual([]);
  });
});

describe('[CF4] a place', () => {
  test.each([
    { generation: 0, position: 0 },
    { generation: 217_000_000, position: 987_654_321_000 },
  ])('%j is read back from its word', (place) => {
    expect(parseFeedCursor(feedCursor(place))).toEqual(place);
  });

  test.each(['', '1', '-1', '1-', '1-2-3', 'A-B', '1-zzzzzzzzzzz', '1 2'])('« %s » is none', (word) => {
    expect(parseFeedCursor(word)).toBeNull();
  });
});
