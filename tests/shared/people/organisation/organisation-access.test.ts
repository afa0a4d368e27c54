import { expect, test } from 'vitest';
import { PLATFORM_ROLES } from '#shared/kernel/access/access.ts';
import { isOfMarket, ORGANISATION_KINDS } from '#shared/people/organisation/organisation.ts';
import {
  mayReadEveryExperiment,
  mayReadProgramme,
  programmeStandingOf,
} from '#shared/people/organisation/organisation-access.ts';

const of = (
  organisationKind: Parameters<typeof programmeStandingOf>[0]['organisationKind'],
  hasMission = false,
) => programmeStandingOf({ platformRole: 'member', organisationKind, hasMission });

test('[A13] who is of the programme: its own people, its organisations, consultants while their mission runs', () => {
  for (const platformRole of PLATFORM_ROLES.filter((role) => role !== 'member'))
    expect(programmeStandingOf({ platformRole, organisationKind: null, hasMission: false })).toBe('own');
  for (const kind of ORGANISATION_KINDS.filter((kind) => !isOfMarket(kind)))
    expect(of(kind), kind).toBe('member');
  expect(of('consultancy', true)).toBe('consultant');
  expect(of('consultancy')).toBe('guest');
  for (const hasMission of [false, true]) expect(of('company', hasMission)).toBe('guest');
  expect(of(null)).toBe('guest');
  // Nobody is named on a mission without being of its consultancy ([MS2]); if it were so, it would give nothing.
  expect(of(null, true)).toBe('guest');
});

test('[A13] what is the programme’s is there for all but guests; foreign experiments are not for consultants', () => {
  expect((['own', 'member', 'consultant', 'guest'] as const).map(mayReadProgramme)).toEqual([
    true,
    true,
    true,
    false,
  ]);
  expect((['own', 'member', 'consultant', 'guest'] as const).map(mayReadEveryExperiment)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
