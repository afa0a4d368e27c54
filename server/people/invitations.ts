import { randomBytes } from 'node:crypto';
import type { Db } from '#db/client.ts';
import { findGroupName } from '#db/groups.ts';
import { createInvitation, type Invitation, renewInvitation } from '#db/invitations.ts';
import { addMember } from '#db/members.ts';
import { findPersonByEmail } from '#db/people.ts';
import type { GroupRole } from '#shared/access.ts';
import type { InvitationError, MemberError, PersonError } from '#shared/errors.ts';
import { fr } from '#shared/messages/fr.ts';
import { frServer } from '#shared/messages/fr-server.ts';
import { paths } from '#shared/paths.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Mailer } from '../mail/mailer.ts';

/** Somebody to bring in, by an address and values already parsed (`shared/person/`). */
export interface Guest {
  readonly email: string;
  readonly name: string;
  readonly organisationId: string | null;
  /** Null: an account without group. */
  readonly place: { readonly groupId: string; readonly role: GroupRole } | null;
}

/** Who invites. */
export interface Inviter {
  readonly id: string;
  readonly name: string;
}

/** What came of it: a mail with a link to make an account, or, for an address that has one, a membership. */
export type InviteOutcome =
  | { readonly kind: 'invited' }
  | { readonly kind: 'member'; readonly userId: string };

/** Brings people in, with the mail that tells them, both or neither. */
export interface Invitations {
  /** [P11] [P12] Refuses 'person.emailTaken' (a guest without group who has an account), 'person.suspended', 'member.already'. */
  invite(guest: Guest, by: Inviter): Promise<Result<InviteOutcome, PersonError | MemberError>>;
  /** [P11] Sends a waiting invitation again, of this group only when one is given. Refuses 'invitation.notFound'. */
  resend(key: { id: string; groupId?: string }): Promise<Result<Invitation, InvitationError>>;
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
  ): Promise<void> {
    const words = frServer.mail.invitation({
      inviter,
      group: group?.name ?? null,
      lastDay: fr.dates.exact(expiresAt),
    });
    const action = { label: words.action, href: origin + paths.invitation(token) };
    await mailer.send(tx, { email, name }, { ...words, action });
  }

  return {
    invite: (guest, by) =>
      db.transaction(async (transaction) => {
        const tx = transaction as Db;
        const known = await findPersonByEmail(tx, guest.email);
        if (!known) {
          const [id, token] = [newId(), aToken()];
          const { email, name, organisationId, place } = guest;
          const who = {
            email,
            name,
            organisationId,
            groupId: place?.groupId ?? null,
            role: place?.role ?? null,
          };
          const made = await createInvitation(tx, { id, token, ...who, invitedBy: by.id, now: now() });
          await mailLink(tx, made, token);
          return ok({ kind: 'invited' });
        }
        if (!guest.place) return fail('person.emailTaken');
        const { groupId, role } = guest.place;
        const change = { groupId, userId: known.id, by: by.id, activityId: newId(), now: now() };
        const added = await addMember(tx, { ...change, role, until: null });
        if (!added.ok) return added;
        const group = (await findGroupName(tx, groupId)) ?? '';
        const words = frServer.mail.addedToGroup({ inviter: by.name, group });
        const action = { label: words.action, href: origin + paths.group({ id: groupId, title: group }) };
        await mailer.send(tx, known, { ...words, action });
        return ok({ kind: 'member', userId: known.id });
      }),

    resend: ({ id, groupId }) =>
      db.transaction(async (transaction) => {
        const tx = transaction as Db;
        const token = aToken();
        const renewed = await renewInvitation(tx, { id, groupId, token, now: now() });
        if (renewed.ok) await mailLink(tx, renewed.value, token);
        return renewed;
      }),
  };
}
