import { eq } from 'drizzle-orm';
import { afterEach, describe, expect, test } from 'vitest';
import { findRequestNews } from '#db/documents/access/access-request-news.ts';
import { accessRequests } from '#db/documents/access/access-request-schema.ts';
import {
  answerRequest,
  askForAccess,
  findOwnRequest,
  listAccessRequests,
  withdrawRequest,
} from '#db/documents/access/access-requests.ts';
import {
  giveByName,
  listNamedAccess,
  setVisibility,
  takeBackName,
} from '#db/documents/access/document-access.ts';
import { findDocumentForMember, trashDocument } from '#db/documents/documents.ts';
import { deleteForGood } from '#db/documents/trash/tombstones.ts';
import { takeFromTrash } from '#db/documents/trash/trash.ts';
import type { Database, Db } from '#db/kernel/client.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { listActivities } from '#db/people/activity/activities.ts';
import { users } from '#db/people/person/schema.ts';
import { aDocument, aGroup, aMember, anOrganisation, aPerson } from '#db/seed/builders/builders.ts';
import type { DocumentRole } from '#shared/documents/document-access.ts';
import { asReadable } from '#shared/kernel/access/readable.ts';
import { openFreshDatabase, withDb } from '#tests/support/database.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const now = new Date('2023-03-14T09:00:00Z');
const later = new Date('2023-03-15T09:00:00Z');

/** A document of a group, people who stand differently towards it, and another group. */
async function around(db: Db) {
  const site = siteOf(db, now);
  const [guise, laon] = [await anOrganisation(site), await anOrganisation(site, { name: 'Ville de Laon' })];
  const [group, other] = [await aGroup(site, { name: 'Nature' }), await aGroup(site)];
  const people = {
    facilitator: await aPerson(site, { email: 'a@exemple.test' }),
    organisationFacilitator: await aPerson(site, { email: 'b@exemple.test', organisationId: guise.id }),
    contributor: await aPerson(site),
    observer: await aPerson(site),
    stranger: await aPerson(site, { name: 'Yann Le Goff', organisationId: laon.id }),
  };
  for (const role of ['facilitator', 'contributor', 'observer'] as const)
    await aMember(site, { groupId: group.id, role, userId: people[role].id });
  await aMember(site, { groupId: group.id, role: 'facilitator', organisationId: guise.id });
  const document = await aDocument(site, { groupId: group.id, createdBy: people.contributor.id });
  const ask = async (
    by: { id: string },
    more: { role?: DocumentRole; message?: string; now?: Date } = {},
  ) => {
    const requestId = site.newId();
    const asked = { role: 'reader' as const, message: '', now, ...more };
    await inTransaction(db, (tx) =>
      askForAccess(tx, { requestId, documentId: document.id, userId: by.id, ...asked }),
    );
    return requestId;
  };
  const change = (by = people.contributor.id) => ({
    documentId: document.id,
    groupId: group.id,
    by,
    now,
    activityId: site.newId(),
  });
  const answer = (requestId: string, role: DocumentRole | null, by?: string) =>
    inTransaction(db, (tx) => answerRequest(tx, { ...change(by), requestId, role, accessId: site.newId() }));
  const readable = asReadable<'document'>(document.id);
  const waiting = () => listAccessRequests(db, { documentId: readable, groupId: group.id, now });
  const accessOf = async ({ id }: { id: string }) =>
    (await findDocumentForMember(db, { documentId: document.id, userId: id, now }))?.access ?? null;
  return { site, people, group, other, laon, document, ask, change, answer, waiting, accessOf };
}

const answered = { ok: false, error: 'accessRequest.answered' };
const absent = { ok: false, error: 'access.notFound' };

