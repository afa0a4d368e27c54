import { z } from 'zod';
import type { Db } from '#db/kernel/client.ts';
import {
  addMember,
  changeMember,
  findMember,
  type GroupMember,
  listMembers,
  removeMember,
} from '#db/people/member/members.ts';
import { findPersonByEmail } from '#db/people/person/people.ts';
import { canInGroup, groupRoleOf } from '#shared/kernel/access/access.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { groupFor } from './groups.ts';
import { type Call, operation, writeOperation } from './operation.ts';
import type { ApiError } from './problem.ts';
import { Id, Instant, listOf, Nothing, Organisation, Page, pageOf, Role, UserId } from './shapes.ts';
import type { Write } from './write.ts';

const InGroup = z.object({ group: Id });
const OfMember = InGroup.extend({ user: UserId });

/** A role and its end, exclusive; null for none. */
const Terms = z.object({ role: Role, until: Instant.nullable().default(null) });

const Member = z.object({
  id: UserId,
  name: z.string(),
  /** For those who manage the members; null for all others. */
  email: z.string().nullable(),
  organisation: Organisation.nullable(),
  /** The role that memberships give: own or inherited, the strongest; null once ended. */
  role: Role.nullable(),
  /** The membership in the person's own name, the one that can be changed. */
  own: z.object({ role: Role, until: z.iso.datetime().nullable() }).nullable(),
  inheritedRole: Role.nullable(),
});

function present(member: GroupMember, now: Date, canManage: boolean): z.input<typeof Member> {
  const { id, name, email, organisation, own, inheritedRole } = member;
  const inherited = inheritedRole ? [{ role: inheritedRole, until: null }] : [];
  return {
    id,
    name,
    email: canManage ? email : null,
    organisation: organisation && { id: organisation.id, name: organisation.name },
    role: groupRoleOf('member', [...(own ? [own] : []), ...inherited], now),
    own: own && { role: own.role, until: own.until?.toISOString() ?? null },
    inheritedRole,
  };
}

/** Who changes what, once it is known that the caller may manage the members of this group. */
async function changeFor(call: Call<{ group: string }, unknown, unknown>, userId: string) {
  const group = await groupFor(call, call.params.group, 'members.manage');
  if (!group.ok) return group;
  const { now, newId } = call.services;
  return ok({ groupId: group.value.id, userId, by: call.caller.userId, activityId: newId(), now: now() });
}

/** What is done to a membership, which live connections of the person follow at once; the answer is the member as they are then. */
function inMembership(
  { rooms, now }: Call<unknown, unknown, unknown>['services'],
  { groupId, userId }: { groupId: string; userId: string },
  work: (tx: Db) => Promise<Result<void, ApiError>>,
): Result<Write<z.input<typeof Member>>, never> {
  return ok({
    async make(tx) {
      const done = await work(tx);
      if (!done.ok) return done;
      const member = await findMember(tx, { groupId, userId });
      return member ? ok(present(member, now(), true)) : fail('member.notFound');
    },
    tell: () => rooms.recheck({ userId, groupId }),
  });
}

export const memberOperations = [
  operation({
    method: 'get',
    path: '/groups/{group}/members',
    name: 'members.list',
    scope: 'groups:read',
    params: InGroup,
    query: Page,
    body: null,
    success: 200,
    answer: listOf(Member),
    run: async (call) => {
      const group = await groupFor(call, call.params.group, 'members.read');
      if (!group.ok) return group;
      const { db, now } = call.services;
      const members = await listMembers(db, { groupId: group.value.id });
      const canManage = canInGroup(group.value.role, 'members.manage');
      return ok(
        pageOf(
          members.map((member) => present(member, now(), canManage)),
          call.query,
        ),
      );
    },
  }),
  writeOperation({
    method: 'post',
    path: '/groups/{group}/members',
    name: 'members.add',
    scope: 'groups:write',
    params: InGroup,
    query: Nothing,
    body: Terms.extend({ userId: UserId.optional(), email: z.email().max(320).optional() }).refine(
      ({ userId, email }) => (userId === undefined) !== (email === undefined),
      { path: ['userId'], message: 'userId or email, not both' },
    ),
    success: 201,
    answer: Member,
    run: async (call) => {
      const { email, role, until } = call.body;
      // Rights first: whether an address has an account is nobody else's business.
      const allowed = await changeFor(call, '');
      if (!allowed.ok) return allowed;
      const userId = call.body.userId ?? (await findPersonByEmail(call.services.db, email ?? ''))?.id;
      if (!userId) return fail('person.notFound');
      const change = { ...allowed.value, userId };
      const terms = { role, until };
      return inMembership(call.services, change, (tx) => addMember(tx, { ...change, ...terms }));
    },
  }),
  writeOperation({
    method: 'patch',
    path: '/groups/{group}/members/{user}',
    name: 'members.change',
    scope: 'groups:write',
    params: OfMember,
    query: Nothing,
    body: Terms,
    success: 200,
    answer: Member,
    run: async (call) => {
      const allowed = await changeFor(call, call.params.user);
      if (!allowed.ok) return allowed;
      const change = allowed.value;
      const { role, until } = call.body;
      const terms = { role, until };
      return inMembership(call.services, change, (tx) => changeMember(tx, { ...change, ...terms }));
    },
  }),
  writeOperation({
    method: 'delete',
    path: '/groups/{group}/members/{user}',
    name: 'members.remove',
    scope: 'groups:write',
    params: OfMember,
    query: Nothing,
    body: null,
    success: 204,
    answer: Nothing,
    run: async (call) => {
      const change = await changeFor(call, call.params.user);
      if (!change.ok) return change;
      const { userId, groupId } = change.value;
      return ok({
        async make(tx) {
          const removed = await removeMember(tx, change.value);
          return removed.ok ? ok({}) : removed;
        },
        tell: () => call.services.rooms.recheck({ userId, groupId }),
      });
    },
  }),
];
