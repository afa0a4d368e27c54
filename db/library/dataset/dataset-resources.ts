import { and, asc, eq, notExists, type SQL, sql } from 'drizzle-orm';
import type { Readable } from '#shared/kernel/access/readable.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { DISTRIBUTIONS_MAX } from '#shared/library/dataset/dataset.ts';
import type { DatasetForMember } from '#shared/library/dataset/dataset-record.ts';
import type { Reader } from '../../documents/listed-documents.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { listGroupsForMember } from '../../people/group/groups.ts';
import { isReadableResource } from '../resource/resource-readers.ts';
import { resources } from '../resource/schema.ts';
import { isReadableDataset } from './datasets.ts';
import { datasetResources, datasets } from './schema.ts';

/** Something at the other end of a link between a record and a resource. */
export interface Linked {
  readonly id: string;
  readonly title: string;
}

async function groupsOf(db: Db, reader: Reader): Promise<string[]> {
  return (await listGroupsForMember(db, reader)).map(({ id }) => id);
}

/** [DS14] The resources that hold a data set, those that this person may read. */
export async function listResourcesOfDataset(
  db: Db,
  { datasetId, ...reader }: Reader & { datasetId: Readable<'dataset'> },
): Promise<Linked[]> {
  return db
    .select({ id: resources.id, title: resources.title })
    .from(datasetResources)
    .innerJoin(resources, eq(resources.id, datasetResources.resourceId))
    .where(and(eq(datasetResources.datasetId, datasetId), isReadableResource(await groupsOf(db, reader))))
    .orderBy(asc(datasetResources.linkedAt), asc(resources.id));
}

/** [DS14] The records of the data that a resource holds, those that this person may read. */
export async function listDatasetsOfResource(
  db: Db,
  { resourceId, ...reader }: Reader & { resourceId: Readable<'resource'> },
): Promise<Linked[]> {
  return db
    .select({ id: datasets.id, title: datasets.title })
    .from(datasetResources)
    .innerJoin(datasets, eq(datasets.id, datasetResources.datasetId))
    .where(and(eq(datasetResources.resourceId, resourceId), isReadableDataset(await groupsOf(db, reader))))
    .orderBy(asc(datasetResources.linkedAt), asc(datasets.id));
}

/** [DS14] The resources of data that the group of a record may read and that are not linked to it. */
export function listLinkableResources(
  db: Db,
  { id: datasetId, group }: Pick<DatasetForMember, 'id' | 'group'>,
): Promise<Linked[]> {
  const isLinked = db
    .select({ one: sql`1` })
    .from(datasetResources)
    .where(and(eq(datasetResources.datasetId, datasetId), eq(datasetResources.resourceId, resources.id)));
  return db
    .select({ id: resources.id, title: resources.title })
    .from(resources)
    .where(and(isLinkable(group.id), notExists(isLinked)))
    .orderBy(asc(resources.title), asc(resources.id))
    .limit(500);
}

const isLinkable = (groupId: string): SQL | undefined =>
  and(eq(resources.kind, 'dataset'), isReadableResource([groupId]));

/** [DS14] Links a resource of data that the record's group may read. */
export async function linkResource(
  tx: Tx,
  {
    datasetId,
    groupId,
    resourceId,
    by,
    now,
  }: { datasetId: string; groupId: string; resourceId: string; by: string; now: Date },
): Promise<Result<void, 'access.notFound' | 'dataset.distributionsFull'>> {
  // Two at once wait for each other here: neither goes over the limit.
  await tx.select({ id: datasets.id }).from(datasets).where(eq(datasets.id, datasetId)).for('update');
  const [resource] = await tx
    .select({ id: resources.id })
    .from(resources)
    .where(and(eq(resources.id, resourceId), isLinkable(groupId)));
  if (!resource) return fail('access.notFound');
  const held = await tx.$count(datasetResources, eq(datasetResources.datasetId, datasetId));
  if (held >= DISTRIBUTIONS_MAX) return fail('dataset.distributionsFull');
  await tx
    .insert(datasetResources)
    .values({ datasetId, resourceId, linkedBy: by, linkedAt: now })
    .onConflictDoNothing();
  return ok();
}

/** [DS14] Takes a link away. */
export async function unlinkResource(
  tx: Tx,
  { datasetId, resourceId }: { datasetId: string; resourceId: string },
): Promise<void> {
  await tx
    .delete(datasetResources)
    .where(and(eq(datasetResources.datasetId, datasetId), eq(datasetResources.resourceId, resourceId)));
}
