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

describe('[DS2] who writes a record', () => {
  test('[SC19] for an organisation that exists', () =>
    withWorld(async ({ site, people, create }) => {
      expect(await create(people.claire, site.newId())).toEqual({
        ok: false,
        error: 'organisation.notFound',
      });
    }));

  test('people of its organisation who write in the group, and facilitators; nobody else', () =>
    withDataset(async ({ db, people, change, read }) => {
      const fields = fieldsOf({ title: 'Arbres' });
      expect(await changeDataset(db, { ...change(people.yann), fields })).toEqual({
        ok: false,
        error: 'dataset.notYours',
      });
      expect(await changeDataset(db, { ...change(people.etienne), fields })).toEqual({
        ok: false,
        error: 'dataset.notYours',
      });
      expect(await changeDataset(db, { ...change(people.aurelie), fields })).toEqual(absent);
      expect(await changeDataset(db, { ...change(people.julien), fields })).toMatchObject({ ok: true });
      expect(await changeDataset(db, { ...change(people.claire), fields })).toMatchObject({ ok: true });
      expect(await findDatasetForMember(db, { ...read, ...people.nadia })).toMatchObject({ title: 'Arbres' });
    }));

  test('a new one for their own organisation; facilitators for any', () =>
    withWorld(async ({ people, create, aubin, db }) => {
      expect(await create(people.nadia, aubin.id)).toEqual({
        ok: false,
        error: 'dataset.organisationNotYours',
      });
      expect(await create(people.etienne, aubin.id)).toEqual({ ok: false, error: 'access.forbidden' });
      expect(await create(people.aurelie, aubin.id)).toEqual(absent);
      expect(await create(people.claire, aubin.id)).toMatchObject({ ok: true });
      expect((await db.select({ verb: activities.verb }).from(activities)).map(({ verb }) => verb)).toEqual([
        'dataset.created',
      ]);
    }));
});

describe('[DS13] the trash', () => {
  test('takes a record away from everybody and gives it back to who may write it', () =>
    withDataset(async ({ db, people, change, read }) => {
      expect(await trashDataset(db, change(people.yann))).toEqual({ ok: false, error: 'dataset.notYours' });
      expect(await trashDataset(db, change(people.nadia))).toMatchObject({ ok: true });
      expect(await findDatasetForMember(db, { ...read, ...people.nadia })).toBeNull();
      expect(await listDatasetsForMember(db, people.nadia)).toEqual([]);
      expect(await listTrashedDatasets(db, people.yann)).toEqual([]);
      expect(await listTrashedDatasets(db, people.aurelie)).toEqual([]);
      expect(await listTrashedDatasets(db, people.julien)).toMatchObject([{ title: typed.title }]);
      expect(await restoreDataset(db, change(people.aurelie))).toEqual(absent);
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

  test('are added and taken off by who may write it; a file is of the same group', () =>
    withDataset(async ({ db, site, people, read, heat, nature }) => {
      const id = site.newId();
      expect(await addDistribution(db, { ...read, ...people.yann, distribution: at(id) })).toEqual({
        ok: false,
        error: 'dataset.notYours',
      });
      expect(await addDistribution(db, { ...read, ...people.aurelie, distribution: at(id) })).toEqual(absent);
      expect(await addDistribution(db, { ...read, ...people.nadia, distribution: at(id) })).toEqual({
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
      expect(
        await addDistribution(db, { ...read, ...people.nadia, distribution: await file(heat.id) }),
      ).toEqual(absent);
      expect(
        await addDistribution(db, { ...read, ...people.nadia, distribution: await file(nature.id) }),
      ).toMatchObject({ ok: true });
      expect(await listDistributions(db, read)).toHaveLength(2);
      expect(await removeDistribution(db, { ...read, ...people.yann, distributionId: id })).toEqual({
        ok: false,
        error: 'dataset.notYours',
      });
      expect(await removeDistribution(db, { ...read, ...people.nadia, distributionId: id })).toMatchObject({
        ok: true,
      });
      expect(await listDistributions(db, read)).toHaveLength(1);
    }));

  test('are fifty at most', () =>
    withDataset(async ({ db, site, people, read }) => {
      for (let held = 0; held < 50; held += 1)
        await addDistribution(db, { ...read, ...people.nadia, distribution: at(site.newId()) });
      expect(await addDistribution(db, { ...read, ...people.nadia, distribution: at(site.newId()) })).toEqual(
        { ok: false, error: 'dataset.distributionsFull' },
      );
    }));
});

test('[DS12] what data.gouv.fr says is kept and forgotten by who may write the record', () =>
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
    expect(await keepDataGouv(db, { ...change(people.yann), dataGouv })).toEqual({
      ok: false,
      error: 'dataset.notYours',
    });
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
