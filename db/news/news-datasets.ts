import { and, desc, eq, gt, isNotNull, isNull, like, ne, or, sql } from 'drizzle-orm';
import type { NewsFact } from '#shared/news/news.ts';
import { paths } from '#shared/paths.ts';
import type { ActivityVerb } from '#shared/people/activity/activity.ts';
import type { Db } from '../kernel/client.ts';
import { datasetChecks, datasets } from '../library/dataset/schema.ts';
import { activities } from '../people/activity/schema.ts';
import { type AskedNews, type FoundNews, namesOf } from './news-source.ts';

/**
 * [HV1] Data sets that others described, changed or checked since then, and files that they checked without one. A check of a
 * data set is news of that data set; of one in the trash nothing is told.
 */
export async function newsOfDatasets(
  db: Db,
  { userId, groupId, since, limit }: AskedNews,
): Promise<FoundNews> {
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
  const rows = await db
    .select({
      id: objectId,
      datasetId: datasets.id,
      title: sql<string>`coalesce(${datasets.title}, (array_agg(${activities.data} ->> 'title' order by ${activities.at} desc))[1], '')`,
      verbs: sql<
        ActivityVerb[]
      >`array_agg(${activities.verb} order by ${activities.at} desc, ${activities.id})`,
      actors: sql<(string | null)[]>`array_agg(distinct ${activities.actorId})`,
      at: last,
      total: sql<number>`count(*) over ()`.mapWith(Number),
    })
    .from(activities)
    .leftJoin(
      datasetChecks,
      and(
        eq(activities.verb, 'check.done'),
        eq(datasetChecks.id, activities.objectId),
        eq(datasetChecks.groupId, groupId),
      ),
    )
    .leftJoin(
      datasets,
      and(
        eq(datasets.id, sql`coalesce(${datasetChecks.datasetId}, ${activities.objectId})`),
        eq(datasets.groupId, groupId),
      ),
    )
    .where(
      and(
        eq(activities.groupId, groupId),
        gt(activities.at, since),
        or(isDescribed, isChecked),
        or(isNull(activities.actorId), ne(activities.actorId, userId)),
      ),
    )
    .groupBy(objectId, datasets.id, datasets.title)
    .orderBy(desc(last), objectId)
    .limit(limit);
  const names = await namesOf(
    db,
    rows.flatMap(({ actors }) => actors),
  );
  const items = rows.map(({ id, datasetId, title, verbs, actors, at }) => ({
    kind: 'dataset' as const,
    id,
    title,
    href: datasetId ? paths.dataset({ id, title }) : paths.check(id),
    compareHref: null,
    context: null,
    by: names(actors),
    facts: [...new Set(verbs)].map((verb): NewsFact => ({ what: 'said', verb })),
    at,
  }));
  return { items, total: rows[0]?.total ?? 0 };
}
