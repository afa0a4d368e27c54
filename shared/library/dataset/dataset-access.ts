import { canInGroup, type GroupRole } from '../../kernel/access/access.ts';

/**
 * [DS2] May somebody with this role in the record's group, and of this organisation, write this record? Facilitators write all of
 * them, other writers those of their own organisation.
 */
export function mayChangeDataset(
  { role, organisationId }: { readonly role: GroupRole | null; readonly organisationId: string | null },
  ownerOrganisationId: string | null,
): boolean {
  if (!canInGroup(role, 'dataset.write')) return false;
  return role === 'facilitator' || (organisationId !== null && organisationId === ownerOrganisationId);
}

/** [DS11] May somebody with this role in the check's group (null: outsider) send its file and share its report? Facilitators, and the writer who began it. */
export function mayChangeCheck(role: GroupRole | null, isAuthor: boolean): boolean {
  return canInGroup(role, 'dataset.write') && (role === 'facilitator' || isAuthor);
}
