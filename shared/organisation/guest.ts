import type { PlatformRole } from '../access.ts';

/**
 * A guest: somebody of no organisation who has no part in the programme itself. What is the programme’s is not theirs ([AT2], [LI1]).
 */
export function isGuest({
  platformRole,
  organisationId,
}: {
  readonly platformRole: PlatformRole;
  readonly organisationId: string | null;
}): boolean {
  return platformRole === 'member' && organisationId === null;
}
