import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { listDocumentPeople } from '#db/documents/access/document-people.ts';
import { countThreads, listThreads, markRead } from '#db/documents/comment/comment-threads.ts';
import { replyToThread, startThread } from '#db/documents/comment/comments.ts';
import { users } from '#db/people/person/schema.ts';
import { aMember, anOrganisation, aPerson } from '#db/seed/builders/builders.ts';
import { withDb } from '#tests/support/database.ts';
import { aPassage, at, commentWorld, now } from '#tests/support/documents/comments.ts';

describe('a comment', () => {
  test('[CM6] names only people who see the document', () =>
    withDb(async (db) => {
      const { begin, threads, writer, site, group, stranger, reviewer, place } = await commentWorld(db);
      await begin();
      expect((await threads(writer.id))[0]?.comments[0]?.mentions.map(({ id }) => id)).toEqual([writer.id]);
      const city = await anOrganisation(site, { name: 'Saint-Aubin' });
      await aMember(site, { groupId: group.id, role: 'contributor', organisationId: city.id });
      const colleague = await aPerson(site, { name: 'Yann Le Goff', organisationId: city.id });
      const admin = await aPerson(site, { name: 'Élise Admin', platformRole: 'admin' });
      const former = await aPerson(site, { name: 'Zoé Partie' });
      await aMember(site, { groupId: group.id, role: 'consultant', userId: former.id, until: at(-1) });
      const people = await listDocumentPeople(db, { ...place, now });
      expect(people.map(({ id }) => id)).toEqual([admin.id, reviewer.id, writer.id, colleague.id]);
      expect(people.map(({ id }) => id)).not.toContain(stranger.id);
    }));

  test('[CM7] is unread for the others until they have read it, and never for its author', () =>
    withDb(async (db) => {
      const { begin, place, writer, reviewer, threadId, asWriter, asReviewer, said } = await commentWorld(db);
      await begin();
      const unread = async (userId: string) => (await countThreads(db, { ...place, userId })).unread;
      expect([await unread(writer.id), await unread(reviewer.id)]).toEqual([1, 0]);
      await markRead(db, { ...place, userId: writer.id, threadIds: [threadId, 'unknown'], now: at(1) });
      expect(await unread(writer.id)).toBe(0);
      await replyToThread(db, { ...asWriter, ...said(), threadId, now: at(2) });
      expect([await unread(writer.id), await unread(reviewer.id)]).toEqual([0, 1]);
      await replyToThread(db, { ...asReviewer, ...said(), threadId, now: at(3) });
      expect([await unread(writer.id), await unread(reviewer.id)]).toEqual([1, 1]);
      const [thread] = await listThreads(db, { ...place, userId: writer.id });
      expect(thread?.isUnread).toBe(true);
    }));

  test('[CM1] stays when its author’s account is gone', () =>
    withDb(async (db) => {
      const { site, place, writer, group, said } = await commentWorld(db);
      const leaving = await aPerson(site);
      const threadId = site.newId();
      await startThread(db, {
        ...place,
        ...said('Une remarque.'),
        by: leaving.id,
        access: 'comment',
        now,
        threadId,
        activityId: site.newId(),
        passage: aPassage(),
      });
      await db.delete(users).where(eq(users.id, leaving.id));
      const [thread] = await listThreads(db, {
        documentId: place.documentId,
        groupId: group.id,
        userId: writer.id,
      });
      expect(thread).toMatchObject({
        author: null,
        comments: [{ author: null, body: 'Une remarque.' }],
        isUnread: true,
      });
    }));
});
