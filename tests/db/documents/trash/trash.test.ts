import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { setVisibility } from '#db/documents/access/document-access.ts';
import {
  deleteExpired,
  deleteFromTrash,
  findExpiredTrash,
  listTrash,
  putIntoTrash,
  type TrashChange,
  takeFromTrash,
} from '#db/documents/trash/trash.ts';
import type { Db } from '#db/kernel/client.ts';
import { listActivities } from '#db/people/activity/activities.ts';
import { activities } from '#db/people/activity/schema.ts';
import { docRooms } from '#db/realtime/schema.ts';
import { aBoard, aDocument, aGroup, aMember, aPerson } from '#db/seed/builders/builders.ts';
import { TRASH_DAYS, trashDaysLeft, trashLimit } from '#shared/documents/trash/trash.ts';
import { asReadable } from '#shared/kernel/access/readable.ts';
import type { GroupRoomKind } from '#shared/realtime/realtime.ts';
import { withDb } from '#tests/support/database.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const now = new Date('2023-03-14T09:00:00Z');
const after = (days: number) => new Date(now.getTime() + days * 86_400_000);
const KINDS: readonly GroupRoomKind[] = ['document', 'board'];

async function world(db: Db, kind: GroupRoomKind) {
  const site = siteOf(db, now);
  const writer = await aPerson(site, { name: 'Nadia Ferrand' });
  const [group, other] = [await aGroup(site), await aGroup(site)];
  await aMember(site, { groupId: group.id, role: 'contributor', userId: writer.id });
  const make = kind === 'document' ? aDocument : aBoard;
  const object = await make(site, { groupId: group.id, createdBy: writer.id, title: 'À jeter' });
  const change = (at = now): TrashChange => ({
    kind,
    id: object.id,
    groupId: group.id,
    by: writer.id,
    now: at,
    activityId: site.newId(),
  });
  const listed = (groupId = group.id) =>
    listTrash(db, { kind, groupId: asReadable(groupId), userId: writer.id, now });
  return { site, writer, group, other, object, change, listed };
}

const absent = { ok: false, error: 'access.notFound' };

test.each(KINDS)('[TR2] a %s goes to the trash of its group and comes back, from there only', (kind) =>
  withDb(async (db) => {
    const { other, object, change, listed } = await world(db, kind);
    const wrong = () => ({ ...change(), groupId: other.id });
    expect(await putIntoTrash(db, wrong())).toEqual(absent);
    expect(await takeFromTrash(db, change())).toEqual(absent);
    expect(await putIntoTrash(db, change())).toEqual({ ok: true });
    expect(await putIntoTrash(db, change())).toEqual(absent);
    expect(await listed()).toEqual([
      { id: object.id, title: 'À jeter', trashedAt: now, trashedBy: 'Nadia Ferrand' },
    ]);
    expect(await listed(other.id)).toEqual([]);
    expect(await takeFromTrash(db, wrong())).toEqual(absent);
    expect(await takeFromTrash(db, change())).toEqual({ ok: true });
    expect(await listed()).toEqual([]);
  }),
);

test.each(KINDS)('[TR1] a %s is deleted for good after thirty days in the trash, and not before', (kind) =>
  withDb(async (db) => {
    const { object, change, listed } = await world(db, kind);
    await putIntoTrash(db, change());
    const expiredAt = (days: number) => findExpiredTrash(db, { before: trashLimit(after(days)), limit: 9 });
    expect(await expiredAt(TRASH_DAYS)).toEqual([]);
    expect(await expiredAt(TRASH_DAYS + 1)).toEqual([{ kind, id: object.id }]);
    const it = { kind, id: object.id, before: trashLimit(after(31)), now: after(31) };
    await takeFromTrash(db, change());
    expect(await deleteExpired(db, it)).toEqual(absent);
    await putIntoTrash(db, change());
    expect(await deleteExpired(db, it)).toEqual({ ok: true });
    expect(await listed()).toEqual([]);
    const [room] = await db
      .select({ deletedAt: docRooms.deletedAt })
      .from(docRooms)
      .where(eq(docRooms.room, `${kind}:${object.id}`));
    expect(room?.deletedAt).toEqual(after(31));
  }),
);

test.each(KINDS)('[TR3] a %s is deleted by hand from the trash of its own group only', (kind) =>
  withDb(async (db) => {
    const { other, change, listed } = await world(db, kind);
    expect(await deleteFromTrash(db, change())).toEqual(absent);
    await putIntoTrash(db, change());
    expect(await deleteFromTrash(db, { ...change(), groupId: other.id })).toEqual(absent);
    expect(await deleteFromTrash(db, change())).toEqual({ ok: true });
    expect(await listed()).toEqual([]);
    expect(await takeFromTrash(db, change())).toEqual(absent);
  }),
);

test('[TR3] a restricted document that is deleted for good leaves no word of itself in the group', () =>
  withDb(async (db) => {
    const { site, group, writer, change, object } = await world(db, 'document');
    const ids = { accessId: site.newId(), activityId: site.newId() };
    await setVisibility(db, {
      documentId: object.id,
      groupId: group.id,
      by: writer.id,
      now,
      visibility: 'restricted',
      ...ids,
    });
    await putIntoTrash(db, change());
    await deleteFromTrash(db, change());
    expect(
      await listActivities(db, { groupIds: [asReadable(group.id)], limit: 9, userId: writer.id, now }),
    ).toEqual([]);
    expect(await db.select().from(activities).where(eq(activities.objectId, object.id))).toEqual([]);
  }));

test('[TR1] the days that are left are whole, and none at the end', () => {
  expect([0, 0.5, 29, 29.5, 30, 31].map((days) => trashDaysLeft(now, after(days)))).toEqual([
    30, 30, 1, 1, 0, 0,
  ]);
});
