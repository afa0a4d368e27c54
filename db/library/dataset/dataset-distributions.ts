import { and, asc, eq } from 'drizzle-orm';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { DISTRIBUTIONS_MAX } from '#shared/library/dataset/dataset.ts';
import type { Distribution } from '#shared/library/dataset/dataset-record.ts';
import { files } from '../../documents/file/schema.ts';
import type { Reader } from '../../documents/listed-documents.ts';
import type { Db } from '../../kernel/client.ts';
import { findDatasetForMember } from './datasets.ts';
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

/** The files of a data set, the oldest first. The caller has checked that the record may be read. */
export function listDistributions(db: Db, { datasetId }: { datasetId: string }): Promise<Distribution[]> {
  return db
    .select(shown)
    .from(datasetDistributions)
    .where(eq(datasetDistributions.datasetId, datasetId))
    .orderBy(asc(datasetDistributions.addedAt), asc(datasetDistributions.id));
}

/**
 * [DS5] Adds a file to a data set. A file of ours is one of the record's own group. Refused: 'access.notFound',
 * 'dataset.notYours', 'dataset.distributionsFull'.
 */
export function addDistribution(
  db: Db,
  { datasetId, distribution, ...reader }: Reader & { datasetId: string; distribution: Distribution },
): Promise<Result<void, 'access.notFound' | 'dataset.notYours' | 'dataset.distributionsFull'>> {
  return db.transaction(async (tx) => {
    const dataset = await changeableDataset(tx, { datasetId, ...reader });
    if (!dataset.ok) return dataset;
    // Two at once wait for each other here: neither goes over the limit.
    await tx.select({ id: datasets.id }).from(datasets).where(eq(datasets.id, datasetId)).for('update');
    const held = await listDistributions(tx, { datasetId });
    if (held.length >= DISTRIBUTIONS_MAX) return fail('dataset.distributionsFull');
    if (distribution.fileId) {
      const [file] = await tx
        .select({ id: files.id })
        .from(files)
        .where(and(eq(files.id, distribution.fileId), eq(files.groupId, dataset.value.group.id)));
      if (!file) return fail('access.notFound');
    }
    await tx.insert(datasetDistributions).values({ ...distribution, datasetId, addedAt: reader.now });
    await tx.update(datasets).set({ updatedAt: reader.now }).where(eq(datasets.id, datasetId));
    return ok();
  });
}

/** [DS5] Takes a file off a data set. Refused: 'access.notFound', 'dataset.notYours'. */
export function removeDistribution(
  db: Db,
  { datasetId, distributionId, ...reader }: Reader & { datasetId: string; distributionId: string },
): Promise<Result<void, 'access.notFound' | 'dataset.notYours'>> {
  return db.transaction(async (tx) => {
    const dataset = await changeableDataset(tx, { datasetId, ...reader });
    if (!dataset.ok) return dataset;
    await tx
      .delete(datasetDistributions)
      .where(and(eq(datasetDistributions.id, distributionId), eq(datasetDistributions.datasetId, datasetId)));
    return ok();
  });
}

/** The record, if this person may change it. Refused: 'access.notFound', 'dataset.notYours'. */
export async function changeableDataset(tx: Db, asked: Reader & { datasetId: string }) {
  const dataset = await findDatasetForMember(tx, asked);
  if (!dataset) return fail('access.notFound');
  return dataset.mayChange ? ok(dataset) : fail('dataset.notYours');
}
