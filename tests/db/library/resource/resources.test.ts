import { expect, test } from 'vitest';
import type { Tx } from '#db/kernel/transaction.ts';
import { addVersion, restoreVersion } from '#db/library/resource/new-resource-version.ts';
import {
  deleteExpiredResources,
  deleteResource,
  listTrashedResources,
  restoreResource,
  trashResource,
} from '#db/library/resource/resource-trash.ts';
import { listVersions } from '#db/library/resource/resource-versions.ts';
import {
  createResource,
  editResource,
  findResourceForMember,
  listGroupResources,
  listReadableResources,
  shareWithAll,
} from '#db/library/resource/resources.ts';
import { listActivities } from '#db/people/activity/activities.ts';
import { aGroup, aMember, anOrganisation, aPerson } from '#db/seed/builders/builders.ts';
import { asReadable } from '#shared/kernel/access/readable.ts';
import { withDb } from '#tests/support/database.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const now = new Date('2023-03-14T09:00:00Z');
const later = new Date('2023-03-15T09:00:00Z');
const facts = {
  title: 'Mesurer la fraîcheur',
  kind: 'method' as const,
  description: '',
  producer: 'Cerema',
  licence: 'etalab-2.0' as const,
  language: 'fr' as const,
  contentOn: '2022-06-01',
  reviewOn: null,
};
const absent = { ok: false, error: 'resource.notFound' };

async function world(db: Tx) {
  const site = siteOf(db, now);
  const city = await anOrganisation(site, { name: 'Valmont' });
  const writer = await aPerson(site, { organisationId: city.id, name: 'Nadia' });
  const stranger = await aPerson(site);
  const aReadGroup = async () => {
    const made = await aGroup(site);
    return { ...made, id: asReadable<'group'>(made.id) };
  };
  const [group, other] = [await aReadGroup(), await aReadGroup()];
  await aMember(site, { groupId: group.id, role: 'contributor', userId: writer.id });
  await aMember(site, { groupId: other.id, role: 'facilitator', userId: stranger.id });
  const change = (resourceId: string, at = now) => ({
    resourceId,
    groupId: group.id,
    by: writer.id,
    now: at,
    activityId: site.newId(),
  });
  const version = (name = 'a.csv') => ({
    id: site.newId(),
    name,
    contentType: 'text/plain',
    kind: 'data' as const,
    bytes: 3_000_000_000,
    sha256: 'ab',
    storageKey: `${group.id}/${name}`,
    scan: 'none' as const,
    note: '',
  });
  const share = async (content: Parameters<typeof createResource>[1]['content']) => {
    const id = site.newId();
    await createResource(db, { ...change(id), facts, content, themeIds: [group.themeId, 'absent'] });
    return id;
  };
  const find = (resourceId: string, userId: string) => findResourceForMember(db, { resourceId, userId, now });
  return { site, city, writer, stranger, group, other, change, version, share, find };
}

test('[RS1] [RS5] a resource is its group’s, credited to the city of whoever shares it', () =>
  withDb(async (db) => {
    const { writer, stranger, group, other, share, find } = await world(db);
    const id = await share({ address: 'https://exemple.fr/' });
    expect(await find(id, writer.id)).toMatchObject({
      ...facts,
      address: 'https://exemple.fr/',
      organisation: { name: 'Valmont' },
      sharedBy: 'Nadia',
      groupRole: 'contributor',
      version: null,
      themes: [{ id: group.themeId }],
    });
    expect(await find(id, stranger.id)).toBeNull();
    expect(await find('absent', writer.id)).toBeNull();
    expect(await listGroupResources(db, { groupId: other.id })).toEqual([]);
    expect(await listReadableResources(db, { groupIds: [] })).toEqual([]);
    expect((await listReadableResources(db, { groupIds: [group.id] })).map((one) => one.id)).toEqual([id]);
  }));

test('[RS6] shared with every group it is read by all, and one line tells it', () =>
  withDb(async (db) => {
    const { writer, stranger, group, other, change, share, find } = await world(db);
    const id = await share({ address: 'https://exemple.fr/' });
    const elsewhere = { ...change(id), groupId: other.id };
    expect(await shareWithAll(db, { ...elsewhere, isForAll: true })).toEqual(absent);
    expect(await shareWithAll(db, { ...change(id), isForAll: true })).toMatchObject({ ok: true });
    expect(await find(id, stranger.id)).toMatchObject({ groupRole: null, isForAll: true });
    expect(await listReadableResources(db, { groupIds: [other.id] })).toHaveLength(1);
    const heard = await listActivities(db, {
      groupIds: [asReadable(group.id)],
      limit: 9,
      userId: writer.id,
      now,
    });
    expect(heard.filter(({ verb }) => verb === 'resource.sharedWithAll')).toHaveLength(1);
    await shareWithAll(db, { ...change(id), isForAll: false });
    expect(await find(id, stranger.id)).toBeNull();
  }));

