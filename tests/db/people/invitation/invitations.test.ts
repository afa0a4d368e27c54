import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Db } from '#db/kernel/client.ts';
import { hashOf } from '#db/kernel/token-hash.ts';
import { inTransaction, type Tx } from '#db/kernel/transaction.ts';
import { findGroupRole } from '#db/people/group/groups.ts';
import { acceptInvitation } from '#db/people/invitation/invitation-acceptance.ts';
import {
  createInvitation,
  findInvitation,
  listInvitations,
  renewInvitation,
  withdrawInvitation,
} from '#db/people/invitation/invitations.ts';
import { invitations } from '#db/people/invitation/schema.ts';
import { findMember } from '#db/people/member/members.ts';
import { findPersonByEmail, listPeople } from '#db/people/person/people.ts';
import { aGroup, anOrganisation, aPerson } from '#db/seed/builders/builders.ts';
import { openFreshDatabase, withDb } from '#tests/support/database.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const now = new Date('2023-03-14T09:00:00Z');
const inDays = (days: number, milliseconds = 0) => new Date(now.getTime() + days * 86_400_000 + milliseconds);
const aToken = () => randomBytes(32).toString('base64url');
const email = 'nadia.ferrand@valmont.example';

async function aWorld(db: Db) {
  const site = siteOf(db, now);
  const [group, other] = [await aGroup(site, { name: 'Nature en ville' }), await aGroup(site)];
  const inviter = await aPerson(site, { name: 'Claire Oudin' });
  const city = await anOrganisation(site, { name: 'Valmont-sur-Loire' });
  const invite = async (groupId: string | null = group.id, at = now, until: Date | null = null) => {
    const [id, token] = [randomUUID(), aToken()];
    const who = { email, name: 'Nadia Ferrand', organisationId: city.id, invitedBy: inviter.id };
    const role = groupId ? ('contributor' as const) : null;
    const invitation = { id, token, ...who, groupId, role, until, now: at };
    await inTransaction(db, (tx) => createInvitation(tx, invitation));
    return { id, token };
  };
  const accept = (token: string, at = now) =>
    inTransaction(db, (tx) =>
      acceptInvitation(tx, {
        token,
        userId: randomUUID(),
        name: 'Nadia Ferrand',
        jobTitle: '',
        passwordHash: 'hash',
        newId: randomUUID,
        now: at,
      }),
    );
  return { group, other, inviter, city, invite, accept };
}

const withWorld = (run: (db: Tx, world: Awaited<ReturnType<typeof aWorld>>) => Promise<void>) =>
  withDb(async (db) => run(db, await aWorld(db)));
const unusable = { ok: false, error: 'invitation.unusable' };

