import { canInGroup } from '#shared/kernel/access/access.ts';
import { asReadable, type Readable } from '#shared/kernel/access/readable.ts';
import type { GroupForMember } from './groups.ts';

/** [A1] The id of this group for what its facilitators alone read of it; null for every other role. */
export function facilitatedBy({ id, role }: GroupForMember): Readable<'facilitatedGroup'> | null {
  return canInGroup(role, 'group.facilitate') ? asReadable(id) : null;
}
