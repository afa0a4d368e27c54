import { and, eq, gt, isNotNull, isNull, lte, notExists, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Heard } from '#shared/news/notification/lines.ts';
import type { Db } from '../../kernel/client.ts';
import { findGroupRole } from '../../people/group/groups.ts';
import { users } from '../../people/person/schema.ts';
import { listHeard } from './notifications.ts';
import { notifications } from './schema.ts';

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
export async function listPeopleToMail(db: Db, due: Due): Promise<string[]> {
  const rows = await db
    .selectDistinct({ userId: notifications.userId })
    .from(notifications)
    .where(isDue(db, due));
  return rows.map(({ userId }) => userId);
}

/**
 * [NO1] [NO7] [NO11] Takes all that may be mailed to this person, in the transaction that queues the mail: never again, whatever comes.
 * Answers what of it is still unread and may still be seen; null when nothing is, or the account is suspended.
 */
export async function takeMailed(
  tx: Db,
  { userId, ...due }: Due & { userId: string },
): Promise<{ person: Mailed; heard: Heard[] } | null> {
  const taken = await tx
    .update(notifications)
    .set({ mailedAt: due.now })
    .where(and(eq(notifications.userId, userId), isDue(tx, due)))
    .returning({ id: notifications.id });
  const person = await findMailed(tx, userId);
  if (!person || taken.length === 0) return null;
  const heard = await listHeard(tx, { userId, now: due.now, ids: taken.map(({ id }) => id) });
  const unread = heard.filter(({ readAt }) => readAt === null);
  return unread.length > 0 ? { person, heard: unread } : null;
}

/** [NO7] May what a mail tells still be told when it leaves: these lines, and that the group exists? */
export async function mayTell(
  db: Db,
  {
    userId,
    ids,
    groupId,
    now,
  }: { userId: string; ids: readonly string[]; groupId: string | null; now: Date },
): Promise<boolean> {
  if (!(await findMailed(db, userId))) return false;
  if (groupId && !(await findGroupRole(db, { groupId, userId, now }))) return false;
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
