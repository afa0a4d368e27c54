import { and, desc, eq, gt, isNotNull, isNull, like, ne, or, sql } from 'drizzle-orm';
import type { NewsFact } from '#shared/news/news.ts';
import { paths } from '#shared/paths.ts';
import type { ActivityVerb } from '#shared/people/activity/activity.ts';
import type { Db } from '../kernel/client.ts';
import { datasetChecks, datasets } from '../library/dataset/schema.ts';
import { activities } from '../people/activity/schema.ts';
import { type AskedNews, asked, countedBy, type FoundNews, inEach, tableOf } from './news-source.ts';

/**
 * [HV1] Data sets that others described, changed or checked since then, and files that they checked without one. A check of a
 * data set is news of that data set; of one in the trash nothing is told.
 */
export async function newsOfDatasets(db: Db, { userId, groups, limit }: AskedNews): Promise<FoundNews[]> {
  const objectId = sql<string>`coalesce(${datasets.id}, ${activities.objectId})`;
  const last = sql<Date>`max(${activities.at})`.mapWith(activities.at);
  const isDescribed = and(
    like(activities.verb, 'dataset.%'),
    isNotNull(datasets.id),
    isNull(datasets.trashedAt),
  );
  const isChecked = and(
    eq(activities.verb, 'check.done'),
    isNotNull(datasetChecks.id),
    isNull(datasets.trashedAt),
  );
  const found = db
    .select({
      id: objectId.as('object'),
      datasetId: sql<string | null>`${datasets.id}`.as('dataset'),
      title:
        sql<string>`coalesce(${datasets.title}, (array_agg(${activities.data} ->> 'title' order by ${activities.at} desc))[1], '')`.as(
          'told_title',
        ),
      verbs: sql<
        ActivityVerb[]
      >`array_agg(${activities.verb} order by ${activities.at} desc, ${activities.id})`.as('verbs'),
      actors: sql<(string | null)[]>`array_agg(distinct ${activities.actorId})`.as('actors'),
      at: last.as('at'),
      ...countedBy(sql`${last} desc, ${objectId}`),
    })
    .from(activities)
    .leftJoin(
      datasetChecks,
      and(
        eq(activities.verb, 'check.done'),
        eq(datasetChecks.id, activities.objectId),
        eq(datasetChecks.groupId, asked.groupId),
      ),
    )
    .leftJoin(
      datasets,
      and(
        eq(datasets.id, sql`coalesce(${datasetChecks.datasetId}, ${activities.objectId})`),
        eq(datasets.groupId, asked.groupId),
      ),
    )
    .where(
      and(
        eq(activities.groupId, asked.groupId),
        gt(activities.at, asked.since),
        or(isDescribed, isChecked),
        or(isNull(activities.actorId), ne(activities.actorId, userId)),
      ),
    )
    .groupBy(objectId, datasets.id, datasets.title)
    .orderBy(desc(last), objectId)
    .limit(limit)
    .as('found');
  const { id, datasetId, title, verbs, actors, at, total } = found;
  const rows = await db
    .select({ groupId: asked.groupId, id, datasetId, title, verbs, actors, at, total })
    .from(tableOf(groups))
    .innerJoinLateral(found, inEach)
    .orderBy(asked.rank, found.place);
  return rows.map((row) => ({
    groupId: row.groupId,
    total: row.total,
    byIds: row.actors,
    item: {
      kind: 'dataset',
      id: row.id,
      title: row.title,
      href: row.datasetId ? paths.dataset({ id: row.datasetId, title: row.title }) : paths.check(row.id),
      compareHref: null,
      context: null,
      facts: [...new Set(row.verbs)].map((verb): NewsFact => ({ what: 'said', verb })),
      at: row.at,
    },
  }));
}
