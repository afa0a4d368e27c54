import { z } from 'zod';
import { findMember, type GroupMember, listMembers } from '#db/people/member/members.ts';
import { findPersonByEmail } from '#db/people/person/people.ts';
import { canInGroup, groupRoleOf } from '#shared/kernel/access/access.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { answering, followedBy, type ReadyWrite } from '../../kernel/ready-write.ts';
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

/** The answer to a change of a membership: the member as they are then. */
function asMember<E extends ApiError>(
  { services: { now } }: Call<unknown, unknown, unknown>,
  { groupId, userId }: { groupId: string; userId: string },
  ready: Result<ReadyWrite<unknown, E>, E>,
): Result<Write<z.input<typeof Member>>, E> {
  if (!ready.ok) return ready;
  return ok(
    followedBy(ready.value, async (tx) => {
      const member = await findMember(tx, { groupId, userId });
      return member ? ok(present(member, now(), true)) : fail('member.notFound');
    }),
  );
}

export const memberOperations = [
  operation({
    path: '/groups/{group}/members',
    name: 'members.list',
    scope: 'groups:read',
    params: InGroup,
    query: Page,
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
    body: Terms.extend({ userId: UserId.optional(), email: z.email().max(320).optional() }).refine(
      ({ userId, email }) => (userId === undefined) !== (email === undefined),
      { path: ['userId'], message: 'userId or email, not both' },
    ),
    success: 201,
    located: ({ id }, { group }) => `/groups/${group}/members/${id}`,
    answer: Member,
    run: async (call) => {
      const { services, caller, params, body } = call;
      // Rights first: whether an address has an account is nobody else's business.
      const group = await groupFor(call, params.group, 'members.manage');
      if (!group.ok) return group;
      const userId = body.userId ?? (await findPersonByEmail(services.db, body.email ?? ''))?.id;
      if (!userId) return fail('person.notFound');
      const { role, until } = body;
      const member = { groupId: params.group, userId };
      return asMember(
        call,
        member,
        await services.operations.ready('member.add', caller, { ...member, role, until }),
      );
    },
  }),
  writeOperation({
    method: 'patch',
    path: '/groups/{group}/members/{user}',
    name: 'members.change',
    scope: 'groups:write',
    params: OfMember,
    body: Terms,
    success: 200,
    answer: Member,
    run: async (call) => {
      const { services, caller, params, body } = call;
      const member = { groupId: params.group, userId: params.user };
      const change = { ...member, role: body.role, until: body.until };
      return asMember(call, member, await services.operations.ready('member.change', caller, change));
    },
  }),
  writeOperation({
    method: 'delete',
    path: '/groups/{group}/members/{user}',
    name: 'members.remove',
    scope: 'groups:write',
    params: OfMember,
    success: 204,
    answer: Nothing,
    run: async ({ services, caller, params }) => {
      const member = { groupId: params.group, userId: params.user };
      const ready = await services.operations.ready('member.remove', caller, member);
      return ready.ok ? ok(answering(ready.value, () => ({}))) : ready;
    },
  }),
];
