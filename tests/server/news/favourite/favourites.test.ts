import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { documents } from '#db/documents/schema.ts';
import { findStar, listFavourites } from '#db/news/favourite/favourites.ts';
import { favourites } from '#db/news/favourite/schema.ts';
import { groupMembers } from '#db/people/group/schema.ts';
import { aBoard, aDocument, aGroup, aMember, aPerson } from '#db/seed/builders/builders.ts';
import { KIND_NAMES } from '#shared/kinds.ts';
import { FAVOURITE_KINDS, FAVOURITES_MAX, favouriteAt } from '#shared/news/favourite/favourite.ts';
import { withDb } from '#tests/support/database.ts';
import { operationsOn } from '#tests/support/kernel/operations.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const now = new Date('2023-03-14T09:00:00Z');
const ORIGIN = 'https://cordee.example';

const withGroup = (run: (given: Awaited<ReturnType<typeof world>>) => Promise<void>) =>
  withDb(async (db) => run(await world(db)));

async function world(db: Parameters<Parameters<typeof withDb>[0]>[0]) {
  const site = siteOf(db, now);
  const group = await aGroup(site);
  const [nadia, paul] = [await aPerson(site), await aPerson(site)];
  await aMember(site, { groupId: group.id, userId: nadia.id, role: 'contributor' });
  const document = await aDocument(site, { groupId: group.id, createdBy: nadia.id });
  const board = await aBoard(site, { groupId: group.id, createdBy: nadia.id });
  const operations = operationsOn(db, { now: () => now });
  const run = (name: 'favourite.add' | 'favourite.remove', userId: string | null, ref: object) =>
    operations.run(name, { userId }, ref as never);
  const kept = async (userId: string) =>
    (await listFavourites(db, { userId, now })).map(({ kind }) => kind).toSorted();
  return { db, group, nadia, paul, document, board, run, kept };
}

describe('[FA1] favourites', () => {
  test('are of every kind that a page of its own leads to, and of no other', () => {
    expect(FAVOURITE_KINDS.length).toBeGreaterThan(10);
    expect(FAVOURITE_KINDS.every((kind) => KIND_NAMES.includes(kind))).toBe(true);
    const id = '0b0c2b3e-1111-4222-8333-444455556666';
    expect(favouriteAt(`/documents/${id}-compte-rendu`, ORIGIN)).toEqual({ kind: 'document', id });
    for (const path of ['/', '/recherche', '//autre.example/documents/1', `https://x/${id}`, '/documents'])
      expect(favouriteAt(path, ORIGIN), path).toBeNull();
  });

  test('are kept once, taken away, and of oneself alone', () =>
    withGroup(async ({ db, nadia, paul, document, board, group, run, kept }) => {
      const ref = { kind: 'document', id: document.id };
      expect(await run('favourite.add', nadia.id, ref)).toMatchObject({ ok: true });
      expect(await run('favourite.add', nadia.id, ref)).toMatchObject({ ok: true });
      await run('favourite.add', nadia.id, { kind: 'board', id: board.id });
      await run('favourite.add', nadia.id, { kind: 'group', id: group.id });
      expect(await kept(nadia.id)).toEqual(['board', 'document', 'group']);
      expect(await kept(paul.id)).toEqual([]);
      await run('favourite.remove', paul.id, ref);
      expect(await kept(nadia.id)).toContain('document');
      expect(
        await findStar(db, { ref: { kind: 'document', id: document.id }, userId: nadia.id, now }),
      ).toMatchObject({ isKept: true });
      await run('favourite.remove', nadia.id, ref);
      expect(await kept(nadia.id)).toEqual(['board', 'group']);
    }));

  test('are nothing that somebody may not open, nor who is nobody, nor of no kind', () =>
    withGroup(async ({ paul, document, run, nadia, kept }) => {
      const ref = { kind: 'document', id: document.id };
      expect(await run('favourite.add', paul.id, ref)).toMatchObject({ error: 'access.notFound' });
      expect(await run('favourite.add', null, ref)).toMatchObject({ error: 'access.notFound' });
      const absent = { ...ref, id: '0b0c2b3e-1111-4222-8333-444455556666' };
      expect(await run('favourite.add', nadia.id, absent)).toMatchObject({ error: 'access.notFound' });
      expect(await run('favourite.add', nadia.id, { ...ref, kind: 'person' })).toMatchObject({ ok: false });
      expect(await kept(paul.id)).toEqual([]);
    }));

  test('are not shown any more once their reader may not open them, and come back with the right', () =>
    withGroup(async ({ db, nadia, document, board, run, kept }) => {
      await run('favourite.add', nadia.id, { kind: 'document', id: document.id });
      await run('favourite.add', nadia.id, { kind: 'board', id: board.id });
      await db.update(documents).set({ trashedAt: now }).where(eq(documents.id, document.id));
      expect(await kept(nadia.id)).toEqual(['board']);
      await db.update(documents).set({ trashedAt: null }).where(eq(documents.id, document.id));
      expect(await kept(nadia.id)).toEqual(['board', 'document']);
      await db.delete(groupMembers).where(eq(groupMembers.userId, nadia.id));
      expect(await kept(nadia.id)).toEqual([]);
    }));

  test('are two hundred at most', () =>
    withGroup(async ({ db, nadia, document, board, run }) => {
      const many = Array.from({ length: FAVOURITES_MAX - 1 }, (_, at) => ({
        ...({ userId: nadia.id, kind: 'group', addedAt: now } as const),
        objectId: `absent ${at}`,
      }));
      await db.insert(favourites).values(many);
      expect(await run('favourite.add', nadia.id, { kind: 'document', id: document.id })).toMatchObject({
        ok: true,
      });
      const more = { kind: 'board', id: board.id };
      expect(await run('favourite.add', nadia.id, more)).toMatchObject({ error: 'favourite.tooMany' });
    }));
});