describe('[P11] an invitation', () => {
  test('opens by its token, of which only the SHA-256 is kept', () =>
    withWorld(async (db, { group, invite }) => {
      const { token } = await invite();
      expect(await findInvitation(db, { token, now })).toMatchObject({
        email,
        name: 'Nadia Ferrand',
        role: 'contributor',
        group: { id: group.id, name: 'Nature en ville' },
        organisation: { name: 'Valmont-sur-Loire' },
        inviter: 'Claire Oudin',
      });
      const rows = await db.select().from(invitations);
      expect(JSON.stringify(rows)).not.toContain(token);
      expect(rows[0]?.tokenHash).toBe(hashOf(token));
      expect(await findInvitation(db, { token: aToken(), now })).toBeNull();
      expect(await findInvitation(db, { token: hashOf(token), now })).toBeNull();
    }));

  test('makes a verified account with its organisation and its role in the group', () =>
    withWorld(async (db, { group, city, invite, accept }) => {
      const { token } = await invite();
      expect(await accept(token)).toEqual({ ok: true, value: { email, groupId: group.id } });
      const person = await findPersonByEmail(db, email);
      expect(person).toMatchObject({ platformRole: 'member', organisation: { id: city.id } });
      expect(await findGroupRole(db, { groupId: group.id, userId: person?.id ?? '', now })).toBe(
        'contributor',
      );
    }));

  test('[G5] gives its role until its last day, and no role once that has passed', () =>
    withWorld(async (db, { group, other, invite, accept }) => {
      await invite(other.id, now, inDays(3));
      const { token } = await invite(group.id, now, inDays(30));
      expect(await findInvitation(db, { token, now })).toMatchObject({ until: inDays(30) });
      expect((await accept(token, inDays(5))).ok).toBe(true);
      const { id: userId = '' } = (await findPersonByEmail(db, email)) ?? {};
      const role = (groupId: string, at: Date) => findGroupRole(db, { groupId, userId, now: at });
      expect(await role(group.id, inDays(29))).toBe('contributor');
      expect(await role(group.id, inDays(30))).toBeNull();
      expect(await role(other.id, inDays(5))).toBeNull();
      expect(await findMember(db, { groupId: other.id, userId })).toBeNull();
    }));

  test('serves once', () =>
    withWorld(async (db, { invite, accept }) => {
      const { token } = await invite();
      expect((await accept(token)).ok).toBe(true);
      expect(await accept(token)).toEqual(unusable);
      expect(await findInvitation(db, { token, now })).toBeNull();
    }));

  test('holds fourteen days', () =>
    withWorld(async (db, { invite, accept }) => {
      const { token } = await invite();
      expect(await findInvitation(db, { token, now: inDays(14, -1) })).not.toBeNull();
      expect(await findInvitation(db, { token, now: inDays(14) })).toBeNull();
      expect(await accept(token, inDays(14))).toEqual(unusable);
      expect(await findPersonByEmail(db, email)).toBeNull();
    }));

  test('of fifty uses at the same moment, one makes an account', async () => {
    const database = await openFreshDatabase();
    try {
      const { invite, accept } = await aWorld(database.db);
      const { token } = await invite();
      const results = await Promise.all(Array.from({ length: 50 }, () => accept(token)));
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      expect(results.filter(({ ok }) => !ok)).toEqual(Array(49).fill(unusable));
      expect((await listPeople(database.db)).people.filter((person) => person.email === email)).toHaveLength(
        1,
      );
    } finally {
      await database.close();
    }
  });

  test('sent again has a new link and fourteen more days; the former link ends', () =>
    withWorld(async (db, { group, invite }) => {
      const { id, token } = await invite();
      const again = aToken();
      const renewed = await renewInvitation(db, { id, groupId: group.id, token: again, now: inDays(10) });
      expect(renewed).toMatchObject({ ok: true, value: { email } });
      expect(await findInvitation(db, { token, now: inDays(10) })).toBeNull();
      expect(await findInvitation(db, { token: again, now: inDays(23) })).not.toBeNull();
    }));

  test('to the same address and group replaces the one that waits', () =>
    withWorld(async (db, { other, invite }) => {
      const first = await invite();
      await invite(other.id);
      await invite();
      expect(await findInvitation(db, { token: first.token, now })).toBeNull();
      expect(await listInvitations(db)).toHaveLength(2);
    }));

  test('withdrawn opens nothing any more', () =>
    withWorld(async (db, { group, invite, accept }) => {
      const { id, token } = await invite();
      expect(await withdrawInvitation(db, { id, groupId: group.id })).toMatchObject({
        ok: true,
        value: { email },
      });
      expect(await accept(token)).toEqual(unusable);
      expect(await withdrawInvitation(db, { id, groupId: group.id })).toEqual({
        ok: false,
        error: 'invitation.notFound',
      });
    }));

  test('is out of reach by the id of another group', () =>
    withWorld(async (db, { other, invite }) => {
      const { id, token } = await invite();
      const refused = { ok: false, error: 'invitation.notFound' };
      expect(await withdrawInvitation(db, { id, groupId: other.id })).toEqual(refused);
      expect(await renewInvitation(db, { id, groupId: other.id, token: aToken(), now })).toEqual(refused);
      expect(await listInvitations(db, { groupId: other.id })).toEqual([]);
      expect(await findInvitation(db, { token, now })).not.toBeNull();
    }));
});

describe('[P12] several invitations to one address', () => {
  test('are all honoured by the account that one of them makes, expired ones apart', () =>
    withWorld(async (db, { group, other, invite, accept }) => {
      await invite(other.id, inDays(-15));
      const { token } = await invite();
      await invite(null);
      expect((await accept(token)).ok).toBe(true);
      const userId = (await findPersonByEmail(db, email))?.id ?? '';
      expect(await findGroupRole(db, { groupId: group.id, userId, now })).toBe('contributor');
      expect(await findGroupRole(db, { groupId: other.id, userId, now })).toBeNull();
      expect(await listInvitations(db)).toEqual([]);
    }));

  test('used at the same moment make one account with both memberships', async () => {
    const database = await openFreshDatabase();
    try {
      const { db } = database;
      const { group, other, invite, accept } = await aWorld(db);
      const links = [await invite(), await invite(other.id)];
      const results = await Promise.all(links.map(({ token }) => accept(token)));
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      const userId = (await findPersonByEmail(db, email))?.id ?? '';
      for (const { id } of [group, other]) {
        expect(await findGroupRole(db, { groupId: id, userId, now })).toBe('contributor');
      }
    } finally {
      await database.close();
    }
  });

  test('of which the address took an account meanwhile is refused', () =>
    withWorld(async (db, { invite, accept }) => {
      const { token } = await invite();
      await aPerson(siteOf(db, now), { email });
      expect(await accept(token)).toEqual({ ok: false, error: 'person.emailTaken' });
    }));
});
