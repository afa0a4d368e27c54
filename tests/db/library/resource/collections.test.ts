import { expect, test } from 'vitest';
import type { Tx } from '#db/kernel/transaction.ts';
import {
  addToCollection,
  createCollection,
  findCollection,
  listCollectionItems,
  listCollections,
  listCollectionsFor,
  moveInCollection,
  removeFromCollection,
  renameCollection,
  setCollectionRemoved,
} from '#db/library/resource/collections.ts';
import { trashResource } from '#db/library/resource/resource-trash.ts';
import { createResource, shareWithAll } from '#db/library/resource/resources.ts';
import {
  findUpload,
  forgetUpload,
  listStaleUploads,
  openUpload,
  touchUpload,
} from '#db/library/resource/uploads.ts';
import { aGroup, aPerson } from '#db/seed/builders/builders.ts';
import { asReadable } from '#shared/kernel/access/readable.ts';
import { withDb } from '#tests/support/database.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const now = new Date('2023-03-14T09:00:00Z');
const facts = {
  kind: 'link' as const,
  description: '',
  producer: 'Cerema',
  licence: 'unknown' as const,
  language: 'fr' as const,
  contentOn: null,
  reviewOn: null,
};
const absent = { ok: false, error: 'collection.notFound' };

async function world(db: Tx) {
  const site = siteOf(db, now);
  const person = await aPerson(site);
  const [group, other] = [await aGroup(site), await aGroup(site)];
  const change = (resourceId: string, groupId = group.id) => ({
    resourceId,
    groupId,
    by: person.id,
    now,
    activityId: site.newId(),
  });
  const share = async (title: string, groupId = group.id) => {
    const id = site.newId();
    const content = { address: 'https://exemple.fr/' };
    await createResource(db, {
      ...change(id, groupId),
      facts: { ...facts, title },
      content,
      themeIds: [],
    });
    return id;
  };
  const own = { collectionId: site.newId(), groupId: asReadable<'group'>(group.id) };
  await createCollection(db, { ...own, name: 'Par où commencer', by: person.id, now });
  const titles = async () => (await listCollectionItems(db, own)).map(({ title }) => title);
  return { site, person, group, other, change, share, own, titles };
}

test('[RS13] a collection holds resources in the order that the group gives them', () =>
  withDb(async (db) => {
    const { other, share, own, titles } = await world(db);
    const [a, b, c] = [await share('A'), await share('B'), await share('C')];
    for (const resourceId of [a, b, c]) await addToCollection(db, { ...own, resourceId });
    expect(await titles()).toEqual(['A', 'B', 'C']);
    const wrong = { ...own, groupId: other.id, resourceId: c };
    expect(await moveInCollection(db, { ...wrong, step: -1 })).toEqual(absent);
    expect(await addToCollection(db, wrong)).toEqual(absent);
    expect(await removeFromCollection(db, wrong)).toEqual(absent);
    expect(await listCollectionItems(db, { ...own, groupId: asReadable(other.id) })).toEqual([]);
    await moveInCollection(db, { ...own, resourceId: c, step: -1 });
    expect(await titles()).toEqual(['A', 'C', 'B']);
    await moveInCollection(db, { ...own, resourceId: a, step: -1 });
    expect(await titles()).toEqual(['A', 'C', 'B']);
    await removeFromCollection(db, { ...own, resourceId: c });
    expect(await titles()).toEqual(['A', 'B']);
  }));

test('[RS13] it takes what its group may read: its own, and what every group was given', () =>
  withDb(async (db) => {
    const { other, change, share, own, titles } = await world(db);
    const [mine, foreign] = [await share('A'), await share('B', other.id)];
    await addToCollection(db, { ...own, resourceId: mine });
    const refused = { ok: false, error: 'resource.notFound' };
    expect(await addToCollection(db, { ...own, resourceId: foreign })).toEqual(refused);
    await shareWithAll(db, { ...change(foreign, other.id), isForAll: true });
    await addToCollection(db, { ...own, resourceId: foreign });
    expect(await titles()).toEqual(['A', 'B']);
    await shareWithAll(db, { ...change(foreign, other.id), isForAll: false });
    await trashResource(db, change(mine));
    expect(await titles()).toEqual([]);
    expect(await listCollections(db, own)).toMatchObject([{ count: 0 }]);
  }));

