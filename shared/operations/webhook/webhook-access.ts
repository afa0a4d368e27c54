import { canInGroup, canOnPlatform, type GroupRole, type PlatformRole } from '../../kernel/access/access.ts';

/**
 * [WH1] May somebody manage the webhooks of a group (`isOfGroup`), in which they have this role, or those of the whole space? What
 * they may not even know of is absent.
 */
export function webhookAccessOf(given: {
  readonly isOfGroup: boolean;
  readonly platformRole: PlatformRole;
  readonly role: GroupRole | null;
}): 'manage' | 'forbidden' | 'absent' {
  if (!given.isOfGroup) return canOnPlatform(given.platformRole, 'platform.administer') ? 'manage' : 'absent';
  if (given.role === null) return 'absent';
  return canInGroup(given.role, 'group.edit') ? 'manage' : 'forbidden';
}
