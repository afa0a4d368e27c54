import { expect, test } from 'vitest';
import { PLACES_MAX, placesToCreate } from '#shared/news/to-do/places-to-create.ts';

const group = { id: 'a', name: 'Nature en ville', role: 'contributor', organisationId: null } as const;
const space = { id: 's', name: 'Valmont-sur-Loire', role: 'facilitator', organisationId: 'o' } as const;

test('[HO3] what may be made is offered where it may be made, and nowhere else', () => {
  expect(placesToCreate([group, { ...group, id: 'b', role: 'facilitator' }, space])).toEqual([
    { id: 's', name: 'Valmont-sur-Loire', makes: ['document', 'board'] },
    { id: 'a', name: 'Nature en ville', makes: ['document', 'board'] },
    { id: 'b', name: 'Nature en ville', makes: ['document', 'board', 'meeting'] },
  ]);
  expect(
    placesToCreate([
      { ...group, role: 'observer' },
      { ...group, role: 'reviewer' },
    ]),
  ).toEqual([]);
});

test('[HO3] the space of one’s organisation stays among the places of somebody with many groups', () => {
  const many = Array.from({ length: 150 }, (_, at) => ({ ...group, id: String(at) }));
  const places = placesToCreate([...many, space]);
  expect(places).toHaveLength(PLACES_MAX);
  expect(places[0]?.id).toBe('s');
});