test('[RS13] it is renamed and removed from its own group only, and its removal is undone', () =>
  withDb(async (db) => {
    const { other, own } = await world(db);
    const wrong = { ...own, groupId: asReadable<'group'>(other.id) };
    expect(await renameCollection(db, { ...wrong, name: 'Autre' })).toEqual(absent);
    expect(await setCollectionRemoved(db, { ...wrong, removedAt: now })).toEqual(absent);
    expect(await findCollection(db, wrong)).toBeNull();
    await renameCollection(db, { ...own, name: 'Débuter' });
    expect(await listCollections(db, own)).toMatchObject([{ name: 'Débuter' }]);
    await setCollectionRemoved(db, { ...own, removedAt: now });
    expect(await listCollections(db, own)).toEqual([]);
    expect(await renameCollection(db, { ...own, name: 'Autre' })).toEqual(absent);
    await setCollectionRemoved(db, { ...own, removedAt: null });
    expect(await findCollection(db, own)).toMatchObject({ name: 'Débuter', isRemoved: false });
  }));

test('[RS8] [RS10] an upload is known to its sender only, counted, and stale when nothing comes', () =>
  withDb(async (db) => {
    const { site, person, group } = await world(db);
    const upload = () => ({
      id: site.newId(),
      groupId: group.id,
      missionId: null,
      by: person.id,
      name: 'x.bin',
      bytes: 2_147_483_648,
      sha256: null,
      storageKey: 'k',
    });
    const first = upload();
    expect(await openUpload(db, { ...first, now })).toMatchObject({ ok: true });
    expect(await findUpload(db, { uploadId: first.id, by: person.id })).toEqual(first);
    const stranger = await aPerson(site);
    expect(await findUpload(db, { uploadId: first.id, by: stranger.id })).toBeNull();
    expect(await forgetUpload(db, { uploadId: first.id, by: stranger.id })).toBe(false);
    for (let held = 1; held < 20; held++) await openUpload(db, { ...upload(), now });
    expect(await openUpload(db, { ...upload(), now })).toEqual({ ok: false, error: 'upload.tooMany' });
    const soon = new Date(now.getTime() + 1);
    await touchUpload(db, { uploadId: first.id, now: soon });
    expect(await listStaleUploads(db, { before: soon, limit: 99 })).toHaveLength(19);
    expect(await forgetUpload(db, { uploadId: first.id, by: person.id })).toBe(true);
  }));

test('[RS13] the page of a resource knows which collections of one’s groups hold it, and which do not', () =>
  withDb(async (db) => {
    const { site, person, group, other, change, share, own } = await world(db);
    const foreign = { collectionId: site.newId(), groupId: asReadable<'group'>(other.id) };
    await createCollection(db, { ...foreign, name: 'Chez les autres', by: person.id, now });
    const resourceId = asReadable<'resource'>(await share('A'));
    const seen = async (...groupIds: string[]) =>
      (
        await listCollectionsFor(db, { resourceId, groupIds: groupIds.map((id) => asReadable<'group'>(id)) })
      ).map(({ id, isIn }) => [id, isIn]);
    expect(await seen(group.id)).toEqual([[own.collectionId, false]]);
    await addToCollection(db, { ...own, resourceId });
    await addToCollection(db, { ...own, resourceId: await share('B') });
    expect(await seen(group.id)).toEqual([[own.collectionId, true]]);
    expect(await seen(other.id)).toEqual([[foreign.collectionId, false]]);
    expect(await seen()).toEqual([]);
    expect(await addToCollection(db, { ...foreign, resourceId })).toEqual({
      ok: false,
      error: 'resource.notFound',
    });
    await shareWithAll(db, { ...change(resourceId), isForAll: true });
    expect(await addToCollection(db, { ...foreign, resourceId })).toMatchObject({ ok: true });
    await setCollectionRemoved(db, { ...own, removedAt: now });
    expect(await seen(group.id, other.id)).toEqual([[foreign.collectionId, true]]);
  }));
