import { findResourceForMember, type ResourceForMember } from '#db/library/resource/resources.ts';
import { findStanding } from '#db/people/person/people.ts';
import { canInGroup, canOnPlatform, type GroupAction } from '#shared/kernel/access/access.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import type { Right } from '../../kernel/operation.ts';
import type { ByPerson } from '../../people/rights.ts';

type OnResource = Right<{ readonly resourceId: string }, ByPerson & { readonly resource: ResourceForMember }>;

/** [RS5] Whoever may read the resource of the input, and whose role in its group allows this. */
export function onResource(action: GroupAction): OnResource {
  return async ({ tx, now }, { userId }, { resourceId }) => {
    const resource = userId === null ? null : await findResourceForMember(tx, { resourceId, userId, now });
    if (userId === null || !resource) return fail('access.notFound');
    return canInGroup(resource.groupRole, action) ? ok({ by: userId, resource }) : fail('access.forbidden');
  };
}

/** [RS6] The same of whoever shares it in its group and, on the platform, with all of them. */
export const sharingWithAll: OnResource = async (act, asker, input) => {
  const found = await onResource('resource.share')(act, asker, input);
  if (!found.ok) return found;
  const standing = await findStanding(act.tx, found.value.by);
  return standing && canOnPlatform(standing.platformRole, 'resource.shareWithAll')
    ? found
    : fail('access.forbidden');
};
