import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import type { Tx } from '#db/kernel/transaction.ts';
import { findCollection, listCollectionItems } from '#db/library/resource/collections.ts';
import { createResource, findResourceForMember } from '#db/library/resource/resources.ts';
import { users } from '#db/people/person/schema.ts';
import { aGroup, aMember, aPerson } from '#db/seed/builders/builders.ts';
import { asReadable } from '#shared/kernel/access/readable.ts';
import type { TypedResource } from '#shared/library/resource/resource.ts';
import { withDb } from '#tests/support/database.ts';
import { operationsOn } from '#tests/support/kernel/operations.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const now = new Date('2023-03-14T09:00:00Z');
const typed: TypedResource = {
  title: 'Guide',
  kind: 'link',
  description: '',
  producer: 'Cerema',
  licence: 'unknown',
  language: 'fr',
  contentOn: '',
  reviewOn: '',
};
const forbidden = { ok: false, error: 'access.forbidden' };
const absent = { ok: false, error: 'access.notFound' };

/** A link that a group shared, and people who stand differently towards it. */
async function fill(db: Tx) {
  const site = siteOf(db, now);
  const group = await aGroup(site);
  const of = async (role: 'facilitator' | 'contributor' | 'observer' | null, options = {}) => {
    const { id: userId } = await aPerson(site, options);
    if (role) await aMember(site, { groupId: group.id, userId, role });
    return { userId };
  };
  const people = {
    facilitator: await of('facilitator'),
    contributor: await of('contributor'),
    coordinator: await of('contributor', { platformRole: 'coordinator' }),
    observer: await of('observer'),
    outsider: await of(null),
    suspended: await of('facilitator'),
    visitor: { userId: null },
  };
  await db.update(users).set({ suspendedAt: now }).where(eq(users.id, people.suspended.userId));
  const resourceId = site.newId();
  await createResource(db, {
    ...{ resourceId, groupId: group.id, by: people.contributor.userId, now, activityId: site.newId() },
    facts: { ...typed, kind: 'link', licence: 'unknown', language: 'fr', contentOn: null, reviewOn: null },
    content: { address: 'https://exemple.fr/' },
    themeIds: [],
  });
  const operations = operationsOn(db, { now: () => now });
  const find = () => findResourceForMember(db, { ...people.contributor, resourceId, now });
  return { db, site, group, people, resourceId, operations, find };
}
const withResource = (run: (world: Awaited<ReturnType<typeof fill>>) => Promise<void>) =>
  withDb(async (db) => run(await fill(db)));

