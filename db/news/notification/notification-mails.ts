import { and, eq, isNotNull, isNull, lte } from 'drizzle-orm';
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

/** Those for whom the mail of something may leave by now. */
export async function listPeopleToMail(db: Db, { now }: { now: Date }): Promise<string[]> {
  const rows = await db
    .selectDistinct({ userId: notifications.userId })
    .from(notifications)
    .where(isDue(now));
  return rows.map(({ userId }) => userId);
}

/**
 * [NO1] [NO7] Takes all that may be mailed to this person, in the transaction that queues the mail: never again, whatever comes.
 * Answers what of it is still unread and may still be seen; null when nothing is, or the account is suspended.
 */
export async function takeMailed(
  tx: Db,
  { userId, now }: { userId: string; now: Date },
): Promise<{ person: Mailed; heard: Heard[] } | null> {
  const taken = await tx
    .update(notifications)
    .set({ mailedAt: now })
    .where(and(eq(notifications.userId, userId), isDue(now)))
    .returning({ id: notifications.id });
  const person = await findMailed(tx, userId);
  if (!person || taken.length === 0) return null;
  const heard = await listHeard(tx, { userId, now, ids: taken.map(({ id }) => id) });
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

function isDue(now: Date) {
  return and(
    isNotNull(notifications.mailDueAt),
    isNull(notifications.mailedAt),
    lte(notifications.mailDueAt, now),
  );
}
