import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { documentFiles } from '#db/documents/access/schema.ts';
import { files } from '#db/documents/file/schema.ts';
import { findSharedCheck, listLooseChecks } from '#db/library/dataset/dataset-checks.ts';
import {
  deleteDataset,
  deleteExpiredDatasets,
  listTrashedDatasets,
} from '#db/library/dataset/dataset-trash.ts';
import { findDatasetForMember, restoreDataset, trashDataset } from '#db/library/dataset/datasets.ts';
import { datasetChecks, datasetDistributions, datasets } from '#db/library/dataset/schema.ts';
import { aDocument } from '#db/seed/builders/builders.ts';
import { TRASH_DAYS, trashLimit } from '#shared/documents/trash/trash.ts';
import { type DatasetWorld, now, typed, withDataset } from '#tests/support/library/datasets.ts';

const absent = { ok: false, error: 'access.notFound' };
const DAY = 24 * 3600 * 1000;
const later = (days: number) => new Date(now.getTime() + days * DAY);

/** A file of the record, and a check of it that is shared; one more file, which a document shows too. */
async function holdings({ db, site, nature, people, datasetId }: DatasetWorld) {
  const file = async () => {
    const id = site.newId();
    const { userId: uploadedBy } = people.nadia;
    const facts = { name: 'a.csv', contentType: 'text/csv', bytes: 3, storageKey: `key ${id}` };
    await db.insert(files).values({ id, groupId: nature.id, ...facts, uploadedBy, createdAt: now });
    const shown = { name: 'a', format: 'CSV', encoding: '', addedAt: now };
    await db.insert(datasetDistributions).values({ id: site.newId(), datasetId, fileId: id, ...shown });
    return { id, storageKey: facts.storageKey };
  };
  const [own, shared] = [await file(), await file()];
  const document = await aDocument(site, { groupId: nature.id, createdBy: people.nadia.userId });
  await db.insert(documentFiles).values({ documentId: document.id, fileId: shared.id });
  await db.insert(datasetChecks).values({
    id: site.newId(),
    groupId: nature.id,
    datasetId,
    state: 'done',
    schemaSource: '',
    fileName: 'a.csv',
    fileBytes: 3,
    rowsRead: 1,
    errors: 0,
    warnings: 0,
    shareToken: 'a token',
    createdBy: people.nadia.userId,
    createdAt: now,
    beatAt: now,
  });
  return { own, shared };
}
const expire = (db: DatasetWorld['db'], at: Date) =>
  deleteExpiredDatasets(db, { before: trashLimit(at), limit: 10 });

describe('[DS13] a record in the trash', () => {
  test('says who put it there and when, and who may delete it for good', () =>
    withDataset(async ({ db, people, change }) => {
      await trashDataset(db, change(people.nadia));
      const [nadia] = await listTrashedDatasets(db, people.nadia);
      expect(nadia).toMatchObject({
        title: typed.title,
        groupName: 'Nature en ville',
        trashedAt: now,
        canDelete: false,
      });
      expect(nadia?.trashedBy).toEqual(expect.any(String));
      expect(await listTrashedDatasets(db, people.claire)).toMatchObject([{ canDelete: true }]);
      for (const who of [people.yann, people.etienne, people.aurelie])
        expect(await listTrashedDatasets(db, who)).toEqual([]);
    }));

  test('is deleted for good with its own files and its reports', () =>
    withDataset(async (world) => {
      const { db, people, change, read, datasetId, nature, heat } = world;
      const here = { datasetId, groupId: nature.id };
      const { own, shared } = await holdings(world);
      expect(await deleteDataset(db, here)).toEqual(absent);
      await trashDataset(db, change(people.nadia));
      expect(await deleteDataset(db, { datasetId, groupId: heat.id })).toEqual(absent);
      expect(await deleteDataset(db, here)).toEqual({ ok: true, value: [own.storageKey] });
      expect((await db.select({ id: files.id }).from(files)).map(({ id }) => id)).toEqual([shared.id]);
      expect(await listLooseChecks(db, people.nadia)).toEqual([]);
      expect(await findSharedCheck(db, 'a token')).toBeNull();
      expect(await restoreDataset(db, change(people.nadia))).toEqual(absent);
      expect(await findDatasetForMember(db, { ...read, ...people.claire })).toBeNull();
      expect(await deleteDataset(db, here)).toEqual(absent);
    }));

  test(`[TR1] is deleted for good after ${TRASH_DAYS} days and not before; what was taken back stays`, () =>
    withDataset(async (world) => {
      const { db, people, change, datasetId } = world;
      const { own } = await holdings(world);
      await trashDataset(db, change(people.nadia));
      expect(await expire(db, later(TRASH_DAYS - 1))).toEqual({ count: 0, gone: [] });
      await restoreDataset(db, change(people.nadia));
      expect(await expire(db, later(TRASH_DAYS + 1))).toEqual({ count: 0, gone: [] });
      await trashDataset(db, change({ ...people.nadia, now: later(2) }));
      expect(await expire(db, later(TRASH_DAYS + 1))).toEqual({ count: 0, gone: [] });
      expect(await expire(db, later(TRASH_DAYS + 3))).toEqual({ count: 1, gone: [own.storageKey] });
      expect(await db.select().from(datasets).where(eq(datasets.id, datasetId))).toEqual([]);
      expect(await expire(db, later(TRASH_DAYS + 3))).toEqual({ count: 0, gone: [] });
    }));
});
