import { expect, test } from 'vitest';
import { type Seen, sightOf } from '#shared/publication/space/sight.ts';

const seen: Seen = {
  visibility: 'restricted',
  isInSpace: true,
  group: 'Nature en ville',
  others: 0,
  isPublic: false,
};

test.each<[string, Partial<Seen>, object]>([
  ['a draft is its maker’s alone', {}, { kind: 'self' }],
  ['named to somebody else, it is of the persons chosen', { others: 1 }, { kind: 'chosen' }],
  ['restricted in a working group, its facilitators read it too', { isInSpace: false }, { kind: 'chosen' }],
  ['opened, it is the organisation’s', { visibility: 'group' }, { kind: 'organisation' }],
  [
    'elsewhere it is the group’s',
    { visibility: 'group', isInSpace: false },
    { kind: 'group', name: 'Nature en ville' },
  ],
  ['of the programme wherever it is', { visibility: 'programme', isInSpace: false }, { kind: 'programme' }],
  ['published, it is everybody’s, whoever sees the text itself', { isPublic: true }, { kind: 'public' }],
])('[MV4] who sees a document: %s', (_said, more, sight) => {
  expect(sightOf({ ...seen, ...more })).toEqual(sight);
});
