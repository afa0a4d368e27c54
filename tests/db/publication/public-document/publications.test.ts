import { expect, test } from 'vitest';
import { trashDocument } from '#db/documents/documents.ts';
import { registerFile } from '#db/documents/file/files.ts';
import { takeFromTrash } from '#db/documents/trash/trash.ts';
import type { Tx } from '#db/kernel/transaction.ts';
import {
  findPublication,
  findPublished,
  findPublishedFile,
  listPublishedAmong,
  publish,
  setIndexed,
  setWithdrawn,
} from '#db/publication/public-document/publications.ts';
import { aDocument, aGroup, aMember, aPerson } from '#db/seed/builders/builders.ts';
import { withDb } from '#tests/support/database.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const now = new Date('2023-03-14T09:00:00Z');
const later = new Date('2023-03-20T09:00:00Z');

async function world(db: Tx) {
  const site = siteOf(db, now);
  const writer = await aPerson(site, { name: 'Nadia Ferrand' });
  const [group, other] = [await aGroup(site), await aGroup(site)];
  await aMember(site, { groupId: group.id, role: 'contributor', userId: writer.id });
  const document = await aDocument(site, { groupId: group.id, createdBy: writer.id, title: 'Guide' });
  const file = { id: site.newId(), groupId: group.id, name: 'a.png', contentType: 'image/png', bytes: 1 };
  const stored = { ...file, width: 1, height: 1, storageKey: 'a/b' };
  await registerFile(db, { ...stored, documentId: document.id, uploadedBy: writer.id, now });
  // Shown by nothing: a text that was published names it all the same.
  const named = { ...stored, id: site.newId() };
  await registerFile(db, { ...named, uploadedBy: writer.id, now });
  const change = (at = now) => ({
    documentId: document.id,
    groupId: group.id,
    by: writer.id,
    now: at,
    activityId: site.newId(),
  });
  const state = (text: string) => ({
    address: 'guide-12345678',
    excerpt: text,
    blocks: [`<p>${text}</p>`],
    outline: [],
    writers: ['Ville de Guise'],
    fileIds: [file.id, named.id],
    seq: 3,
  });
  return { site, group, other, document, stored, change, state };
}

test('[C9] the public has the state that was published last, at the address that it had first', () =>
  withDb(async (db) => {
    const { document, change, state } = await world(db);
    expect(await findPublished(db, 'guide-12345678')).toBeNull();
    await publish(db, { ...change(), ...state('Premier état') });
    await publish(db, { ...change(later), ...state('Second état'), address: 'autre-00000000' });
    expect(await findPublished(db, 'autre-00000000')).toBeNull();
    expect(await findPublished(db, 'guide-12345678')).toMatchObject({
      title: 'Guide',
      blocks: ['<p>Second état</p>'],
      isIndexed: false,
      firstAt: now,
      publishedAt: later,
    });
    expect(await findPublication(db, document.id)).toMatchObject({ publishedBy: 'Nadia Ferrand' });
  }));

test('[C11] a publication taken back says so, its files are absent, and both come back as they were', () =>
  withDb(async (db) => {
    const { document, change, state, stored } = await world(db);
    await publish(db, { ...change(), ...state('Un état') });
    const file = () => findPublishedFile(db, { address: 'guide-12345678', rank: 0 });
    expect(await file()).toEqual(stored);
    expect(await findPublishedFile(db, { address: 'guide-12345678', rank: 1 })).toBeNull();
    expect(await setWithdrawn(db, { ...change(), isWithdrawn: true })).toEqual({ ok: true });
    expect(await setWithdrawn(db, { ...change(), isWithdrawn: true })).toMatchObject({ ok: false });
    expect(await findPublished(db, 'guide-12345678')).toBe('withdrawn');
    expect(await file()).toBeNull();
    expect(await listPublishedAmong(db, [document.id])).toEqual(new Map());
    await setWithdrawn(db, { ...change(), isWithdrawn: false });
    expect(await findPublished(db, 'guide-12345678')).toMatchObject({ blocks: ['<p>Un état</p>'] });
    expect(await file()).toEqual(stored);
    await trashDocument(db, change());
    expect(await findPublished(db, 'guide-12345678')).toBeNull();
    expect(await file()).toBeNull();
    await takeFromTrash(db, { ...change(), kind: 'document', id: document.id });
    expect(await findPublished(db, 'guide-12345678')).not.toBeNull();
  }));

test('[C9] nothing is published, withdrawn or indexed from another group', () =>
  withDb(async (db) => {
    const { other, change, state } = await world(db);
    await publish(db, { ...change(), ...state('Un état') });
    const wrong = () => ({ ...change(), groupId: other.id });
    const absent = { ok: false, error: 'access.notFound' };
    expect(await publish(db, { ...wrong(), ...state('Un autre') })).toEqual(absent);
    expect(await setWithdrawn(db, { ...wrong(), isWithdrawn: true })).toEqual(absent);
    expect(await setIndexed(db, { ...wrong(), isIndexed: true })).toEqual(absent);
    expect(await findPublished(db, 'guide-12345678')).toMatchObject({
      blocks: ['<p>Un état</p>'],
      isIndexed: false,
    });
    expect(await setIndexed(db, { ...change(), isIndexed: true })).toEqual({ ok: true });
    expect(await findPublished(db, 'guide-12345678')).toMatchObject({ isIndexed: true });
  }));
