import type { Db } from '#db/kernel/client.ts';
import { findGroupRole } from '#db/people/group/groups.ts';
import { findMissionStanding } from '#db/programme/mission/mission-access.ts';
import type { AccessError } from '#shared/errors.ts';
import { canInGroup } from '#shared/kernel/access/access.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { UploadPlace } from '#shared/library/resource/upload.ts';
import { canInMission } from '#shared/programme/mission/mission-access.ts';

/** [RS5] [MS3] Whether this person may bring files there: to whom the place does not show it is absent. */
export async function mayBring(
  db: Db,
  { by: userId, now, ...place }: UploadPlace & { readonly by: string; readonly now: Date },
): Promise<Result<void, AccessError>> {
  if ('missionId' in place) {
    const standing = await findMissionStanding(db, { ...place, userId, now });
    if (!standing) return fail('access.notFound');
    return canInMission(standing, 'mission.submit') ? ok() : fail('access.forbidden');
  }
  const role = await findGroupRole(db, { ...place, userId, now });
  if (!role) return fail('access.notFound');
  return canInGroup(role, 'resource.share') ? ok() : fail('access.forbidden');
}
