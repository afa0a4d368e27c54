import { describe, expect, test } from 'vitest';
import { files } from '#db/documents/file/schema.ts';
import {
  addDistribution,
  listDistributions,
  removeDistribution,
} from '#db/library/dataset/dataset-distributions.ts';
import { listTrashedDatasets } from '#db/library/dataset/dataset-trash.ts';
import {
  changeDataset,
  findDatasetForMember,
  keepDataGouv,
  listDatasetsForMember,
  restoreDataset,
  trashDataset,
} from '#db/library/dataset/datasets.ts';
import { activities } from '#db/people/activity/schema.ts';
import { fieldsOf, now, typed, withDataset, withWorld } from '#tests/support/library/datasets.ts';

const absent = { ok: false, error: 'access.notFound' };

describe('who reads a record', () => {
  test('[DS1] its group, and nobody of another one', () =>
    withDataset(async ({ db, people, read }) => {
      expect(await findDatasetForMember(db, { ...read, ...people.etienne })).toMatchObject({
        title: typed.title,
        role: 'observer',
      });
      expect(await findDatasetForMember(db, { ...read, ...people.aurelie })).toBeNull();
      expect(await listDatasetsForMember(db, people.etienne)).toHaveLength(1);
      expect(await listDatasetsForMember(db, people.aurelie)).toEqual([]);
    }));

  test('[DS1] [DS4] of the whole programme when it says so, without whom to write to', () =>
    withDataset(
      async ({ db, people, read }) => {
        const seen = await findDatasetForMember(db, { ...read, ...people.aurelie });
        expect(seen).toMatchObject({ role: null, mayChange: false, contact: '' });
        expect(await listDatasetsForMember(db, people.aurelie)).toMatchObject([{ contact: '' }]);
        expect(await findDatasetForMember(db, { ...read, ...people.etienne })).toMatchObject({
          contact: typed.contact,
        });
      },
      { visibility: 'programme' },
    ));
});

describe('[DS2] what is written of a record', () => {
  test('[SC19] for an organisation that exists', () =>
    withWorld(async ({ site, people, create }) => {
      expect(await create(people.claire, site.newId())).toEqual({
        ok: false,
        error: 'organisation.notFound',
      });
    }));

  test('is its group’s, which is told of it', () =>
    withWorld(async ({ people, create, aubin, db, change, heat }) => {
      expect(await create(people.claire, aubin.id)).toMatchObject({ ok: true });
      const elsewhere = { ...change(people.aurelie), groupId: heat.id, fields: fieldsOf() };
      expect(await changeDataset(db, elsewhere)).toEqual(absent);
      expect((await db.select({ verb: activities.verb }).from(activities)).map(({ verb }) => verb)).toEqual([
        'dataset.created',
      ]);
    }));
});

describe('[DS13] the trash', () => {
  test('takes a record away from everybody, is shown to who may write it, and gives it back', () =>
    withDataset(async ({ db, people, change, read }) => {
      expect(await trashDataset(db, change(people.nadia))).toMatchObject({ ok: true });
      expect(await findDatasetForMember(db, { ...read, ...people.nadia })).toBeNull();
      expect(await listDatasetsForMember(db, people.nadia)).toEqual([]);
      expect(await listTrashedDatasets(db, people.yann)).toEqual([]);
      expect(await listTrashedDatasets(db, people.aurelie)).toEqual([]);
      expect(await listTrashedDatasets(db, people.julien)).toMatchObject([{ title: typed.title }]);
      expect(await restoreDataset(db, change(people.julien))).toMatchObject({ ok: true });
      expect(await restoreDataset(db, change(people.julien))).toEqual(absent);
      expect(await findDatasetForMember(db, { ...read, ...people.nadia })).not.toBeNull();
    }));
});

describe('[DS5] files and addresses of a data set', () => {
  const at = (id: string) => ({
    id,
    name: 'Export',
    url: 'https://exemple.fr/a.csv',
    fileId: null,
    format: 'CSV',
    bytes: null,
    encoding: '',
  });

  test('are added and taken off; a file is of the same group', () =>
    withDataset(async ({ db, site, people, read, heat, nature }) => {
      const id = site.newId();
      const here = { ...read, groupId: nature.id, now };
      expect(await addDistribution(db, { ...here, distribution: at(id) })).toEqual({
        ok: true,
        value: undefined,
      });
      const file = async (groupId: string) => {
        const fileId = site.newId();
        const row = {
          id: fileId,
          groupId,
          name: 'a.csv',
          contentType: 'text/csv',
          bytes: 3,
          storageKey: fileId,
          uploadedBy: people.nadia.userId,
          createdAt: now,
        };
        await db.insert(files).values(row);
        return { ...at(site.newId()), url: null, fileId };
      };
      expect(await addDistribution(db, { ...here, distribution: await file(heat.id) })).toEqual(absent);
      expect(await addDistribution(db, { ...here, distribution: await file(nature.id) })).toMatchObject({
        ok: true,
      });
      expect(await listDistributions(db, read)).toHaveLength(2);
      await removeDistribution(db, { ...read, distributionId: id });
      expect(await listDistributions(db, read)).toHaveLength(1);
    }));

  test('are fifty at most', () =>
    withDataset(async ({ db, site, nature, read }) => {
      const add = () =>
        addDistribution(db, { ...read, groupId: nature.id, now, distribution: at(site.newId()) });
      for (let held = 0; held < 50; held += 1) await add();
      expect(await add()).toEqual({ ok: false, error: 'dataset.distributionsFull' });
    }));
});

test('[DS12] what data.gouv.fr says is kept and forgotten', () =>
  withDataset(async ({ db, people, change, read }) => {
    const dataGouv = {
      id: 'a',
      title: 'Arbres',
      page: '',
      organisation: '',
      licence: '',
      frequency: '',
      lastModified: '',
      resources: [],
    };
    await keepDataGouv(db, { ...change(people.nadia), dataGouv });
    expect(await findDatasetForMember(db, { ...read, ...people.etienne })).toMatchObject({
      dataGouv,
      dataGouvReadAt: now,
    });
    await keepDataGouv(db, { ...change(people.nadia), dataGouv: null });
    expect(await findDatasetForMember(db, { ...read, ...people.etienne })).toMatchObject({
      dataGouv: null,
      dataGouvReadAt: null,
    });
  }));
