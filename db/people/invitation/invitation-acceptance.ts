import { and, asc, eq, isNull } from 'drizzle-orm';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { hashOf } from '../../kernel/token-hash.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { addMember } from '../member/members.ts';
import { confirmInvited } from '../organisation/signatories.ts';
import { createPerson } from '../person/people.ts';
import { invitations } from './schema.ts';

/** What somebody invited gives, and the ids of what it makes. */
export interface Acceptance {
  readonly token: string;
  readonly userId: string;
  readonly name: string;
  readonly jobTitle: string;
  readonly passwordHash: string;
  readonly newId: () => string;
  readonly now: Date;
}

/**
 * [P11] [P12] [O7] Makes the account of an invitation and the memberships of every invitation that waits for its address, once:
 * of fifty uses at the same moment one makes the account and the others are refused.
 * Refuses 'invitation.unusable' (unknown, used, expired) and 'person.emailTaken'.
 */
export async function acceptInvitation(
  tx: Tx,
  { token, userId, name, jobTitle, passwordHash, newId, now }: Acceptance,
): Promise<Result<{ email: string; groupId: string | null }, 'invitation.unusable' | 'person.emailTaken'>> {
  const [opened] = await tx
    .select({ email: invitations.email })
    .from(invitations)
    .where(eq(invitations.tokenHash, hashOf(token)));
  if (!opened) return fail('invitation.unusable');
  // All of them, in one order: two links of one address used at once must wait for each other, not lock each other.
  const pending = await holdPending(tx, opened.email);
  const accepted = pending.find(({ tokenHash }) => tokenHash === hashOf(token));
  if (!accepted || accepted.expiresAt <= now) return fail('invitation.unusable');

  const { email, organisationId } = accepted;
  const account = { id: userId, email, name, jobTitle, organisationId, passwordHash, now };
  const made = await createPerson(tx, { ...account, platformRole: 'member' });
  if (!made.ok) return made;
  await takeUp(tx, pending, { userId, newId, now });
  // Into an organisation and nowhere else: whoever invites to a group only says where somebody works.
  if (organisationId && !accepted.groupId)
    await confirmInvited(tx, { userId, organisationId, by: accepted.invitedBy, now });
  return ok({ email, groupId: accepted.groupId });
}

/** [P12] The same of an account that was made without any link ([EN3]): gives the organisation that somebody invited them into, null for none. */
export async function honourInvitations(
  tx: Tx,
  { email, ...joining }: { email: string; userId: string; newId: () => string; now: Date },
): Promise<string | null> {
  const pending = await holdPending(tx, email);
  const lasting = pending.filter(({ expiresAt }) => expiresAt > joining.now);
  await takeUp(tx, pending, joining);
  return lasting.find(({ organisationId }) => organisationId !== null)?.organisationId ?? null;
}

function holdPending(tx: Tx, email: string) {
  return tx
    .select()
    .from(invitations)
    .where(and(eq(invitations.email, email), isNull(invitations.acceptedAt)))
    .orderBy(asc(invitations.id))
    .for('update');
}

async function takeUp(
  tx: Tx,
  pending: Awaited<ReturnType<typeof holdPending>>,
  { userId, newId, now }: Pick<Acceptance, 'userId' | 'newId' | 'now'>,
): Promise<void> {
  for (const { id, groupId, role, until, expiresAt } of pending) {
    if (expiresAt <= now) {
      await tx.delete(invitations).where(eq(invitations.id, id));
      continue;
    }
    await tx.update(invitations).set({ acceptedAt: now }).where(eq(invitations.id, id));
    // A membership that has ended before it began is none.
    if (!groupId || !role || (until && until <= now)) continue;
    const joined = { groupId, userId, by: userId, activityId: newId(), now, role, until };
    await addMember(tx, joined);
  }
}
