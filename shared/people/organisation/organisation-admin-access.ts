import type { PlatformRole } from '../../kernel/access/access.ts';

/** What is asked of somebody when rights over accounts of an organisation are decided. */
export interface OrganisationStanding {
  readonly id: string;
  readonly platformRole: PlatformRole;
  readonly organisationId: string | null;
  readonly administersId: string | null;
  readonly suspendedAt: Date | null;
}

/** [O4] The organisation that somebody administers at this moment: their own, while they may sign in; null for none. */
export function administeredBy({
  administersId,
  organisationId,
  suspendedAt,
}: Pick<OrganisationStanding, 'administersId' | 'organisationId' | 'suspendedAt'>): string | null {
  return suspendedAt === null && administersId === organisationId ? administersId : null;
}

/**
 * [O6] Why the administrator of an organisation may not act on this account, null when they may. An account of another organisation is
 * absent; their own, another administrator’s of the organisation, and those with a role on the platform are out of their reach.
 */
export function refusedReach(
  by: OrganisationStanding,
  person: OrganisationStanding,
): 'person.notFound' | 'person.ownAccount' | 'person.outOfReach' | null {
  const own = administeredBy(by);
  if (own === null || person.organisationId !== own) return 'person.notFound';
  if (person.id === by.id) return 'person.ownAccount';
  return person.platformRole === 'member' && person.administersId === null ? null : 'person.outOfReach';
}
