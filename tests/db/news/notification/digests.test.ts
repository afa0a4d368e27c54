import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { startThread } from '#db/documents/comment/comments.ts';
import { inTransaction, type Tx } from '#db/kernel/transaction.ts';
import { markRead as markNewsRead } from '#db/news/group-visits.ts';
import { changesSince } from '#db/news/news.ts';
import { listDigestsDue, takeDigest } from '#db/news/notification/digests.ts';
import { tellNext } from '#db/news/notification/notification-fan-out.ts';
import { unsubscribe } from '#db/news/notification/notification-settings.ts';
import { markRead } from '#db/news/notification/notifications.ts';
import { setWatch } from '#db/news/notification/watches.ts';
import { groupMembers } from '#db/people/group/schema.ts';
import { aBoard, aDocument, aGroup, aMember, aPerson } from '#db/seed/builders/builders.ts';
import type { ActivityVerb } from '#shared/people/activity/activity.ts';
import { withDb } from '#tests/support/database.ts';
import { aPassage } from '#tests/support/documents/comments.ts';
import { aDataset, HEARD_THINGS, happened } from '#tests/support/programme/heard-objects.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const monday = new Date('2023-03-20T07:00:00Z');
const day = (days: number) => new Date(monday.getTime() - days * 24 * 3_600_000);
const weekAgo = day(7);

/** A week of a group in which Nadia did nothing and Yann a bit of everything; Olga is elsewhere. */
async function fill(db: Tx) {
  const site = siteOf(db, day(3));
  const [group, other] = [await aGroup(site, { name: 'Nature' }), await aGroup(site)];
  const person = async (groupId: string) => {
    const { id } = await aPerson(site);
    await aMember(site, { groupId, userId: id, role: 'contributor' });
    return id;
  };
  const [nadia, yann, olga] = [await person(group.id), await person(group.id), await person(other.id)];
  const made = { groupId: group.id, createdBy: yann };
  const happen = (id: string, verb: ActivityVerb, at = site) =>
    happened(at, { id, verb }, { groupId: group.id, by: yann });
  const board = await aBoard(site, made);
  await happen(board.id, 'board.created');
  await happen((await HEARD_THINGS.meeting(site, made)).id, 'meeting.planned');
  await happen((await HEARD_THINGS.resource(site, made)).id, 'resource.shared');
  await happen(await aDataset(site, made), 'dataset.created');
  const document = await aDocument(siteOf(db, day(30)), {
    groupId: group.id,
    createdBy: nadia,
    title: 'Ombre',
  });
  await startThread(db, {
    documentId: document.id,
    groupId: group.id,
    access: 'write',
    by: yann,
    now: day(2),
    threadId: site.newId(),
    commentId: site.newId(),
    activityId: site.newId(),
    passage: aPassage(),
    body: 'La source ?',
    mentions: [nadia],
  });
  const tell = async (now = monday) => {
    while (await tellNext(db, { now, newId: site.newId }));
  };
  const take = (userId: string, now = monday) =>
    takeDigest(db, { userId, groupId: group.id, until: monday, now });
  return { db, site, group, nadia, yann, olga, document, happen, tell, take };
}
type World = Awaited<ReturnType<typeof fill>>;
const withWorld = (run: (world: World) => Promise<void>) => withDb(async (db) => run(await fill(db)));

test('[NO8] the mail of the week tells what the page of the news tells of that week', () =>
  withWorld(async ({ db, group, nadia, take, tell }) => {
    await tell();
    const groups = [{ groupId: group.id, since: weekAgo }];
    const [page] = await changesSince(db, { userId: nadia, groups, now: monday });
    const digest = await take(nadia);
    expect(digest?.news).toEqual(page);
    expect(page?.kinds.map(({ kind }) => kind)).toEqual([
      'comment',
      'meeting',
      'document',
      'resource',
      'dataset',
      'board',
    ]);
    expect(digest?.since).toEqual(weekAgo);
    // The thread is among the news: it is not told twice.
    expect(digest?.own).toEqual([]);
  }));

