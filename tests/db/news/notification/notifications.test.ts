import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { answerRequest, askForAccess } from '#db/documents/access/access-requests.ts';
import { replyToThread, startThread } from '#db/documents/comment/comments.ts';
import { documents } from '#db/documents/schema.ts';
import { inTransaction, type Tx } from '#db/kernel/transaction.ts';
import { tellNext } from '#db/news/notification/notification-fan-out.ts';
import { countUnread, listHeard, markRead, markUnread } from '#db/news/notification/notifications.ts';
import { notifications } from '#db/news/notification/schema.ts';
import { setWatch } from '#db/news/notification/watches.ts';
import { recordActivity } from '#db/people/activity/activities.ts';
import { groupMembers } from '#db/people/group/schema.ts';
import { users } from '#db/people/person/schema.ts';
import { aBoard, aDocument, aGroup, aMember, aPerson } from '#db/seed/builders/builders.ts';
import { linesOf } from '#shared/news/notification/lines.ts';
import type { ActivityVerb } from '#shared/people/activity/activity.ts';
import { withDb } from '#tests/support/database.ts';
import { operationsOn } from '#tests/support/kernel/operations.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const now = new Date('2023-03-14T09:00:00Z');
const later = new Date('2023-03-14T10:00:00Z');

/** Nadia made a document and a board; Yann writes, Étienne watches nothing, Olga is of another group. */
async function fill(db: Tx) {
  const site = siteOf(db, now);
  const group = await aGroup(site, { name: 'Nature' });
  const other = await aGroup(site, { name: 'Chaleur' });
  const person = async (name: string) => (await aPerson(site, { name })).id;
  const people = {
    nadia: await person('Nadia'),
    yann: await person('Yann'),
    etienne: await person('Étienne'),
    olga: await person('Olga'),
  };
  for (const userId of [people.nadia, people.yann, people.etienne])
    await aMember(site, { groupId: group.id, userId, role: 'contributor' });
  await aMember(site, { groupId: other.id, userId: people.olga, role: 'facilitator' });
  const document = await aDocument(site, { groupId: group.id, createdBy: people.nadia, title: 'Ombre' });
  const board = await aBoard(site, { groupId: group.id, createdBy: people.nadia, title: 'Suivi' });
  const tell = async () => {
    while (await tellNext(db, { now, newId: site.newId }));
  };
  const heard = async (userId: string) => {
    await tell();
    return (await listHeard(db, { userId, now })).map(({ verb, reason }) => `${verb} ${reason}`);
  };
  const happen = (verb: ActivityVerb, by: string, details?: Record<string, string>, objectId = document.id) =>
    recordActivity(db, {
      id: site.newId(),
      groupId: group.id,
      actorId: by,
      verb,
      objectId,
      title: 'Ombre',
      now,
      ...(details && { details }),
    });
  const passage = {
    start: new Uint8Array([1, 2, 3]),
    end: new Uint8Array([1, 2, 3]),
    quote: 'a',
    before: '',
    after: '',
  };
  return {
    db,
    site,
    group: group.id,
    other: other.id,
    document,
    board,
    ...people,
    passage,
    tell,
    heard,
    happen,
  };
}
type World = Awaited<ReturnType<typeof fill>>;
const withWorld = (run: (world: World) => Promise<void>) => withDb(async (db) => run(await fill(db)));

test('[NO1] each activity is told once, however often it is looked for', () =>
  withWorld(async ({ db, heard, happen, nadia, yann, tell }) => {
    await happen('document.renamed', yann);
    expect(await heard(nadia)).toEqual(['document.renamed own']);
    await tell();
    expect(await db.$count(notifications)).toBe(1);
  }));

test('[NO2] nobody hears of their own doing, and without following only of what concerns them', () =>
  withWorld(async ({ heard, happen, nadia, yann, etienne, olga }) => {
    await happen('document.renamed', nadia);
    await happen('document.suggested', yann);
    expect(await heard(nadia)).toEqual(['document.suggested suggestion']);
    expect(await heard(etienne)).toEqual([]);
    expect(await heard(olga)).toEqual([]);
  }));

test('[NO2] whoever is named, and whoever spoke in a thread, hears of what is said there', () =>
  withWorld(async ({ db, site, group, document, board, heard, nadia, yann, etienne, olga }) => {
    const thread = site.newId();
    const card = { boardId: board.id, cardId: site.newId(), groupId: group };
    const by = (userId: string, mentions: string[] = []) => ({
      by: userId,
      access: 'write' as const,
      now,
      commentId: site.newId(),
      body: 'Bonjour',
      mentions,
    });
    await startThread(db, {
      ...card,
      ...by(yann, [etienne, olga]),
      threadId: thread,
      passage: null,
      activityId: site.newId(),
    });
    await replyToThread(db, { ...card, ...by(etienne, [nadia]), threadId: thread });
    expect(await heard(etienne)).toEqual(['board.commented mention']);
    expect(await heard(yann)).toEqual(['board.replied reply']);
    expect((await heard(nadia)).sort()).toEqual(['board.commented own', 'board.replied mention']);
    expect(await heard(olga)).toEqual([]);
    expect(document.id).toBeTruthy();
  }));

