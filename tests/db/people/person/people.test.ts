import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { inTransaction, type Tx } from '#db/kernel/transaction.ts';
import { addOrganisation } from '#db/people/organisation/organisation-change.ts';
import { listOrganisations } from '#db/people/organisation/organisations.ts';
import {
  changePerson,
  createFirstAdministrator,
  createPerson,
  findPerson,
  findPersonByEmail,
  hasAnyPerson,
  listPeople,
  listPeopleToAdd,
  restorePerson,
  suspendPerson,
  updateOwnProfile,
} from '#db/people/person/people.ts';
import { accounts, sessions } from '#db/people/person/schema.ts';
import { aGroup, aMember, anOrganisation, aPerson } from '#db/seed/builders/builders.ts';
import { openFreshDatabase, withDb } from '#tests/support/database.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const now = new Date('2023-03-14T09:00:00Z');

const newPerson = (id: string, email: string) => ({
  id,
  email,
  name: 'Nadia Ferrand',
  jobTitle: 'Responsable de la nature en ville',
  platformRole: 'member' as const,
  organisationId: null,
  passwordHash: 'hash',
  now,
});

describe('[P1] [P2] an account', () => {
  test('is made with its credential, its address in lower case and verified', () =>
    withDb(async (db) => {
      const { id: organisationId } = await anOrganisation(siteOf(db, now), { name: 'Valmont-sur-Loire' });
      const made = await createPerson(db, {
        ...newPerson('n', ' Nadia.Ferrand@Valmont.example '),
        organisationId,
      });
      expect(made.ok).toBe(true);
      expect(await findPerson(db, 'n')).toMatchObject({
        email: 'nadia.ferrand@valmont.example',
        organisation: { name: 'Valmont-sur-Loire' },
        suspendedAt: null,
      });
      const [account] = await db.select().from(accounts).where(eq(accounts.userId, 'n'));
      expect(account).toMatchObject({ providerId: 'credential', accountId: 'n', password: 'hash' });
    }));

  test('is one an address, whatever its case, and a refusal leaves the transaction usable', () =>
    withDb(async (db) => {
      await createPerson(db, newPerson('n', 'nadia@valmont.example'));
      const again = await createPerson(db, newPerson('m', 'NADIA@valmont.example'));
      expect(again).toEqual({ ok: false, error: 'person.emailTaken' });
      expect(await findPerson(db, 'm')).toBeNull();
      expect((await findPersonByEmail(db, 'Nadia@Valmont.example'))?.id).toBe('n');
    }));

  test('shows the name and job title that its owner writes', () =>
    withDb(async (db) => {
      await createPerson(db, newPerson('n', 'nadia@valmont.example'));
      await createPerson(db, newPerson('m', 'marc@valmont.example'));
      await updateOwnProfile(db, { id: 'n', name: 'Nadia Morel', jobTitle: 'Paysagiste', now });
      expect(await findPerson(db, 'n')).toMatchObject({ name: 'Nadia Morel', jobTitle: 'Paysagiste' });
      expect(await findPerson(db, 'm')).toMatchObject({ name: 'Nadia Ferrand' });
    }));
});

describe('the list of people', () => {
  test('is in French alphabetical order and narrows by name, address or organisation', () =>
    withDb(async (db) => {
      const site = siteOf(db, now);
      const { id: organisationId } = await anOrganisation(site, { name: 'Castelbrume' });
      await aPerson(site, { name: 'Zoé Petit', email: 'zoe@a.example', organisationId });
      await aPerson(site, { name: 'Émile Roux', email: 'emile@b.example' });
      await aPerson(site, { name: 'Fanny Roux', email: 'fanny@c.example' });
      const names = async (search?: string) =>
        (await listPeople(db, { search: search ?? '' })).people.map(({ name }) => name);
      expect(await names()).toEqual(['Émile Roux', 'Fanny Roux', 'Zoé Petit']);
      expect(await names('roux fan')).toEqual(['Fanny Roux']);
      expect(await names('castel')).toEqual(['Zoé Petit']);
      expect(await names('B.example')).toEqual(['Émile Roux']);
      expect(await names('EMILE')).toEqual(['Émile Roux']);
      expect(await names('%')).toEqual([]);
    }));

  test('[PG1] [PG2] comes by pages, and a page beyond the last is the last', () =>
    withDb(async (db) => {
      const site = siteOf(db, now);
      for (const name of ['Zoé', 'Émile', 'Fanny']) await aPerson(site, { name });
      const page = async (asked: number) => listPeople(db, { page: asked, size: 2 });
      expect(await page(1)).toMatchObject({
        people: [{ name: 'Émile' }, { name: 'Fanny' }],
        total: 3,
        page: 1,
        pages: 2,
      });
      expect(await page(2)).toMatchObject({ people: [{ name: 'Zoé' }], page: 2 });
      expect(await page(40)).toMatchObject({ people: [{ name: 'Zoé' }], page: 2 });
    }));

  test('[PG4] those to add to a group are not of it in their own name, and may sign in', () =>
    withDb(async (db) => {
      const site = siteOf(db, now);
      const group = await aGroup(site);
      const [member, other, gone] = [
        await aPerson(site, { name: 'Membre' }),
        await aPerson(site, { name: 'Autre' }),
        await aPerson(site, { name: 'Partie' }),
      ];
      await aMember(site, { groupId: group.id, userId: member.id, role: 'contributor' });
      await suspendPerson(db, { id: gone.id, by: other.id, now });
      const toAdd = async (search: string, limit = 9) =>
        (await listPeopleToAdd(db, { groupId: group.id, search, limit })).map(({ name }) => name);
      expect(await toAdd('')).toEqual(['Autre']);
      expect(await toAdd('membre')).toEqual([]);
      expect(await toAdd('', 0)).toEqual([]);
      // Of too many the first by name are offered, and a search finds the others.
      await aPerson(site, { name: 'Zoé' });
      expect(await toAdd('', 1)).toEqual(['Autre']);
      expect(await toAdd('zoe', 1)).toEqual(['Zoé']);
    }));
});

