import { and, asc, eq } from 'drizzle-orm';
import type { Readable } from '#shared/kernel/access/readable.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { DISTRIBUTIONS_MAX } from '#shared/library/dataset/dataset.ts';
import type { Distribution } from '#shared/library/dataset/dataset-record.ts';
import { files } from '../../documents/file/schema.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { datasetDistributions, datasets } from './schema.ts';

const shown = {
  id: datasetDistributions.id,
  name: datasetDistributions.name,
  url: datasetDistributions.url,
  fileId: datasetDistributions.fileId,
  format: datasetDistributions.format,
  bytes: datasetDistributions.bytes,
  encoding: datasetDistributions.encoding,
};

/** The files of a data set, the oldest first. */
export function listDistributions(
  db: Db,
  { datasetId }: { datasetId: Readable<'dataset'> },
): Promise<Distribution[]> {
  return db
    .select(shown)
    .from(datasetDistributions)
    .where(eq(datasetDistributions.datasetId, datasetId))
    .orderBy(asc(datasetDistributions.addedAt), asc(datasetDistributions.id));
}

/** [DS5] Adds an address to a data set, or a file of ours, which is one of the record's own group. */
export async function addDistribution(
  tx: Tx,
  {
    datasetId,
    groupId,
    distribution,
    now,
  }: { datasetId: string; groupId: string; distribution: Distribution; now: Date },
): Promise<Result<void, 'access.notFound' | 'dataset.distributionsFull'>> {
  // Two at once wait for each other here: neither goes over the limit.
  await tx.select({ id: datasets.id }).from(datasets).where(eq(datasets.id, datasetId)).for('update');
  const held = await tx.$count(datasetDistributions, eq(datasetDistributions.datasetId, datasetId));
  if (held >= DISTRIBUTIONS_MAX) return fail('dataset.distributionsFull');
  if (distribution.fileId && !(await findGroupFile(tx, { fileId: distribution.fileId, groupId })))
    return fail('access.notFound');
  await tx.insert(datasetDistributions).values({ ...distribution, datasetId, addedAt: now });
  await tx.update(datasets).set({ updatedAt: now }).where(eq(datasets.id, datasetId));
  return ok();
}

/** What is known of a file that came to this group; null when it did not. */
export async function findGroupFile(
  db: Db,
  { fileId, groupId }: { fileId: string; groupId: string },
): Promise<{ name: string; bytes: number } | null> {
  const [file] = await db
    .select({ name: files.name, bytes: files.bytes })
    .from(files)
    .where(and(eq(files.id, fileId), eq(files.groupId, groupId)));
  return file ?? null;
}

/** [DS5] Takes a file off a data set. */
export async function removeDistribution(
  tx: Tx,
  { datasetId, distributionId }: { datasetId: string; distributionId: string },
): Promise<{ name: string } | null> {
  const [gone] = await tx
    .delete(datasetDistributions)
    .where(and(eq(datasetDistributions.id, distributionId), eq(datasetDistributions.datasetId, datasetId)))
    .returning({ name: datasetDistributions.name });
  return gone ?? null;
}
