import { z } from 'zod';
import { listAccessTokens } from '#db/operations/token/access-tokens.ts';
import { findGroupForMember, type GroupForMember, listGroupsForMember } from '#db/people/group/groups.ts';
import { findPerson } from '#db/people/person/people.ts';
import { canInGroup, type GroupAction, PLATFORM_ROLES } from '#shared/kernel/access/access.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { SCOPES } from '#shared/operations/token/scopes.ts';
import { paths } from '#shared/paths.ts';
import { workingGroups } from '#shared/people/group/group.ts';
import { type Call, operation } from './operation.ts';
import type { ApiError } from './problem.ts';
import { tell } from './readings.ts';
import { Group, Id, listOf, Organisation, Page, pageOf, UserId } from './shapes.ts';

const Token = z.object({
  id: Id,
  name: z.string(),
  scopes: z.array(z.enum(SCOPES)),
  /** In whose name, when it is not the person’s own. */
  organisation: z.string().nullable(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  usedAt: z.iso.datetime().nullable(),
  /** Is it the one that asks? */
  isThis: z.boolean(),
});

const Me = z
  .object({
    id: UserId,
    name: z.string(),
    email: z.string(),
    organisation: Organisation.nullable(),
    platformRole: z.enum(PLATFORM_ROLES),
    /** How many working groups they are in. */
    groups: z.int(),
    /** Of the access token that asks; null for a session, which may whatever its person may. */
    scopes: z.array(z.enum(SCOPES)).nullable(),
  })
  .meta({ id: 'Me' });

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
    path: '/groups',
    name: 'groups.list',
    scope: 'groups:read',
    query: Page,
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
  // [I6] Who asks.
  operation({
    path: '/me',
    name: 'me.read',
    scope: 'any',
    answer: Me,
    run: async ({ services: { db, now }, caller: { userId, scopes } }) => {
      const person = await findPerson(db, userId);
      const groups = await listGroupsForMember(db, { userId, now: now() });
      return person
        ? ok(tell(Me, { ...person, groups: workingGroups(groups).length, scopes }))
        : fail('access.notFound');
    },
  }),
  operation({
    path: '/me/tokens',
    name: 'tokens.list',
    scope: 'any',
    query: Page,
    answer: listOf(Token),
    run: async ({ services: { db }, caller: { userId, tokenId }, query }) => {
      const page = pageOf(await listAccessTokens(db, { userId }), query);
      return ok({
        ...page,
        items: page.items.map((one) => tell(Token, { ...one, isThis: one.id === tokenId })),
      });
    },
  }),
];
