import { and, eq, inArray, isNull, or } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/pg-core';
import { documents } from '../../documents/schema.ts';
import { topicPosts, topics } from '../../programme/topic/schema.ts';

const query = new QueryBuilder();

/** The discussions of a group, and of its texts that are not in the trash. */
const topicsOf = (groupId: string) =>
  query
    .select({ id: topics.id })
    .from(topics)
    .leftJoin(documents, eq(documents.id, topics.documentId))
    .where(and(eq(topics.groupId, groupId), or(isNull(topics.documentId), isNull(documents.trashedAt))));

/** [OA2] What an archive carries of discussions. */
export const TOPIC_TABLES = [
  { name: 'discussions', table: topics, rows: (groupId: string) => inArray(topics.id, topicsOf(groupId)) },
  {
    name: 'discussions-messages',
    table: topicPosts,
    rows: (groupId: string) =>
      and(inArray(topicPosts.topicId, topicsOf(groupId)), isNull(topicPosts.deletedAt)),
    omit: ['deletedAt', 'deletedBy'],
  },
] as const;
