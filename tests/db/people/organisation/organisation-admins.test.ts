import { and, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { auditEntries } from '#db/kernel/audit/schema.ts';
import type { Db } from '#db/kernel/client.ts';
import { erasePerson } from '#db/operations/personal-data/erase-person.ts';
import { listAdministeredTokens } from '#db/operations/token/access-tokens.ts';
import {
  createInvitation,
  listInvitations,
  renewInvitation,
  withdrawInvitation,
} from '#db/people/invitation/invitations.ts';
import {
  COLLEAGUE_GESTURES,
  changeColleague,
  factsOfColleagues,
  findAdministeredOrganisation,
  nameOrganisationAdmin,
} from '#db/people/organisation/organisation-admins.ts';
import { readableOrganisation } from '#db/people/organisation/organisation-rights.ts';
import {
  changePerson,
  findPerson,
  listPeople,
  restorePerson,
  suspendPerson,
} from '#db/people/person/people.ts';
import { sessions, users } from '#db/people/person/schema.ts';
import { aGroup, aMember, anOrganisation, aPerson } from '#db/seed/builders/builders.ts';
import { asReadable } from '#shared/kernel/access/readable.ts';
import { withDb } from '#tests/support/database.ts';
import { anAccessToken, aSession } from '#tests/support/operations/access-tokens.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const now = new Date('2023-03-14T09:00:00Z');
const absent = { ok: false, error: 'person.notFound' };

/** Nadia administers Valmont, where Julien works; Étienne administers another city; Hélène the platform. */
async function people(db: Db) {
  const site = siteOf(db, now);
  const [valmont, clairac] = [
    await anOrganisation(site, { name: 'Valmont' }),
    await anOrganisation(site, { name: 'Clairac' }),
  ];
  return {
    site,
    valmont,
    clairac,
    nadia: await aPerson(site, { name: 'Nadia Ferrand', administersId: valmont.id }),
    julien: await aPerson(site, { name: 'Julien Morel', organisationId: valmont.id }),
    etienne: await aPerson(site, { name: 'Étienne Vidal', administersId: clairac.id }),
    helene: await aPerson(site, { name: 'Hélène Castaing', platformRole: 'admin' }),
  };
}

const linesAbout = async (db: Db, id: string) =>
  (
    await db.select().from(auditEntries).where(eq(auditEntries.subjectId, id)).orderBy(auditEntries.sequence)
  ).map(({ action, actorId }) => `${action} ${actorId}`);

describe('[O4] the administration of an organisation', () => {
  test('is given and taken by name, with a line in the trail, to somebody of an organisation who may sign in', () =>
    withDb(async (db) => {
      const { site, valmont, julien, helene } = await people(db);
      const name = (id: string, isAdmin = true) =>
        nameOrganisationAdmin(db, { id, by: helene.id, isAdmin, now });
      expect(await findAdministeredOrganisation(db, { by: julien.id })).toBeNull();
      expect((await name(julien.id)).ok).toBe(true);
      expect((await name(julien.id)).ok).toBe(true);
      expect(await findAdministeredOrganisation(db, { by: julien.id })).toMatchObject({
        id: valmont.id,
        name: 'Valmont',
      });
      expect((await name(julien.id, false)).ok).toBe(true);
      expect(await findAdministeredOrganisation(db, { by: julien.id })).toBeNull();
      expect(await linesAbout(db, julien.id)).toEqual([
        `person.organisationAdminNamed ${helene.id}`,
        `person.organisationAdminRemoved ${helene.id}`,
      ]);
      expect(await name((await aPerson(site)).id)).toEqual({ ok: false, error: 'person.noOrganisation' });
      await suspendPerson(db, { id: julien.id, by: helene.id, now });
      expect(await name(julien.id)).toEqual({ ok: false, error: 'person.suspended' });
      expect(await name('nobody')).toEqual(absent);
    }));

  test('ends with a move, and does not come back with the person', () =>
    withDb(async (db) => {
      const { valmont, clairac, nadia, julien, helene } = await people(db);
      const move = (organisationId: string | null) =>
        changePerson(db, { id: nadia.id, platformRole: 'member', organisationId, by: helene.id, now });
      await move(valmont.id);
      expect(await findAdministeredOrganisation(db, { by: nadia.id })).not.toBeNull();
      for (const elsewhere of [clairac.id, null]) {
        await nameOrganisationAdmin(db, { id: nadia.id, by: helene.id, isAdmin: true, now });
        await move(elsewhere);
        expect(await findAdministeredOrganisation(db, { by: nadia.id })).toBeNull();
        expect(await changeColleague(db, { id: julien.id, by: nadia.id, gesture: 'suspend', now })).toEqual(
          absent,
        );
        await move(valmont.id);
        expect(await findAdministeredOrganisation(db, { by: nadia.id })).toBeNull();
      }
    }));

  test('is refused by the database itself to whoever a statement moves without it', () =>
    withDb(async (db) => {
      const { clairac, nadia } = await people(db);
      const moved = db
        .update(users)
        .set({ organisationId: clairac.id })
        .where(eq(users.id, nadia.id))
        .then(() => 'moved');
      await expect(moved).rejects.toThrow();
    }));

  test('rests while its person is suspended, and ends with an erasure', () =>
    withDb(async (db) => {
      const { nadia, helene } = await people(db);
      await suspendPerson(db, { id: nadia.id, by: helene.id, now });
      expect(await findAdministeredOrganisation(db, { by: nadia.id })).toBeNull();
      await restorePerson(db, { id: nadia.id, by: helene.id, now });
      expect(await findAdministeredOrganisation(db, { by: nadia.id })).not.toBeNull();
      await erasePerson(db, { userId: nadia.id, now });
      expect(await findPerson(db, nadia.id)).toMatchObject({ administersId: null });
    }));
});

describe('[O6] what is done to the account of a colleague', () => {
  test('suspended, restored, signed out, named: by whoever administers the organisation, with its line', () =>
    withDb(async (db) => {
      const { nadia, julien } = await people(db);
      await aSession(db, { userId: julien.id, now });
      const act = (gesture: (typeof COLLEAGUE_GESTURES)[number]) =>
        changeColleague(db, { id: julien.id, by: nadia.id, gesture, now });
      const open = () => db.$count(sessions, eq(sessions.userId, julien.id));
      expect((await act('sessions')).ok).toBe(true);
      expect(await open()).toBe(0);
      expect((await findPerson(db, julien.id))?.suspendedAt).toBeNull();
      expect((await act('suspend')).ok).toBe(true);
      expect((await findPerson(db, julien.id))?.suspendedAt).toEqual(now);
      expect((await act('restore')).ok).toBe(true);
      expect((await act('name')).ok).toBe(true);
      expect(await linesAbout(db, julien.id)).toEqual(
        ['person.sessionsClosed', 'person.suspended', 'person.reopened', 'person.organisationAdminNamed'].map(
          (action) => `${action} ${nadia.id}`,
        ),
      );
      // Their equal from now on.
      expect(await act('suspend')).toEqual({ ok: false, error: 'person.outOfReach' });
    }));

  test.each(COLLEAGUE_GESTURES)('%s: nobody else may, and nothing changes', (gesture) =>
    withDb(async (db) => {
      const { site, valmont, nadia, julien, etienne, helene } = await people(db);
      const plain = await aPerson(site, { organisationId: valmont.id });
      const suspended = await aPerson(site, { administersId: valmont.id });
      await suspendPerson(db, { id: suspended.id, by: helene.id, now });
      const former = await aPerson(site, { administersId: valmont.id });
      await changePerson(db, { id: former.id, platformRole: 'member', organisationId: null, now });
      await aSession(db, { userId: julien.id, now });
      for (const by of [etienne.id, plain.id, suspended.id, former.id, helene.id, julien.id, 'nobody'])
        expect(await changeColleague(db, { id: julien.id, by, gesture, now }), by).toEqual(absent);
      for (const platformRole of ['admin', 'coordinator', 'reviewer'] as const) {
        const { id } = await aPerson(site, { organisationId: valmont.id, platformRole });
        expect(await changeColleague(db, { id, by: nadia.id, gesture, now })).toEqual({
          ok: false,
          error: 'person.outOfReach',
        });
      }
      expect(await changeColleague(db, { id: nadia.id, by: nadia.id, gesture, now })).toEqual({
        ok: false,
        error: 'person.ownAccount',
      });
      expect(await changeColleague(db, { id: etienne.id, by: nadia.id, gesture, now })).toEqual(absent);
      expect(await findPerson(db, julien.id)).toMatchObject({ suspendedAt: null, administersId: null });
      expect(await db.$count(sessions, eq(sessions.userId, julien.id))).toBe(1);
      expect(await linesAbout(db, julien.id)).toEqual([]);
    }),
  );
});

describe('[O5] what is seen of an organisation', () => {
  test('[WR7] is given by id to whose role lets them invite people, and to nobody else', () =>
    withDb(async (db) => {
      const { valmont, nadia, julien, helene } = await people(db);
      const given = (userId: string) => readableOrganisation(db, { organisationId: valmont.id, userId });
      expect(await given(helene.id)).toBe(valmont.id);
      for (const { id } of [nadia, julien, { id: 'nobody' }]) expect(await given(id)).toBeNull();
    }));

  test('its accounts and no other, with their last visit and the groups they are in', () =>
    withDb(async (db) => {
      const { site, valmont, nadia, julien, etienne } = await people(db);
      const [group, past] = [
        await aGroup(site, { name: 'Nature en ville' }),
        await aGroup(site, { name: 'Ancien groupe' }),
      ];
      await aMember(site, { groupId: group.id, userId: julien.id, role: 'contributor' });
      await aMember(site, { groupId: past.id, userId: julien.id, role: 'contributor', until: now });
      await aSession(db, { userId: julien.id, now });
      const { people: listed } = await listPeople(db, { organisationId: valmont.id });
      expect(listed.map(({ name }) => name)).toEqual(['Julien Morel', 'Nadia Ferrand']);
      const facts = await factsOfColleagues(db, {
        organisationId: asReadable(valmont.id),
        ids: [nadia.id, julien.id, etienne.id],
        now,
      });
      expect(facts.get(julien.id)).toEqual({ lastVisit: now, groups: ['Nature en ville'] });
      expect(facts.get(nadia.id)).toEqual({ lastVisit: null, groups: [] });
      expect(facts.has(etienne.id)).toBe(false);
    }));

  test('its tokens, to whoever administers it and to nobody else', () =>
    withDb(async (db) => {
      const { site, nadia, julien, etienne } = await people(db);
      const asked = { userId: julien.id, scopes: ['groups:read'] as const, now };
      const { id } = await anAccessToken(db, { ...asked, forOrganisation: true });
      await anAccessToken(db, asked);
      const seenBy = async (by: string) =>
        (await listAdministeredTokens(db, { by })).map((token) => token.id);
      expect(await seenBy(nadia.id)).toEqual([id]);
      for (const by of [julien.id, etienne.id, (await aPerson(site)).id, 'nobody'])
        expect(await seenBy(by)).toEqual([]);
    }));

  test('invitations into it and into no group: sent again and withdrawn there only, and no other is replaced', () =>
    withDb(async (db) => {
      const { site, valmont, clairac, nadia, etienne } = await people(db);
      const group = await aGroup(site);
      const email = 'lucie.arnaud@exemple.test';
      const invite = async (id: string, organisationId: string, by: string, groupId: string | null = null) =>
        createInvitation(db, {
          ...{ id, token: `jeton-${id}`, email, name: 'Lucie Arnaud', organisationId, groupId },
          ...{ role: groupId ? 'contributor' : null, until: null, invitedBy: by, now },
        });
      await invite('clairac', clairac.id, etienne.id);
      await invite('groupe', valmont.id, nadia.id, group.id);
      await invite('ancienne', valmont.id, nadia.id);
      await invite('valmont', valmont.id, nadia.id);
      const waiting = async (organisationId: string) =>
        (await listInvitations(db, { organisationId })).map(({ id }) => id);
      expect(await waiting(valmont.id)).toEqual(['valmont']);
      expect(await waiting(clairac.id)).toEqual(['clairac']);
      const refused = { ok: false, error: 'invitation.notFound' };
      for (const id of ['clairac', 'groupe']) {
        const key = { id, organisationId: valmont.id };
        expect(await renewInvitation(db, { ...key, token: 'autre', now })).toEqual(refused);
        expect(await withdrawInvitation(db, key)).toEqual(refused);
      }
      expect((await withdrawInvitation(db, { id: 'valmont', organisationId: valmont.id })).ok).toBe(true);
      expect(await waiting(valmont.id)).toEqual([]);
      expect(
        await db.$count(
          auditEntries,
          and(eq(auditEntries.action, 'person.invited'), eq(auditEntries.actorId, nadia.id)),
        ),
      ).toBe(3);
    }));
});
