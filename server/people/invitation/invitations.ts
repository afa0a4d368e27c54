import { randomBytes } from 'node:crypto';
import type { Db } from '#db/kernel/client.ts';
import { findGroupName } from '#db/people/group/groups.ts';
import {
  createInvitation,
  type Invitation,
  type InvitationScope,
  renewInvitation,
} from '#db/people/invitation/invitations.ts';
import { addMember } from '#db/people/member/members.ts';
import { findOrganisationBadge } from '#db/people/organisation/organisations.ts';
import { findPersonByEmail } from '#db/people/person/people.ts';
import type {
  GroupError,
  InvitationError,
  MemberError,
  OrganisationError,
  PersonError,
} from '#shared/errors.ts';
import type { GroupRole } from '#shared/kernel/access/access.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { paths } from '#shared/paths.ts';
import { frServer } from '#shared/server-words.fr.ts';
import { fr } from '#shared/words.fr.ts';
import type { Mailer, PersonSending } from '../../kernel/mail/mailer.ts';

/** Somebody to bring in, by an address and values already parsed (`shared/people/person/`). */
export interface Guest {
  readonly email: string;
  readonly name: string;
  readonly organisationId: string | null;
  /** Null: an account without group. */
  readonly place: { readonly groupId: string; readonly role: GroupRole; readonly until: Date | null } | null;
}

type InviteError = PersonError | MemberError | OrganisationError | GroupError;

/** Who invites, and as what: an administrator of an organisation has a day of their own ([MA2]). */
export interface Inviter {
  readonly id: string;
  readonly name: string;
  readonly as?: PersonSending['as'];
}

/**
 * What came of it: a mail with a link to make an account, or, for an address that has one, a membership. `leavesAt`: when the mail
 * leaves, if it is held back ([MA3]).
 */
export type InviteOutcome = { readonly leavesAt: Date | null } & (
  | { readonly kind: 'invited' }
  | { readonly kind: 'member'; readonly userId: string }
);

/** Brings people in, with the mail that tells them, both or neither. */
export interface Invitations {
  /**
   * [P11] [P12] Refuses 'person.emailTaken' (a guest without group who has an account), 'person.suspended', 'member.already',
   * 'organisation.notFound', 'group.notFound'.
   */
  invite(guest: Guest, by: Inviter): Promise<Result<InviteOutcome, InviteError>>;
  /**
   * [P11] Sends a waiting invitation again, of this group or organisation only when one is given; gives when its mail leaves, if it is
   * held back. Refuses 'invitation.notFound'.
   */
  resend(
    key: InvitationScope & { id: string },
    by: Omit<Inviter, 'name'>,
  ): Promise<Result<{ readonly leavesAt: Date | null }, InvitationError>>;
}

interface InvitationsOptions {
  readonly db: Db;
  readonly mailer: Mailer;
  /** Where our links start. */
  readonly origin: string;
  readonly now: () => Date;
  readonly newId: () => string;
}

export function createInvitations({ db, mailer, origin, now, newId }: InvitationsOptions): Invitations {
  const aToken = () => randomBytes(32).toString('base64url');

  async function mailLink(
    tx: Db,
    { email, name, group, inviter, expiresAt }: Invitation,
    token: string,
    by: Omit<Inviter, 'name'>,
  ): Promise<Date | null> {
    const words = frServer.mail.invitation({
      inviter,
      group: group?.name ?? null,
      lastDay: fr.dates.exact(expiresAt),
    });
    const action = { label: words.action, href: origin + paths.invitation(token) };
    return mailer.send(tx, { email, name }, { ...words, action, invitationToken: token }, senderOf(by));
  }

  async function inviteStranger(
    tx: Db,
    { email, name, organisationId, place }: Guest,
    by: Inviter,
  ): Promise<Date | null> {
    const [id, token] = [newId(), aToken()];
    const { groupId = null, role = null, until = null } = place ?? {};
    const where = { groupId, role, until };
    const who = { email, name, organisationId, ...where, invitedBy: by.id };
    return mailLink(tx, await createInvitation(tx, { id, token, ...who, now: now() }), token, by);
  }

  return {
    invite: (guest, by) =>
      db.transaction(async (tx): Promise<Result<InviteOutcome, InviteError>> => {
        const { email, organisationId, place } = guest;
        if (organisationId && !(await findOrganisationBadge(tx, organisationId)))
          return fail('organisation.notFound');
        const group = place && (await findGroupName(tx, place.groupId));
        if (place && !group) return fail('group.notFound');
        const known = await findPersonByEmail(tx, email);
        if (!known) {
          return ok({ kind: 'invited', leavesAt: await inviteStranger(tx, guest, by) });
        }
        if (!place || !group) return fail('person.emailTaken');
        const change = { ...place, userId: known.id, by: by.id, activityId: newId(), now: now() };
        const added = await addMember(tx, change);
        if (!added.ok) return added;
        const words = frServer.mail.addedToGroup({ inviter: by.name, group });
        const action = {
          label: words.action,
          href: origin + paths.group({ id: place.groupId, title: group }),
        };
        const leavesAt = await mailer.send(tx, known, { ...words, action }, senderOf(by));
        return ok({ kind: 'member', userId: known.id, leavesAt });
      }),

    resend: (key, by) =>
      db.transaction(async (tx): Promise<Result<{ leavesAt: Date | null }, InvitationError>> => {
        const token = aToken();
        const renewed = await renewInvitation(tx, { ...key, token, now: now() });
        return renewed.ok ? ok({ leavesAt: await mailLink(tx, renewed.value, token, by) }) : renewed;
      }),
  };
}

function senderOf({ id: userId, as }: Omit<Inviter, 'name'>): PersonSending {
  return { userId, as };
}
