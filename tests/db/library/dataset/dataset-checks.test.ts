import { describe, expect, test } from 'vitest';
import {
  beatCheck,
  failCheck,
  findCheckForMember,
  findLastSchema,
  findSharedCheck,
  finishCheck,
  listChecks,
  listLooseChecks,
  prepareCheck,
  shareCheck,
  startCheck,
} from '#db/library/dataset/dataset-checks.ts';
import { activities } from '#db/people/activity/schema.ts';
import { OWN_SCHEMAS } from '#shared/library/dataset/own-schemas.ts';
import type { TableReport } from '#shared/library/dataset/table-report.ts';
import { type DatasetWorld, now, withDataset } from '#tests/support/library/datasets.ts';

const later = new Date('2023-03-14T10:00:00Z');
const report: TableReport = {
  shape: {
    format: 'csv',
    encoding: 'utf-8',
    hasBom: false,
    separator: ',',
    isQuoted: false,
    sheet: null,
    sheets: [],
  },
  rows: 3,
  columns: [],
  preview: [],
  faults: [],
  errors: 2,
  warnings: 1,
  unchecked: [],
};

describe('a check', () => {
  const [schema = null] = OWN_SCHEMAS;
  const prepared = async ({ db, site, nature, people, datasetId }: DatasetWorld, ofDataset = true) => {
    const checkId = site.newId();
    const asked = {
      checkId,
      groupId: nature.id,
      datasetId: ofDataset ? datasetId : null,
      schema,
      schemaSource: 'x',
      ...people.nadia,
    };
    await prepareCheck(db, asked);
    return checkId;
  };
  const finished = async (world: DatasetWorld, ofDataset = true) => {
    const checkId = await prepared(world, ofDataset);
    expect(await startCheck(world.db, { checkId, fileName: 'a.csv', now })).toBe(true);
    await finishCheck(world.db, { checkId, report, fileBytes: 12, activityId: world.site.newId(), now });
    return checkId;
  };

  test('[DS10] [DS11] is its group’s, and changed by who began it and by facilitators', () =>
    withDataset(async (world) => {
      const { db, people } = world;
      const checkId = await prepared(world);
      expect(await findCheckForMember(db, { checkId, ...people.etienne })).toMatchObject({
        state: 'waiting',
        mayChange: false,
      });
      expect(await findCheckForMember(db, { checkId, ...people.nadia })).toMatchObject({ mayChange: true });
      expect(await findCheckForMember(db, { checkId, ...people.yann })).toMatchObject({ mayChange: false });
      expect(await findCheckForMember(db, { checkId, ...people.claire })).toMatchObject({ mayChange: true });
      expect(await findCheckForMember(db, { checkId, ...people.aurelie })).toBeNull();
    }));

  test('[DS10] takes one file, ends once, and what is stopped stays stopped', () =>
    withDataset(async (world) => {
      const { db, people, site } = world;
      const checkId = await prepared(world);
      expect(await startCheck(db, { checkId, fileName: 'a.csv', now })).toBe(true);
      expect(await startCheck(db, { checkId, fileName: 'b.csv', now })).toBe(false);
      expect(await beatCheck(db, { checkId, rowsRead: 5, now })).toBe(true);
      await failCheck(db, { checkId, failure: 'dataset.checkCancelled', now });
      expect(await beatCheck(db, { checkId, rowsRead: 6, now })).toBe(false);
      await finishCheck(db, { checkId, report, fileBytes: 12, activityId: site.newId(), now });
      expect(await findCheckForMember(db, { checkId, ...people.nadia })).toMatchObject({
        state: 'cancelled',
        report: null,
        rowsRead: 5,
      });
    }));

  test('[DS10] whose process went silent has failed', () =>
    withDataset(async (world) => {
      const { db, people } = world;
      const checkId = await prepared(world);
      await startCheck(db, { checkId, fileName: 'a.csv', now });
      expect(await findCheckForMember(db, { checkId, ...people.nadia, now: later })).toMatchObject({
        state: 'failed',
        failure: 'dataset.checkInterrupted',
      });
    }));

  test('[DS9] keeps its report, tells its group, and stands in the lists', () =>
    withDataset(async (world) => {
      const { db, people, datasetId, nature, heat } = world;
      const checkId = await finished(world);
      expect(await findCheckForMember(db, { checkId, ...people.etienne })).toMatchObject({
        state: 'done',
        report,
        errors: 2,
        fileBytes: 12,
      });
      expect(await listChecks(db, { datasetId, now })).toMatchObject([{ id: checkId, hasSchema: true }]);
      expect(await findLastSchema(db, { datasetId, groupId: nature.id })).toMatchObject({
        schemaSource: 'x',
      });
      expect(await findLastSchema(db, { datasetId, groupId: heat.id })).toBeNull();
      const loose = await finished(world, false);
      expect(await listLooseChecks(db, people.etienne)).toMatchObject([{ id: loose }]);
      expect(await listLooseChecks(db, people.aurelie)).toEqual([]);
      expect((await db.select({ verb: activities.verb }).from(activities)).map(({ verb }) => verb)).toContain(
        'check.done',
      );
    }));

  test('[DS11] is read by anybody at its secret address while that is open, without a name', () =>
    withDataset(async (world) => {
      const { db, nature, heat } = world;
      const checkId = await finished(world);
      await shareCheck(db, { checkId, groupId: heat.id, token: 'secret' });
      expect(await findSharedCheck(db, 'secret')).toBeNull();
      await shareCheck(db, { checkId, groupId: nature.id, token: 'secret' });
      const shared = await findSharedCheck(db, 'secret');
      expect(shared).toMatchObject({ fileName: 'a.csv', report });
      expect(Object.keys(shared ?? {}).sort()).toEqual([
        'createdAt',
        'fileBytes',
        'fileName',
        'report',
        'schema',
        'schemaSource',
      ]);
      await shareCheck(db, { checkId, groupId: nature.id, token: null });
      expect(await findSharedCheck(db, 'secret')).toBeNull();
    }));
});
