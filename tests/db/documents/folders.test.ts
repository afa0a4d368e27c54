import { describe, expect, test } from 'vitest';
import { listPlaces, pinDocument, placeByHand, putIntoFolder } from '#db/documents/document-places.ts';
import { trashDocument } from '#db/documents/documents.ts';
import {
  createFolder,
  listFolders,
  moveFolder,
  removeFolder,
  renameFolder,
  restoreFolder,
} from '#db/documents/folders.ts';
import type { Tx } from '#db/kernel/transaction.ts';
import { aDocument, aGroup, aMember, aPerson } from '#db/seed/builders/builders.ts';
import { byHand } from '#shared/documents/document-order.ts';
import { folderTree, liveFolderOf } from '#shared/documents/folder.ts';
import { asReadable } from '#shared/kernel/access/readable.ts';
import { withDb } from '#tests/support/database.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const now = new Date('2023-03-14T09:00:00Z');

async function world(db: Tx) {
  const site = siteOf(db, now);
  const writer = await aPerson(site);
  const [group, other] = [await aGroup(site), await aGroup(site)];
  await aMember(site, { groupId: group.id, role: 'contributor', userId: writer.id });
  const make = async (name: string, parentId: string | null = null, groupId = group.id) => {
    const folderId = site.newId();
    const made = await createFolder(db, { groupId, folderId, parentId, name, by: writer.id, now });
    return made.ok ? folderId : made.error;
  };
  const document = (title: string) => aDocument(site, { groupId: group.id, createdBy: writer.id, title });
  return { site, writer, group, other, make, document };
}

describe('the folders of a group', () => {
  test('[C1] are made and renamed with a clean name, inside their own group only', () =>
    withDb(async (db) => {
      const { group, other, make } = await world(db);
      const methods = await make('  Méthodes\n de mesure ');
      expect(await make('Ailleurs', methods, other.id)).toBe('folder.notFound');
      const wrong = { folderId: methods, groupId: other.id };
      const absent = { ok: false, error: 'folder.notFound' };
      expect(await renameFolder(db, { ...wrong, name: 'Autre' })).toEqual(absent);
      expect(await moveFolder(db, { ...wrong, parentId: null })).toEqual(absent);
      expect(await removeFolder(db, { ...wrong, now })).toEqual(absent);
      expect(await renameFolder(db, { folderId: methods, groupId: group.id, name: 'Mesures' })).toEqual({
        ok: true,
      });
      expect((await listFolders(db, { groupId: asReadable(group.id) })).map(({ name }) => name)).toEqual([
        'Mesures',
      ]);
      expect(await listFolders(db, { groupId: asReadable(other.id) })).toEqual([]);
    }));

  test('[C1] move with what they hold, and never into it', () =>
    withDb(async (db) => {
      const { group, make } = await world(db);
      const top = await make('A');
      const inner = await make('B', top);
      const groupId = group.id;
      expect(await moveFolder(db, { groupId, folderId: top, parentId: inner })).toEqual({
        ok: false,
        error: 'folder.cycle',
      });
      const beside = await make('C');
      expect(await moveFolder(db, { groupId, folderId: top, parentId: beside })).toEqual({ ok: true });
      const tree = folderTree(await listFolders(db, { groupId: asReadable(groupId) }));
      expect(tree.map(({ name, depth }) => `${depth}${name}`)).toEqual(['0C', '1A', '2B']);
    }));

  test('[C2] removed, leave their documents one level up, and come back with them', () =>
    withDb(async (db) => {
      const { group, make, document } = await world(db);
      const groupId = group.id;
      const [top, guide] = [await make('A'), await document('Guide')];
      const inner = await make('B', top);
      await putIntoFolder(db, { documentId: guide.id, groupId, folderId: inner });
      const shown = async () =>
        liveFolderOf(
          await listFolders(db, { groupId: asReadable(groupId) }),
          (await listPlaces(db, { groupId: asReadable(groupId) })).get(guide.id)?.folderId ?? null,
        );
      expect(await shown()).toBe(inner);
      expect(await removeFolder(db, { folderId: inner, groupId, now })).toEqual({
        ok: true,
        value: { name: 'B' },
      });
      expect(await removeFolder(db, { folderId: inner, groupId, now })).toMatchObject({ ok: false });
      expect(await shown()).toBe(top);
      expect(await putIntoFolder(db, { documentId: guide.id, groupId, folderId: inner })).toEqual({
        ok: false,
        error: 'folder.notFound',
      });
      expect(await restoreFolder(db, { folderId: inner, groupId })).toMatchObject({ ok: true });
      expect(await shown()).toBe(inner);
    }));

  test('[C2] take documents of their own group only, and none from the trash', () =>
    withDb(async (db) => {
      const { site, writer, group, other, make, document } = await world(db);
      const [folderId, guide] = [await make('A'), await document('Guide')];
      const documentId = guide.id;
      const absent = { ok: false, error: 'access.notFound' };
      expect(await putIntoFolder(db, { documentId, groupId: other.id, folderId: null })).toEqual(absent);
      expect(await pinDocument(db, { documentId, groupId: other.id, pinnedAt: now })).toEqual(absent);
      expect(await placeByHand(db, { documentId, groupId: other.id, beforeId: null })).toEqual(absent);
      await trashDocument(db, {
        documentId,
        groupId: group.id,
        by: writer.id,
        now,
        activityId: site.newId(),
      });
      expect(await putIntoFolder(db, { documentId, groupId: group.id, folderId })).toEqual(absent);
    }));

  test('[C3] order documents by hand, [C4] and pin them, without a word to the others', () =>
    withDb(async (db) => {
      const { group, document } = await world(db);
      const groupId = group.id;
      const [one, two, three] = [await document('1'), await document('2'), await document('3')];
      const titles = new Map([one, two, three].map(({ id, title }) => [id, title]));
      const order = async () =>
        [...(await listPlaces(db, { groupId: asReadable(groupId) }))]
          .map(([id, place]) => ({ id, ...place }))
          .sort(byHand)
          .map(({ id }) => titles.get(id))
          .join('');
      await placeByHand(db, { documentId: three.id, groupId, beforeId: one.id });
      expect((await order()).indexOf('3')).toBeLessThan((await order()).indexOf('1'));
      await placeByHand(db, { documentId: three.id, groupId, beforeId: null });
      expect((await order()).endsWith('3')).toBe(true);
      expect(await pinDocument(db, { documentId: two.id, groupId, pinnedAt: now })).toEqual({ ok: true });
      expect((await listPlaces(db, { groupId: asReadable(groupId) })).get(two.id)?.isPinned).toBe(true);
      await pinDocument(db, { documentId: two.id, groupId, pinnedAt: null });
      expect((await listPlaces(db, { groupId: asReadable(groupId) })).get(two.id)?.isPinned).toBe(false);
    }));
});
