import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { setVisibility } from '#db/documents/access/document-access.ts';
import { documents } from '#db/documents/schema.ts';
import type { Database, Db } from '#db/kernel/client.ts';
import { listChanges, numberChanges } from '#db/operations/change/changes.ts';
import { recordActivity } from '#db/people/activity/activities.ts';
import { users } from '#db/people/person/schema.ts';
import { raiseEpochs } from '#db/realtime/epochs.ts';
import { aDocument, aGroup, aMember, aPerson, type Site } from '#db/seed/builders/builders.ts';
import type { Change, FeedPlace } from '#shared/operations/change/change.ts';
import type { ActivityVerb } from '#shared/people/activity/activity.ts';
import { openFreshDatabase, withDb } from '#tests/support/database.ts';
import { until } from '#tests/support/patience.ts';
import {
  HEARD_THINGS,
  type HeardName,
  happened,
  takeAway,
  WITHOUT_TRASH,
} from '#tests/support/programme/heard-objects.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const now = new Date('2023-03-14T09:00:00Z');

/** Nadia facilitates and Étienne observes one group, Olga another one; a coordinator is everywhere. */
async function fill(db: Db) {
  const site = siteOf(db, now);
  const [group, other] = [await aGroup(site, { name: 'Nature' }), await aGroup(site)];
  const [nadia, etienne, olga] = [
    await aPerson(site, { name: 'Nadia' }),
    await aPerson(site),
    await aPerson(site),
  ];
  const coordinator = await aPerson(site, { platformRole: 'coordinator' });
  await aMember(site, { groupId: group.id, userId: nadia.id, role: 'facilitator' });
  await aMember(site, { groupId: group.id, userId: etienne.id, role: 'observer' });
  await aMember(site, { groupId: other.id, userId: olga.id, role: 'facilitator' });
  const ids = { nadia: nadia.id, etienne: etienne.id, olga: olga.id, coordinator: coordinator.id };
  const read = (
    who: keyof typeof ids,
    after: FeedPlace | null = null,
    limit = 50,
    groupId: string | null = null,
  ) => listChanges(db, { userId: ids[who], now, after, groupId, limit });
  const readers = async () => {
    const heard: string[] = [];
    for (const who of ['nadia', 'etienne', 'olga', 'coordinator'] as const)
      if ((await read(who)).changes.length > 0) heard.push(who);
    return heard;
  };
  return { site, group, other, ids, read, readers };
}

const say = (
  { db, newId }: Site,
  groupId: string,
  objectId: string,
  title: string,
  at = now,
  verb: ActivityVerb = 'document.renamed',
) => recordActivity(db, { id: newId(), groupId, actorId: null, verb, objectId, title, now: at });

const titles = (changes: readonly Change[]) => changes.map(({ object }) => object.title);

test('[CF1] [CF4] the feed says who did what to what, oldest first, page by page, and where to go on', () =>
  withDb(async (db) => {
    const { site, group, ids, read } = await fill(db);
    const { id } = await aDocument(site, { groupId: group.id, createdBy: ids.nadia, title: 'Ombre' });
    await happened(site, { id, verb: 'document.renamed' }, { groupId: group.id, by: ids.nadia });
    await say(site, group.id, id, 'Ombre et eau', new Date(now.getTime() + 1));
    await numberChanges(db);
    const first = await read('etienne', null, 1);
    expect(first.changes).toMatchObject([
      {
        type: 'document.renamed',
        group: { id: group.id, name: 'Nature' },
        object: { kind: 'document', id, title: 'Ombre', path: `/documents/${id}-ombre` },
        by: { name: 'Nadia', organisation: null },
      },
    ]);
    const second = await read('etienne', first.end, 1);
    expect(second.changes).toMatchObject([{ object: { title: 'Ombre et eau' }, by: null }]);
    expect((await read('etienne', second.end, 1)).changes).toEqual([]);
    await raiseEpochs(db, now);
    expect((await read('etienne', second.end)).changes).toHaveLength(2);
    const beyond = { generation: second.end.generation, position: 10_000 };
    expect((await read('etienne', beyond)).changes).toHaveLength(2);
  }));

