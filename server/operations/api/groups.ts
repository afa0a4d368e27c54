import type { z } from 'zod';
import { findGroupForMember, type GroupForMember, listGroupsForMember } from '#db/people/group/groups.ts';
import { canInGroup, type GroupAction } from '#shared/kernel/access/access.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { paths } from '#shared/paths.ts';
import { type Call, operation } from './operation.ts';
import type { ApiError } from './problem.ts';
import { Group, listOf, Nothing, Page, pageOf } from './shapes.ts';

function present(group: GroupForMember, origin: string): z.input<typeof Group> {
  return { ...group, url: origin + paths.group({ id: group.id, title: group.name }) };
}

/** The group, when the caller may do this in it: absent for outsiders, forbidden for a role that is too weak. */
export async function groupFor(
  { services: { db, now }, caller: { userId } }: Pick<Call<unknown, unknown, unknown>, 'services' | 'caller'>,
  groupId: string,
  action: GroupAction,
): Promise<Result<GroupForMember, ApiError>> {
  const group = await findGroupForMember(db, { groupId, userId, now: now() });
  if (!group) return fail('access.notFound');
  return canInGroup(group.role, action) ? ok(group) : fail('access.forbidden');
}

export const groupOperations = [
  operation({
    method: 'get',
    path: '/groups',
    name: 'groups.list',
    scope: 'groups:read',
    params: Nothing,
    query: Page,
    body: null,
    success: 200,
    answer: listOf(Group),
    run: async ({ services: { db, now, origin }, caller, query }) => {
      const groups = await listGroupsForMember(db, { userId: caller.userId, now: now() });
      return ok(
        pageOf(
          groups.map((group) => present(group, origin)),
          query,
        ),
      );
    },
  }),
];
