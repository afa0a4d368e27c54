import { and, asc, eq, gt, inArray, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import { HEARD_KINDS } from '#shared/news/notification/notification.ts';
import {
  type Change,
  changeOf,
  type FeedPlace,
  isChange,
  type WrittenActivity,
} from '#shared/operations/change/change.ts';
import type { Reader } from '../../documents/listed-documents.ts';
import type { Db } from '../../kernel/client.ts';
import { inTransaction } from '../../kernel/transaction.ts';
import { isOfKind } from '../../news/notification/group-hearing.ts';
import { heardRights } from '../../news/notification/notification-rights.ts';
import { activities, changeHead } from '../../people/activity/schema.ts';
import { listGroupsForMember } from '../../people/group/groups.ts';
import { groups } from '../../people/group/schema.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { users } from '../../people/person/schema.ts';

const HEAD = 1;
const AT_ONCE = 500;

/**
 * [CF2] Gives the next places of the change feed to what was committed since, the oldest first; how many. Only one transaction does
 * it at a time, and what is not committed yet is not there to be given one: whatever comes late gets a higher place than all that
 * was ever read. `onNumbered` is called in the same transaction, with the ids in their order.
 */
export async function numberChanges(
  db: Db,
  onNumbered: (tx: Db, activityIds: readonly string[]) => Promise<void> = async () => undefined,
): Promise<number> {
  const [waiting] = await db
    .select({ id: activities.id })
    .from(activities)
    .where(isNull(activities.position))
    .limit(1);
  if (!waiting) return 0;
  return inTransaction(db, async (tx) => {
    const head = await holdHead(tx);
    const next = tx.$with('next').as(
      tx
        .select({
          id: activities.id,
          rank: sql<number>`row_number() over (order by ${activities.at}, ${activities.id})`.as('rank'),
        })
        .from(activities)
        .where(isNull(activities.position))
        .orderBy(asc(activities.at), asc(activities.id))
        .limit(AT_ONCE),
    );
    const numbered = await tx
      .with(next)
      .update(activities)
      .set({ position: sql`${head.position}::bigint + ${next.rank}` })
      .from(next)
      .where(eq(activities.id, next.id))
      .returning({ id: activities.id, position: activities.position });
    const inOrder = numbered.toSorted((a, b) => (a.position ?? 0) - (b.position ?? 0));
    await tx
      .update(changeHead)
      .set({ position: head.position + numbered.length })
      .where(eq(changeHead.id, HEAD));
    await onNumbered(
      tx,
      inOrder.map(({ id }) => id),
    );
    return numbered.length;
  });
}

/** The end of the feed, which nobody else moves before this transaction ends. */
async function holdHead(tx: Db): Promise<typeof changeHead.$inferSelect> {
  const [head] = await tx.select().from(changeHead).where(eq(changeHead.id, HEAD)).for('update');
  if (head) return head;
  await tx.insert(changeHead).values({ id: HEAD, position: 0, generation: 0 }).onConflictDoNothing();
  return holdHead(tx);
}

/** A piece of the feed, and where it ends. */
export interface ReadChanges {
  readonly changes: readonly Change[];
  readonly end: FeedPlace;
}

/**
 * [CF1] [CF3] What happened after a place, the oldest first: in the programme and in the groups of this person, or in one of them, as
 * far as they may see it at this moment. A place of another generation, or beyond the end, is read as the beginning ([CF4]).
 */
export async function listChanges(
  db: Db,
  {
    after,
    groupId,
    limit,
    ...reader
  }: Reader & { after: FeedPlace | null; groupId: string | null; limit: number },
): Promise<ReadChanges> {
  // Before the lines: nothing up to here can still come.
  const [head] = await db.select().from(changeHead).where(eq(changeHead.id, HEAD));
  if (!head) return { changes: [], end: { generation: 0, position: 0 } };
  const { generation } = head;
  const isOfHere = after !== null && after.generation === generation && after.position <= head.position;
  const start = isOfHere ? after.position : 0;
  const own = (await listGroupsForMember(db, reader)).map(({ id }) => id);
  const rows = await db
    .select({ ...WRITTEN, position: activities.position })
    .from(activities)
    .leftJoin(groups, eq(groups.id, activities.groupId))
    .leftJoin(users, eq(users.id, activities.actorId))
    .leftJoin(organisations, eq(organisations.id, users.organisationId))
    .where(
      and(
        or(
          inArray(
            activities.groupId,
            own.filter((id) => groupId === null || id === groupId),
          ),
          groupId === null ? isNull(activities.groupId) : undefined,
        ),
        gt(activities.position, start),
        lte(activities.position, head.position),
        await isVisible(db, reader),
      ),
    )
    .orderBy(asc(activities.position))
    .limit(limit);
  const last = rows.length < limit ? head.position : rows.at(-1)?.position;
  return { changes: rows.flatMap(asChange), end: { generation, position: last ?? head.position } };
}

/** What a line of the feed is made of. */
export const WRITTEN = {
  id: activities.id,
  at: activities.at,
  verb: activities.verb,
  objectId: activities.objectId,
  data: activities.data,
  group: { id: groups.id, name: groups.name },
  by: users.name,
  organisation: organisations.name,
};

type WrittenRow = Omit<WrittenActivity, 'verb' | 'title' | 'by'> & {
  readonly verb: string;
  readonly data: Readonly<Record<string, string>>;
  readonly by: string | null;
  readonly organisation: string | null;
};

/** The line of a row; none for a verb that the feed does not tell. */
export function asChange({ verb, data, by, organisation, ...row }: WrittenRow): Change[] {
  if (!isChange(verb)) return [];
  const person = by === null ? null : { name: by, organisation };
  return [changeOf({ ...row, verb, title: data.title ?? '', by: person })];
}

/** [CF3] By kind of object, what this person may hear of at this moment. */
async function isVisible(db: Db, reader: Reader): Promise<SQL | undefined> {
  const { objectId, groupId, verb } = activities;
  const rights = await heardRights(db, reader, { id: objectId, groupId, verb });
  return or(...HEARD_KINDS.map((kind) => and(isOfKind(kind), rights[kind])));
}
