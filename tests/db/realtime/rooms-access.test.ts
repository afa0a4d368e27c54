import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { documents } from '#db/documents/schema.ts';
import type { Db } from '#db/kernel/client.ts';
import { hashOf } from '#db/kernel/token-hash.ts';
import { sessions, users } from '#db/people/person/schema.ts';
import { type FindVisits, prepareVisits, type RoomGrant } from '#db/realtime/rooms-access.ts';
import {
  aBoard,
  aDocument,
  aGroup,
  aMember,
  anOrganisation,
  aPerson,
  type Site,
} from '#db/seed/builders/builders.ts';
import { withDb } from '#tests/support/database.ts';

const now = new Date('2026-03-03T09:00:00Z');
const siteOf = (db: Db): Site => ({ db, now: () => now, newId: () => randomUUID() });

/** Signs somebody in for an hour, as better-auth would. */
async function signIn(db: Db, userId: string, token: string = randomUUID()): Promise<string> {
  const expiresAt = new Date(now.getTime() + 3_600_000);
  const [id, createdAt, updatedAt] = [randomUUID(), now, now];
  await db.insert(sessions).values({ id, tokenHash: hashOf(token), userId, expiresAt, createdAt, updatedAt });
  return id;
}

async function grantTo(
  db: Db,
  { room, userId }: { room: string; userId: string },
): Promise<RoomGrant | null> {
  const [visit] = await prepareVisits(db, 'id')([{ room, session: await signIn(db, userId) }], now);
  return visit?.grant ?? null;
}

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
    const inDocument = await grantTo(db, { room, userId: person.id });
    expect(inDocument).toEqual({
      access: 'comment',
      groupId: group.id,
      person: { id: person.id, name: 'Lina Marchal', organisation: 'Ville de Guise', colour: 3 },
    });
    expect((await grantTo(db, { room: board, userId: person.id }))?.access).toBe('comment');
  }));

test('[A3] the organisation’s membership counts, the strongest role wins, an ended one does not', () =>
  withDb(async (db) => {
    const { site, city, person, group, room } = await world(db);
    const access = async () => (await grantTo(db, { room, userId: person.id }))?.access ?? null;
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
    const ask = (userId: string, name = room) => grantTo(db, { room: name, userId });
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
    const signedIn = await Promise.all([person, facilitator, outsider].map(({ id }) => signIn(db, id)));
    const visits = signedIn.flatMap((session) => [
      { room, session },
      { room: board, session },
    ]);
    const found = await prepareVisits(db, 'id')([...visits, { room, session: 'unknown' }], now);
    expect(found.map((visit) => visit && (visit.grant?.access ?? 'absent'))).toEqual([
      'comment',
      'comment',
      'write',
      'write',
      'absent',
      'absent',
      null,
    ]);
  }));

test('[A5] a session opens rooms by its token until it expires', () =>
  withDb(async (db) => {
    const { site, person, group, room } = await world(db);
    await aMember(site, { groupId: group.id, userId: person.id, role: 'contributor' });
    await signIn(db, person.id, 'shown');
    const byToken: FindVisits = prepareVisits(db, 'token');
    const at = async (minutes: number, session = 'shown') =>
      (await byToken([{ room, session }], new Date(now.getTime() + minutes * 60_000)))[0]?.grant?.access;
    expect(await at(59)).toBe('write');
    expect(await at(60)).toBeUndefined();
    expect(await at(0, 'another')).toBeUndefined();
    // What the database holds of it is no token.
    expect(await at(0, hashOf('shown'))).toBeUndefined();
  }));

test('[ID3] a role that needs a second factor enters no room before its person has one; others enter as ever', () =>
  withDb(async (db) => {
    const { site, person, group, room } = await world(db);
    await aMember(site, { groupId: group.id, userId: person.id, role: 'contributor' });
    const session = await signIn(db, person.id);
    const strict = prepareVisits(db, 'id', ['admin', 'reviewer']);
    const enters = async () => (await strict([{ room, session }], now))[0]?.grant?.access ?? null;
    expect(await enters()).toBe('write');
    const { id: organisationId } = await anOrganisation(site);
    const administered = { organisationId, administersId: organisationId };
    await db.update(users).set(administered).where(eq(users.id, person.id));
    expect(await enters()).toBeNull();
    await db.update(users).set({ administersId: null }).where(eq(users.id, person.id));
    expect(await enters()).toBe('write');
    await db.update(users).set({ platformRole: 'reviewer' }).where(eq(users.id, person.id));
    expect(await enters()).toBeNull();
    await db.update(users).set({ twoFactorEnabled: true }).where(eq(users.id, person.id));
    expect(await enters()).toBe('write');
  }));