describe('[CF3] rights are asked when it is read', () => {
  const names = Object.keys(HEARD_THINGS) as HeardName[];
  test.each(names)('%s: by the people of its group only, and no more once it is gone', (name) =>
    withDb(async (db) => {
      const { site, group, ids, readers } = await fill(db);
      const thing = await HEARD_THINGS[name](site, { groupId: group.id, createdBy: ids.nadia });
      await happened(site, thing, { groupId: group.id, by: ids.nadia });
      await numberChanges(db);
      expect(await readers()).toEqual(['nadia', 'etienne', 'coordinator']);
      if (!WITHOUT_TRASH.includes(name)) {
        await takeAway(db, name, thing.id, now);
        expect(await readers()).toEqual([]);
      }
      await takeAway(db, name, thing.id, null);
      expect(await readers()).toEqual([]);
    }),
  );

  test('a restricted document is told to its own readers, one that moved to those of its new group', () =>
    withDb(async (db) => {
      const { site, group, other, ids, read, readers } = await fill(db);
      const { id } = await aDocument(site, { groupId: group.id, createdBy: ids.nadia, title: 'Entre nous' });
      await say(site, group.id, id, 'Entre nous');
      await numberChanges(db);
      const change = { documentId: id, groupId: group.id, by: ids.nadia, now };
      const written = { activityId: site.newId(), accessId: site.newId() };
      await setVisibility(db, { ...change, ...written, visibility: 'restricted' });
      expect(await readers()).toEqual(['nadia', 'coordinator']);
      await db.update(documents).set({ groupId: other.id }).where(eq(documents.id, id));
      expect(await readers()).toEqual(['coordinator']);
      expect((await read('coordinator', null, 50, other.id)).changes).toEqual([]);
    }));

  test('whoever is suspended, or in no group, is told nothing; nobody of requests for access', () =>
    withDb(async (db) => {
      const { site, group, ids, readers } = await fill(db);
      const { id } = await aDocument(site, { groupId: group.id, createdBy: ids.nadia });
      await say(site, group.id, id, 'Accès', now, 'accessRequest.asked');
      await numberChanges(db);
      expect(await readers()).toEqual([]);
      await say(site, group.id, id, 'Ombre');
      await numberChanges(db);
      await db.update(users).set({ suspendedAt: now }).where(eq(users.id, ids.etienne));
      expect(await readers()).toEqual(['nadia', 'coordinator']);
    }));
});

describe('[CF2] transactions that overlap', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openFreshDatabase();
  });
  afterAll(() => database.close());

  test('the one that began first and is committed last is read after the other, and is not missed', async () => {
    const { db } = database;
    const { site, group, ids, read } = await fill(db);
    const { id } = await aDocument(site, { groupId: group.id, createdBy: ids.nadia });
    const [isWritten, mayEnd] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const slow = db.transaction(async (tx) => {
      await say({ ...site, db: tx }, group.id, id, 'slow', new Date(now.getTime() - 1_000));
      isWritten.resolve();
      await mayEnd.promise;
    });
    await isWritten.promise;
    await say(site, group.id, id, 'quick');
    await numberChanges(db);
    const before = await read('nadia');
    expect(titles(before.changes)).toEqual(['quick']);
    mayEnd.resolve();
    await slow;
    expect((await read('nadia', before.end)).changes).toEqual([]);
    await numberChanges(db);
    expect(titles((await read('nadia', before.end)).changes)).toEqual(['slow']);
  });

  test('of two processes that number at once the second waits, and goes on after the first', async () => {
    const { db, run } = database;
    const { site, group, ids, read } = await fill(db);
    const { id } = await aDocument(site, { groupId: group.id, createdBy: ids.nadia });
    await say(site, group.id, id, 'first');
    const [isNumbered, mayEnd] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const one = numberChanges(db, async () => {
      isNumbered.resolve();
      await mayEnd.promise;
    });
    await isNumbered.promise;
    // Before the other by its own time, and committed after it.
    await say(site, group.id, id, 'second', new Date(now.getTime() - 1_000));
    const other = numberChanges(db);
    const waiting =
      "select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()";
    await until('the other waits', async () => (await run(waiting, [])).rows.length > 0);
    expect((await read('nadia')).changes).toEqual([]);
    mayEnd.resolve();
    expect(await Promise.all([one, other])).toEqual([1, 1]);
    expect(titles((await read('nadia')).changes)).toEqual(['first', 'second']);
  });
});
