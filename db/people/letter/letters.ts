import { and, eq, gt, gte, isNull, lt, or, sql } from 'drizzle-orm';
import { instantOfParis, parisDay } from '#shared/kernel/day/paris-time.ts';
import {
  type HeldLetters,
  LETTERS_KEPT_DAYS,
  OF_ORGANISATION_A_DAY,
  TO_ONE_A_DAY,
} from '#shared/people/letter/allowance.ts';
import type { Db } from '../../kernel/client.ts';
import { hashOf } from '../../kernel/token-hash.ts';
import { invitations } from '../invitation/schema.ts';
import { users } from '../person/schema.ts';
import { personLetters } from './schema.ts';

const DAY_MS = 86_400_000;
/** When held letters leave, on the clock of Paris. */
const MORNING = '08:00';
const KEPT_MS = LETTERS_KEPT_DAYS * DAY_MS;

const dayOf = sql<string>`to_char(${personLetters.leavesAt} at time zone 'Europe/Paris', 'YYYY-MM-DD')`;

/** A letter that asks for its place in the day of its sender. */
interface AskingLetter {
  readonly id: string;
  readonly sentBy: string;
  readonly email: string;
  readonly isOfOrganisation: boolean;
  /** Of an invitation. */
  readonly invitationToken: string | undefined;
}

/**
 * [MA1] [MA2] [MA3] Gives a letter the first day that has room for it, on the calendar of Paris, in the transaction that sends it. Null:
 * now; else when it leaves. Letters of one sender are counted one after the other, however many are sent at once.
 */
export async function bookLetter(
  tx: Db,
  { id, sentBy, email, isOfOrganisation, invitationToken }: AskingLetter,
  { perDay, now }: { perDay: number; now: Date },
): Promise<Date | null> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`cordee.letters.${sentBy}`}))`);
  const recipientHash = hashOfAddress(email);
  const today = parisDay(now);
  const booked = await tx
    .select({
      day: dayOf,
      all: sql<number>`count(*)::int`,
      toThem: sql<number>`(count(*) filter (where ${personLetters.recipientHash} = ${recipientHash}))::int`,
      ofOrganisation: sql<number>`(count(*) filter (where ${personLetters.isOfOrganisation}))::int`,
    })
    .from(personLetters)
    .where(and(eq(personLetters.sentBy, sentBy), gte(personLetters.leavesAt, startOf(today))))
    .groupBy(dayOf);
  const days = new Map(booked.map((counts) => [counts.day, counts]));
  const isFull = (day: string) => {
    const { all = 0, toThem = 0, ofOrganisation = 0 } = days.get(day) ?? {};
    const isPast = isOfOrganisation && ofOrganisation >= OF_ORGANISATION_A_DAY;
    return all >= perDay || toThem >= TO_ONE_A_DAY || isPast;
  };
  let day = today;
  while (isFull(day)) day = dayAfter(day);
  const leavesAt = day === today ? now : (instantOfParis(`${day}T${MORNING}`) ?? now);
  const invitationHash = invitationToken === undefined ? null : hashOf(invitationToken);
  await tx
    .insert(personLetters)
    .values({ id, sentBy, recipientHash, isOfOrganisation, invitationHash, leavesAt });
  return day === today ? null : leavesAt;
}

/**
 * [MA4] May a letter that was held back leave? Not one that was withdrawn, whose sender was suspended or erased since, or whose
 * invitation is over.
 */
export async function mayLetterLeave(db: Db, { id, now }: { id: string; now: Date }): Promise<boolean> {
  const found = await db
    .select({ id: personLetters.id })
    .from(personLetters)
    .innerJoin(users, eq(users.id, personLetters.sentBy))
    .leftJoin(invitations, eq(invitations.tokenHash, personLetters.invitationHash))
    .where(and(eq(personLetters.id, id), stands(now)));
  return found.length > 0;
}

/** [MA5] Whose letters are held back, how many and until when, those of most letters first; of one person when one is given. */
export async function listHeldLetters(
  db: Db,
  { userId, now }: { userId?: string; now: Date },
): Promise<HeldLetters[]> {
  return db
    .select({
      userId: users.id,
      name: users.name,
      letters: sql<number>`count(*)::int`,
      next: sql<Date>`min(${personLetters.leavesAt})`.mapWith(personLetters.leavesAt),
      until: sql<Date>`max(${personLetters.leavesAt})`.mapWith(personLetters.leavesAt),
    })
    .from(personLetters)
    .innerJoin(users, eq(users.id, personLetters.sentBy))
    .leftJoin(invitations, eq(invitations.tokenHash, personLetters.invitationHash))
    .where(and(userId ? eq(users.id, userId) : undefined, gt(personLetters.leavesAt, now), stands(now)))
    .groupBy(users.id, users.name)
    .orderBy(sql`count(*) desc`, users.id);
}

/** [MA6] Lets everything of this person that is held back go now; the ids of their mails. */
export async function releaseLetters(
  tx: Db,
  { userId, now }: { userId: string; now: Date },
): Promise<string[]> {
  const released = await tx
    .update(personLetters)
    .set({ leavesAt: now })
    .where(and(eq(personLetters.sentBy, userId), gt(personLetters.leavesAt, now)))
    .returning({ id: personLetters.id });
  return released.map(({ id }) => id);
}

/** [MA6] Takes everything of this person that is held back away: none of it leaves. The ids of their mails. */
export async function withdrawLetters(
  tx: Db,
  { userId, now }: { userId: string; now: Date },
): Promise<string[]> {
  const withdrawn = await tx
    .delete(personLetters)
    .where(and(eq(personLetters.sentBy, userId), gt(personLetters.leavesAt, now)))
    .returning({ id: personLetters.id });
  return withdrawn.map(({ id }) => id);
}

/** [PD10] Forgets which letters left; how many. Those that wait keep their leave. */
export async function forgetLetters(db: Db, { now }: { now: Date }): Promise<number> {
  const gone = await db
    .delete(personLetters)
    .where(lt(personLetters.leavesAt, new Date(now.getTime() - KEPT_MS)))
    .returning({ id: personLetters.id });
  return gone.length;
}

/** [PD8] Forgets that letters went, or were to go, to this address. */
export async function forgetLettersTo(db: Db, { email }: { email: string }): Promise<void> {
  await db.delete(personLetters).where(eq(personLetters.recipientHash, hashOfAddress(email)));
}

function hashOfAddress(email: string): string {
  return hashOf(email.toLowerCase());
}

/** Its sender may sign in, and its invitation, if it has one, still waits. */
function stands(now: Date) {
  const isOpen = and(isNull(invitations.acceptedAt), gt(invitations.expiresAt, now));
  return and(isNull(users.suspendedAt), or(isNull(personLetters.invitationHash), isOpen));
}

function startOf(day: string): Date {
  return instantOfParis(`${day}T00:00`) ?? new Date(`${day}T00:00:00Z`);
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
}