describe('[A11] asking for access', () => {
  test('one request a person and document: asking again replaces what was asked, and is no news', () =>
    withDb(async (db) => {
      const { ask, people, waiting, laon, document } = await around(db);
      const first = await ask(people.stranger, { message: 'Pour la réunion' });
      const second = await ask(people.stranger, { role: 'editor', message: 'Pour écrire', now: later });
      expect(await waiting()).toEqual([
        {
          id: first,
          role: 'editor',
          message: 'Pour écrire',
          askedAt: later,
          person: { id: people.stranger.id, name: 'Yann Le Goff' },
          organisation: expect.objectContaining({ id: laon.id }),
          access: null,
        },
      ]);
      expect(await findRequestNews(db, { requestId: second, now })).toBeNull();
      expect(await findRequestNews(db, { requestId: first, now })).toEqual({
        document: { id: document.id, title: document.title },
        group: 'Nature',
        asker: 'Yann Le Goff',
        askerId: people.stranger.id,
        organisation: 'Ville de Laon',
        role: 'editor',
        message: 'Pour écrire',
        facilitators: [people.facilitator, people.organisationFacilitator].map(({ id, name, email }) => ({
          id,
          name,
          email,
        })),
      });
    }));

  test('nothing is kept for an unknown document, one in the trash, and those who have as much or are suspended', () =>
    withDb(async (db) => {
      const { ask, people, change, waiting, site } = await around(db);
      await ask(people.contributor, { role: 'editor' });
      await ask(people.observer, { role: 'reader' });
      await ask(people.observer, { role: 'commenter' });
      await db.update(users).set({ suspendedAt: now }).where(eq(users.id, people.stranger.id));
      await ask(people.stranger);
      await askForAccess(db, {
        requestId: site.newId(),
        documentId: site.newId(),
        userId: people.observer.id,
        role: 'editor',
        message: '',
        now,
      });
      expect(await waiting()).toEqual([]);
      await trashDocument(db, change());
      await ask(people.observer, { role: 'editor' });
      expect(await db.$count(accessRequests)).toBe(0);
    }));

  test('who has less may ask for more; only the asker sees it again and takes it back', () =>
    withDb(async (db) => {
      const { ask, people, waiting, document } = await around(db);
      await ask(people.observer, { role: 'editor', message: 'Pour corriger' });
      const own = { documentId: asReadable<'document'>(document.id), userId: people.observer.id };
      const others = { documentId: asReadable<'document'>(document.id), userId: people.stranger.id };
      expect(await findOwnRequest(db, own)).toEqual({
        role: 'editor',
        message: 'Pour corriger',
        askedAt: now,
      });
      expect(await findOwnRequest(db, others)).toBeNull();
      await withdrawRequest(db, others);
      expect(await waiting()).toMatchObject([{ access: 'comment' }]);
      await withdrawRequest(db, own);
      expect(await waiting()).toEqual([]);
    }));

  test('it is not listed to another group, waits while its document is in the trash, and leaves with it', () =>
    withDb(async (db) => {
      const { ask, people, waiting, other, document, change } = await around(db);
      const requestId = await ask(people.stranger);
      expect(
        await listAccessRequests(db, { documentId: asReadable(document.id), groupId: other.id, now }),
      ).toEqual([]);
      await trashDocument(db, change());
      expect(await waiting()).toEqual([]);
      expect(await findRequestNews(db, { requestId, now })).toBeNull();
      await takeFromTrash(db, { ...change(), kind: 'document', id: document.id });
      expect(await waiting()).toHaveLength(1);
      await deleteForGood(db, `document:${document.id}`, now);
      expect(await db.$count(accessRequests)).toBe(0);
    }));

  test('an account that is deleted takes its requests along; a suspended one is neither listed nor told', () =>
    withDb(async (db) => {
      const { ask, people, waiting, answer } = await around(db);
      const requestId = await ask(people.stranger);
      const suspend = (suspendedAt: Date | null) =>
        db.update(users).set({ suspendedAt }).where(eq(users.id, people.stranger.id));
      await suspend(now);
      expect(await waiting()).toEqual([]);
      expect(await findRequestNews(db, { requestId, now })).toBeNull();
      await suspend(null);
      expect(await waiting()).toHaveLength(1);
      await suspend(now);
      expect(await answer(requestId, 'reader')).toEqual(answered);
      await suspend(null);
      await ask(people.stranger);
      await db.delete(users).where(eq(users.id, people.stranger.id));
      expect(await db.$count(accessRequests)).toBe(0);
    }));
});

