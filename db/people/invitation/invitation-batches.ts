import { and, asc, desc, eq, gt, inArray, isNull, sql } from 'drizzle-orm';
import type { Readable } from '#shared/kernel/access/readable.ts';
import { workingGroups } from '#shared/people/group/group.ts';
import type { KnownPeople } from '#shared/people/invitation/people-list.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { listGroupsForMember } from '../group/groups.ts';
import { personLetters } from '../letter/schema.ts';
import { organisations } from '../organisation/schema.ts';
import { users } from '../person/schema.ts';
import { type InvitationMailState, invitationBatches, invitations } from './schema.ts';

/** What a list meets: accounts and waiting invitations of these addresses, organisations, and the groups that this person may see. */
export async function findKnownPeople(
  db: Db,
  { emails, userId, now }: { emails: readonly string[]; userId: string; now: Date },
): Promise<KnownPeople> {
  const among = sql.param([...emails]);
  const accounts = await db
    .select({ id: users.id, name: users.name, email: users.email })
    .from(users)
    .where(sql`${users.email} = any(${among}::text[])`);
  const waiting = await db
    .selectDistinct({ email: invitations.email })
    .from(invitations)
    .where(
      and(
        sql`${invitations.email} = any(${among}::text[])`,
        isNull(invitations.acceptedAt),
        gt(invitations.expiresAt, now),
      ),
    );
  const all = await db
    .select({
      id: organisations.id,
      name: organisations.name,
      municipalityCode: organisations.municipalityCode,
    })
    .from(organisations)
    .orderBy(asc(organisations.createdAt), asc(organisations.id));
  const groups = workingGroups(await listGroupsForMember(db, { userId, now }));
  return {
    accounts: new Map(accounts.map((account) => [account.email, account])),
    waiting: new Set(waiting.map(({ email }) => email)),
    organisations: all,
    groups: groups.map(({ id, name }) => ({ id, name })),
  };
}

/** [IB3] Keeps that so many people were invited together. */
export async function createBatch(
  tx: Tx,
  { by, now, ...row }: { id: string; by: string; people: number; now: Date },
): Promise<void> {
  await tx.insert(invitationBatches).values({ ...row, madeBy: by, madeAt: now });
}

/** [IB5] Keeps what became of the mail of an invitation; of any other mail nothing. `letterId` is that of the mail in the queue. */
export async function noteInvitationMail(
  db: Db,
  {
    letterId,
    state,
    refusal,
    now,
  }: { letterId: string; state: InvitationMailState; refusal: string | null; now: Date },
): Promise<void> {
  await db
    .update(invitations)
    .set({ mailState: state, mailAt: now, mailRefusal: refusal?.slice(0, REFUSAL_MAX) ?? null })
    .where(
      inArray(
        invitations.tokenHash,
        db
          .select({ hash: personLetters.invitationHash })
          .from(personLetters)
          .where(eq(personLetters.id, letterId)),
      ),
    );
}

/** What a mail server says at most, in characters. */
const REFUSAL_MAX = 300;

/** Lists of people that were invited together, the newest first. */
export function listBatches(db: Db): Promise<{ id: string; madeAt: Date; by: string; people: number }[]> {
  return db
    .select({
      id: invitationBatches.id,
      madeAt: invitationBatches.madeAt,
      by: users.name,
      people: invitationBatches.people,
    })
    .from(invitationBatches)
    .innerJoin(users, eq(users.id, invitationBatches.madeBy))
    .orderBy(desc(invitationBatches.madeAt), desc(invitationBatches.id))
    .limit(BATCHES_SHOWN);
}

const BATCHES_SHOWN = 20;

/** Somebody of a list, as its report says them. */
export interface InvitedPerson {
  readonly invitationId: string;
  readonly email: string;
  readonly name: string;
  readonly organisation: string | null;
  readonly mailState: InvitationMailState | null;
  readonly mailAt: Date | null;
  readonly mailRefusal: string | null;
  /** [MA3] When its mail leaves, or was to. */
  readonly mailLeavesAt: Date | null;
  readonly acceptedAt: Date | null;
  readonly expiresAt: Date;
}

/** What became of a list: how many were written to, by whom and when. */
export interface FoundBatch {
  readonly id: Readable<'invitationBatch'>;
  readonly madeAt: Date;
  readonly by: string;
  readonly people: number;
}

/** A list that was invited together; null when there is none of this id. */
export async function findBatch(db: Db, id: Readable<'invitationBatch'>): Promise<FoundBatch | null> {
  const [found] = await db
    .select({ madeAt: invitationBatches.madeAt, by: users.name, people: invitationBatches.people })
    .from(invitationBatches)
    .innerJoin(users, eq(users.id, invitationBatches.madeBy))
    .where(eq(invitationBatches.id, id));
  return found ? { id, ...found } : null;
}

/** [IB5] Whoever of the list is still known of, by address: an invitation is forgotten in its time ([PD10]). */
export function listInvited(db: Db, id: Readable<'invitationBatch'>): Promise<InvitedPerson[]> {
  return db
    .select({
      invitationId: invitations.id,
      email: invitations.email,
      name: invitations.name,
      organisation: organisations.name,
      mailState: invitations.mailState,
      mailAt: invitations.mailAt,
      mailRefusal: invitations.mailRefusal,
      mailLeavesAt: personLetters.leavesAt,
      acceptedAt: invitations.acceptedAt,
      expiresAt: invitations.expiresAt,
    })
    .from(invitations)
    .leftJoin(organisations, eq(organisations.id, invitations.organisationId))
    .leftJoin(personLetters, eq(personLetters.invitationHash, invitations.tokenHash))
    .where(eq(invitations.batchId, id))
    .orderBy(asc(invitations.email), asc(invitations.id));
}

/** [IB6] Ids of the invitations of a list that nobody has taken, whatever opened an account at their address. */
export async function listAbsent(db: Db, id: Readable<'invitationBatch'>): Promise<string[]> {
  const rows = await db
    .select({ id: invitations.id })
    .from(invitations)
    .leftJoin(users, eq(users.email, invitations.email))
    .where(and(eq(invitations.batchId, id), isNull(invitations.acceptedAt), isNull(users.id)))
    .orderBy(asc(invitations.id));
  return rows.map((row) => row.id);
}