test('[NO3] the group, or the object before it, is followed wholly or not at all', () =>
  withWorld(async ({ db, group, other, document, heard, happen, nadia, yann, etienne, olga }) => {
    const watch = (
      userId: string,
      kind: 'group' | 'document',
      objectId: string,
      level: 'all' | 'none' | null,
    ) =>
      operationsOn(db, { now: () => now }).run(
        'notification.watch',
        { userId },
        { kind, objectId, level: level ?? 'inherit' },
      );
    await watch(etienne, 'group', group, 'all');
    await watch(nadia, 'document', document.id, 'none');
    await happen('document.renamed', yann);
    expect(await heard(etienne)).toEqual(['document.renamed group']);
    expect(await heard(nadia)).toEqual([]);
    await watch(etienne, 'document', document.id, 'none');
    await watch(nadia, 'document', document.id, null);
    await happen('document.published', yann);
    expect(await heard(etienne)).toEqual(['document.renamed group']);
    expect(await heard(nadia)).toEqual(['document.published own']);
    // Nobody follows what they may not see.
    expect(await watch(olga, 'document', document.id, 'all')).toMatchObject({ error: 'access.notFound' });
    expect(await watch(etienne, 'group', other, 'all')).toMatchObject({ error: 'access.notFound' });
  }));

test('[NO2] a request and its answer reach those who are asked, and who asked', () =>
  withWorld(async ({ db, site, group, document, heard, nadia, olga }) => {
    const requestId = site.newId();
    await askForAccess(db, {
      requestId,
      documentId: document.id,
      userId: olga,
      role: 'reader',
      message: '',
      now,
    });
    const answer = { documentId: document.id, groupId: group, by: nadia, now, activityId: site.newId() };
    await answerRequest(db, { ...answer, requestId, role: null, accessId: site.newId() });
    expect(await heard(olga)).toEqual(['accessRequest.declined request']);
    const [refusal] = await listHeard(db, { userId: olga, now });
    expect(refusal?.title).toBe('');
  }));

test('[NO7] whoever may no longer see a document, or its group, hears nothing and finds nothing', () =>
  withWorld(async ({ db, group, document, heard, happen, tell, nadia, yann, etienne }) => {
    await inTransaction(db, (tx) =>
      setWatch(tx, { userId: etienne, kind: 'group', objectId: group, level: 'all' }),
    );
    await happen('document.renamed', yann);
    await happen('member.joined', yann, {}, yann);
    await tell();
    expect(await countUnread(db, { userId: etienne, now })).toBe(2);
    await db.update(documents).set({ visibility: 'restricted' }).where(eq(documents.id, document.id));
    expect(await heard(etienne)).toEqual(['member.joined group']);
    await happen('document.published', yann);
    await db.update(documents).set({ visibility: 'group' }).where(eq(documents.id, document.id));
    expect(await heard(etienne)).toHaveLength(3);
    await db.delete(groupMembers).where(eq(groupMembers.userId, etienne));
    expect(await heard(etienne)).toEqual([]);
    expect(await countUnread(db, { userId: etienne, now })).toBe(0);
    await db.update(users).set({ suspendedAt: now }).where(eq(users.id, nadia));
    await happen('document.renamed', yann);
    await tell();
    expect(await db.$count(notifications, eq(notifications.userId, nadia))).toBe(2);
  }));

test('[NO6] several events of one object are one line; opening it reads them, for oneself alone', () =>
  withWorld(async ({ db, group, document, board, heard, happen, nadia, yann, etienne }) => {
    await inTransaction(db, (tx) =>
      setWatch(tx, { userId: etienne, kind: 'group', objectId: group, level: 'all' }),
    );
    await happen('document.edited', yann, { from: '3', to: '9' });
    await happen('document.edited', etienne, { from: '9', to: '12' });
    await happen('board.renamed', yann, {}, board.id);
    await heard(nadia);
    const lines = linesOf(await listHeard(db, { userId: nadia, now }));
    expect(lines).toHaveLength(2);
    expect(lines.find(({ objectKind }) => objectKind === 'document')).toMatchObject({
      count: 2,
      verb: 'document.edited',
      edits: { from: 3, to: 12 },
    });
    await inTransaction(db, (tx) => markRead(tx, { userId: nadia, now: later, object: document }));
    expect(await countUnread(db, { userId: nadia, now })).toBe(1);
    expect(await countUnread(db, { userId: etienne, now })).toBe(2);
    await inTransaction(db, (tx) => markRead(tx, { userId: nadia, now: later }));
    expect(await countUnread(db, { userId: nadia, now })).toBe(0);
    await inTransaction(db, (tx) => markUnread(tx, { userId: yann, readAt: later }));
    expect(await countUnread(db, { userId: nadia, now })).toBe(0);
    await inTransaction(db, (tx) => markUnread(tx, { userId: nadia, readAt: later }));
    expect(await countUnread(db, { userId: nadia, now })).toBe(2);
  }));