test('[NO8] [HV2] what was marked as read on the page is not mailed', () =>
  withWorld(async ({ db, group, site, nadia, take, happen }) => {
    await inTransaction(db, (tx) =>
      markNewsRead(tx, { userId: nadia, groupIds: [group.id], upTo: day(1), now: day(1) }),
    );
    const late = await aBoard(site, { groupId: group.id, createdBy: nadia, title: 'Tard' });
    const just = { ...site, now: () => new Date(day(1).getTime() + 1_000) };
    await happen(late.id, 'board.created', just);
    const digest = await take(nadia);
    expect(digest?.since).toEqual(day(1));
    expect(digest?.news.kinds.flatMap(({ items }) => items.map(({ id }) => id))).toEqual([late.id]);
  }));

test('[NO8] a week without news is no mail', () =>
  withWorld(async ({ db, group, nadia, take }) => {
    await inTransaction(db, (tx) =>
      markNewsRead(tx, { userId: nadia, groupIds: [group.id], upTo: day(1), now: day(1) }),
    );
    expect(await take(nadia)).toBeNull();
  }));

test('[NO8] what concerns somebody and is unread comes first, as far as the news do not tell it', () =>
  withWorld(async ({ db, nadia, document, happen, tell, take }) => {
    await happen(document.id, 'document.suggested');
    const page = await aDocument(siteOf(db, day(30)), { groupId: document.groupId, createdBy: nadia });
    await happen(page.id, 'document.suggested');
    const read = await aDocument(siteOf(db, day(30)), { groupId: document.groupId, createdBy: nadia });
    await happen(read.id, 'document.suggested');
    await tell();
    await inTransaction(db, (tx) => markRead(tx, { userId: nadia, now: monday, object: read }));
    expect((await take(nadia))?.own.map(({ objectId }) => objectId)).toEqual([page.id]);
  }));

test('[NO8] it is taken once, and the next one begins where it ended', () =>
  withWorld(async ({ db, group, nadia, site, happen, take }) => {
    const taken = new Date(monday.getTime() + 5 * 60_000);
    expect(await take(nadia, taken)).not.toBeNull();
    expect(await take(nadia, taken)).toBeNull();
    expect(await listDigestsDue(db, { until: monday, now: taken })).not.toContainEqual({
      userId: nadia,
      groupId: group.id,
    });
    const board = await aBoard(site, { groupId: group.id, createdBy: nadia });
    await happen(board.id, 'board.created', { ...site, now: () => new Date(taken.getTime() + 60_000) });
    const next = new Date(monday.getTime() + 7 * 24 * 3_600_000);
    const digest = await takeDigest(db, { userId: nadia, groupId: group.id, until: next, now: next });
    expect(digest?.since).toEqual(taken);
    expect(digest?.news.total).toBe(1);
  }));

test('[NO7] [NO9] nobody gets it who is not of the group, does not want it, or did all of it', () =>
  withWorld(async ({ db, group, nadia, yann, olga, take }) => {
    expect(await take(olga)).toBeNull();
    expect(await take(yann)).toBeNull();
    const etienne = (await aPerson(siteOf(db, day(3)))).id;
    const claire = (await aPerson(siteOf(db, day(3)))).id;
    for (const userId of [etienne, claire])
      await aMember(siteOf(db, day(3)), { groupId: group.id, userId, role: 'observer' });
    await inTransaction(db, (tx) => unsubscribe(tx, { userId: etienne, from: 'digest' }));
    await inTransaction(db, (tx) =>
      setWatch(tx, { userId: claire, kind: 'group', objectId: group.id, level: 'none' }),
    );
    expect(await take(etienne)).toBeNull();
    expect(await take(claire)).toBeNull();
    await db.delete(groupMembers).where(eq(groupMembers.userId, nadia));
    expect(await take(nadia)).toBeNull();
  }));
