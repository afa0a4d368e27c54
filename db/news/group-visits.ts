import { and, eq, inArray, isNotNull, lt, max, sql } from 'drizzle-orm';
import type { Readable } from '#shared/kernel/access/readable.ts';
import { documentVisits } from '../documents/history/schema.ts';
import { documents } from '../documents/schema.ts';
import type { Db } from '../kernel/client.ts';
import type { Tx } from '../kernel/transaction.ts';
import { groupVisits } from './group-visit-schema.ts';

/** Whose visits. */
interface Visitor {
  readonly userId: string;
}

/** Opening ten pages in a row is one visit. */
const SAME_VISIT = 10 * 60_000;

/** [HV4] Notes that somebody is in a group now, for its facilitators. It says nothing of what they have read. */
export async function recordGroupVisit(
  tx: Tx,
  { groupId, userId, now }: Visitor & { groupId: string; now: Date },
): Promise<void> {
  await tx
    .insert(groupVisits)
    .values({ groupId, userId, seenAt: now })
    .onConflictDoUpdate({
      target: [groupVisits.groupId, groupVisits.userId],
      set: { seenAt: now },
      setWhere: lt(groupVisits.seenAt, new Date(now.getTime() - SAME_VISIT)),
    });
}

/**
 * [HV4] When each person was last in this group: on its page, or reading one of its documents. Those who never were are absent.
 */
export async function listLastVisits(
  db: Db,
  { groupId }: { groupId: Readable<'facilitatedGroup'> },
): Promise<Map<string, Date>> {
  const [pages, readings] = await Promise.all([
    db
      .select({ userId: groupVisits.userId, at: groupVisits.seenAt })
      .from(groupVisits)
      .where(eq(groupVisits.groupId, groupId)),
    db
      .select({ userId: documentVisits.userId, at: max(documentVisits.at) })
      .from(documentVisits)
      .innerJoin(documents, eq(documents.id, documentVisits.documentId))
      .where(eq(documents.groupId, groupId))
      .groupBy(documentVisits.userId),
  ]);
  const last = new Map<string, Date>();
  for (const { userId, at } of [...pages, ...readings])
    if (at && at > (last.get(userId) ?? new Date(0))) last.set(userId, at);
  return last;
}

/** [HV2] Up to when this person has read the news of each of these groups; those that they never marked are absent. */
export async function listReadMarks(
  db: Db,
  { userId, groupIds }: Visitor & { groupIds: readonly string[] },
): Promise<Map<string, Date>> {
  if (groupIds.length === 0) return new Map();
  const rows = await db
    .select({ groupId: groupVisits.groupId, readAt: groupVisits.readAt })
    .from(groupVisits)
    .where(
      and(
        eq(groupVisits.userId, userId),
        inArray(groupVisits.groupId, [...groupIds]),
        isNotNull(groupVisits.readAt),
      ),
    );
  return new Map(rows.flatMap(({ groupId, readAt }) => (readAt ? [[groupId, readAt] as const] : [])));
}

/**
 * [HV2] Marks the news of these groups as read up to an instant: that of the page that showed them, so that what came meanwhile
 * stays. A mark never moves backwards but by `undoRead`.
 */
export async function markRead(
  tx: Tx,
  { userId, groupIds, upTo, now }: Visitor & { groupIds: readonly string[]; upTo: Date; now: Date },
): Promise<void> {
  if (groupIds.length === 0) return;
  const readAt = upTo > now ? now : upTo;
  await tx
    .insert(groupVisits)
    .values(groupIds.map((groupId) => ({ groupId, userId, seenAt: now, readAt })))
    .onConflictDoUpdate({
      target: [groupVisits.groupId, groupVisits.userId],
      set: { readAt, readBefore: sql`${groupVisits.readAt}`, seenAt: now },
      setWhere: sql`${groupVisits.readAt} is null or ${groupVisits.readAt} < excluded.read_at`,
    });
}

/** [HV2] Takes back the last mark of each of these groups that was set to this instant. */
export async function undoRead(
  tx: Tx,
  { userId, groupIds, upTo }: Visitor & { groupIds: readonly string[]; upTo: Date },
): Promise<void> {
  if (groupIds.length === 0) return;
  await tx
    .update(groupVisits)
    .set({ readAt: sql`${groupVisits.readBefore}`, readBefore: null })
    .where(
      and(
        eq(groupVisits.userId, userId),
        inArray(groupVisits.groupId, [...groupIds]),
        eq(groupVisits.readAt, upTo),
      ),
    );
}
