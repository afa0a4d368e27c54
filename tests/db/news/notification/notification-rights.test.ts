import { and, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { documents } from '#db/documents/schema.ts';
import type { Db } from '#db/kernel/client.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { takeDigest } from '#db/news/notification/digests.ts';
import { tellNext } from '#db/news/notification/notification-fan-out.ts';
import { takeMailed } from '#db/news/notification/notification-mails.ts';
import { saveNotificationSettings } from '#db/news/notification/notification-settings.ts';
import { countUnread, listHeard } from '#db/news/notification/notifications.ts';
import { notifications, watches } from '#db/news/notification/schema.ts';
import { groupMembers } from '#db/people/group/schema.ts';
import { users } from '#db/people/person/schema.ts';
import { aGroup, aMember, aPerson } from '#db/seed/builders/builders.ts';
import { DEFAULT_DELIVERIES } from '#shared/news/notification/notification.ts';
import { withDb } from '#tests/support/database.ts';
import {
  HEARD_THINGS,
  type HeardName,
  happened,
  takeAway,
  WITHOUT_TRASH,
} from '#tests/support/programme/heard-objects.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const now = new Date('2023-03-14T09:00:00Z');
const later = new Date('2023-03-20T09:00:00Z');

/** Étienne follows the whole group of what Nadia made, by mail at once; Olga says so too, of a group that is not hers. */
async function fill(db: Db, name: HeardName) {
  const site = siteOf(db, now);
  const [group, other] = [await aGroup(site), await aGroup(site)];
  const person = async (role: 'contributor' | 'facilitator', groupId: string) => {
    const { id } = await aPerson(site);
    await aMember(site, { groupId, userId: id, role });
    return id;
  };
  const nadia = await person('contributor', group.id);
  const yann = await person('contributor', group.id);
  const etienne = await person('contributor', group.id);
  const olga = await person('facilitator', other.id);
  for (const userId of [etienne, olga]) {
    await db.insert(watches).values({ userId, kind: 'group', objectId: group.id, level: 'all' });
    const quiet = { quietFrom: 0, quietTo: 0, quietWeekends: false };
    const deliveries = { ...DEFAULT_DELIVERIES, group: 'mail' as const };
    await inTransaction(db, (tx) =>
      saveNotificationSettings(tx, { userId, deliveries, digest: true, newsletter: true, ...quiet }),
    );
  }
  const thing = await HEARD_THINGS[name](site, { groupId: group.id, createdBy: nadia });
  const tell = async () => {
    await happened(site, thing, { groupId: group.id, by: yann });
    while (await tellNext(db, { now, newId: site.newId }));
  };
  /** Whatever reaches this person: the centre, the bell, a mail, the mail of the week. */
  const reached = async (userId: string) => {
    const reader = { userId, now: later };
    const mail = await takeMailed(db, { ...reader, apartMs: 0 });
    const week = await takeDigest(db, { ...reader, groupId: group.id, until: later });
    return {
      centre: (await listHeard(db, reader)).map(({ verb }) => verb),
      bell: await countUnread(db, reader),
      mail: mail?.heard.map(({ verb }) => verb) ?? [],
      isInWeek: JSON.stringify(week ?? '').includes(thing.id),
    };
  };
  return { db, site, group, nadia, yann, etienne, olga, thing, tell, reached };
}
type World = Awaited<ReturnType<typeof fill>>;

const nothing = { centre: [], bell: 0, mail: [], isInWeek: false };
const isDocument = (name: HeardName) => ['document', 'decision', 'comment'].includes(name);
const membership = ({ group, etienne }: World) =>
  and(eq(groupMembers.userId, etienne), eq(groupMembers.groupId, group.id));

/** What takes the right away. */
const LOSSES: Record<string, (world: World, name: HeardName) => Promise<unknown>> = {
  'who left the group': (world) => world.db.delete(groupMembers).where(membership(world)),
  'whose time there is over': (world) =>
    world.db.update(groupMembers).set({ until: now }).where(membership(world)),
  'whose account is suspended': ({ db, etienne }) =>
    db.update(users).set({ suspendedAt: now }).where(eq(users.id, etienne)),
  'when it is restricted to others': ({ db, thing }) =>
    db.update(documents).set({ visibility: 'restricted' }).where(eq(documents.id, thing.id)),
  'when it is in the trash': ({ db, thing }, name) => takeAway(db, name, thing.id, now),
  'when it is deleted for good': ({ db, thing }, name) => takeAway(db, name, thing.id, null),
};
const names = Object.keys(HEARD_THINGS) as HeardName[];
const cells = names.flatMap((name) =>
  Object.keys(LOSSES)
    .filter((loss) => isDocument(name) || loss !== 'when it is restricted to others')
    .filter((loss) => !WITHOUT_TRASH.includes(name) || loss !== 'when it is in the trash')
    .map((loss) => [name, loss] as const),
);

describe('[NO7] rights over every kind', () => {
  test.each(names)('of a %s of their group its people hear, and nobody else', (name) =>
    withDb(async (db) => {
      const { thing, tell, reached, yann, etienne, olga } = await fill(db, name);
      await tell();
      expect(await reached(etienne)).toMatchObject({ centre: [thing.verb], bell: 1, mail: [thing.verb] });
      expect(await reached(olga)).toEqual(nothing);
      expect(await reached(yann)).toMatchObject({ centre: [], mail: [] });
    }),
  );

  test.each(cells)(
    'of a %s nothing reaches somebody %s: neither what was told before, nor what comes after',
    (name, loss) =>
      withDb(async (db) => {
        const world = await fill(db, name);
        const { tell, reached, etienne } = world;
        await tell();
        expect(await db.$count(notifications, eq(notifications.userId, etienne))).toBe(1);
        await LOSSES[loss]?.(world, name);
        expect(await reached(etienne)).toEqual(nothing);
        await tell();
        expect(await db.$count(notifications, eq(notifications.userId, etienne))).toBe(1);
        expect(await reached(etienne)).toEqual(nothing);
      }),
  );

  test('that something was put into the trash is heard, as long as it is there', () =>
    withDb(async (db) => {
      const { site, group, yann, etienne, thing, tell, reached } = await fill(db, 'board');
      await tell();
      await takeAway(db, 'board', thing.id, now);
      await happened(site, { ...thing, verb: 'board.trashed' }, { groupId: group.id, by: yann });
      while (await tellNext(db, { now, newId: site.newId }));
      expect((await reached(etienne)).centre).toEqual(['board.trashed']);
      await takeAway(db, 'board', thing.id, null);
      expect((await reached(etienne)).centre).toEqual([]);
    }));
});