describe('[P5] the first installation', () => {
  test('makes one administrator, once', () =>
    withDb(async (db) => {
      expect(await hasAnyPerson(db)).toBe(false);
      expect((await createFirstAdministrator(db, newPerson('a', 'a@a.example'))).ok).toBe(true);
      expect(await findPerson(db, 'a')).toMatchObject({ platformRole: 'admin', organisation: null });
      expect(await createFirstAdministrator(db, newPerson('b', 'b@a.example'))).toEqual({
        ok: false,
        error: 'person.alreadyInstalled',
      });
    }));

  test('ten at once make one', async () => {
    const database = await openFreshDatabase();
    try {
      const attempts = Array.from({ length: 10 }, (_, at) => newPerson(`p${at}`, `p${at}@a.example`));
      const results = await Promise.all(
        attempts.map((person) => inTransaction(database.db, (tx) => createFirstAdministrator(tx, person))),
      );
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await listPeople(database.db)).toMatchObject({ total: 1 });
    } finally {
      await database.close();
    }
  });
});

describe('[P6] a suspended account', () => {
  test('is signed out everywhere, and only this one', () =>
    withDb(async (db) => {
      const site = siteOf(db, now);
      const [person, other, admin] = [await aPerson(site), await aPerson(site), await aPerson(site)];
      for (const { id } of [person, other]) {
        const times = { createdAt: now, updatedAt: now, expiresAt: now };
        const made = { id: `session ${id}`, tokenHash: `hash ${id}`, userId: id };
        await db.insert(sessions).values({ ...made, ...times });
      }
      expect((await suspendPerson(db, { id: person.id, by: admin.id, now })).ok).toBe(true);
      expect(await findPerson(db, person.id)).toMatchObject({ suspendedAt: now });
      expect((await db.select().from(sessions)).map(({ userId }) => userId)).toEqual([other.id]);
      expect((await restorePerson(db, { id: person.id, now })).ok).toBe(true);
      expect(await findPerson(db, person.id)).toMatchObject({ suspendedAt: null });
    }));

  test('is never one’s own, nor one that does not exist', () =>
    withDb(async (db) => {
      const { id } = await aPerson(siteOf(db, now));
      expect(await suspendPerson(db, { id, by: id, now })).toEqual({
        ok: false,
        error: 'person.suspendSelf',
      });
      expect(await suspendPerson(db, { id: 'x', by: id, now })).toEqual({
        ok: false,
        error: 'person.notFound',
      });
      expect(await restorePerson(db, { id: 'x', now })).toEqual({ ok: false, error: 'person.notFound' });
    }));
});

describe('[P7] a role on the platform', () => {
  test('and an organisation change for this person only', () =>
    withDb(async (db) => {
      const site = siteOf(db, now);
      const [person, other] = [await aPerson(site), await aPerson(site)];
      const city = await anOrganisation(site);
      expect(
        (await changePerson(db, { id: person.id, platformRole: 'coordinator', organisationId: city.id, now }))
          .ok,
      ).toBe(true);
      expect(await findPerson(db, person.id)).toMatchObject({
        platformRole: 'coordinator',
        organisation: { id: city.id },
      });
      expect(await findPerson(db, other.id)).toMatchObject({ platformRole: 'member', organisation: null });
      expect(await changePerson(db, { id: 'x', platformRole: 'member', organisationId: null, now })).toEqual({
        ok: false,
        error: 'person.notFound',
      });
    }));

  test('leaves at least one administrator who may sign in', () =>
    withDb(async (db) => {
      const site = siteOf(db, now);
      const admin = await aPerson(site, { platformRole: 'admin' });
      const suspended = await aPerson(site, { platformRole: 'admin' });
      await suspendPerson(db, { id: suspended.id, by: admin.id, now });
      const demote = (id: string) =>
        changePerson(db, { id, platformRole: 'member', organisationId: null, now });
      expect(await demote(admin.id)).toEqual({ ok: false, error: 'person.lastAdmin' });
      await restorePerson(db, { id: suspended.id, now });
      expect((await demote(admin.id)).ok).toBe(true);
    }));
});

describe('[O1] an organisation', () => {
  const make = (db: Tx, id: string, name: string) =>
    addOrganisation(db, { id, name, shortName: 'VA', kind: 'municipality', municipalityCode: null, now });

  test('is made with the colour that the fewest have, once a name', () =>
    withDb(async (db) => {
      await anOrganisation(siteOf(db, now), { name: 'Castelbrume', colour: 1 });
      expect((await make(db, 'valmont', 'Valmont-sur-Loire')).ok).toBe(true);
      expect((await listOrganisations(db)).map(({ name, colour }) => [name, colour])).toEqual([
        ['Castelbrume', 1],
        ['Valmont-sur-Loire', 2],
      ]);
      expect(await make(db, 'again', 'valmont-sur-loire')).toEqual({
        ok: false,
        error: 'organisation.nameTaken',
      });
    }));

  test('that does not exist is nobody’s', () =>
    withDb(async (db) => {
      const { id } = await aPerson(siteOf(db, now));
      const change = { id, platformRole: 'member', organisationId: 'nowhere', now } as const;
      expect(await changePerson(db, change)).toEqual({ ok: false, error: 'organisation.notFound' });
    }));
});
