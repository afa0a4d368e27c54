import { and, eq, exists, isNull, ne, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { HEARD_KINDS, type HeardKind, objectOf } from '#shared/news/notification/notification.ts';
import { CHANGE_TYPES } from '#shared/operations/change/change.ts';
import { boards } from '../../boards/schema.ts';
import { documents } from '../../documents/schema.ts';
import type { Db } from '../../kernel/client.ts';
import { datasetChecks, datasets } from '../../library/dataset/schema.ts';
import { resources } from '../../library/resource/schema.ts';
import { meetings } from '../../meetings/meeting/schema.ts';
import { activities } from '../../people/activity/schema.ts';
import { topics } from '../../programme/topic/schema.ts';

/**
 * [WH9] A condition on activities: what everybody in the group may hear at this moment, and hence another program in its place. Nothing of
 * a restricted document and of what is deleted for good; of what is in the trash only that it was put there.
 */
export function isHeardByGroup(db: Db): SQL | undefined {
  const one = { one: sql`1` };
  const { objectId, verb } = activities;
  const isThere = (trashedAt: SQLWrapper, kind: HeardKind) =>
    or(isNull(trashedAt), sql`${verb} = ${`${kind}.trashed`}`);
  const document = and(
    eq(documents.id, objectId),
    ne(documents.visibility, 'restricted'),
    isThere(documents.trashedAt, 'document'),
  );
  const board = and(eq(boards.id, objectId), isThere(boards.trashedAt, 'board'));
  const resource = and(eq(resources.id, objectId), isThere(resources.trashedAt, 'resource'));
  const dataset = and(eq(datasets.id, objectId), isThere(datasets.trashedAt, 'dataset'));
  const heard: Partial<Record<HeardKind, SQL>> = {
    group: sql`true`,
    document: exists(db.select(one).from(documents).where(document)),
    board: exists(db.select(one).from(boards).where(board)),
    resource: exists(db.select(one).from(resources).where(resource)),
    dataset: exists(db.select(one).from(datasets).where(dataset)),
    check: exists(db.select(one).from(datasetChecks).where(eq(datasetChecks.id, objectId))),
    topic: exists(db.select(one).from(topics).where(eq(topics.id, objectId))),
    meeting: exists(db.select(one).from(meetings).where(eq(meetings.id, objectId))),
  };
  return or(...HEARD_KINDS.flatMap((kind) => (heard[kind] ? [and(isOfKind(kind), heard[kind])] : [])));
}

/** A condition on activities: of this kind of object, and told by the change feed. */
export function isOfKind(kind: HeardKind): SQL {
  const verbs = CHANGE_TYPES.filter((verb) => objectOf({ verb, objectId: '', groupId: '' }).kind === kind);
  return sql`${activities.verb} = any(${sql.param(verbs)}::text[])`;
}