describe('who changes a resource', () => {
  test('[RS5] [RS7] [RS12] whoever shares in its group; whoever only reads it is refused, for all others it is absent', () =>
    withResource(async ({ group, people, resourceId, operations, find }) => {
      const edit = { ...typed, resourceId, themeIds: [], address: 'https://exemple.fr/' };
      const inTrash = { groupId: group.id, id: resourceId };
      const all = async (who: { readonly userId: string | null }) => [
        await operations.run('resource.edit', who, edit),
        await operations.run('resource.shareWithAll', who, { resourceId, isForAll: true }),
        await operations.run('resource.restoreVersion', who, { resourceId, number: 1 }),
        await operations.run('resource.trash', who, { resourceId }),
        await operations.run('resource.restore', who, inTrash),
        await operations.run('resource.delete', who, inTrash),
      ];
      for (const done of await all(people.observer)) expect(done).toMatchObject(forbidden);
      for (const who of [people.outsider, people.suspended, people.visitor])
        for (const done of await all(who)) expect(done).toMatchObject(absent);
      expect(await find()).toMatchObject({ title: 'Guide', isForAll: false });
      const { contributor, facilitator } = people;
      expect(
        await operations.run('resource.edit', contributor, { ...edit, title: ' Autre  guide ' }),
      ).toEqual({ ok: true, value: { id: resourceId, title: 'Autre guide' } });
      const link = await operations.run('resource.restoreVersion', contributor, { resourceId, number: 1 });
      expect(link).toMatchObject({ error: 'resource.isLink' });
      expect(await operations.run('resource.trash', contributor, { resourceId })).toMatchObject({ ok: true });
      expect(await find()).toBeNull();
      expect(await operations.run('resource.trash', contributor, { resourceId })).toMatchObject(absent);
      expect(await operations.run('resource.restore', contributor, inTrash)).toMatchObject({ ok: true });
      await operations.run('resource.trash', contributor, { resourceId });
      expect(await operations.run('resource.delete', contributor, inTrash)).toMatchObject(forbidden);
      expect(await operations.run('resource.delete', facilitator, inTrash)).toEqual({ ok: true, value: [] });
      expect(await operations.run('resource.restore', facilitator, inTrash)).toMatchObject({
        fields: { '': 'resource.notFound' },
      });
    }));

  test('[RS6] with every group only the coordination shares it', () =>
    withResource(async ({ people, resourceId, operations, find }) => {
      const ask = (who: { readonly userId: string }) =>
        operations.run('resource.shareWithAll', who, { resourceId, isForAll: true });
      expect(await ask(people.facilitator)).toMatchObject(forbidden);
      expect(await find()).toMatchObject({ isForAll: false });
      expect(await ask(people.coordinator)).toMatchObject({ ok: true });
      expect(await find()).toMatchObject({ isForAll: true });
    }));

  test('[RS1] [RS2] everything that is wrong is told at once', () =>
    withResource(async ({ people, resourceId, operations }) => {
      const wrong = {
        ...typed,
        title: ' ',
        producer: '',
        address: 'ftp://exemple.fr',
        resourceId,
        themeIds: [],
      };
      expect(await operations.run('resource.edit', people.contributor, wrong)).toMatchObject({
        ok: false,
        fields: {
          title: 'title.empty',
          producer: 'resource.producerEmpty',
          address: 'resource.addressInvalid',
        },
      });
    }));
});

describe('[RS13] who changes collections', () => {
  test('whoever shares in the group; whoever only reads it is refused, for all others it is absent', () =>
    withResource(async ({ db, group, people, resourceId, operations }) => {
      const { contributor } = people;
      const groupId = asReadable<'group'>(group.id);
      const asked = { groupId, name: ' Par où\n commencer ' };
      const made = await operations.run('collection.create', contributor, asked);
      if (!made.ok) throw new Error(made.error);
      const own = { groupId, collectionId: made.value.id };
      const item = { ...own, resourceId };
      const all = async (who: { readonly userId: string | null }) => [
        await operations.run('collection.create', who, asked),
        await operations.run('collection.add', who, item),
        await operations.run('collection.move', who, { ...item, step: 1 }),
        await operations.run('collection.rename', who, { ...own, name: 'Débuter' }),
        await operations.run('collection.takeOut', who, item),
        await operations.run('collection.remove', who, own),
        await operations.run('collection.restore', who, own),
      ];
      for (const done of await all(people.observer)) expect(done).toMatchObject(forbidden);
      for (const who of [people.outsider, people.suspended, people.visitor])
        for (const done of await all(who)) expect(done).toMatchObject(absent);
      expect(await findCollection(db, own)).toMatchObject({ name: 'Par où commencer', isRemoved: false });
      for (const done of await all(contributor)) expect(done).toMatchObject({ ok: true });
      expect(await findCollection(db, own)).toMatchObject({ name: 'Débuter', isRemoved: false });
    }));

  test('what is in one already is in it once, and a name is needed', () =>
    withResource(async ({ db, group, people, resourceId, operations }) => {
      const { contributor } = people;
      const made = await operations.run('collection.create', contributor, { groupId: group.id, name: 'A' });
      if (!made.ok) throw new Error(made.error);
      const own = { groupId: asReadable<'group'>(group.id), collectionId: made.value.id };
      for (const _ of ['once', 'again'])
        expect(await operations.run('collection.add', contributor, { ...own, resourceId })).toMatchObject({
          ok: true,
        });
      expect(await listCollectionItems(db, own)).toMatchObject([{ id: resourceId }]);
      expect(await operations.run('collection.rename', contributor, { ...own, name: ' ' })).toMatchObject({
        fields: { name: 'name.empty' },
      });
    }));
});
