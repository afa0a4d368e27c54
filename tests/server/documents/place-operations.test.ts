import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { setVisibility } from '#db/documents/access/document-access.ts';
import { files } from '#db/documents/file/schema.ts';
import { documents } from '#db/documents/schema.ts';
import type { Tx } from '#db/kernel/transaction.ts';
import { aDocument, aGroup, aMember, aPerson } from '#db/seed/builders/builders.ts';
import { withDb } from '#tests/support/database.ts';
import { hearing, operationsOn } from '#tests/support/kernel/operations.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const now = new Date('2023-03-14T09:00:00Z');
const absent = { ok: false, error: 'access.notFound' };
const forbidden = { ok: false, error: 'access.forbidden' };

/** A document of a group, a writer of it, and another group. */
async function world(db: Tx) {
  const site = siteOf(db, now);
  const [group, other] = [await aGroup(site), await aGroup(site)];
  const [writer, second] = [await aPerson(site), await aPerson(site)];
  for (const { id: userId } of [writer, second])
    await aMember(site, { groupId: group.id, role: 'contributor', userId });
  const document = await aDocument(site, { groupId: group.id, createdBy: writer.id });
  const rooms = hearing();
  const { run } = operationsOn(db, { now: () => now, rooms });
  return { site, group, other, writer, second, document, rooms, run };
}

test('[C8] a document moves to groups in which whoever organises it makes documents, and to no other', () =>
  withDb(async (db) => {
    const { site, other, writer, document, rooms, run } = await world(db);
    const move = () =>
      run(
        'document.moveToGroup',
        { userId: writer.id },
        { documentId: document.id, toGroupId: other.id, written: [] },
      );
    expect(await move()).toMatchObject(absent);
    await aMember(site, { groupId: other.id, role: 'observer', userId: writer.id });
    expect(await move()).toMatchObject(forbidden);
    expect(rooms.told).toEqual([]);
    const third = await aGroup(site);
    await aMember(site, { groupId: third.id, role: 'contributor', userId: writer.id });
    const moved = { documentId: document.id, toGroupId: third.id, written: [] };
    expect(await run('document.moveToGroup', { userId: writer.id }, moved)).toMatchObject({ ok: true });
    expect(rooms.told).toEqual([{ recheck: { room: `document:${document.id}` } }]);
    const [row] = await db.select().from(documents).where(eq(documents.id, document.id));
    expect(row?.groupId).toBe(third.id);
  }));

test('[TR2] of a restricted document in the trash those decide who may see it', () =>
  withDb(async (db) => {
    const { site, group, writer, second, document, run } = await world(db);
    const change = { documentId: document.id, groupId: group.id, by: writer.id, now };
    const ids = { activityId: site.newId(), accessId: site.newId() };
    await setVisibility(db, { ...change, ...ids, visibility: 'restricted' });
    expect(await run('document.trash', { userId: writer.id }, { documentId: document.id })).toMatchObject({
      ok: true,
    });
    const taken = { kind: 'document', groupId: group.id, id: document.id } as const;
    expect(await run('trash.restore', { userId: second.id }, taken)).toMatchObject(absent);
    expect(await run('trash.restore', { userId: writer.id }, taken)).toMatchObject({ ok: true });
  }));

test('[A8] a file that has come is registered for what its sender may still write, and for nothing else', () =>
  withDb(async (db) => {
    const { site, group, other, writer, document, run } = await world(db);
    const reader = await aPerson(site);
    await aMember(site, { groupId: group.id, role: 'observer', userId: reader.id });
    const send = (userId: string, groupId = group.id) =>
      run(
        'file.register',
        { userId },
        {
          ...{ id: randomUUID(), groupId, documentId: document.id, storageKey: 'a/b' },
          ...{ name: 'a.pdf', contentType: 'application/pdf', bytes: 1, width: null, height: null },
        },
      );
    expect(await send(reader.id)).toMatchObject(forbidden);
    expect(await send((await aPerson(site)).id)).toMatchObject(absent);
    expect(await send(writer.id, other.id)).toMatchObject(absent);
    expect(await db.$count(files)).toBe(0);
    expect(await send(writer.id)).toMatchObject({ ok: true });
  }));
