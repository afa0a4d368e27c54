import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { trashDocument } from '#db/documents/documents.ts';
import type { Tx } from '#db/kernel/transaction.ts';
import { themes } from '#db/people/group/schema.ts';
import { publishedInterviews } from '#db/publication/interview/schema.ts';
import {
  countPublicGuides,
  listGuideThemes,
  listPublicGuides,
} from '#db/publication/public-document/public-guides.ts';
import { publish, setIndexed, setWithdrawn } from '#db/publication/public-document/publications.ts';
import { aDocument, aGroup, aPerson } from '#db/seed/builders/builders.ts';
import { withDb } from '#tests/support/database.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const now = new Date('2023-03-14T09:00:00Z');

/** A document that is published for anybody, or for those who have its address only. */
async function world(db: Tx) {
  const site = siteOf(db, now);
  const writer = await aPerson(site, { name: 'Nadia Ferrand' });
  const group = await aGroup(site);
  const make = async (title: string, { isIndexed = true, day = 14 } = {}) => {
    const { id: documentId } = await aDocument(site, { groupId: group.id, createdBy: writer.id, title });
    const at = new Date(Date.UTC(2023, 2, day));
    const change = { documentId, groupId: group.id, by: writer.id, now: at };
    const state = { excerpt: title, blocks: [`<p>${title}</p>`], outline: [], fileIds: [], seq: 1 };
    const address = `${title.toLowerCase()}-${documentId.slice(0, 8)}`;
    await publish(db, { ...change, ...state, address, writers: ['Guise'], activityId: site.newId() });
    await setIndexed(db, { ...change, isIndexed, activityId: site.newId() });
    return { ...change, activityId: site.newId() };
  };
  const titles = async (asked: Partial<Parameters<typeof listPublicGuides>[1]> = {}) =>
    (await listPublicGuides(db, { size: 10, ...asked })).map(({ title }) => title);
  return { site, writer, group, make, titles };
}

test('[PS12] guides are what anybody may find, the last published first, page by page', () =>
  withDb(async (db) => {
    const { make, titles, site, group, writer } = await world(db);
    await make('Premier', { day: 1 });
    await make('Second', { day: 2 });
    await make('Discret', { isIndexed: false });
    await aDocument(site, { groupId: group.id, createdBy: writer.id, title: 'Brouillon' });
    expect(await titles()).toEqual(['Second', 'Premier']);
    expect(await titles({ size: 1, offset: 1 })).toEqual(['Premier']);
    expect(await countPublicGuides(db)).toBe(2);
  }));

test('[PS12] what is withdrawn, thrown away, or has a page of its own is none', () =>
  withDb(async (db) => {
    const { make, titles, writer } = await world(db);
    const kept = await make('Gardé');
    const withdrawn = await make('Retiré');
    await setWithdrawn(db, { ...withdrawn, isWithdrawn: true });
    const { documentId, groupId } = await make('Jeté');
    await trashDocument(db, {
      documentId,
      groupId,
      by: writer.id,
      now,
      activityId: crypto.randomUUID(),
    });
    const interview = await make('Entretien');
    const fields = { personName: '', personRole: '', organisation: '', hook: '' };
    await db
      .insert(publishedInterviews)
      .values({ documentId: interview.documentId, ...fields, published: fields });
    expect(await titles()).toEqual(['Gardé']);
    expect(kept.documentId).toBeTruthy();
  }));

test('[PS12] they are narrowed by the theme of their group', () =>
  withDb(async (db) => {
    const { make, titles, group } = await world(db);
    await make('Arbres');
    await db.update(themes).set({ key: 'risques' }).where(eq(themes.id, group.themeId));
    expect(await titles({ theme: 'risques' })).toEqual(['Arbres']);
    expect(await titles({ theme: 'biodiversite' })).toEqual([]);
    expect(await countPublicGuides(db, 'biodiversite')).toBe(0);
    expect(await listGuideThemes(db)).toEqual(['risques']);
  }));
