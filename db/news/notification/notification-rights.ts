import { and, eq, exists, isNull, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { HeardKind } from '#shared/news/notification/notification.ts';
import { boards } from '../../boards/schema.ts';
import { isReadableBy, type Reader } from '../../documents/listed-documents.ts';
import { documents } from '../../documents/schema.ts';
import type { Db } from '../../kernel/client.ts';
import { datasetChecks, datasets } from '../../library/dataset/schema.ts';
import { resources } from '../../library/resource/schema.ts';
import { meetings } from '../../meetings/meeting/schema.ts';
import { listGroupsForMember } from '../../people/group/groups.ts';
import { users } from '../../people/person/schema.ts';
import { findExperimentPerson } from '../../programme/experiment/experiment-rights.ts';
import { topics } from '../../programme/topic/schema.ts';
import { isTopicReadBy } from '../../programme/topic/topic-rights.ts';
import { programmeRights } from './programme-events.ts';

/** What a line is of: columns of a row, or values. */
interface HeardOf {
  readonly id: SQLWrapper | string;
  readonly groupId: SQLWrapper | string | null;
  readonly verb: SQLWrapper | string;
}

/**
 * [NO7] By kind of object, whether this person may see what a line leads to, at this moment. Of what is in the trash only that it
 * was put there may be heard; of what is deleted for good nothing. A refusal is for whoever asked, who alone has its line.
 */
export async function heardRights(
  db: Db,
  reader: Reader,
  { id, groupId, verb }: HeardOf,
): Promise<Readonly<Record<HeardKind, SQL | undefined>>> {
  const groupIds = (await listGroupsForMember(db, reader)).map((group) => group.id);
  const one = { one: sql`1` };
  const inGroups = (column: SQLWrapper) => sql`${column} = any(${sql.param(groupIds)}::text[])`;
  const isThere = (trashedAt: SQLWrapper, kind: HeardKind) =>
    or(isNull(trashedAt), sql`${verb}::text = ${`${kind}.trashed`}`);
  const readable = and(
    eq(documents.id, id),
    isReadableBy(db, { ...reader, groupIds }),
    isThere(documents.trashedAt, 'document'),
  );
  const board = and(eq(boards.id, id), inGroups(boards.groupId), isThere(boards.trashedAt, 'board'));
  const resource = and(
    eq(resources.id, id),
    or(eq(resources.visibility, 'programme'), inGroups(resources.groupId)),
    isThere(resources.trashedAt, 'resource'),
  );
  const dataset = and(
    eq(datasets.id, id),
    or(eq(datasets.visibility, 'programme'), inGroups(datasets.groupId)),
    isThere(datasets.trashedAt, 'dataset'),
  );
  const meeting = and(eq(meetings.id, id), inGroups(meetings.groupId));
  const person = await findExperimentPerson(db, reader);
  const topic = and(eq(topics.id, id), isTopicReadBy(groupIds, person?.standing ?? 'guest'));
  const check = and(eq(datasetChecks.id, id), inGroups(datasetChecks.groupId));
  return {
    ...(await programmeRights(db, reader, { id, verb })),
    request: sql`true`,
    group: groupId === null ? sql`false` : sql`${groupId}::text = any(${sql.param(groupIds)}::text[])`,
    document: exists(db.select(one).from(documents).where(readable)),
    board: exists(db.select(one).from(boards).where(board)),
    resource: exists(db.select(one).from(resources).where(resource)),
    dataset: exists(db.select(one).from(datasets).where(dataset)),
    check: exists(db.select(one).from(datasetChecks).where(check)),
    topic: exists(db.select(one).from(topics).where(topic)),
    meeting: exists(db.select(one).from(meetings).where(meeting)),
  };
}

/** [NO7] May this person, whose account is active, see now what a line of this object leads to? */
export async function mayHear(
  db: Db,
  { kind, ...object }: { kind: HeardKind; id: string; groupId: string | null; verb: string },
  reader: Reader,
): Promise<boolean> {
  const rights = await heardRights(db, reader, object);
  const found = await db
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.id, reader.userId), isNull(users.suspendedAt), rights[kind]));
  return found.length > 0;
}
