import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { files } from '#db/documents/file/schema.ts';
import { findCheckForMember } from '#db/library/dataset/dataset-checks.ts';
import { listDistributions } from '#db/library/dataset/dataset-distributions.ts';
import { findDatasetForMember } from '#db/library/dataset/datasets.ts';
import { datasetChecks } from '#db/library/dataset/schema.ts';
import { users } from '#db/people/person/schema.ts';
import { aMember, aPerson } from '#db/seed/builders/builders.ts';
import { operationsOn } from '#tests/support/kernel/operations.ts';
import { type DatasetWorld, now, typed, withDataset, withWorld } from '#tests/support/library/datasets.ts';

const forbidden = { ok: false, error: 'access.forbidden' };
const absent = { ok: false, error: 'access.notFound' };
interface Who {
  readonly userId: string | null;
}
const dataGouv = {
  ...{ id: 'a', title: 'Arbres', page: '', organisation: '' },
  ...{ licence: '', frequency: '', lastModified: '', resources: [] },
};

const asking = ({ db }: DatasetWorld) => operationsOn(db, { now: () => now });

/** A facilitator who may not sign in any more, and nobody. */
async function nobodies({ db, site, nature }: DatasetWorld): Promise<Who[]> {
  const { id: userId } = await aPerson(site);
  await aMember(site, { groupId: nature.id, userId, role: 'facilitator' });
  await db.update(users).set({ suspendedAt: now }).where(eq(users.id, userId));
  return [{ userId }, { userId: null }];
}

describe('[DS2] who writes a record', () => {
  test('[DS5] [DS12] [DS13] [DS14] people of its organisation who write in the group, and facilitators; nobody else', () =>
    withDataset(async (world) => {
      const { db, people, read, datasetId, site } = world;
      const operations = asking(world);
      const id = site.newId();
      const all = async (who: Who) => [
        await operations.run('dataset.change', who, { datasetId, ...typed, title: 'Arbres' }),
        await operations.run('dataset.addUrl', who, {
          ...{ datasetId, url: 'https://exemple.fr/a.csv', name: '', format: ' CSV ', encoding: '' },
        }),
        await operations.run('dataset.removeDistribution', who, { datasetId, distribution: id }),
        await operations.run('dataset.unlinkResource', who, { datasetId, resource: id }),
        await operations.run('dataset.keepDataGouv', who, { datasetId, dataGouv }),
        await operations.run('dataset.trash', who, { datasetId }),
        await operations.run('dataset.restore', who, { id: datasetId }),
      ];
      const refused = async (who: Who) => [
        ...(await all(who)).slice(0, -1),
        await operations.run('dataset.addFile', who, { datasetId, file: id }),
        await operations.run('dataset.linkResource', who, { datasetId, resource: id }),
      ];
      for (const who of [people.yann, people.etienne])
        for (const done of await refused(who)) expect(done).toMatchObject(forbidden);
      for (const who of [people.aurelie, ...(await nobodies(world))])
        for (const done of await refused(who)) expect(done).toMatchObject(absent);
      expect(await findDatasetForMember(db, { ...read, ...people.nadia })).toMatchObject({
        title: typed.title,
      });
      for (const who of [people.julien, people.claire])
        for (const done of await all(who)) expect(done).toMatchObject({ ok: true });
      expect(await findDatasetForMember(db, { ...read, ...people.nadia })).toMatchObject({
        title: 'Arbres',
        dataGouv,
      });
      expect(await listDistributions(db, read)).toMatchObject([
        { name: 'exemple.fr', format: 'CSV' },
        { name: 'exemple.fr', format: 'CSV' },
      ]);
    }));

  test('a new one for their own organisation; facilitators for any', () =>
    withWorld(async (world) => {
      const { people, aubin, valmont, nature, site } = world;
      const create = (who: Who, organisation: string) =>
        asking(world).run('dataset.create', who, { groupId: nature.id, organisation, ...typed });
      expect(await create(people.nadia, aubin.id)).toMatchObject({
        fields: { organisation: 'dataset.organisationNotYours' },
      });
      expect(await create(people.etienne, aubin.id)).toMatchObject(forbidden);
      for (const who of [people.aurelie, ...(await nobodies(world))])
        expect(await create(who, aubin.id)).toMatchObject(absent);
      expect(await create(people.claire, site.newId())).toMatchObject({
        fields: { organisation: 'organisation.notFound' },
      });
      expect(await create(people.claire, aubin.id)).toMatchObject({ ok: true });
      expect(await create(people.nadia, valmont.id)).toMatchObject({ ok: true });
    }));

  test('[DS3] everything that is wrong is told at once', () =>
    withDataset(async (world) => {
      const { people, datasetId } = world;
      const wrong = { ...typed, title: ' ', licence: 'x', schemaUrl: 'ftp://exemple.fr' };
      expect(await asking(world).run('dataset.change', people.nadia, { datasetId, ...wrong })).toMatchObject({
        fields: {
          title: 'dataset.titleInvalid',
          licence: 'dataset.choiceInvalid',
          schemaUrl: 'dataset.urlInvalid',
        },
      });
    }));
});

