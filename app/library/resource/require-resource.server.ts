import type { RouterContextProvider } from 'react-router';
import { findResourceForMember, type ResourceForMember } from '#db/library/resource/resources.ts';
import { canInGroup } from '#shared/kernel/access/access.ts';
import { idOfSegment } from '#shared/kernel/ids.ts';
import { type Member, servicesContext } from '../../context.ts';
import { forbidden, notFound, requireMember } from '../../kernel/access.server.ts';

/** [RS5] The person and the resource of an address segment, if they may read it and, with `action`, do this with it. */
export async function requireResource(
  context: Readonly<RouterContextProvider>,
  segment: string | undefined,
  action?: 'resource.share',
): Promise<{ member: Member; resource: ResourceForMember }> {
  const member = requireMember(context);
  const resourceId = idOfSegment(segment);
  const { db, now } = context.get(servicesContext);
  const resource =
    resourceId && (await findResourceForMember(db, { resourceId, userId: member.id, now: now() }));
  if (!resource) throw notFound();
  if (action && !canInGroup(resource.groupRole, action)) throw forbidden();
  return { member, resource };
}
