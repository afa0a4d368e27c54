import { and, asc, eq, gt, isNull } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { GroupRole } from '#shared/kernel/access/access.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { recordAudit } from '../../kernel/audit/audit.ts';
import type { Db } from '../../kernel/client.ts';
import { hashOf } from '../../kernel/token-hash.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { groups } from '../group/schema.ts';
import { personLetters } from '../letter/schema.ts';
import { organisationBadge } from '../organisation/organisations.ts';
import { organisations } from '../organisation/schema.ts';
import { users } from '../person/schema.ts';
import { invitations } from './schema.ts';

/** [P11] How long an invitation may be accepted, in milliseconds. */
const LIFETIME = 14 * 24 * 3600 * 1000;

const inviters = alias(users, 'inviter');

const columns = {
  id: invitations.id,
  email: invitations.email,
  name: invitations.name,
  role: invitations.role,
  until: invitations.until,
  expiresAt: invitations.expiresAt,
  organisation: organisationBadge,
  group: { id: groups.id, name: groups.name },
  inviter: inviters.name,
  /** [MA3] When its mail leaves, or left. */
  mailLeavesAt: personLetters.leavesAt,
};

/** An invitation that has not been accepted. */
export type Invitation = Awaited<ReturnType<typeof selectPending>>[number];

/** What an invitation is made of; the token is 32 random bytes in base64url, and goes nowhere but into the mail. */
export interface NewInvitation {
  readonly id: string;
  readonly token: string;
  readonly email: string;
  readonly name: string;
  readonly organisationId: string | null;
  readonly groupId: string | null;
  readonly role: GroupRole | null;
  /** [G5] End of the membership, exclusive; null when open-ended. */
  readonly until: Date | null;
  readonly invitedBy: string;
  /** [IB3] The list that it is of; null for an invitation of its own. */
  readonly batchId?: string | null;
  readonly now: Date;
}

/**
 * [P11] Keeps an invitation; one that waits for the same address, group and, where there is no group, organisation is replaced, and its
 * link ends.
 */
export async function createInvitation(tx: Tx, { token, now, ...row }: NewInvitation): Promise<Invitation> {
  const { groupId, organisationId } = row;
  const sameGroup = groupId ? eq(invitations.groupId, groupId) : withoutGroup(organisationId);
  await tx
    .delete(invitations)
    .where(and(eq(invitations.email, row.email), sameGroup, isNull(invitations.acceptedAt)));
  const expiresAt = new Date(now.getTime() + LIFETIME);
  await tx.insert(invitations).values({ ...row, tokenHash: hashOf(token), createdAt: now, expiresAt });
  const [made] = await selectPending(tx, eq(invitations.id, row.id));
  if (!made) throw new Error('an invitation was lost as it was made');
  // Neither name nor address: the line can never be changed.
  const { id, invitedBy: actorId, role } = row;
  const subject = { kind: 'person' as const, id, name: '' };
  const payload = { invitation: id, groupId, role, organisationId };
  await recordAudit(tx, { actorId, action: 'person.invited', subject, payload, now });
  return made;
}

/**
 * The invitations that wait for an answer, expired ones included: of a group; into an organisation and no group; or, with neither, all
 * of them.
 */
export async function listInvitations(db: Db, scope: InvitationScope = {}): Promise<Invitation[]> {
  return selectPending(db, within(scope));
}

/** The invitation that this link opens, or null when it is unknown, used or expired: from outside they look the same. */
export async function findInvitation(
  db: Db,
  { token, now }: { token: string; now: Date },
): Promise<Invitation | null> {
  const [found] = await selectPending(
    db,
    and(eq(invitations.tokenHash, hashOf(token)), gt(invitations.expiresAt, now)),
  );
  return found ?? null;
}

/** Which invitations somebody may touch: those of one group, those into an organisation and no group, or all of them. */
export interface InvitationScope {
  readonly groupId?: string | undefined;
  readonly organisationId?: string | undefined;
}

interface InvitationKey extends InvitationScope {
  readonly id: string;
}

/** Where an invitation that waits for an answer leads to; null when none of this id waits. */
export async function findWaitingInvitation(
  db: Db,
  id: string,
): Promise<{ groupId: string | null; organisationId: string | null } | null> {
  const [found] = await db
    .select({ groupId: invitations.groupId, organisationId: invitations.organisationId })
    .from(invitations)
    .where(and(eq(invitations.id, id), isNull(invitations.acceptedAt)));
  return found ?? null;
}

/** [P11] Gives a waiting invitation a new token and fourteen more days. Refuses 'invitation.notFound'. */
export async function renewInvitation(
  tx: Tx,
  { token, now, ...key }: InvitationKey & { token: string; now: Date },
): Promise<Result<Invitation, 'invitation.notFound'>> {
  const renewed = await tx
    .update(invitations)
    .set({
      tokenHash: hashOf(token),
      expiresAt: new Date(now.getTime() + LIFETIME),
      ...{ mailState: null, mailAt: null, mailRefusal: null },
    })
    .where(waiting(key))
    .returning({ id: invitations.id });
  const [found] = renewed.length > 0 ? await selectPending(tx, eq(invitations.id, key.id)) : [];
  return found ? ok(found) : fail('invitation.notFound');
}

/** Ends a waiting invitation. Refuses 'invitation.notFound'. */
export async function withdrawInvitation(
  tx: Tx,
  key: InvitationKey,
): Promise<Result<{ email: string; name: string }, 'invitation.notFound'>> {
  const [withdrawn] = await tx
    .delete(invitations)
    .where(waiting(key))
    .returning({ email: invitations.email, name: invitations.name });
  return withdrawn ? ok(withdrawn) : fail('invitation.notFound');
}

function waiting({ id, ...scope }: InvitationKey) {
  return and(eq(invitations.id, id), within(scope), isNull(invitations.acceptedAt));
}

function within({ groupId, organisationId }: InvitationScope) {
  if (groupId) return eq(invitations.groupId, groupId);
  return organisationId ? withoutGroup(organisationId) : undefined;
}

function withoutGroup(organisationId: string | null) {
  const isThere = organisationId
    ? eq(invitations.organisationId, organisationId)
    : isNull(invitations.organisationId);
  return and(isNull(invitations.groupId), isThere);
}

function selectPending(db: Db, condition: ReturnType<typeof and>) {
  return db
    .select(columns)
    .from(invitations)
    .innerJoin(inviters, eq(inviters.id, invitations.invitedBy))
    .leftJoin(organisations, eq(organisations.id, invitations.organisationId))
    .leftJoin(groups, eq(groups.id, invitations.groupId))
    .leftJoin(personLetters, eq(personLetters.invitationHash, invitations.tokenHash))
    .where(and(isNull(invitations.acceptedAt), condition))
    .orderBy(asc(invitations.email), asc(invitations.id));
}