test('[DS5] a file that came to the group is kept with its name, its format and its weight', () =>
  withDataset(async (world) => {
    const { db, site, people, nature, heat, datasetId, read } = world;
    const file = async (groupId: string) => {
      const id = site.newId();
      const facts = { name: 'arbres.csv', contentType: 'text/csv', bytes: 3, storageKey: id };
      const { userId: uploadedBy } = people.nadia;
      await db.insert(files).values({ id, groupId, ...facts, uploadedBy, createdAt: now });
      return id;
    };
    const add = async (id: string) =>
      asking(world).run('dataset.addFile', people.nadia, { datasetId, file: id });
    expect(await add(await file(heat.id))).toMatchObject({ fields: { file: 'file.missing' } });
    const fileId = await file(nature.id);
    expect(await add(fileId)).toMatchObject({ ok: true });
    expect(await listDistributions(db, read)).toMatchObject([
      { fileId, url: null, name: 'arbres.csv', format: 'CSV', bytes: 3 },
    ]);
  }));

test('[DS13] what is in the trash is taken back by who may write it, and deleted for good by a facilitator only', () =>
  withDataset(async (world) => {
    const { people, datasetId } = world;
    const operations = asking(world);
    const back = (who: Who) => operations.run('dataset.restore', who, { id: datasetId });
    const forGood = (who: Who) => operations.run('dataset.delete', who, { id: datasetId });
    expect(await forGood(people.claire)).toMatchObject(absent);
    expect(await operations.run('dataset.trash', people.nadia, { datasetId })).toMatchObject({ ok: true });
    for (const who of [people.yann, people.etienne]) expect(await back(who)).toMatchObject(forbidden);
    for (const who of [people.nadia, people.etienne]) expect(await forGood(who)).toMatchObject(forbidden);
    for (const who of [people.aurelie, ...(await nobodies(world))])
      for (const done of [await back(who), await forGood(who)]) expect(done).toMatchObject(absent);
    expect(await back(people.julien)).toMatchObject({ ok: true });
    await operations.run('dataset.trash', people.nadia, { datasetId });
    expect(await forGood(people.claire)).toEqual({ ok: true, value: [] });
    expect(await back(people.nadia)).toMatchObject(absent);
  }));

describe('checks', () => {
  const schema = JSON.stringify({ fields: [{ name: 'a' }] });

  test('[DS10] are prepared by who writes in the group, for a record of that group', () =>
    withDataset(async (world) => {
      const { db, people, nature, heat, datasetId } = world;
      const prepare = (who: Who, groupId = nature.id) =>
        asking(world).run('check.prepare', who, { groupId, datasetId, schema, schemaSource: 'x' });
      expect(await prepare(people.etienne)).toMatchObject(forbidden);
      for (const who of [people.aurelie, ...(await nobodies(world))])
        expect(await prepare(who)).toMatchObject(absent);
      expect(await prepare(people.aurelie, heat.id)).toMatchObject(absent);
      const made = await prepare(people.nadia);
      if (!made.ok) throw new Error(made.error);
      expect(await findCheckForMember(db, { checkId: made.value.id, ...people.nadia })).toMatchObject({
        state: 'waiting',
        schema: { fields: [{ name: 'a' }] },
      });
    }));

  test('[DS11] are shared by who began them and by facilitators', () =>
    withDataset(async (world) => {
      const { db, people, nature, datasetId } = world;
      const operations = asking(world);
      const asked = { groupId: nature.id, datasetId, schema: null, schemaSource: '' };
      const made = await operations.run('check.prepare', people.nadia, asked);
      if (!made.ok) throw new Error(made.error);
      const check = { checkId: made.value.id };
      await db.update(datasetChecks).set({ state: 'done' }).where(eq(datasetChecks.id, check.checkId));
      const both = async (who: Who) => [
        await operations.run('check.unshare', who, check),
        await operations.run('check.share', who, check),
      ];
      for (const who of [people.yann, people.etienne])
        for (const done of await both(who)) expect(done).toMatchObject(forbidden);
      for (const who of [people.aurelie, ...(await nobodies(world))])
        for (const done of await both(who)) expect(done).toMatchObject(absent);
      for (const who of [people.claire, people.nadia]) {
        for (const done of await both(who)) expect(done).toMatchObject({ ok: true });
        expect(await findCheckForMember(db, { ...check, ...people.nadia })).toMatchObject({
          shareToken: expect.any(String),
        });
      }
    }));
});