describe('[A11] answering a request', () => {
  test.each([
    ['reader', 'read'],
    ['commenter', 'comment'],
    ['editor', 'write'],
  ] as const)('accepted as %s it gives %s by name, and the group hears that access changed', (role, access) =>
    withDb(async (db) => {
      const { ask, people, answer, accessOf, waiting, group, document } = await around(db);
      const requestId = await ask(people.stranger);
      expect(await answer(requestId, role)).toEqual({
        ok: true,
        value: {
          asker: { id: people.stranger.id, name: 'Yann Le Goff', email: people.stranger.email },
          title: document.title,
          askedAt: now,
          granted: role,
          mayRead: true,
        },
      });
      expect(await accessOf(people.stranger)).toBe(access);
      expect(await waiting()).toEqual([]);
      const groupIds = [asReadable<'group'>(group.id)];
      const heard = { groupIds, limit: 9, userId: people.contributor.id, now };
      expect(await listActivities(db, heard)).toMatchObject([{ verb: 'document.accessChanged' }]);
    }),
  );

  test('refused it gives nothing, tells no title to those who may not read, and may be asked again', () =>
    withDb(async (db) => {
      const { ask, people, answer, accessOf, waiting, document } = await around(db);
      expect(await answer(await ask(people.stranger), null)).toMatchObject({
        value: { granted: null, mayRead: false },
      });
      expect(await answer(await ask(people.observer, { role: 'editor' }), null)).toMatchObject({
        value: { granted: null, mayRead: true },
      });
      expect(await accessOf(people.stranger)).toBeNull();
      expect(await accessOf(people.observer)).toBe('comment');
      expect(await listNamedAccess(db, asReadable(document.id))).toEqual([]);
      const again = await ask(people.stranger);
      expect(await waiting()).toMatchObject([{ id: again }]);
    }));

  test('from another group, of another document or in the trash nothing is answered', () =>
    withDb(async (db) => {
      const { ask, people, answer, change, other, site, waiting, accessOf, document } = await around(db);
      const requestId = await ask(people.stranger);
      const accessId = site.newId();
      const to = { requestId, role: 'editor' as const, accessId };
      const wrong = { ...change(people.stranger.id), groupId: other.id };
      expect(await answerRequest(db, { ...wrong, ...to })).toEqual(absent);
      const own = await aDocument(site, { groupId: other.id, createdBy: people.stranger.id });
      expect(await answerRequest(db, { ...wrong, documentId: own.id, ...to })).toEqual(answered);
      expect(await waiting()).toHaveLength(1);
      await trashDocument(db, change());
      expect(await answer(requestId, 'editor')).toEqual(absent);
      await takeFromTrash(db, { ...change(), kind: 'document', id: document.id });
      expect(await accessOf(people.stranger)).toBeNull();
      expect(await answer(requestId, 'editor')).toMatchObject({ ok: true });
    }));

  test('a name given meanwhile is never made less, and giving as much by hand answers', () =>
    withDb(async (db) => {
      const { ask, people, answer, accessOf, waiting, change, site, document } = await around(db);
      const give = (role: DocumentRole) =>
        giveByName(db, { ...change(), to: { userId: people.stranger.id }, role, accessId: site.newId() });
      const requestId = await ask(people.stranger, { role: 'editor' });
      await give('commenter');
      expect(await waiting()).toMatchObject([{ id: requestId, access: 'comment' }]);
      expect(await answer(requestId, 'reader')).toMatchObject({ ok: true });
      expect(await accessOf(people.stranger)).toBe('comment');
      await ask(people.stranger, { role: 'editor' });
      await give('editor');
      expect(await waiting()).toEqual([]);
      const [{ id } = { id: '' }] = await listNamedAccess(db, asReadable(document.id));
      await takeBackName(db, { ...change(), accessId: id });
      expect(await waiting()).toEqual([]);
    }));

  test('who came to have as much in another way waits no longer', () =>
    withDb(async (db) => {
      const { ask, people, waiting, change, site } = await around(db);
      await ask(people.stranger);
      await setVisibility(db, { ...change(), visibility: 'programme', accessId: site.newId() });
      expect(await waiting()).toEqual([]);
    }));
});

describe('[A11] two at once', () => {
  let database: Database | undefined;
  afterEach(() => database?.close());

  test('of two who answer one wins and the other is told; of two who ask for one person one request is left', async () => {
    database = await openFreshDatabase();
    const { ask, people, answer, waiting, accessOf } = await around(database.db);
    await Promise.all([ask(people.stranger), ask(people.stranger), ask(people.stranger)]);
    const [request, ...more] = await waiting();
    expect(more).toEqual([]);
    const requestId = request?.id ?? '';
    const [one, two] = await Promise.all([
      answer(requestId, 'commenter', people.facilitator.id),
      answer(requestId, null, people.contributor.id),
    ]);
    expect([one, two].filter(({ ok }) => ok)).toHaveLength(1);
    expect([one, two].filter(({ ok }) => !ok)).toEqual([answered]);
    expect(await accessOf(people.stranger)).toBe(one.ok ? 'comment' : null);
  });
});
