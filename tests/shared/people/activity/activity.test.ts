import { describe, expect, test } from 'vitest';
import { type Activity, foldRepeated } from '#shared/people/activity/activity.ts';

const nadia = { name: 'Nadia Ferrand', organisation: 'Valmont-sur-Loire' };
const assigned: Activity = {
  id: '3',
  verb: 'board.assigned',
  groupId: 'g',
  groupName: 'Nature en ville',
  actor: nadia,
  objectId: 'b1',
  title: 'Suivi du groupe',
  at: new Date('2023-03-14T09:00:00Z'),
};
const earlier = new Date('2023-03-14T08:00:00Z');

describe('foldRepeated', () => {
  test('[G4] what one person did again and again to one object is one line, at the last time', () => {
    const lines = foldRepeated([assigned, { ...assigned, id: '2', at: earlier }, { ...assigned, id: '1' }]);
    expect(lines).toEqual([{ ...assigned, times: 3 }]);
  });

  test.each<[string, Partial<Activity>]>([
    ['somebody else', { actor: { name: 'Yann Le Goff', organisation: 'Saint-Aubin' } }],
    ['somebody who left', { actor: null }],
    ['another object', { objectId: 'b2' }],
    ['another gesture', { verb: 'board.renamed' }],
    ['a name it had before', { title: 'Suivi' }],
  ])('[G4] not across %s', (_, other) => {
    const activities = [assigned, { ...assigned, id: '2', ...other }, { ...assigned, id: '1' }];
    expect(foldRepeated(activities).map(({ id, times }) => [id, times])).toEqual([
      ['3', 1],
      ['2', 1],
      ['1', 1],
    ]);
  });
});
