import { describe, expect, test } from 'vitest';
import {
  createDocument,
  findDocumentForMember,
  listDocuments,
  renameDocument,
  trashDocument,
} from '#db/documents/documents.ts';
import { listTrash, takeFromTrash } from '#db/documents/trash/trash.ts';
import type { Db } from '#db/kernel/client.ts';
import { listActivities } from '#db/people/activity/activities.ts';
import { aDocument, aGroup, aMember, aPerson } from '#db/seed/builders/builders.ts';
import { asReadable } from '#shared/kernel/access/readable.ts';
import { withDb } from '#tests/support/database.ts';
import { operationsOn } from '#tests/support/kernel/operations.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const now = new Date('2023-03-14T09:00:00Z');
const later = new Date('2023-03-15T09:00:00Z');

/** A group with one writer and one document, and a stranger in a group of their own. */
async function twoGroups(db: Db) {
  const site = siteOf(db, now);
  const [writer, stranger] = [await aPerson(site, { name: 'Nadia Ferrand' }), await aPerson(site)];
  const [group, other] = [await aGroup(site), await aGroup(site)];
  await aMember(site, { groupId: group.id, role: 'contributor', userId: writer.id });
  await aMember(site, { groupId: other.id, role: 'facilitator', userId: stranger.id });
  const document = await aDocument(site, {
    groupId: group.id,
    createdBy: writer.id,
    title: 'Choisir des essences',
  });
  const change = {
    documentId: document.id,
    groupId: group.id,
    by: writer.id,
    now: later,
    activityId: site.newId(),
  };
  const wrong = { ...change, groupId: other.id, by: stranger.id };
  return { site, writer, stranger, group, other, document, change, wrong };
}

async function activitiesOf(db: Db, groupId: string) {
  const found = await listActivities(db, { groupIds: [asReadable(groupId)], limit: 10, userId: '', now });
  return found.map(({ verb, title, actor, objectId }) => ({ verb, title, by: actor?.name, objectId }));
}

describe('a document', () => {
  test('[D6] is found by the members of its group and looks absent to everybody else', () =>
    withDb(async (db) => {
      const { writer, stranger, document, group } = await twoGroups(db);
      const documentId = document.id;
      expect(await findDocumentForMember(db, { documentId, userId: writer.id, now })).toMatchObject({
        id: documentId,
        title: 'Choisir des essences',
        group: { id: group.id },
        groupRole: 'contributor',
        access: 'write',
      });
      expect(await findDocumentForMember(db, { documentId, userId: stranger.id, now })).toBeNull();
      expect(await findDocumentForMember(db, { documentId: 'absent', userId: writer.id, now })).toBeNull();
    }));

  test('[D1] is created with a clean title, and its group hears of it', () =>
    withDb(async (db) => {
      const { site, writer, group, other } = await twoGroups(db);
      const documentId = site.newId();
      const change = { documentId, groupId: group.id, by: writer.id, now: later, activityId: site.newId() };
      expect(await createDocument(db, { ...change, title: '  Relevé\n des  arbres ' })).toEqual({
        ok: true,
        value: { id: documentId, title: 'Relevé des arbres' },
      });
      expect(
        (await listDocuments(db, { groupId: asReadable(group.id), userId: writer.id, now })).map(
          ({ title }) => title,
        ),
      ).toEqual(['Relevé des arbres', 'Choisir des essences']);
      expect(await listDocuments(db, { groupId: asReadable(other.id), userId: writer.id, now })).toEqual([]);
      expect(await activitiesOf(db, group.id)).toEqual([
        { verb: 'document.created', title: 'Relevé des arbres', by: 'Nadia Ferrand', objectId: documentId },
      ]);
    }));

  test('[D1] is neither created nor renamed with an empty title or one of 10,000 characters', () =>
    withDb(async (db) => {
      const { site, writer, group, change } = await twoGroups(db);
      for (const [title, error] of [
        [' \n ', 'title.empty'],
        ['x'.repeat(10_000), 'title.tooLong'],
      ] as const) {
        const documentId = site.newId();
        expect(await createDocument(db, { ...change, documentId, title })).toEqual({ ok: false, error });
        const asked = { documentId: change.documentId, title };
        const renamed = await operationsOn(db).run('document.rename', { userId: writer.id }, asked);
        expect(renamed).toMatchObject({ error });
      }
      expect(
        (await listDocuments(db, { groupId: asReadable(group.id), userId: writer.id, now })).map(
          ({ title }) => title,
        ),
      ).toEqual(['Choisir des essences']);
      expect(await activitiesOf(db, group.id)).toEqual([]);
    }));

  test('is renamed in its own group only', () =>
    withDb(async (db) => {
      const { writer, group, change, wrong } = await twoGroups(db);
      const title = 'Choisir des arbres';
      expect(await renameDocument(db, { ...wrong, title })).toEqual({ ok: false, error: 'access.notFound' });
      expect(await renameDocument(db, { ...change, title })).toEqual({ ok: true });
      const [listed] = await listDocuments(db, { groupId: asReadable(group.id), userId: writer.id, now });
      expect(listed).toMatchObject({ title, modifiedAt: later, writers: [] });
      expect((await activitiesOf(db, group.id)).map(({ verb }) => verb)).toEqual(['document.renamed']);
    }));

  test('[D7] leaves for the trash and comes back, from its own group only', () =>
    withDb(async (db) => {
      const { site, writer, group, other, document, change, wrong } = await twoGroups(db);
      const isFound = async () =>
        (await findDocumentForMember(db, { documentId: document.id, userId: writer.id, now })) !== null;
      const again = () => ({ ...change, activityId: site.newId() });

      expect(await trashDocument(db, wrong)).toEqual({ ok: false, error: 'access.notFound' });
      expect(await takeFromTrash(db, { ...change, kind: 'document', id: document.id })).toEqual({
        ok: false,
        error: 'access.notFound',
      });
      expect(await isFound()).toBe(true);

      expect(await trashDocument(db, change)).toEqual({ ok: true });
      expect(await isFound()).toBe(false);
      expect(await listDocuments(db, { groupId: asReadable(group.id), userId: writer.id, now })).toEqual([]);
      expect(
        await listTrash(db, { kind: 'document', groupId: asReadable(group.id), userId: writer.id, now }),
      ).toEqual([{ id: document.id, title: document.title, trashedAt: later, trashedBy: 'Nadia Ferrand' }]);
      expect(
        await listTrash(db, { kind: 'document', groupId: asReadable(other.id), userId: writer.id, now }),
      ).toEqual([]);
      expect(await trashDocument(db, again())).toEqual({ ok: false, error: 'access.notFound' });
      expect(await renameDocument(db, { ...again(), title: 'Autre' })).toEqual({
        ok: false,
        error: 'access.notFound',
      });

      expect(
        await takeFromTrash(db, { ...wrong, activityId: site.newId(), kind: 'document', id: document.id }),
      ).toMatchObject({ ok: false });
      expect(await takeFromTrash(db, { ...again(), kind: 'document', id: document.id })).toEqual({
        ok: true,
      });
      expect(await isFound()).toBe(true);
      expect((await activitiesOf(db, group.id)).map(({ verb }) => verb).sort()).toEqual([
        'document.restored',
        'document.trashed',
      ]);
    }));
});
