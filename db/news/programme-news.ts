import { and, desc, eq, gt, isNotNull, isNull, lte, ne, notExists, or, sql } from 'drizzle-orm';
import { programmePath } from '#shared/news/notification/object-path.ts';
import type { ProgrammeItem, ProgrammeNews } from '#shared/news/programme-news.ts';
import {
  kindOfEvent,
  PROGRAMME_KINDS,
  type ProgrammeVerb,
} from '#shared/people/activity/programme-events.ts';
import type { Reader } from '../documents/listed-documents.ts';
import type { Db } from '../kernel/client.ts';
import type { Tx } from '../kernel/transaction.ts';
import { activities } from '../people/activity/schema.ts';
import { users } from '../people/person/schema.ts';
import { programmeMarks } from './group-visit-schema.ts';
import { isOfKind } from './notification/group-hearing.ts';
import { programmeRights } from './notification/programme-events.ts';
import { notifications } from './notification/schema.ts';

/** Named in one line. */
const NAMES_MAX = 3;

/**
 * [HV7] What others did in the programme since then, by kind and object, as far as this person may open it at this moment: nothing that
 * they did themselves, or of which they have read a line. `limit` objects of each kind; the others are counted.
 */
export async function programmeSince(
  db: Db,
  { since, limit = 12, ...reader }: Reader & { since: Date; limit?: number },
): Promise<ProgrammeNews> {
  const { objectId, verb, data, at, actorId, groupId, id } = activities;
  const rights = await programmeRights(db, reader, { id: objectId, verb });
  const isRead = db
    .select({ one: sql`1` })
    .from(notifications)
    .where(
      and(
        eq(notifications.activityId, id),
        eq(notifications.userId, reader.userId),
        isNotNull(notifications.readAt),
      ),
    );
  const last = sql<Date>`max(${at})`.mapWith(at);
  const lastOf = <T>(column: typeof verb | typeof data) =>
    sql<T>`(array_agg(${column} order by ${at} desc))[1]`;
  const kind = sql`split_part(${verb}, '.', 1)`;
  const found = db
    .select({
      objectId,
      verb: lastOf<ProgrammeVerb>(verb).as('last_verb'),
      data: lastOf<Record<string, string>>(data).as('last_data'),
      by: sql<string[]>`array_remove(array_agg(distinct ${users.name}), null)`.as('by_names'),
      at: last.as('last_at'),
      total: sql<number>`count(*) over (partition by ${kind})`.mapWith(Number).as('total'),
      place: sql<number>`row_number() over (partition by ${kind} order by ${last} desc, ${objectId})`.as(
        'place',
      ),
    })
    .from(activities)
    .leftJoin(users, eq(users.id, actorId))
    .where(
      and(
        isNull(groupId),
        gt(at, since),
        or(isNull(actorId), ne(actorId, reader.userId)),
        or(...PROGRAMME_KINDS.map((known) => and(isOfKind(known), rights[known]))),
        notExists(isRead),
      ),
    )
    .groupBy(kind, objectId)
    .as('found');
  const rows = await db
    .select()
    .from(found)
    .where(lte(found.place, limit))
    .orderBy(desc(found.at), found.objectId);
  const kinds = PROGRAMME_KINDS.flatMap((known) => {
    const own = rows.filter((row) => kindOfEvent(row.verb) === known);
    const items = own.map(({ total: _, place: __, data: said, objectId: of, by, ...row }): ProgrammeItem => {
      const object = { id: of, title: said.title ?? '' };
      const href = programmePath(known, object, said.place ?? null);
      return { ...row, ...object, place: said.place ?? '', href, by: by.slice(0, NAMES_MAX) };
    });
    return own[0] ? [{ kind: known, items, total: own[0].total }] : [];
  });
  return { since, kinds, total: kinds.reduce((sum, { total }) => sum + total, 0) };
}

/** [HV7] Up to when this person has read the news of the programme; null for never. */
export async function findProgrammeMark(db: Db, { userId }: Pick<Reader, 'userId'>): Promise<Date | null> {
  const [mark] = await db
    .select({ readAt: programmeMarks.readAt })
    .from(programmeMarks)
    .where(eq(programmeMarks.userId, userId));
  return mark?.readAt ?? null;
}

/** [HV2] [HV7] Marks them as read up to an instant. A mark never moves backwards but by `undoProgrammeRead`. */
export async function markProgrammeRead(
  tx: Tx,
  { userId, now, upTo }: Reader & { upTo: Date },
): Promise<void> {
  const readAt = upTo > now ? now : upTo;
  await tx
    .insert(programmeMarks)
    .values({ userId, readAt })
    .onConflictDoUpdate({
      target: programmeMarks.userId,
      set: { readAt, readBefore: sql`${programmeMarks.readAt}` },
      setWhere: sql`${programmeMarks.readAt} is null or ${programmeMarks.readAt} < excluded.read_at`,
    });
}

/** [HV2] [HV7] Takes the last mark back, if it was set to this instant. */
export async function undoProgrammeRead(
  tx: Tx,
  { userId, upTo }: Pick<Reader, 'userId'> & { upTo: Date },
): Promise<void> {
  await tx
    .update(programmeMarks)
    .set({ readAt: sql`${programmeMarks.readBefore}`, readBefore: null })
    .where(and(eq(programmeMarks.userId, userId), eq(programmeMarks.readAt, upTo)));
}
