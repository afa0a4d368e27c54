import { z } from 'zod';
import { findGroupName, findGroupRole, isSpace } from '#db/people/group/groups.ts';
import {
  findWaitingInvitation,
  renewInvitation,
  withdrawInvitation,
} from '#db/people/invitation/invitations.ts';
import { findAdministeredOrganisation } from '#db/people/organisation/organisation-admins.ts';
import { findOrganisationBadge } from '#db/people/organisation/organisations.ts';
import { findPersonByEmail, findStanding } from '#db/people/person/people.ts';
import { canInGroup, canOnPlatform, GROUP_ROLES } from '#shared/kernel/access/access.ts';
import { chosenOrNone, Id, oneOf, read } from '#shared/kernel/input.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { checkEnd, MembershipEnd } from '#shared/people/member/membership-end.ts';
import { parseEmail } from '#shared/people/person/email.ts';
import { parseName } from '#shared/people/person/person.ts';
import type { PersonSending } from '../../kernel/mail/mailer.ts';
import { type Act, operation, type Right } from '../../kernel/operation.ts';
import { administeringOrganisation, type ByPerson, inGroup, onPlatform } from '../rights.ts';
import { type Guest, inviteStranger, type Joined, joinGroup, mailLink, newToken } from './inviting.ts';

const Named = z.object({ email: read(parseEmail), name: read(parseName) });
const organisationId = chosenOrNone('organisation.notFound');
const role = oneOf(GROUP_ROLES, 'member.roleInvalid');

const REFUSALS = {
  'organisation.notFound': 'organisationId',
  'group.notFound': 'groupId',
  'person.emailTaken': 'email',
  'person.notFound': 'email',
  'person.suspended': 'email',
  'member.already': 'email',
  'member.untilInvalid': 'until',
} as const;

/** Who sends what belongs to an invitation: an administrator of an organisation has a day of their own ([MA2]). */
interface Sending {
  readonly sender: PersonSending;
}

/** [P11] [P12] Invitations, with the mails that tell of them, both or neither. */
export const invitationOperations = {
  'invitation.toGroup': operation({
    input: Named.extend({ groupId: Id, organisationId, role, until: MembershipEnd }),
    right: inGroup('members.manage'),
    refusals: REFUSALS,
    run: (act, { groupId, role, until, ...guest }) =>
      invite(act, { ...guest, place: { groupId, role, until } }, { userId: act.by }),
  }),

  /** Into a group of the programme, or none: an account alone. */
  'invitation.toPlatform': operation({
    input: Named.extend({
      organisationId,
      groupId: chosenOrNone('group.notFound'),
      role: z.string().max(100),
      until: MembershipEnd,
    }).transform((given, context) => {
      const { groupId, role: said, until, ...guest } = given;
      if (groupId === null) return { ...guest, place: null };
      const parsed = role.safeParse(said);
      if (parsed.success) return { ...guest, place: { groupId, role: parsed.data, until } };
      context.addIssue({ code: 'custom', path: ['role'], message: 'member.roleInvalid' });
      return z.NEVER;
    }),
    right: onPlatform('people.invite'),
    refusals: REFUSALS,
    run: (act, guest) => invite(act, guest, { userId: act.by }),
  }),

  /** [O6] Into the organisation that they administer, and no group. */
  'invitation.toOrganisation': operation({
    input: Named,
    right: administeringOrganisation,
    refusals: REFUSALS,
    run: (act, guest) =>
      invite(
        act,
        { ...guest, organisationId: act.organisation.id, place: null },
        { userId: act.by, as: 'organisation' },
      ),
  }),

  /** Gives when the mail leaves, if it is held back. */
  'invitation.resend': operation({
    input: z.object({ invitationId: Id }),
    right: overInvitation(),
    refusals: { 'invitation.notFound': '' },
    async run(act, { invitationId: id }) {
      const token = newToken();
      const renewed = await renewInvitation(act.tx, { id, token, now: act.now });
      return renewed.ok ? ok({ leavesAt: await mailLink(act, renewed.value, token, act.sender) }) : renewed;
    },
  }),

  'invitation.withdraw': operation({
    input: z.object({ invitationId: Id }),
    right: overInvitation(),
    refusals: { 'invitation.notFound': '' },
    run: ({ tx }, { invitationId: id }) => withdrawInvitation(tx, { id }),
  }),
};

/**
 * [P11] [O6] Whoever invites on the platform, manages the members of its group, or administers the organisation it leads to and no group. One
 * that waits no more is refused in words to whoever is signed in: it says nothing of anybody.
 */
function overInvitation(): Right<{ readonly invitationId: string }, ByPerson & Sending> {
  return async ({ tx, now }, { userId }, { invitationId }) => {
    const standing = userId === null ? null : await findStanding(tx, userId);
    if (userId === null || !standing) return fail('access.notFound');
    const ground = ok({ by: userId, sender: { userId } });
    const found = await findWaitingInvitation(tx, invitationId);
    if (!found || canOnPlatform(standing.platformRole, 'people.invite')) return ground;
    if (found.groupId !== null) {
      const held = await findGroupRole(tx, { groupId: found.groupId, userId, now });
      return held && canInGroup(held, 'members.manage') ? ground : fail('access.notFound');
    }
    const own = await findAdministeredOrganisation(tx, { by: userId });
    return own && own.id === found.organisationId
      ? ok({ by: userId, sender: { userId, as: 'organisation' as const } })
      : fail('access.notFound');
  };
}

/** A mail with a link to make an account, or, for an address that has one, a membership. `leavesAt`: when the mail leaves, if it is held back. */
type Outcome = { readonly leavesAt: Date | null } & ({ readonly kind: 'invited' } | Joined);

/** [P11] [P12] Invites somebody, or makes whoever has an account a member; the mail with it. */
export async function invite(
  act: Act & ByPerson,
  guest: Guest,
  sender: PersonSending,
): Promise<Result<Outcome, keyof typeof REFUSALS>> {
  const { tx, now } = act;
  const { email, organisationId, place } = guest;
  const end = checkEnd(place?.until ?? null, now);
  if (!end.ok) return end;
  if (organisationId && !(await findOrganisationBadge(tx, organisationId)))
    return fail('organisation.notFound');
  // [MV2] Whoever may invite into every group may not invite into the space of an organisation.
  const group = place && !(await isSpace(tx, place.groupId)) && (await findGroupName(tx, place.groupId));
  if (place && !group) return fail('group.notFound');
  const known = await findPersonByEmail(tx, email);
  if (!known) return ok({ kind: 'invited', leavesAt: await inviteStranger(act, guest, sender) });
  if (!place || !group) return fail('person.emailTaken');
  return joinGroup(act, known, { ...place, group }, sender);
}