test('[RS1] its facts are changed from its own group only; another address is not known to answer', () =>
  withDb(async (db) => {
    const { writer, other, change, share, find } = await world(db);
    const id = await share({ address: 'https://exemple.fr/' });
    const edit = { facts: { ...facts, title: 'Autre titre' }, address: 'https://autre.fr/', themeIds: [] };
    expect(await editResource(db, { ...change(id), groupId: other.id, ...edit })).toEqual(absent);
    expect(await editResource(db, { ...change(id), ...edit })).toMatchObject({ ok: true });
    expect(await find(id, writer.id)).toMatchObject({
      title: 'Autre titre',
      address: 'https://autre.fr/',
      themes: [],
    });
  }));

test('[RS7] versions follow each other; going back to one makes another', () =>
  withDb(async (db) => {
    const { site, writer, other, change, version, share, find } = await world(db);
    const id = await share({ version: version('a.csv') });
    expect(await addVersion(db, { ...change(id), groupId: other.id, version: version() })).toEqual(absent);
    expect(await addVersion(db, { ...change(id, later), version: version('b.csv') })).toMatchObject({
      value: { number: 2 },
    });
    const back = { ...change(id, later), versionId: site.newId(), note: 'Retour à la version 1' };
    expect(await restoreVersion(db, { ...back, groupId: other.id, number: 1 })).toEqual(absent);
    expect(await restoreVersion(db, { ...back, number: 9 })).toEqual({
      ok: false,
      error: 'resource.versionNotFound',
    });
    expect(await restoreVersion(db, { ...back, number: 1 })).toMatchObject({ value: { number: 3 } });
    const all = await listVersions(db, { resourceId: asReadable(id) });
    expect(all.map(({ number, name }) => [number, name])).toEqual([
      [3, 'a.csv'],
      [2, 'b.csv'],
      [1, 'a.csv'],
    ]);
    expect(all[0]?.storageKey).toBe(all[2]?.storageKey);
    expect((await find(id, writer.id))?.version).toMatchObject({ number: 3, bytes: 3_000_000_000 });
    const link = await share({ address: 'https://exemple.fr/' });
    expect(await addVersion(db, { ...change(link), version: version() })).toEqual({
      ok: false,
      error: 'resource.isLink',
    });
  }));

test('[RS11] one does not go back to what the scanner has not let through', () =>
  withDb(async (db) => {
    const { site, change, version, share } = await world(db);
    const id = await share({ version: { ...version(), scan: 'waiting' } });
    const back = { ...change(id), number: 1, versionId: site.newId(), note: '' };
    expect(await restoreVersion(db, back)).toEqual({ ok: false, error: 'resource.inQuarantine' });
  }));

test('[RS12] the trash gives back as it was, or deletes for good with every version', () =>
  withDb(async (db) => {
    const { writer, group, other, change, version, share, find } = await world(db);
    const id = await share({ version: version('a.csv') });
    await addVersion(db, { ...change(id), version: version('b.csv') });
    expect(await trashResource(db, { ...change(id), groupId: other.id })).toEqual(absent);
    expect(await trashResource(db, change(id))).toMatchObject({ ok: true });
    expect(await find(id, writer.id)).toBeNull();
    expect(await listTrashedResources(db, { groupId: other.id })).toEqual([]);
    expect(await listTrashedResources(db, { groupId: group.id })).toMatchObject([{ id, trashedBy: 'Nadia' }]);
    expect(await restoreResource(db, { ...change(id), groupId: other.id })).toEqual(absent);
    expect(await restoreResource(db, change(id))).toMatchObject({ ok: true });
    expect(await deleteResource(db, { resourceId: id, groupId: group.id })).toEqual(absent);
    await trashResource(db, change(id));
    expect(await deleteResource(db, { resourceId: id, groupId: other.id })).toEqual(absent);
    const deleted = await deleteResource(db, { resourceId: id, groupId: group.id });
    expect(deleted.ok && [...deleted.value].sort()).toEqual([`${group.id}/a.csv`, `${group.id}/b.csv`]);
    const old = await share({ version: version('c.csv') });
    await trashResource(db, change(old));
    expect(await deleteExpiredResources(db, { before: now, limit: 9 })).toEqual({ count: 0, gone: [] });
    expect(await deleteExpiredResources(db, { before: later, limit: 9 })).toEqual({
      count: 1,
      gone: [`${group.id}/c.csv`],
    });
  }));
