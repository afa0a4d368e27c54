import { and, asc, count, desc, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Readable } from '#shared/kernel/access/readable.ts';
import { placeOfPage } from '#shared/kernel/paging.ts';
import { inFrench } from '#shared/kernel/text/order.ts';
import type { PersonBadge } from '#shared/people/organisation/organisation.ts';
import { POSTS_A_PAGE, TOPICS_A_PAGE } from '#shared/programme/topic/topic.ts';
import type { Db } from '../../kernel/client.ts';
import { isInGroup } from '../../people/group/groups.ts';
import { organisationBadge } from '../../people/organisation/organisations.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { users } from '../../people/person/schema.ts';
import { topicMentions, topicPosts, topics } from './schema.ts';

/** A discussion in a list. */
export interface ListedTopic {
  readonly id: string;
  readonly title: string;
  readonly by: string | null;
  readonly updatedAt: Date;
  readonly isClosed: boolean;
  /** Messages that are there. */
  readonly posts: number;
}

/** Where discussions are listed: a group, or the text of a published sheet. */
export type TopicPlace = { readonly groupId: Readable<'group'> } | { readonly documentId: string };

const isAt = (place: TopicPlace) =>
  'groupId' in place
    ? and(eq(topics.groupId, place.groupId), isNull(topics.documentId))
    : eq(topics.documentId, place.documentId);

/** [TP6] A page of the discussions of a place, the last spoken in first, and how many pages there are. */
export async function listTopics(
  db: Db,
  place: TopicPlace,
  asked: number,
): Promise<{ topics: ListedTopic[]; page: number; pages: number }> {
  const [{ total } = { total: 0 }] = await db.select({ total: count() }).from(topics).where(isAt(place));
  const { page, pages, offset } = placeOfPage(asked, total, TOPICS_A_PAGE);
  const rows = await db
    .select({
      id: topics.id,
      title: topics.title,
      by: users.name,
      updatedAt: topics.updatedAt,
      isClosed: sql<boolean>`${topics.closedAt} is not null`,
      posts: sql<number>`(select count(*)::int from ${topicPosts} where ${topicPosts.topicId} = ${topics.id} and ${topicPosts.deletedAt} is null)`,
    })
    .from(topics)
    .leftJoin(users, eq(users.id, topics.createdBy))
    .where(isAt(place))
    .orderBy(desc(topics.updatedAt), desc(topics.id))
    .limit(TOPICS_A_PAGE)
    .offset(offset);
  return { topics: rows, page, pages };
}

/** A message, as a page shows it; without its words once it is taken off. */
export interface Post {
  readonly id: string;
  /** From 1, among all messages of the discussion. */
  readonly rank: number;
  readonly author: PersonBadge | null;
  readonly body: string;
  readonly createdAt: Date;
  readonly editedAt: Date | null;
  readonly isDeleted: boolean;
  readonly deletedBy: string | null;
  /** Names that it calls. */
  readonly names: readonly string[];
}

/** [TP6] A page of the messages of a discussion, the first said first; the last page when none is asked. */
export async function listPosts(
  db: Db,
  { topicId, asked }: { topicId: Readable<'topic'>; asked: number | null },
): Promise<{ posts: Post[]; page: number; pages: number }> {
  const isOf = eq(topicPosts.topicId, topicId);
  const [{ total } = { total: 0 }] = await db.select({ total: count() }).from(topicPosts).where(isOf);
  const { page, pages, offset } = placeOfPage(asked ?? Number.MAX_SAFE_INTEGER, total, POSTS_A_PAGE);
  const named = alias(users, 'named');
  const rows = await db
    .select({
      id: topicPosts.id,
      author: { id: users.id, name: users.name },
      organisation: organisationBadge,
      body: topicPosts.body,
      createdAt: topicPosts.createdAt,
      editedAt: topicPosts.editedAt,
      isDeleted: sql<boolean>`${topicPosts.deletedAt} is not null`,
      deletedBy: topicPosts.deletedBy,
      names: sql<
        string[]
      >`array(select ${named.name} from ${topicMentions} join ${users} as ${sql.identifier('named')}
        on ${named.id} = ${topicMentions.userId} where ${topicMentions.postId} = ${topicPosts.id} order by 1)`,
    })
    .from(topicPosts)
    .leftJoin(users, eq(users.id, topicPosts.authorId))
    .leftJoin(organisations, eq(organisations.id, users.organisationId))
    .where(isOf)
    .orderBy(asc(topicPosts.createdAt), asc(topicPosts.id))
    .limit(POSTS_A_PAGE)
    .offset(offset);
  const posts = rows.map(({ author, organisation, body, ...row }, at) => ({
    ...row,
    rank: offset + at + 1,
    author: author && { ...author, organisation },
    body: row.isDeleted ? '' : body,
  }));
  return { posts, page, pages };
}

/** [TP3] Who may be named in a discussion: the people of its group, and those who spoke in it. */
export async function listTopicPeople(
  db: Db,
  { topicId, groupId, now }: { topicId: string | null; groupId: string; now: Date },
): Promise<PersonBadge[]> {
  const spoke = topicId
    ? inArray(
        users.id,
        db.select({ id: topicPosts.authorId }).from(topicPosts).where(eq(topicPosts.topicId, topicId)),
      )
    : undefined;
  const rows = await db
    .select({ id: users.id, name: users.name, organisation: organisationBadge })
    .from(users)
    .leftJoin(organisations, eq(organisations.id, users.organisationId))
    .where(and(isNull(users.suspendedAt), or(isInGroup(db, { groupId, now }), spoke)));
  return rows.sort((a, b) => inFrench(a.name, b.name));
}

/** [TP7] Whom a message that is still there names, and who spoke in its discussion: those whom its news concern. Null once it is taken off: nobody is told. */
export async function findPostAudience(
  db: Db,
  postId: string,
): Promise<{ readonly named: readonly string[]; readonly spoke: readonly string[] } | null> {
  const [post] = await db
    .select({ topicId: topicPosts.topicId })
    .from(topicPosts)
    .where(and(eq(topicPosts.id, postId), isNull(topicPosts.deletedAt)));
  if (!post) return null;
  const named = await db
    .select({ userId: topicMentions.userId })
    .from(topicMentions)
    .where(eq(topicMentions.postId, postId));
  const spoke = await db
    .selectDistinct({ userId: topicPosts.authorId })
    .from(topicPosts)
    .where(and(eq(topicPosts.topicId, post.topicId), isNull(topicPosts.deletedAt)));
  return {
    named: named.map(({ userId }) => userId),
    spoke: spoke.flatMap(({ userId }) => userId ?? []),
  };
}
