import { randomBytes } from 'node:crypto';
import { createInvitation, type Invitation } from '#db/people/invitation/invitations.ts';
import { addMember } from '#db/people/member/members.ts';
import { findStanding } from '#db/people/person/people.ts';
import type { GroupRole } from '#shared/kernel/access/access.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { mail as mailWords } from '#shared/kernel/mail/mail.fr.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { paths } from '#shared/paths.ts';
import type { PersonSending } from '../../kernel/mail/mailer.ts';
import type { Act } from '../../kernel/operation.ts';
import type { ByPerson } from '../rights.ts';

/** A membership that an invitation gives. */
export interface Place {
  readonly groupId: string;
  readonly role: GroupRole;
  readonly until: Date | null;
}

/** Somebody who is invited. */
export interface Guest {
  readonly email: string;
  readonly name: string;
  readonly organisationId: string | null;
  /** Null: an account without group. */
  readonly place: Place | null;
  /** [IB3] The list that they are of. */
  readonly batchId?: string | null;
}

/** An account that is a member now. `leavesAt`: when the mail that says so leaves, if it is held back. */
export interface Joined {
  readonly kind: 'member';
  readonly userId: string;
  readonly leavesAt: Date | null;
}

/** [P12] Makes a member of somebody who has an account, and tells them. */
export async function joinGroup(
  { tx, by, now, newId, after, mail, link }: Act & ByPerson,
  known: { readonly id: string; readonly name: string; readonly email: string },
  { group, ...place }: Place & { readonly group: string },
  sender: PersonSending,
): Promise<Result<Joined, 'person.notFound' | 'person.suspended' | 'member.already'>> {
  const added = await addMember(tx, { ...place, userId: known.id, by, activityId: newId(), now });
  if (!added.ok) return added;
  after.recheck({ groupId: place.groupId, userId: known.id });
  const inviter = (await findStanding(tx, by))?.name ?? '';
  const words = mailWords.addedToGroup({ inviter, group });
  const href = link(paths.group({ id: place.groupId, title: group }));
  const leavesAt = await mail(known, { ...words, action: { label: words.action, href } }, sender);
  return ok({ kind: 'member', userId: known.id, leavesAt });
}

/** [P11] Keeps an invitation and sends its link; by no sender, it waits for an account that another one makes. Gives when the mail leaves, if it is held back. */
export async function inviteStranger(
  act: Act & ByPerson,
  { email, name, organisationId, place, batchId = null }: Guest,
  sender: PersonSending | null,
): Promise<Date | null> {
  const [id, token] = [act.newId(), newToken()];
  const { groupId = null, role = null, until = null } = place ?? {};
  const who = { email, name, organisationId, groupId, role, until, batchId, invitedBy: act.by };
  const made = await createInvitation(act.tx, { id, token, ...who, now: act.now });
  return sender && mailLink(act, made, token, sender);
}

/** Sends the link of an invitation; gives when the mail leaves, if it is held back. */
export async function mailLink(
  { mail, link }: Act,
  { email, name, group, inviter, expiresAt }: Invitation,
  token: string,
  sender: PersonSending,
): Promise<Date | null> {
  const words = mailWords.invitation({
    inviter,
    group: group?.name ?? null,
    lastDay: dates.exact(expiresAt),
  });
  const action = { label: words.action, href: link(paths.invitation(token)) };
  return mail({ email, name }, { ...words, action, invitationToken: token }, sender);
}

/** Goes nowhere but into the mail. */
export const newToken = () => randomBytes(32).toString('base64url');
