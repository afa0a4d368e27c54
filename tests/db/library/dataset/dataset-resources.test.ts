import { expect, test } from 'vitest';
import {
  linkResource,
  listDatasetsOfResource,
  listLinkableResources,
  listResourcesOfDataset,
  unlinkResource,
} from '#db/library/dataset/dataset-resources.ts';
import { restoreDataset, trashDataset } from '#db/library/dataset/datasets.ts';
import { restoreResource, trashResource } from '#db/library/resource/resource-trash.ts';
import { createResource, shareWithAll } from '#db/library/resource/resources.ts';
import { asReadable } from '#shared/kernel/access/readable.ts';
import { type DatasetWorld, now, typed, withDataset } from '#tests/support/library/datasets.ts';

const absent = { ok: false, error: 'access.notFound' };
const facts = {
  description: '',
  producer: 'Valmont',
  licence: 'etalab-2.0' as const,
  language: 'fr' as const,
  contentOn: null,
  reviewOn: null,
};

function library({ db, site, people }: DatasetWorld) {
  const change = (resourceId: string, groupId: string) => ({
    resourceId,
    groupId,
    by: people.nadia.userId,
    now,
    activityId: site.newId(),
  });
  const share = async (groupId: string, title: string, kind: 'dataset' | 'method' = 'dataset') => {
    const id = site.newId();
    const content = { address: 'https://exemple.fr/arbres.csv' };
    await createResource(db, {
      ...change(id, groupId),
      facts: { ...facts, title, kind },
      content,
      themeIds: [],
    });
    return id;
  };
  return { change, share };
}

test('[DS14] a record is linked to resources of data that its group may read', () =>
  withDataset(async (world) => {
    const { db, people, read, nature, heat } = world;
    const { change, share } = library(world);
    const trees = await share(nature.id, 'Relevé des arbres');
    const method = await share(nature.id, 'Mesurer un arbre', 'method');
    const foreign = await share(heat.id, 'Températures');
    const link = (resourceId: string) =>
      linkResource(db, { ...read, groupId: nature.id, by: people.nadia.userId, now, resourceId });
    const linkable = async () =>
      (await listLinkableResources(db, { id: read.datasetId, group: nature })).map(({ id }) => id);
    expect(await linkable()).toEqual([trees]);
    for (const other of [method, foreign, 'none']) expect(await link(other)).toEqual(absent);
    expect(await link(trees)).toMatchObject({ ok: true });
    expect(await link(trees)).toMatchObject({ ok: true });
    expect(await listResourcesOfDataset(db, { ...read, ...people.etienne })).toEqual([
      { id: trees, title: 'Relevé des arbres' },
    ]);
    expect(await linkable()).toEqual([]);
    await shareWithAll(db, { ...change(foreign, heat.id), isForAll: true });
    expect(await linkable()).toEqual([foreign]);
    await unlinkResource(db, { ...read, resourceId: trees });
    expect(await listResourcesOfDataset(db, { ...read, ...people.etienne })).toEqual([]);
  }));

test('[DS14] each end shows the other to whoever may read it, and nothing of a trash', () =>
  withDataset(
    async (world) => {
      const { db, people, read, nature, change: record } = world;
      const { change, share } = library(world);
      const trees = await share(nature.id, 'Relevé des arbres');
      const linked = { ...read, groupId: nature.id, by: people.nadia.userId, now, resourceId: trees };
      expect(await linkResource(db, linked)).toMatchObject({ ok: true });
      const resourcesOf = async (who: { userId: string; now: Date }) =>
        (await listResourcesOfDataset(db, { ...read, ...who })).map(({ id }) => id);
      const datasetsOf = async (who: { userId: string; now: Date }) =>
        (await listDatasetsOfResource(db, { resourceId: asReadable(trees), ...who })).map(
          ({ title }) => title,
        );
      // The record is the programme's, the resource its group's.
      expect(await resourcesOf(people.aurelie)).toEqual([]);
      expect(await resourcesOf(people.etienne)).toEqual([trees]);
      expect(await datasetsOf(people.etienne)).toEqual([typed.title]);
      expect(await datasetsOf(people.aurelie)).toEqual([typed.title]);
      await trashResource(db, change(trees, nature.id));
      expect(await resourcesOf(people.etienne)).toEqual([]);
      await restoreResource(db, change(trees, nature.id));
      expect(await resourcesOf(people.etienne)).toEqual([trees]);
      await trashDataset(db, record(people.nadia));
      expect(await datasetsOf(people.etienne)).toEqual([]);
      await restoreDataset(db, record(people.nadia));
      expect(await datasetsOf(people.etienne)).toEqual([typed.title]);
    },
    { visibility: 'programme' },
  ));

test('[DS14] of a record that is the group’s own nobody else learns from the resource', () =>
  withDataset(async (world) => {
    const { db, people, read, nature } = world;
    const { change, share } = library(world);
    const trees = await share(nature.id, 'Relevé des arbres');
    await shareWithAll(db, { ...change(trees, nature.id), isForAll: true });
    const linked = { ...read, groupId: nature.id, by: people.nadia.userId, now, resourceId: trees };
    await linkResource(db, linked);
    expect(await listDatasetsOfResource(db, { resourceId: asReadable(trees), ...people.aurelie })).toEqual(
      [],
    );
    expect(
      await listDatasetsOfResource(db, { resourceId: asReadable(trees), ...people.etienne }),
    ).toHaveLength(1);
  }));
