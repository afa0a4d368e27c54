import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Db } from '#db/client.ts';
import { findRoomAccess, findRoomAccesses, visitKey } from '#db/rooms-access.ts';
import { users } from '#db/schema/auth.ts';
import { documents } from '#db/schema/document.ts';
import { aBoard, aDocument, aGroup, aMember, anOrganisation, aPerson, type Site } from '#db/seed/builders.ts';
import { withDb } from '#tests/support/database.ts';

const now = new Date('2026-03-03T09:00:00Z');
const siteOf = (db: Db): Site => ({ db, now: () => now, newId: () => randomUUID() });

async function world(db: Db) {
  const site = siteOf(db);
  const city = await anOrganisation(site, { name: 'Ville de Guise', colour: 3 });
  const person = await aPerson(site, { name: 'Lina Marchal', organisationId: city.id });
  const group = await aGroup(site);
  const document = await aDocument(site, { groupId: group.id, createdBy: person.id });
  const board = await aBoard(site, { groupId: group.id, createdBy: person.id });
  return { site, city, person, group, room: `document:${document.id}`, board: `board:${board.id}`, document };
}

test('[A4] a membership gives what its role may do in the room, and says as whom', () =>
  withDb(async (db) => {
    const { site, person, group, room, board } = await world(db);
    await aMember(site, { groupId: group.id, userId: person.id, role: 'reviewer' });
    const inDocument = await findRoomAccess(db, { room, userId: person.id, now });
    expect(inDocument).toEqual({
      access: 'comment',
      groupId: group.id,
      person: { id: person.id, name: 'Lina Marchal', organisation: 'Ville de Guise', colour: 3 },
    });
    expect((await findRoomAccess(db, { room: board, userId: person.id, now }))?.access).toBe('read');
  }));

test('[A3] the organisation’s membership counts, the strongest role wins, an ended one does not', () =>
  withDb(async (db) => {
    const { site, city, person, group, room } = await world(db);
    const access = async () => (await findRoomAccess(db, { room, userId: person.id, now }))?.access ?? null;
    expect(await access()).toBeNull();
    await aMember(site, { groupId: group.id, userId: person.id, role: 'consultant', until: now });
    expect(await access()).toBeNull();
    await aMember(site, { groupId: group.id, organisationId: city.id, role: 'contributor' });
    expect(await access()).toBe('write');
  }));

test('[A5] unknown, trashed, of another group, or asked by a suspended account: the room is absent', () =>
  withDb(async (db) => {
    const { site, person, group, room, document } = await world(db);
    await aMember(site, { groupId: group.id, userId: person.id, role: 'contributor' });
    const outsider = await aPerson(site);
    const ask = (userId: string, name = room) => findRoomAccess(db, { room: name, userId, now });
    expect(await ask(person.id, `document:${randomUUID()}`)).toBeNull();
    expect(await ask(person.id, 'document:')).toBeNull();
    expect(await ask(outsider.id)).toBeNull();
    expect(await ask(person.id)).not.toBeNull();
    await db.update(users).set({ suspendedAt: now }).where(eq(users.id, person.id));
    expect(await ask(person.id)).toBeNull();
    await db.update(users).set({ suspendedAt: null }).where(eq(users.id, person.id));
    await db.update(documents).set({ trashedAt: now }).where(eq(documents.id, document.id));
    expect(await ask(person.id)).toBeNull();
  }));

test('[A4] many visits are decided together, each for itself', () =>
  withDb(async (db) => {
    const { site, person, group, room, board } = await world(db);
    const facilitator = await aPerson(site, { platformRole: 'coordinator' });
    const outsider = await aPerson(site);
    await aMember(site, { groupId: group.id, userId: person.id, role: 'observer' });
    const visits = [person, facilitator, outsider].flatMap(({ id: userId }) => [
      { room, userId },
      { room: board, userId },
    ]);
    const grants = await findRoomAccesses(db, visits.slice(0, 5), now);
    expect(visits.map((visit) => grants.get(visitKey(visit))?.access ?? null)).toEqual([
      'comment',
      'read',
      'write',
      'write',
      null,
      null,
    ]);
  }));
