import { and, desc, eq, exists, gt, inArray, isNull, ne, notInArray, or, type SQL, sql } from 'drizzle-orm';
import type { NewsItem } from '#shared/news/news.ts';
import { paths } from '#shared/paths.ts';
import { ACTIVITY_VERBS, type ActivityVerb } from '#shared/people/activity/activity.ts';
import { topicPaths } from '#shared/programme/topic/topic-paths.ts';
import { boards } from '../boards/schema.ts';
import type { Db } from '../kernel/client.ts';
import { isReadableResource } from '../library/resource/resource-readers.ts';
import { resources } from '../library/resource/schema.ts';
import { meetings } from '../meetings/meeting/schema.ts';
import { activities } from '../people/activity/schema.ts';
import { groups } from '../people/group/schema.ts';
import { topics } from '../programme/topic/schema.ts';
import { type AskedNews, asked, countedBy, type FoundNews, inEach, tableOf } from './news-source.ts';

/** [HV1] Boards that others began since then. */
export async function newsOfBoards(db: Db, news: AskedNews): Promise<FoundNews[]> {
  const isThere = exists(
    db
      .select({ one: sql`1` })
      .from(boards)
      .where(
        and(eq(boards.id, activities.objectId), eq(boards.groupId, asked.groupId), isNull(boards.trashedAt)),
      ),
  );
  return ofActivities(db, news, ['board.created'], isThere, ({ objectId: id, title }) => ({
    kind: 'board',
    href: paths.board({ id, title }),
    facts: [{ what: 'created' }],
  }));
}

/** [HV1] People and organisations who came into the group since then. */
export async function newsOfPeople(db: Db, news: AskedNews): Promise<FoundNews[]> {
  const isAnother = ne(activities.objectId, news.userId);
  return ofActivities(db, news, ['member.added', 'member.joined'], isAnother, ({ group }) => ({
    kind: 'person',
    href: paths.groupMembers(group),
    facts: [{ what: 'arrived' }],
  }));
}

/** [HV1] Meetings that others planned, changed or held since then, and their minutes. */
export async function newsOfMeetings(db: Db, news: AskedNews): Promise<FoundNews[]> {
  const isThere = exists(
    db
      .select({ one: sql`1` })
      .from(meetings)
      .where(and(eq(meetings.id, activities.objectId), eq(meetings.groupId, asked.groupId))),
  );
  const verbs = ACTIVITY_VERBS.filter((verb) => /^(meeting|minutes)\./.test(verb));
  return ofActivities(db, news, verbs, isThere, ({ objectId: id, title, verb }) => ({
    kind: 'meeting',
    href: paths.meeting({ id, title }),
    facts: [{ what: 'said', verb }],
  }));
}

/** [HV1] Discussions that others opened, or in which they wrote, since then. */
export async function newsOfTopics(db: Db, news: AskedNews): Promise<FoundNews[]> {
  const isThere = exists(
    db
      .select({ one: sql`1` })
      .from(topics)
      .where(
        and(eq(topics.id, activities.objectId), eq(topics.groupId, asked.groupId), isNull(topics.documentId)),
      ),
  );
  const verbs = ['topic.opened', 'topic.replied'] as const;
  return ofActivities(db, news, verbs, isThere, ({ objectId: id, title, verb }) => ({
    kind: 'topic',
    href: topicPaths.topic({ id, title }),
    facts: [{ what: 'said', verb }],
  }));
}

/**
 * [HV1] [RS6] Resources that others shared or changed since then, and those that were shared with every group: told once, in their own group
 * where that is asked about, else in the first.
 */
export async function newsOfResources(db: Db, news: AskedNews): Promise<FoundNews[]> {
  const groupIds = news.groups.map(({ groupId }) => groupId);
  const isThere = exists(
    db
      .select({ one: sql`1` })
      .from(resources)
      .where(and(eq(resources.id, activities.objectId), isReadableResource(groupIds))),
  );
  const verbs = ACTIVITY_VERBS.filter((verb) => verb.startsWith('resource.'));
  const tell = ({ objectId: id, title, verb }: Parameters<Parameters<typeof ofActivities>[4]>[0]): Told => ({
    kind: 'resource',
    href: paths.resource({ id, title }),
    facts: [{ what: 'said', verb }],
  });
  return ofActivities(db, news, verbs, isThere, tell, ['resource.sharedWithAll']);
}

type Told = Pick<NewsItem, 'kind' | 'href' | 'facts'>;
interface Happened {
  readonly objectId: string;
  readonly title: string;
  readonly verb: ActivityVerb;
  readonly group: { readonly id: string; readonly title: string };
}

/** What the activity of each group says with these verbs, one line an object. */
async function ofActivities(
  db: Db,
  { userId, groups: of, limit }: AskedNews,
  verbs: readonly ActivityVerb[],
  condition: SQL,
  tell: (happened: Happened) => Told,
  /** What is told in the first of the groups when it happens in none of them. */
  elsewhere: readonly ActivityVerb[] = [],
): Promise<FoundNews[]> {
  const groupIds = of.map(({ groupId }) => groupId);
  const last = sql<Date>`max(${activities.at})`.mapWith(activities.at);
  const isElsewhere =
    elsewhere.length > 0
      ? and(
          sql`${asked.rank} = 1`,
          inArray(activities.verb, [...elsewhere]),
          or(isNull(activities.groupId), notInArray(activities.groupId, groupIds)),
        )
      : undefined;
  const found = db
    .select({
      objectId: activities.objectId,
      title:
        sql<string>`coalesce((array_agg(${activities.data} ->> 'title' order by ${activities.at} desc))[1], '')`.as(
          'title',
        ),
      verb: sql<ActivityVerb>`(array_agg(${activities.verb} order by ${activities.at} desc))[1]`.as('verb'),
      actors: sql<(string | null)[]>`array_agg(distinct ${activities.actorId})`.as('actors'),
      at: last.as('at'),
      ...countedBy(sql`${last} desc, ${activities.objectId}`),
    })
    .from(activities)
    .where(
      and(
        or(eq(activities.groupId, asked.groupId), isElsewhere),
        gt(activities.at, asked.since),
        inArray(activities.verb, [...verbs]),
        or(isNull(activities.actorId), ne(activities.actorId, userId)),
        condition,
      ),
    )
    .groupBy(activities.objectId)
    .orderBy(desc(last), activities.objectId)
    .limit(limit)
    .as('found');
  const { objectId, title, verb, actors, at, total } = found;
  const rows = await db
    .select({ groupId: asked.groupId, groupName: groups.name, objectId, title, verb, actors, at, total })
    .from(tableOf(of))
    .innerJoin(groups, eq(groups.id, asked.groupId))
    .innerJoinLateral(found, inEach)
    .orderBy(asked.rank, found.place);
  return rows.map(({ groupId, groupName, total, ...row }) => ({
    groupId,
    total,
    // Whoever comes by an invitation of their own is the line's own subject.
    byIds: row.actors.filter((id) => id !== row.objectId),
    item: {
      id: row.objectId,
      title: row.title,
      compareHref: null,
      context: null,
      at: row.at,
      ...tell({ ...row, group: { id: groupId, title: groupName } }),
    },
  }));
}
