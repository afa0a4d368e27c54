import { and, desc, eq, gt, isNull, ne, or, sql } from 'drizzle-orm';
import type { NewsFact } from '#shared/news/news.ts';
import { paths } from '#shared/paths.ts';
import { comments, commentThreads } from '../documents/comment/schema.ts';
import { isListedTo } from '../documents/listed-documents.ts';
import { documents } from '../documents/schema.ts';
import type { Db } from '../kernel/client.ts';
import { type AskedNews, asked, countedBy, type FoundNews, inEach, tableOf } from './news-source.ts';

/**
 * [HV1] Documents that others made, wrote in or commented since then. What this person has read of a document since is no news:
 * the comparison begins where their last reading ended.
 */
export async function newsOfDocuments(
  db: Db,
  { userId, groups, now, limit }: AskedNews,
): Promise<FoundNews[]> {
  const at = asked.since;
  const room = sql`'document:' || ${documents.id}`;
  // The log is walked from its end: an absence costs what was written in it, not what was written before.
  const base = sql`lateral (select greatest(
    coalesce((select v.seq from document_visit v where v.document_id = ${documents.id} and v.user_id = ${userId}), 0),
    coalesce((select u.seq from doc_update u where u.room = ${room} and u.at <= ${at} order by u.seq desc limit 1), 0)
  ) as seq, exists (
    select from document_visit v where v.document_id = ${documents.id} and v.user_id = ${userId}) as is_known) as base`;
  const written = sql`lateral (
    select max(u.seq) as seq, max(u.at) as at,
      coalesce(array_agg(distinct w.id) filter (where w.id is not null and w.id <> ${userId}), '{}') as writers
    from doc_update u left join lateral unnest(coalesce(u.writers, array[u.user_id])) as w(id) on true
    where u.room = ${room} and u.seq > base.seq and case when u.writers is null then u.user_id is distinct from ${userId}
      else exists (select from unnest(u.writers) as o(id) where o.id <> ${userId}) end) as written`;
  const said = sql`lateral (
    select count(*)::int as count, max(${comments.createdAt}) as at
    from ${comments} join ${commentThreads} on ${commentThreads.id} = ${comments.threadId}
    where ${commentThreads.documentId} = ${documents.id} and ${comments.createdAt} > ${at}
      and ${comments.deletedAt} is null and ${comments.authorId} is distinct from ${userId}) as said`;
  const isMade = and(gt(documents.createdAt, at), ne(documents.createdBy, userId), sql`not base.is_known`);
  const madeAt = sql`case when ${isMade} then ${documents.createdAt} end`;
  const last = sql<Date>`greatest(written.at, said.at, ${madeAt})`.mapWith(documents.createdAt);
  const found = db
    .select({
      id: documents.id,
      title: documents.title,
      createdBy: documents.createdBy,
      isMade: sql<boolean>`${isMade}`.as('is_made'),
      base: sql<number>`base.seq`.mapWith(Number).as('base_seq'),
      head: sql<number | null>`written.seq`.as('head_seq'),
      writers: sql<string[]>`written.writers`.as('written_by'),
      comments: sql<number>`said.count`.as('said'),
      at: last.as('last_at'),
      ...countedBy(sql`${last} desc, ${documents.id}`),
    })
    .from(documents)
    .innerJoin(base, inEach)
    .innerJoin(written, inEach)
    .innerJoin(said, inEach)
    .where(
      and(
        eq(documents.groupId, asked.groupId),
        isNull(documents.trashedAt),
        isListedTo(db, { userId, now }),
        or(sql`written.seq is not null`, sql`said.count > 0`, isMade),
      ),
    )
    .orderBy(desc(last), documents.id)
    .limit(limit)
    .as('found');
  const { id, title, createdBy, base: from, head, writers, comments: count, total } = found;
  const rows = await db
    .select({
      ...{ groupId: asked.groupId, id, title, createdBy, from, head, writers, count, total },
      ...{ isMade: found.isMade, at: found.at },
    })
    .from(tableOf(groups))
    .innerJoinLateral(found, inEach)
    .orderBy(asked.rank, found.place);
  return rows.map(({ groupId, total: all, ...row }) => ({
    groupId,
    total: all,
    byIds: row.isMade ? [row.createdBy, ...row.writers] : row.writers,
    item: asItem(row),
  }));
}

interface Row {
  readonly id: string;
  readonly title: string;
  readonly isMade: boolean;
  /** Up to where of its log it was read; 0 for never. */
  readonly from: number;
  /** The last of what others wrote since. */
  readonly head: number | null;
  readonly count: number;
  readonly at: Date;
}

function asItem({ id, title, isMade, from, head, count, at }: Row): FoundNews['item'] {
  const document = { id, title };
  const facts: NewsFact[] = [];
  if (isMade) facts.push({ what: 'created' });
  else if (head !== null) facts.push({ what: 'written' });
  if (count > 0) facts.push({ what: 'comments', count });
  const isComparable = head !== null && from > 0;
  return {
    kind: 'document',
    ...document,
    href: paths.document(document),
    compareHref: isComparable ? paths.documentComparison(document, { from, to: Number(head) }) : null,
    context: null,
    facts,
    at,
  };
}
