import { and, desc, eq, inArray, isNotNull, isNull, like, lt, or, type SQL, sql } from 'drizzle-orm';
import type { Heard } from '#shared/news/notification/lines.ts';
import {
  type Delivery,
  HEARD_KINDS,
  type HeardKind,
  type HeardObject,
} from '#shared/news/notification/notification.ts';
import type { Reader } from '../../documents/listed-documents.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { activities } from '../../people/activity/schema.ts';
import { groups } from '../../people/group/schema.ts';
import { users } from '../../people/person/schema.ts';
import { heardRights } from './notification-rights.ts';
import { notifications } from './schema.ts';

/** How many events the centre reads at once. */
export const HEARD_PAGE = 300;

/** [NO7] Those of one's own lines that one may still see: rights are asked again each time. */
async function isVisible(db: Db, reader: Reader): Promise<SQL | undefined> {
  const { objectKind, objectId } = notifications;
  const rights = await heardRights(db, reader, {
    id: objectId,
    groupId: activities.groupId,
    verb: activities.verb,
  });
  // What older versions told of minutes is of their meeting.
  const namesOf = (kind: HeardKind) => (kind === 'meeting' ? ['meeting', 'minutes'] : [kind]);
  return and(
    eq(notifications.userId, reader.userId),
    or(...HEARD_KINDS.map((kind) => and(inArray(objectKind, namesOf(kind)), rights[kind]))),
  );
}

/**
 * [NO6] [NO7] What this person heard of, the newest first, as far as they may see it now; `before` an instant, or one's own
 * lines `ids` only, or those that come in one way.
 */
export async function listHeard(
  db: Db,
  {
    before,
    ids,
    delivery,
    ...reader
  }: Reader & { before?: Date | undefined; ids?: readonly string[]; delivery?: Delivery },
): Promise<Heard[]> {
  const rows = await db
    .select({
      id: notifications.id,
      verb: activities.verb,
      objectKind: notifications.objectKind,
      objectId: notifications.objectId,
      reason: notifications.reason,
      at: notifications.at,
      readAt: notifications.readAt,
      data: activities.data,
      actor: users.name,
      groupId: groups.id,
      groupName: groups.name,
    })
    .from(notifications)
    .innerJoin(activities, eq(activities.id, notifications.activityId))
    .leftJoin(users, eq(users.id, activities.actorId))
    .leftJoin(groups, eq(groups.id, activities.groupId))
    .where(
      and(
        await isVisible(db, reader),
        before && lt(notifications.at, before),
        ids && inArray(notifications.id, [...ids]),
        delivery && eq(notifications.delivery, delivery),
      ),
    )
    .orderBy(desc(notifications.at), desc(notifications.id))
    .limit(HEARD_PAGE);
  return rows.map(({ groupId, groupName, ...row }) => ({
    ...row,
    title: row.data.title ?? '',
    group: groupId && groupName ? { id: groupId, name: groupName } : null,
  }));
}

/** [NO6] Of how many objects there is something unread, for the bell. */
export async function countUnread(db: Db, reader: Reader): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(distinct ${notifications.objectId})::int` })
    .from(notifications)
    .innerJoin(activities, eq(activities.id, notifications.activityId))
    .where(and(isNull(notifications.readAt), await isVisible(db, reader)));
  return row?.count ?? 0;
}

/** Of an object, or of a part that it names: a month of the log of an experiment is `<experiment>/<month>`. */
function isOf(id: string): SQL | undefined {
  const { objectId } = notifications;
  return or(eq(objectId, id), like(objectId, `${id}/%`));
}

/** [NO6] Is there something that this person has not read of this object? */
export async function isUnread(
  db: Db,
  { userId, objectId }: { readonly userId: string; readonly objectId: string },
): Promise<boolean> {
  const [row] = await db
    .select({ id: notifications.id })
    .from(notifications)
    .where(and(eq(notifications.userId, userId), isNull(notifications.readAt), isOf(objectId)))
    .limit(1);
  return row !== undefined;
}

/** [NO6] This person has opened the object, or read all (no object): their lines of it are read, and their mails do not leave. */
export async function markRead(
  tx: Tx,
  { userId, now, object }: Reader & { object?: Pick<HeardObject, 'id'> },
): Promise<void> {
  await tx
    .update(notifications)
    .set({ readAt: now })
    .where(and(eq(notifications.userId, userId), isNull(notifications.readAt), object && isOf(object.id)));
}

/** [NO6] Takes back « all read »: what was read at this instant is unread again. */
export async function markUnread(
  tx: Tx,
  { userId, readAt }: { userId: string; readAt: Date },
): Promise<void> {
  await tx
    .update(notifications)
    .set({ readAt: null })
    .where(
      and(
        eq(notifications.userId, userId),
        isNotNull(notifications.readAt),
        eq(notifications.readAt, readAt),
      ),
    );
}
