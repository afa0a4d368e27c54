import { describe, expect, test } from 'vitest';
import {
  administeredBy,
  type OrganisationStanding,
  refusedReach,
} from '#shared/people/organisation/organisation-admin-access.ts';

const colleague: OrganisationStanding = {
  id: 'julien',
  platformRole: 'member',
  organisationId: 'valmont',
  administersId: null,
  suspendedAt: null,
};
const nadia: OrganisationStanding = { ...colleague, id: 'nadia', administersId: 'valmont' };
const suspendedAt = new Date('2023-03-14T09:00:00Z');

test('[O4] somebody administers their own organisation while they may sign in', () => {
  expect(administeredBy(nadia)).toBe('valmont');
  expect(administeredBy(colleague)).toBeNull();
  expect(administeredBy({ ...nadia, suspendedAt })).toBeNull();
  expect(administeredBy({ ...nadia, organisationId: 'clairac' })).toBeNull();
});

describe('[O6] the reach of whoever administers an organisation', () => {
  test.each<[string, Partial<OrganisationStanding>, Partial<OrganisationStanding>, string | null]>([
    ['a colleague', {}, {}, null],
    ['a colleague who is suspended', {}, { suspendedAt }, null],
    ['somebody of another organisation', {}, { organisationId: 'clairac' }, 'person.notFound'],
    ['somebody of none', {}, { organisationId: null }, 'person.notFound'],
    ['themselves', {}, { id: 'nadia', administersId: 'valmont' }, 'person.ownAccount'],
    ['another administrator of theirs', {}, { administersId: 'valmont' }, 'person.outOfReach'],
    ['an administrator of the platform', {}, { platformRole: 'admin' }, 'person.outOfReach'],
    ['a coordinator', {}, { platformRole: 'coordinator' }, 'person.outOfReach'],
    ['a reviewer', {}, { platformRole: 'reviewer' }, 'person.outOfReach'],
    ['anybody, by a plain member', { administersId: null }, {}, 'person.notFound'],
    ['anybody, once suspended', { suspendedAt }, {}, 'person.notFound'],
    ['anybody, once they moved', { organisationId: 'clairac' }, {}, 'person.notFound'],
  ])('%s', (_who, by, person, refused) => {
    expect(refusedReach({ ...nadia, ...by }, { ...colleague, ...person })).toBe(refused);
  });
});
