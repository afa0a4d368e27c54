import { and, desc, eq, exists, gt, inArray, isNull, ne, or, type SQL, sql } from 'drizzle-orm';
import type { NewsItem } from '#shared/news/news.ts';
import { paths } from '#shared/paths.ts';
import { ACTIVITY_VERBS, type ActivityVerb } from '#shared/people/activity/activity.ts';
import { boards } from '../boards/schema.ts';
import type { Db } from '../kernel/client.ts';
import { isReadableResource } from '../library/resource/resource-readers.ts';
import { resources } from '../library/resource/schema.ts';
import { meetings } from '../meetings/meeting/schema.ts';
import { activities } from '../people/activity/schema.ts';
import { groups } from '../people/group/schema.ts';
import { type AskedNews, type FoundNews, namesOf } from './news-source.ts';

/** [HV1] Boards that others began since then. */
export async function newsOfBoards(db: Db, asked: AskedNews): Promise<FoundNews> {
  const isThere = exists(
    db
      .select({ one: sql`1` })
      .from(boards)
      .where(
        and(eq(boards.id, activities.objectId), eq(boards.groupId, asked.groupId), isNull(boards.trashedAt)),
      ),
  );
  return ofActivities(db, asked, ['board.created'], isThere, ({ objectId: id, title }) => ({
    kind: 'board',
    href: paths.board({ id, title }),
    facts: [{ what: 'created' }],
  }));
}

/** [HV1] People and organisations who came into the group since then. */
export async function newsOfPeople(db: Db, asked: AskedNews): Promise<FoundNews> {
  const isAnother = ne(activities.objectId, asked.userId);
  const [group] = await db.select({ name: groups.name }).from(groups).where(eq(groups.id, asked.groupId));
  const titled = { id: asked.groupId, title: group?.name ?? '' };
  return ofActivities(db, asked, ['member.added', 'member.joined'], isAnother, () => ({
    kind: 'person',
    href: paths.groupMembers(titled),
    facts: [{ what: 'arrived' }],
  }));
}

/** [HV1] Meetings that others planned, changed or held since then, and their minutes. */
export async function newsOfMeetings(db: Db, asked: AskedNews): Promise<FoundNews> {
  const isThere = exists(
    db
      .select({ one: sql`1` })
      .from(meetings)
      .where(and(eq(meetings.id, activities.objectId), eq(meetings.groupId, asked.groupId))),
  );
  const verbs = ACTIVITY_VERBS.filter((verb) => /^(meeting|minutes)\./.test(verb));
  return ofActivities(db, asked, verbs, isThere, ({ objectId: id, title, verb }) => ({
    kind: 'meeting',
    href: paths.meeting({ id, title }),
    facts: [{ what: 'said', verb }],
  }));
}

/** [HV1] [RS6] Resources that others shared or changed since then, and those of other groups that were shared with every group. */
export async function newsOfResources(db: Db, asked: AskedNews): Promise<FoundNews> {
  const isThere = exists(
    db
      .select({ one: sql`1` })
      .from(resources)
      .where(and(eq(resources.id, activities.objectId), isReadableResource([asked.groupId]))),
  );
  const verbs = ACTIVITY_VERBS.filter((verb) => verb.startsWith('resource.'));
  const tell = ({ objectId: id, title, verb }: Parameters<Parameters<typeof ofActivities>[4]>[0]): Told => ({
    kind: 'resource',
    href: paths.resource({ id, title }),
    facts: [{ what: 'said', verb }],
  });
  return ofActivities(db, asked, verbs, isThere, tell, ['resource.sharedWithAll']);
}

type Told = Pick<NewsItem, 'kind' | 'href' | 'facts'>;

/** What the group's activity says with these verbs, one line an object. */
async function ofActivities(
  db: Db,
  { userId, groupId, since, limit }: AskedNews,
  verbs: readonly ActivityVerb[],
  condition: SQL,
  tell: (row: { objectId: string; title: string; verb: ActivityVerb }) => Told,
  /** What is told to this group when it happens in another one. */
  elsewhere: readonly ActivityVerb[] = [],
): Promise<FoundNews> {
  const last = sql<Date>`max(${activities.at})`.mapWith(activities.at);
  const rows = await db
    .select({
      objectId: activities.objectId,
      title: sql<string>`coalesce((array_agg(${activities.data} ->> 'title' order by ${activities.at} desc))[1], '')`,
      verb: sql<ActivityVerb>`(array_agg(${activities.verb} order by ${activities.at} desc))[1]`,
      actors: sql<(string | null)[]>`array_agg(distinct ${activities.actorId})`,
      at: last,
      total: sql<number>`count(*) over ()`.mapWith(Number),
    })
    .from(activities)
    .where(
      and(
        or(
          eq(activities.groupId, groupId),
          elsewhere.length > 0 ? inArray(activities.verb, [...elsewhere]) : undefined,
        ),
        gt(activities.at, since),
        inArray(activities.verb, [...verbs]),
        or(isNull(activities.actorId), ne(activities.actorId, userId)),
        condition,
      ),
    )
    .groupBy(activities.objectId)
    .orderBy(desc(last), activities.objectId)
    .limit(limit);
  const names = await namesOf(
    db,
    rows.flatMap(({ actors }) => actors),
  );
  const items = rows.map((row) => ({
    id: row.objectId,
    title: row.title,
    compareHref: null,
    context: null,
    // Whoever comes by an invitation of their own is the line's own subject.
    by: names(row.actors.filter((id) => id !== row.objectId)),
    at: row.at,
    ...tell(row),
  }));
  return { items, total: rows[0]?.total ?? 0 };
}
