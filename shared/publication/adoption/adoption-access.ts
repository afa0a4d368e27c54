import type { PlatformRole } from '../../kernel/access/access.ts';
import { isTerritory, type OrganisationKind } from '../../people/organisation/organisation.ts';
import { mayReadProgramme, type ProgrammeStanding } from '../../people/organisation/organisation-access.ts';

/** [RP5] What somebody is for the adoption of one city: of that city, of the coordination, or of the programme. */
export type AdoptionRole = 'city' | 'coordinator' | 'programme';

const ADOPTION_RIGHTS = {
  /** Answers, notes, history. */
  'check.read': ['city', 'coordinator'],
  'check.write': ['city'],
  /** That there is an interest, whose, in which state and since when. */
  'interest.read': ['city', 'coordinator', 'programme'],
  'interest.move': ['city', 'coordinator'],
  'board.make': ['city'],
} as const satisfies Record<string, readonly AdoptionRole[]>;

export type AdoptionAction = keyof typeof ADOPTION_RIGHTS;

interface AdoptionPerson {
  readonly platformRole: PlatformRole;
  readonly standing: ProgrammeStanding;
  readonly organisationId: string | null;
}

/** [RP5] The role of somebody for the adoption of this organisation; null when it looks absent. */
export function adoptionRoleOf(
  { platformRole, standing, organisationId }: AdoptionPerson,
  ownerId: string,
): AdoptionRole | null {
  if (organisationId === ownerId) return 'city';
  if (platformRole === 'admin' || platformRole === 'coordinator') return 'coordinator';
  return mayReadProgramme(standing) ? 'programme' : null;
}

/** [RP5] May somebody with this role (null: it looks absent) do this with the adoption? */
export function canInAdoption(role: AdoptionRole | null, action: AdoptionAction): boolean {
  return role !== null && ADOPTION_RIGHTS[action].some((allowed) => allowed === role);
}

/** [RP5] Organisations that may repeat a use case: local authorities with a territory of their own. */
export function isAdopter(kind: OrganisationKind): boolean {
  return isTerritory(kind);
}
