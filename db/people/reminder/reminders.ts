import { and, eq, inArray, isNull, lte } from 'drizzle-orm';
import type { Readable } from '#shared/kernel/access/readable.ts';
import type { ReminderCause } from '#shared/people/reminder/reminder.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { users } from '../person/schema.ts';
import { reminders } from './schema.ts';

const WEEK = 7 * 86_400_000;

/** [CK2] When each person of this group was last reminded of what, by `<cause> <user>`. */
export async function listReminders(
  db: Db,
  { groupId }: { groupId: Readable<'facilitatedGroup'> },
): Promise<Map<string, Date>> {
  const rows = await db.select().from(reminders).where(eq(reminders.groupId, groupId));
  return new Map(rows.map(({ cause, userId, sentAt }) => [`${cause} ${userId}`, sentAt]));
}

/**
 * [CK2] Notes that these people of the group are being reminded, and answers those who are: neither suspended people nor those
 * who were within the week. Of two facilitators at once one reminds.
 */
export async function claimReminders(
  tx: Tx,
  {
    groupId,
    userIds,
    cause,
    by,
    now,
  }: { groupId: string; userIds: readonly string[]; cause: ReminderCause; by: string; now: Date },
): Promise<{ id: string; name: string; email: string }[]> {
  if (userIds.length === 0) return [];
  const active = await tx
    .select({ id: users.id, name: users.name, email: users.email })
    .from(users)
    .where(and(inArray(users.id, [...userIds]), isNull(users.suspendedAt)))
    .orderBy(users.email);
  if (active.length === 0) return [];
  const claimed = await tx
    .insert(reminders)
    .values(active.map(({ id }) => ({ groupId, userId: id, cause, sentAt: now, sentBy: by })))
    .onConflictDoUpdate({
      target: [reminders.groupId, reminders.userId, reminders.cause],
      set: { sentAt: now, sentBy: by },
      setWhere: lte(reminders.sentAt, new Date(now.getTime() - WEEK)),
    })
    .returning({ userId: reminders.userId });
  const ids = new Set(claimed.map(({ userId }) => userId));
  return active.filter(({ id }) => ids.has(id));
}
