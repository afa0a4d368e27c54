import { and, eq, isNotNull, isNull, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { canInGroup } from '#shared/kernel/access/access.ts';
import { asReadable, type Readable } from '#shared/kernel/access/readable.ts';
import { mayReadProgramme, type ProgrammeStanding } from '#shared/people/organisation/organisation-access.ts';
import { documents } from '../../documents/schema.ts';
import type { Db } from '../../kernel/client.ts';
import { findGroupRole, listGroupsForMember } from '../../people/group/groups.ts';
import { groups } from '../../people/group/schema.ts';
import { type Asker, findProgrammeReader } from '../experiment/experiment-rights.ts';
import { topics } from './schema.ts';

/** A discussion as somebody who may read it sees it. */
export interface TopicForMember {
  readonly id: Readable<'topic'>;
  readonly groupId: string;
  readonly groupName: string;
  readonly documentId: string | null;
  /** Of the sheet that it is about. */
  readonly documentTitle: string | null;
  readonly title: string;
  readonly createdBy: string | null;
  readonly closedAt: Date | null;
  readonly mayWrite: boolean;
  readonly isModerator: boolean;
}

/** [TP2] Of rows of `topic`: those of these groups, and of sheets for whoever may read the programme. */
export function isTopicReadBy(groupIds: readonly string[], standing: ProgrammeStanding): SQL | undefined {
  const { groupId, documentId } = topics;
  const ofGroups = and(isNull(documentId), sql`${groupId} = any(${sql.param([...groupIds])}::text[])`);
  return mayReadProgramme(standing) ? or(ofGroups, isNotNull(documentId)) : ofGroups;
}

/** [TP2] The same of one person, of the topic with this id. */
export async function topicRead(
  db: Db,
  { standing, ...asker }: Asker & { standing: ProgrammeStanding },
  id: SQLWrapper | string,
): Promise<SQL> {
  const groupIds = (await listGroupsForMember(db, asker)).map((group) => group.id);
  return sql`exists (select from ${topics} where ${topics.id} = ${id} and ${isTopicReadBy(groupIds, standing)})`;
}

/** [TP2] The discussion, if this person may read it; null when it is not theirs, or absent: both look the same. */
export async function findTopicForMember(
  db: Db,
  { topicId, ...asker }: Asker & { topicId: string },
): Promise<TopicForMember | null> {
  const [found] = await db
    .select({
      groupId: topics.groupId,
      groupName: groups.name,
      documentId: topics.documentId,
      documentTitle: documents.title,
      title: topics.title,
      createdBy: topics.createdBy,
      closedAt: topics.closedAt,
    })
    .from(topics)
    .innerJoin(groups, eq(groups.id, topics.groupId))
    .leftJoin(documents, eq(documents.id, topics.documentId))
    .where(eq(topics.id, topicId));
  if (!found) return null;
  const role = await findGroupRole(db, { ...asker, groupId: found.groupId });
  const mayRead = found.documentId
    ? (await findProgrammeReader(db, asker)) !== null
    : canInGroup(role, 'topic.read');
  if (!mayRead) return null;
  const mayWrite = found.documentId !== null || canInGroup(role, 'topic.write');
  const isModerator = canInGroup(role, 'topic.moderate');
  return { ...found, id: asReadable(topicId), mayWrite, isModerator };
}
