import { and, asc, count, desc, eq, exists, isNull, or, type SQL, sql } from 'drizzle-orm';
import { inFrench } from '#shared/kernel/text/order.ts';
import { type Sight, sightOf } from '#shared/publication/space/sight.ts';
import { documentAccess } from '../../documents/access/schema.ts';
import { isReadableBy, type Reader } from '../../documents/listed-documents.ts';
import { documents } from '../../documents/schema.ts';
import type { Db } from '../../kernel/client.ts';
import { isReadableDataset } from '../../library/dataset/datasets.ts';
import { datasetChecks, datasets } from '../../library/dataset/schema.ts';
import { type GroupForMember, listGroupsForMember } from '../../people/group/groups.ts';
import { groups } from '../../people/group/schema.ts';
import { users } from '../../people/person/schema.ts';
import { docRooms, docUpdates } from '../../realtime/schema.ts';
import { publications } from '../public-document/schema.ts';

/** The space of this person's organisation, with all their groups; null for whoever is of none. */
export async function findOwnSpace(
  db: Db,
  reader: Reader,
): Promise<{ space: GroupForMember & { organisationId: string }; groups: GroupForMember[] } | null> {
  const all = await listGroupsForMember(db, reader);
  const space = all.find(({ organisationId }) => organisationId !== null);
  return space?.organisationId
    ? { space: { ...space, organisationId: space.organisationId }, groups: all }
    : null;
}

/** A document of the list, as its reader sees it. */
export interface SpaceDocument {
  readonly id: string;
  readonly title: string;
  readonly sight: Sight;
  /** Whoever made it, when that is somebody else. */
  readonly author: string | null;
  readonly isInSpace: boolean;
  /** Last change of the title or of the text, whichever is later. */
  readonly modifiedAt: Date;
}

/**
 * [MV4] What this person may read of the space, and of what their colleagues or they made elsewhere, the last modified first: so many, and how
 * many there are.
 */
export async function listSpaceDocuments(
  db: Db,
  {
    own: { space, groups: all },
    limit,
    ...reader
  }: Reader & { own: NonNullable<Awaited<ReturnType<typeof findOwnSpace>>>; limit: number },
): Promise<{ documents: SpaceDocument[]; total: number }> {
  const { userId } = reader;
  const ofColleague = exists(
    db
      .select({ one: sql`1` })
      .from(users)
      .where(and(eq(users.id, documents.createdBy), eq(users.organisationId, space.organisationId))),
  );
  const listed = and(
    isNull(documents.trashedAt),
    or(eq(documents.groupId, space.id), ofColleague),
    isReadableBy(db, { ...reader, groupIds: all.map(({ id }) => id) }),
  );
  const modifiedAt = sql<Date>`greatest(${documents.updatedAt}, ${docUpdates.at})`.mapWith(
    documents.updatedAt,
  );
  const [counted] = await db.select({ total: count() }).from(documents).where(listed);
  const rows = await db
    .select({
      id: documents.id,
      title: documents.title,
      visibility: documents.visibility,
      groupId: documents.groupId,
      group: groups.name,
      authorId: documents.createdBy,
      author: users.name,
      others: othersNamed(userId),
      isPublic: sql<boolean>`exists (select from ${publications} where ${publications.documentId} = ${documents.id}
        and ${publications.withdrawnAt} is null)`,
      modifiedAt,
    })
    .from(documents)
    .innerJoin(groups, eq(groups.id, documents.groupId))
    .innerJoin(users, eq(users.id, documents.createdBy))
    .leftJoin(docRooms, eq(docRooms.room, sql`'document:' || ${documents.id}`))
    .leftJoin(docUpdates, and(eq(docUpdates.room, docRooms.room), eq(docUpdates.seq, docRooms.seq)))
    .where(listed)
    .orderBy(desc(modifiedAt), asc(documents.id))
    .limit(limit);
  const found = rows.map(({ id, title, author, authorId, groupId, modifiedAt: at, ...seen }) => {
    const isInSpace = groupId === space.id;
    const by = authorId === userId ? null : author;
    return { id, title, sight: sightOf({ ...seen, isInSpace }), author: by, isInSpace, modifiedAt: at };
  });
  return { documents: found, total: counted?.total ?? 0 };
}

const othersNamed = (userId: string): SQL<number> =>
  sql`(select count(*)::int from ${documentAccess} where ${documentAccess.documentId} = ${documents.id}
    and ${documentAccess.userId} is distinct from ${userId})`.mapWith(Number);

/** A data set of the organisation, with how many errors its last check found; null when none was made. */
export interface SpaceDataset {
  readonly id: string;
  readonly title: string;
  readonly accessStatus: (typeof datasets.$inferSelect)['accessStatus'];
  readonly errors: number | null;
}

/** [MV4] The records that the organisation keeps, in its space or where its people read them, by name. */
export async function listSpaceDatasets(
  db: Db,
  { space, groups: all }: NonNullable<Awaited<ReturnType<typeof findOwnSpace>>>,
): Promise<SpaceDataset[]> {
  const errors = sql<number | null>`(select ${datasetChecks.errors} from ${datasetChecks}
    where ${datasetChecks.datasetId} = ${datasets.id} and ${datasetChecks.state} = 'done'
    order by ${datasetChecks.createdAt} desc, ${datasetChecks.id} desc limit 1)`;
  const rows = await db
    .select({ id: datasets.id, title: datasets.title, accessStatus: datasets.accessStatus, errors })
    .from(datasets)
    .where(
      and(
        or(eq(datasets.groupId, space.id), eq(datasets.organisationId, space.organisationId)),
        isReadableDataset(all.map(({ id }) => id)),
      ),
    )
    .limit(DATASETS_MAX);
  return rows.sort((a, b) => inFrench(a.title, b.title));
}

const DATASETS_MAX = 500;

/** [MV4] The people of an organisation who may sign in, with what they do there, by name. */
export async function listSpacePeople(
  db: Db,
  { space }: { space: { organisationId: string } },
): Promise<{ id: string; name: string; jobTitle: string }[]> {
  const rows = await db
    .select({ id: users.id, name: users.name, jobTitle: users.jobTitle })
    .from(users)
    .where(and(eq(users.organisationId, space.organisationId), isNull(users.suspendedAt)));
  return rows.sort((a, b) => inFrench(a.name, b.name));
}
