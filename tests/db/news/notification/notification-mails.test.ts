import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { inTransaction, type Tx } from '#db/kernel/transaction.ts';
import { tellNext } from '#db/news/notification/notification-fan-out.ts';
import { listPeopleToMail, takeMailed } from '#db/news/notification/notification-mails.ts';
import { saveNotificationSettings } from '#db/news/notification/notification-settings.ts';
import { markRead, markUnread } from '#db/news/notification/notifications.ts';
import { notifications } from '#db/news/notification/schema.ts';
import { groupMembers } from '#db/people/group/schema.ts';
import { users } from '#db/people/person/schema.ts';
import { aDocument, aGroup, aMember, aPerson } from '#db/seed/builders/builders.ts';
import { DEFAULT_DELIVERIES } from '#shared/news/notification/notification.ts';
import { withDb } from '#tests/support/database.ts';
import { happened } from '#tests/support/programme/heard-objects.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const APART_MS = 15 * 60_000;
const now = new Date('2023-03-14T09:00:00Z');
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);

/** Nadia made two documents, and is mailed at once of what Yann does there. */
async function fill(db: Tx) {
  const site = siteOf(db, now);
  const group = await aGroup(site);
  const [nadia, yann] = [await aPerson(site), await aPerson(site)];
  for (const { id } of [nadia, yann])
    await aMember(site, { groupId: group.id, userId: id, role: 'contributor' });
  const made = { groupId: group.id, createdBy: nadia.id };
  const [shade, water] = [await aDocument(site, made), await aDocument(site, made)];
  const userId = nadia.id;
  await saveNotificationSettings(db, {
    ...{
      userId,
      deliveries: { ...DEFAULT_DELIVERIES, own: 'mail' as const },
      digest: true,
      newsletter: true,
    },
    ...{ quietFrom: 0, quietTo: 0, quietWeekends: false },
  });
  const renamed = async ({ id }: { id: string }, at: Date) => {
    const thing = { id, verb: 'document.renamed' as const };
    await happened(siteOf(db, at), thing, { groupId: group.id, by: yann.id });
    while (await tellNext(db, { now: at, newId: site.newId }));
  };
  const due = (at: Date) => listPeopleToMail(db, { now: at, apartMs: APART_MS });
  /** Of which objects the mail of this instant tells, if one leaves. */
  const mailAt = async (at: Date) => {
    const taken = await inTransaction(db, (tx) => takeMailed(tx, { userId, now: at, apartMs: APART_MS }));
    return taken?.heard.map(({ objectId }) => objectId) ?? null;
  };
  const marked = () =>
    db
      .select({ objectId: notifications.objectId, mailedAt: notifications.mailedAt })
      .from(notifications)
      .where(eq(notifications.userId, userId));
  return { db, userId, group, shade, water, renamed, due, mailAt, marked };
}
type World = Awaited<ReturnType<typeof fill>>;

test('[NO11] what leaves is marked as mailed and nothing else is: what was read meanwhile has not been mailed', () =>
  withDb(async (db) => {
    const { userId, shade, water, renamed, mailAt, marked, due } = await fill(db);
    await renamed(shade, now);
    await renamed(water, now);
    await markRead(db, { userId, now, object: { id: shade.id } });
    expect(await mailAt(now)).toEqual([water.id]);
    expect(await marked()).toEqual(
      expect.arrayContaining([
        { objectId: shade.id, mailedAt: null },
        { objectId: water.id, mailedAt: now },
      ]),
    );
    // Once it could have been mailed and was not, it never is, whatever comes.
    await markUnread(db, { userId, readAt: now });
    expect(await due(minutes(16))).toEqual([]);
    expect(await mailAt(minutes(16))).toBeNull();
  }));

test.each<[string, (world: World) => Promise<unknown>]>([
  ['read', ({ db, userId }) => markRead(db, { userId, now })],
  [
    'out of reach',
    ({ db, userId }) => db.update(groupMembers).set({ until: now }).where(eq(groupMembers.userId, userId)),
  ],
  [
    'of a suspended account',
    ({ db, userId }) => db.update(users).set({ suspendedAt: now }).where(eq(users.id, userId)),
  ],
])(
  '[NO11] of what is %s no mail leaves: nothing is mailed, and the quarter of an hour does not begin',
  (_, happen) =>
    withDb(async (db) => {
      const world = await fill(db);
      const { userId, water, renamed, due, mailAt, marked } = world;
      await renamed(world.shade, now);
      await happen(world);
      expect(await due(now)).toEqual([userId]);
      expect(await mailAt(now)).toBeNull();
      expect((await marked()).map(({ mailedAt }) => mailedAt)).toEqual([null]);
      expect(await due(now)).toEqual([]);
      // What comes a minute later leaves at once.
      await db.update(groupMembers).set({ until: null }).where(eq(groupMembers.userId, userId));
      await db.update(users).set({ suspendedAt: null }).where(eq(users.id, userId));
      await renamed(water, minutes(1));
      expect(await due(minutes(1))).toEqual([userId]);
      expect(await mailAt(minutes(1))).toEqual([water.id]);
      await renamed(water, minutes(2));
      expect(await due(minutes(2))).toEqual([]);
      expect(await due(minutes(16))).toEqual([userId]);
    }),
);
