import { z } from 'zod';
import { findOrganisationBadge } from '#db/people/organisation/organisations.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import { ORGANISATION_KINDS } from '#shared/people/organisation/organisation.ts';
import { answering, followedBy } from '../../kernel/ready-write.ts';
import { writeOperation } from './operation.ts';
import { Id, Instant, Organisation, Role, UserId } from './shapes.ts';

const Made = Organisation.extend({ shortName: z.string(), kind: z.enum(ORGANISATION_KINDS) });

/** An account that is a member now, or an invitation whose mail was written; `leavesAt`: when, if it is held back. */
const Invited = z.object({
  kind: z.enum(['invited', 'member']),
  userId: UserId.nullable(),
  leavesAt: z.iso.datetime().nullable(),
});

/** Organisations and people, by the operations of the pages that whoever invites has. */
export const peopleOperations = [
  writeOperation({
    method: 'post',
    path: '/organisations',
    name: 'organisations.add',
    scope: 'groups:write',
    params: z.object({}),
    body: z.object({
      name: z.string().max(200),
      /** Two letters; made from the name where none are given. */
      shortName: z.string().max(10).default(''),
      kind: z.enum(ORGANISATION_KINDS),
      /** Insee code of the commune that it is. */
      municipalityCode: z.string().max(5).nullable().default(null),
    }),
    success: 201,
    located: ({ id }) => `/organisations/${id}`,
    answer: Made,
    run: async ({ services, caller, body }) => {
      const ready = await services.operations.ready('organisation.add', caller, body);
      if (!ready.ok) return ready;
      return ok(
        followedBy(ready.value, async (tx, { id }) => {
          const made = await findOrganisationBadge(tx, id);
          return made
            ? ok({ id: made.id, name: made.name, shortName: made.shortName, kind: made.kind })
            : fail('organisation.notFound');
        }),
      );
    },
  }),
  writeOperation({
    method: 'post',
    path: '/invitations',
    name: 'invitations.add',
    scope: 'groups:write',
    params: z.object({}),
    body: z.object({
      email: z.string().max(320),
      name: z.string().max(200),
      organisationId: Id.nullable().default(null),
      groupId: Id.nullable().default(null),
      /** In the group; needed with one. */
      role: Role.nullable().default(null),
      /** End of the membership, exclusive. */
      until: Instant.nullable().default(null),
    }),
    success: 200,
    answer: Invited,
    run: async ({ services, caller, body: { organisationId, groupId, role, until, ...guest } }) => {
      const ready = await services.operations.ready('invitation.toPlatform', caller, {
        ...guest,
        ...{ organisationId: organisationId ?? '', groupId: groupId ?? '', role: role ?? '', until },
      });
      if (!ready.ok) return ready;
      return ok(
        answering(ready.value, (made) => ({
          kind: made.kind,
          userId: made.kind === 'member' ? made.userId : null,
          leavesAt: made.leavesAt?.toISOString() ?? null,
        })),
      );
    },
  }),
];
