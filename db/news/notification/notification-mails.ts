import {
  and,
  eq,
  gt,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  notExists,
  notInArray,
  type SQL,
  sql,
} from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { parisDay } from '#shared/kernel/day/paris-time.ts';
import type { Heard } from '#shared/news/notification/lines.ts';
import { bucketOf, type Obligation, obligationKey } from '#shared/news/to-do/to-do.ts';
import { PROGRAMME_KINDS } from '#shared/people/activity/programme-events.ts';
import type { Db } from '../../kernel/client.ts';
import { findGroupRole } from '../../people/group/groups.ts';
import { users } from '../../people/person/schema.ts';
import { findToDo } from '../../to-do.ts';
import { takeMail } from './mail-claims.ts';
import { findNotificationSettings } from './notification-settings.ts';
import { listHeard } from './notifications.ts';
import { mailClaims, notifications } from './schema.ts';

/** Whom a mail is for. */
export interface Mailed {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
}

/** When mails of news are looked for, and for how long after one the same person gets no other ([NO11]). */
interface Due {
  readonly now: Date;
  readonly apartMs: number;
}

/** Those for whom the mail of something may leave by now. */
export function listPeopleToMail(db: Db, due: Due): Promise<string[]> {
  return peopleOf(db, isDue(db, due));
}

/** [NO8] [AF6] Those who were here by then and whose mail of this week is not made yet. */
export async function listPeopleToTellTheWeek(db: Db, until: Date): Promise<string[]> {
  const made = sql`exists (select from ${mailClaims} where ${mailClaims.id} = ${claimOf(sql`${users.id}`, until)})`;
  const rows = await db
    .select({ id: users.id })
    .from(users)
    .where(and(isNull(users.suspendedAt), lt(users.createdAt, until), sql`not ${made}`))
    .orderBy(users.id);
  return rows.map(({ id }) => id);
}

/** The mail of a person's week. */
const claimOf = (userId: SQL, until: Date) =>
  sql<string>`'week ' || ${userId} || ${` ${until.toISOString()}`}::text`;

async function peopleOf(db: Db, where: SQL | undefined): Promise<string[]> {
  const rows = await db.selectDistinct({ userId: notifications.userId }).from(notifications).where(where);
  return rows.map(({ userId }) => userId);
}

/**
 * [NO1] [NO7] [NO11] Takes all that may be mailed to this person, in the transaction that queues the mail: never again, whatever comes.
 * Answers what of it leaves, which is still unread and may still be seen; null when nothing is, or the account is suspended.
 */
export async function takeMailed(
  tx: Db,
  { userId, ...due }: Due & { userId: string },
): Promise<Taken | null> {
  return take(tx, { now: due.now, userId, person: await findMailed(tx, userId) }, isDue(tx, due));
}

/**
 * [NO8] [NO12] [AF6] The same of the mail of this week: what of the programme it tells, and what waits for this person by its end; null
 * when it was taken, is not wanted, or has nothing to say.
 */
export async function takeWeek(
  tx: Db,
  { userId, until, now }: { readonly userId: string; readonly until: Date; readonly now: Date },
): Promise<Week | null> {
  if (!(await takeMail(tx, { id: `week ${userId} ${until.toISOString()}`, now }))) return null;
  const isWanted = (await findNotificationSettings(tx, { userId })).digest;
  const person = isWanted ? await findMailed(tx, userId) : null;
  const taken = await take(tx, { userId, now, person }, isOfWeek(until));
  if (!person) return null;
  const clock = { now, today: parisDay(now) };
  const due = (await findToDo(tx, { userId, now })).filter((owed) => bucketOf(owed, clock) !== 'later');
  const heard = taken?.heard ?? [];
  return due.length + heard.length > 0 ? { person, heard, due } : null;
}

/** A person's week: what they may not have read, and what they are waited for with. */
export interface Week extends Taken {
  readonly due: readonly Obligation[];
}

interface Taken {
  readonly person: Mailed;
  readonly heard: Heard[];
}

/**
 * Marks as mailed what leaves, and only that: the quarter of an hour begins with a mail. What was read, may not be seen, or is nobody's
 * mail (no `person`) is from now on in the centre alone.
 */
async function take(
  tx: Db,
  { userId, person, now }: { userId: string; person: Mailed | null; now: Date },
  where: SQL | undefined,
): Promise<Taken | null> {
  const rows = await tx
    .select({ id: notifications.id })
    .from(notifications)
    .where(and(eq(notifications.userId, userId), where))
    .for('update');
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return null;
  const heard = person ? await listHeard(tx, { userId, now, ids }) : [];
  const unread = heard.filter(({ readAt }) => readAt === null);
  const leaving = unread.map(({ id }) => id);
  await tx.update(notifications).set({ mailedAt: now }).where(inArray(notifications.id, leaving));
  await tx
    .update(notifications)
    .set({ delivery: 'app', mailDueAt: null })
    .where(and(inArray(notifications.id, ids), notInArray(notifications.id, leaving)));
  return person && unread.length > 0 ? { person, heard: unread } : null;
}

/** [NO7] May what a mail tells still be told when it leaves: these lines, that the group exists, and that these things wait? */
export async function mayTell(
  db: Db,
  {
    userId,
    ids,
    groupId,
    due,
    now,
  }: {
    userId: string;
    ids: readonly string[];
    groupId: string | null;
    due: readonly string[];
    now: Date;
  },
): Promise<boolean> {
  if (!(await findMailed(db, userId))) return false;
  if (groupId && !(await findGroupRole(db, { groupId, userId, now }))) return false;
  if (due.length > 0) {
    const waiting = new Set((await findToDo(db, { userId, now })).map(obligationKey));
    if (!due.every((key) => waiting.has(key))) return false;
  }
  return (await listHeard(db, { userId, now, ids })).length === ids.length;
}

/** The address of somebody who may sign in. */
export async function findMailed(db: Db, userId: string): Promise<Mailed | null> {
  const [person] = await db
    .select({ userId: users.id, name: users.name, email: users.email })
    .from(users)
    .where(and(eq(users.id, userId), isNull(users.suspendedAt)));
  return person ?? null;
}

function isOfWeek(until: Date) {
  const { objectKind, delivery, at, readAt, mailedAt } = notifications;
  const isOfProgramme = inArray(objectKind, [...PROGRAMME_KINDS]);
  return and(isOfProgramme, eq(delivery, 'digest'), lt(at, until), isNull(readAt), isNull(mailedAt));
}

const earlier = alias(notifications, 'earlier');

function isDue(db: Db, { now, apartMs }: Due) {
  const since = new Date(now.getTime() - apartMs);
  const mailed = db
    .select({ one: sql`1` })
    .from(earlier)
    .where(and(eq(earlier.userId, notifications.userId), gt(earlier.mailedAt, since)));
  return and(
    notExists(mailed),
    isNotNull(notifications.mailDueAt),
    isNull(notifications.mailedAt),
    lte(notifications.mailDueAt, now),
  );
}
