import { describe, expect, test } from 'vitest';
import { recordVisit } from '#db/documents/history/document-visits.ts';
import type { Db } from '#db/kernel/client.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { groupVisits } from '#db/news/group-visit-schema.ts';
import {
  listLastVisits,
  listReadMarks,
  markRead,
  recordGroupVisit,
  undoRead,
} from '#db/news/group-visits.ts';
import { aDocument, aGroup, aPerson } from '#db/seed/builders/builders.ts';
import { asReadable } from '#shared/kernel/access/readable.ts';
import { withDb } from '#tests/support/database.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const now = new Date('2023-03-14T09:00:00Z');
const at = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

async function around(db: Db) {
  const site = siteOf(db, now);
  const [nature, heat] = [await aGroup(site), await aGroup(site)];
  const [nadia, boris] = [await aPerson(site), await aPerson(site)];
  const groupIds = [nature.id, heat.id];
  const marks = async ({ id }: { id: string }) => {
    const found = await listReadMarks(db, { userId: id, groupIds });
    return groupIds.map((groupId) => found.get(groupId) ?? null);
  };
  const mark = (groups: readonly string[], upTo: Date, when = at(60)) =>
    inTransaction(db, (tx) => markRead(tx, { userId: nadia.id, groupIds: groups, upTo, now: when }));
  return { nature, heat, nadia, boris, groupIds, marks, mark };
}

describe('[HV2] what is marked as read', () => {
  test('goes up to the moment of the page, a group at a time or all of them, for oneself only', () =>
    withDb(async (db) => {
      const { nature, nadia, boris, groupIds, marks, mark } = await around(db);
      expect(await marks(nadia)).toEqual([null, null]);
      await mark([nature.id], at(1));
      expect(await marks(nadia)).toEqual([at(1), null]);
      await mark(groupIds, at(2));
      expect(await marks(nadia)).toEqual([at(2), at(2)]);
      await mark(groupIds, at(1));
      expect(await marks(nadia)).toEqual([at(2), at(2)]);
      await mark(groupIds, at(99), at(3));
      expect(await marks(nadia)).toEqual([at(3), at(3)]);
      expect(await marks(boris)).toEqual([null, null]);
    }));

  test('the last mark is taken back, once, and only as it was set', () =>
    withDb(async (db) => {
      const { nature, nadia, boris, groupIds, marks, mark } = await around(db);
      await mark([nature.id], at(1));
      await mark(groupIds, at(2));
      const undo = (userId: string, upTo: Date) => undoRead(db, { userId, groupIds, upTo });
      await undo(boris.id, at(2));
      await undo(nadia.id, at(1));
      expect(await marks(nadia)).toEqual([at(2), at(2)]);
      await undo(nadia.id, at(2));
      expect(await marks(nadia)).toEqual([at(1), null]);
    }));
});

test('[HV4] a visit is noted, and not again within ten minutes; it reads nothing', () =>
  withDb(async (db) => {
    const { nature, nadia, marks } = await around(db);
    const visit = async (when: Date) => {
      await recordGroupVisit(db, { groupId: nature.id, userId: nadia.id, now: when });
      const [row] = await db.select({ seenAt: groupVisits.seenAt }).from(groupVisits);
      return row?.seenAt;
    };
    expect(await visit(now)).toEqual(now);
    expect(await visit(at(9))).toEqual(now);
    expect(await visit(at(11))).toEqual(at(11));
    expect(await marks(nadia)).toEqual([null, null]);
  }));

test('[HV4] somebody was last in a group on its page or in one of its documents, and not for what they did elsewhere', () =>
  withDb(async (db) => {
    const { nature, heat, nadia, boris } = await around(db);
    const site = siteOf(db, now);
    const guide = await aDocument(site, { groupId: nature.id, createdBy: nadia.id });
    const read = (userId: string, when: Date) =>
      recordVisit(db, { documentId: guide.id, userId, seq: 1, now: when });
    await recordGroupVisit(db, { groupId: nature.id, userId: nadia.id, now });
    await read(boris.id, at(5));
    expect(await listLastVisits(db, { groupId: asReadable(nature.id) })).toEqual(
      new Map([
        [nadia.id, now],
        [boris.id, at(5)],
      ]),
    );
    await read(nadia.id, at(30));
    expect((await listLastVisits(db, { groupId: asReadable(nature.id) })).get(nadia.id)).toEqual(at(30));
    expect(await listLastVisits(db, { groupId: asReadable(heat.id) })).toEqual(new Map());
  }));
