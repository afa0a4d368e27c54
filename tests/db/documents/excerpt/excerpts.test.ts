import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { setVisibility } from '#db/documents/access/document-access.ts';
import { moveToGroup } from '#db/documents/document-moves.ts';
import { createExcerpt } from '#db/documents/excerpt/excerpts.ts';
import { listQuoting } from '#db/documents/excerpt/quoting-documents.ts';
import { findObjectNames } from '#db/documents/object/object-names.ts';
import type { Database } from '#db/kernel/client.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { groupMembers } from '#db/people/group/schema.ts';
import { useCaseSheets } from '#db/publication/sheet/schema.ts';
import { saveDocumentProjection } from '#db/realtime/projections.ts';
import { aDocument, aGroup, aMember, aPerson, type Site } from '#db/seed/builders/builders.ts';
import { asReadable } from '#shared/kernel/access/readable.ts';
import { openFreshDatabase } from '#tests/support/database.ts';
import { siteOf } from '#tests/support/publication/site.ts';
import { appended } from '#tests/support/realtime/appended.ts';

const now = new Date('2026-03-03T09:00:00Z');
const SHA = 'a'.repeat(64);
const WORDS = 'b'.repeat(64);
let database: Database;
let site: Site;
beforeAll(async () => {
  database = await openFreshDatabase();
  site = siteOf(database.db, now);
});
afterAll(() => database.close());

/** A source in the group of one city, quoted in a document of another group, where somebody of both writes. */
async function aQuotation() {
  const [here, there] = [await aGroup(site), await aGroup(site)];
  const [writer, reader, outsider] = [await aPerson(site), await aPerson(site), await aPerson(site)];
  for (const { id: groupId } of [here, there])
    await aMember(site, { groupId, userId: writer.id, role: 'contributor' });
  await aMember(site, { groupId: here.id, userId: reader.id, role: 'observer' });
  const source = await aDocument(site, { groupId: here.id, createdBy: writer.id, title: 'Journal' });
  const target = await aDocument(site, { groupId: there.id, createdBy: writer.id, title: 'Synthèse' });
  const id = site.newId();
  await inTransaction(site.db, (tx) =>
    createExcerpt(tx, {
      excerpt: {
        id,
        documentId: target.id,
        sourceId: source.id,
        mode: 'live',
        passage: [],
        latestWords: WORDS,
        seenSeq: 1,
        followedBy: writer.id,
        createdBy: writer.id,
        createdAt: now,
      },
      state: {
        sha: SHA,
        words: WORDS,
        seq: 1,
        anchor: 'titre-ombre',
        colour: 2,
        takenBy: writer.id,
        takenAt: now,
      },
    }),
  );
  await stands(target.id, id);
  return { here, there, writer, reader, outsider, source, target, id };
}

/** These excerpts stand in the document. */
async function stands(documentId: string, ...excerpts: string[]): Promise<void> {
  const rest = { text: '', excerpt: '', outline: [], words: 0, characters: {}, outcomes: [] };
  const room = `document:${documentId}`;
  const seq = await appended(database.run, room, now);
  await saveDocumentProjection(database.run, { room, id: documentId, seq }, { ...rest, excerpts }, now);
}

const quotedIn = async (sourceId: string, userId: string) => {
  const { documents, others } = await listQuoting(site.db, { sourceId: asReadable(sourceId), userId, now });
  return [documents.map(({ title, follows }) => [title, follows]), others];
};

async function named(id: string, userId: string, sha = SHA) {
  const refs = [{ kind: 'excerpt', id: `${id}/${sha}` }];
  const names = await findObjectNames(site.db, { refs, userId, now });
  const found = names[`excerpt:${id}/${sha}`];
  return [found?.name, found?.href, found?.excerpt?.standing];
}

test('[EC10] a source names the documents that quote it to whoever may read them, and to others only how many', async () => {
  const { writer, reader, source, target, id, there } = await aQuotation();
  expect(await quotedIn(source.id, writer.id)).toEqual([[['Synthèse', true]], 0]);
  expect(await quotedIn(source.id, reader.id)).toEqual([[], 1]);
  const copy = await aDocument(site, { groupId: there.id, createdBy: writer.id, title: 'Copie' });
  await stands(copy.id, id, 'c'.repeat(36));
  expect(await quotedIn(source.id, writer.id)).toEqual([
    [
      ['Copie', true],
      ['Synthèse', true],
    ],
    0,
  ]);
  await stands(copy.id);
  await stands(target.id);
  expect(await quotedIn(source.id, writer.id)).toEqual([[], 0]);
});

test('[EC2] [EC7] title and place are for readers of the source; words that nobody gave are not verified for anybody', async () => {
  const { writer, reader, outsider, source, id } = await aQuotation();
  for (const { id: who } of [writer, reader])
    expect(await named(id, who)).toEqual([
      'Journal',
      `/documents/${source.id}-journal#titre-ombre`,
      'current',
    ]);
  expect(await named(id, outsider.id)).toEqual(['', null, 'hidden']);
  for (const { id: who } of [writer, outsider])
    expect(await named(id, who, 'd'.repeat(64))).toEqual(['', null, 'unverified']);
  expect(await named(site.newId(), writer.id)).toEqual(['', null, 'unverified']);
});

test('[EC7] a source that is moved or closed is for those who may read it where it is; so is one of a city that leaves', async () => {
  const { here, there, writer, reader, source, id } = await aQuotation();
  const change = { documentId: source.id, by: writer.id, now };
  const activityIds = [site.newId(), site.newId()] as const;
  await inTransaction(site.db, (tx) =>
    moveToGroup(tx, { ...change, groupId: here.id, toGroupId: there.id, activityIds }),
  );
  expect((await named(id, reader.id))[2]).toBe('hidden');
  expect((await named(id, writer.id))[2]).toBe('current');
  const closing = { ...change, groupId: there.id, activityId: site.newId(), accessId: site.newId() };
  await inTransaction(site.db, (tx) => setVisibility(tx, { ...closing, visibility: 'programme' }));
  expect((await named(id, reader.id))[2]).toBe('current');
  await inTransaction(site.db, (tx) =>
    setVisibility(tx, { ...closing, activityId: site.newId(), visibility: 'group' }),
  );
  await site.db
    .delete(groupMembers)
    .where(and(eq(groupMembers.groupId, there.id), eq(groupMembers.userId, writer.id)));
  expect(await named(id, writer.id)).toEqual(['', null, 'hidden']);
});

test('[EC7] a sheet that was withdrawn says so to everybody, and its title still only to its readers', async () => {
  const { reader, outsider, source, id } = await aQuotation();
  const sheet = { id: site.newId(), documentId: source.id, uses: [], createdAt: now };
  await site.db.insert(useCaseSheets).values({ ...sheet, state: 'withdrawn' });
  expect((await named(id, reader.id)).slice(0, 1)).toEqual(['Journal']);
  expect((await named(id, reader.id))[2]).toBe('withdrawn');
  expect(await named(id, outsider.id)).toEqual(['', null, 'withdrawn']);
});
