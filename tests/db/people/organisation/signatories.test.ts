import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { auditEntries } from '#db/kernel/audit/schema.ts';
import type { Db } from '#db/kernel/client.ts';
import { hashOf } from '#db/kernel/token-hash.ts';
import { inTransaction, type Tx } from '#db/kernel/transaction.ts';
import { erasePerson } from '#db/operations/personal-data/erase-person.ts';
import { readOwnData } from '#db/operations/personal-data/own-data.ts';
import { applyRetention } from '#db/operations/personal-data/retention.ts';
import { acceptInvitation } from '#db/people/invitation/invitation-acceptance.ts';
import { createInvitation } from '#db/people/invitation/invitations.ts';
import { changeOrganisation } from '#db/people/organisation/organisation-change.ts';
import {
  confirmColleague,
  findSignatory,
  requireSignatory,
  withdrawSignatory,
} from '#db/people/organisation/signatories.ts';
import { answerDemand, askToSign, findDemand } from '#db/people/organisation/signatory-demands.ts';
import { findOwnSigning, listColleagues } from '#db/people/organisation/signatory-lists.ts';
import { signatories } from '#db/people/organisation/signatory-schema.ts';
import { restorePerson, suspendPerson } from '#db/people/person/people.ts';
import { users } from '#db/people/person/schema.ts';
import { aGroup, anOrganisation, aPerson } from '#db/seed/builders/builders.ts';
import { asReadable } from '#shared/kernel/access/readable.ts';
import { openFreshDatabase, withDb } from '#tests/support/database.ts';
import { refusalOf } from '#tests/support/meetings/meetings.ts';
import { declare, eightAround } from '#tests/support/people/signatories.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const now = new Date('2023-03-14T09:00:00Z');
const HOUR = 3_600_000;
const later = (hours: number) => new Date(now.getTime() + hours * HOUR);
const aToken = () => randomBytes(32).toString('base64url');
const ADDRESS = 'mairie@valmont.example';

async function around<Database extends Db>(db: Database) {
  const site = siteOf(db, now);
  const valmont = await anOrganisation(site, { name: 'Valmont' });
  await declare(db, valmont.id, ADDRESS);
  const people = await eightAround(site, valmont.id);
  const other = await anOrganisation(site, { name: 'Clairac' });
  const foreign = await aPerson(site, { name: 'Étienne', organisationId: other.id });
  const ask = async (userId: string, at = now) => {
    const token = aToken();
    return { token, asked: await inTransaction(db, (tx) => askToSign(tx, { userId, token, now: at })) };
  };
  return { db, site, valmont, other, foreign, ask, ...people };
}
const withPeople = (run: (world: Awaited<ReturnType<typeof around<Tx>>>) => Promise<void>) =>
  withDb(async (db) => run(await around(db)));

const linesOf = async (db: Db, id: string) =>
  (
    await db.select().from(auditEntries).where(eq(auditEntries.subjectId, id)).orderBy(auditEntries.sequence)
  ).flatMap(({ action, actorId, payload }) =>
    action.includes('signatory') ? [{ action, actorId, ...JSON.parse(payload) }] : [],
  );

describe('[O7] who speaks for an organisation', () => {
  test('of eight people around it the one whom it confirmed; naming, moving and a role on the platform confirm nobody', () =>
    withPeople(async ({ db, valmont, signatory, ...world }) => {
      const { alone, named, suspended, moved, back, coordinator, admin } = world;
      for (const { id } of [alone, named, suspended, moved, back, coordinator, admin])
        expect(await refusalOf(requireSignatory(db, id)), id).toBe('signatory.unconfirmed');
      expect(await requireSignatory(db, signatory.id)).toMatchObject({
        ok: true,
        value: { organisationId: valmont.id, basis: { by: 'address' } },
      });
    }));

  test('a colleague who is one confirms another of the same organisation; nobody else does, and nobody oneself', () =>
    withPeople(async ({ db, alone, named, coordinator, admin, foreign, suspended, moved, signatory }) => {
      const confirm = (userId: string, by: string) => refusalOf(confirmColleague(db, { userId, by, now }));
      for (const { id } of [alone, named, coordinator, admin, suspended])
        expect(await confirm(moved.id, id), id).toBe('signatory.unconfirmed');
      expect(await confirm(alone.id, foreign.id)).toBe('signatory.notFound');
      expect(await confirm(foreign.id, signatory.id)).toBe('signatory.notFound');
      expect(await confirm(suspended.id, signatory.id)).toBe('signatory.notFound');
      expect(await confirm('nobody', signatory.id)).toBe('signatory.notFound');
      expect(await confirm(signatory.id, signatory.id)).toBe('signatory.already');
      expect(await confirm(alone.id, signatory.id)).toBeNull();
      expect(await findSignatory(db, alone.id)).toMatchObject({
        basis: { by: 'colleague', on: now.toISOString() },
      });
      expect(await confirm(named.id, alone.id)).toBeNull();
      expect(await linesOf(db, alone.id)).toMatchObject([
        { action: 'person.signatoryConfirmed', actorId: signatory.id, basis: 'colleague' },
      ]);
      // The database itself refuses that somebody stands for themselves, or by nobody.
      const wrong = (change: { confirmedBy: string | null }) =>
        db.update(signatories).set(change).where(eq(signatories.userId, alone.id));
      await expect(wrong({ confirmedBy: alone.id })).rejects.toThrow();
      await expect(wrong({ confirmedBy: null })).rejects.toThrow();
    }));

  test('it is taken away by a signatory, by oneself and by the coordination, and ends with a move, whatever statement moves', () =>
    withPeople(async ({ db, site, valmont, other, foreign, alone, coordinator, admin, signatory }) => {
      const end = (userId: string, by: string, organisationId = valmont.id) =>
        refusalOf(withdrawSignatory(db, { userId, organisationId, by, now }));
      expect(await end(signatory.id, alone.id)).toBe('signatory.notFound');
      expect(await end(signatory.id, foreign.id)).toBe('signatory.notFound');
      expect(await end(signatory.id, foreign.id, other.id)).toBe('signatory.notFound');
      expect(await end(alone.id, admin.id)).toBe('signatory.notFound');
      const [first, second, third] = [
        await aPerson(site, { organisationId: valmont.id }),
        await aPerson(site, { organisationId: valmont.id }),
        await aPerson(site, { organisationId: valmont.id }),
      ];
      expect(await end(first.id, signatory.id)).toBeNull();
      expect(await end(second.id, coordinator.id)).toBeNull();
      expect(await end(third.id, third.id)).toBeNull();
      for (const { id } of [first, second, third]) expect(await findSignatory(db, id)).toBeNull();
      expect(await linesOf(db, second.id)).toMatchObject([
        { action: 'person.signatoryWithdrawn', actorId: coordinator.id },
      ]);
      const move = (organisationId: string) =>
        db.update(users).set({ organisationId }).where(eq(users.id, signatory.id));
      await move(other.id);
      await move(valmont.id);
      expect(await findSignatory(db, signatory.id)).toBeNull();
    }));

  test('rests during a suspension, and goes with an erasure; it is in the archive of one’s own data', () =>
    withPeople(async ({ db, admin, signatory }) => {
      const { id } = signatory;
      expect((await readOwnData(db, { userId: id })).tables.map(({ name }) => name)).toContain('signatory');
      await suspendPerson(db, { id, by: admin.id, now });
      expect(await findSignatory(db, id)).toBeNull();
      await restorePerson(db, { id, by: admin.id, now });
      expect(await findSignatory(db, id)).not.toBeNull();
      expect((await erasePerson(db, { userId: id, now })).ok).toBe(true);
      expect(await db.select().from(signatories).where(eq(signatories.userId, id))).toEqual([]);
    }));

  test('whoever takes the invitation of a signatory into the organisation is one; of anybody else, or into a group, not', () =>
    withPeople(async ({ db, site, valmont, foreign, alone, named, coordinator, signatory }) => {
      const { id: groupId } = await aGroup(site);
      const accepted = async (by: string, group: string | null = null) => {
        const [token, userId] = [aToken(), site.newId()];
        const who = { email: `${userId}@valmont.example`, name: 'Lucie', organisationId: valmont.id };
        const place = { groupId: group, role: group ? ('contributor' as const) : null, until: null };
        await createInvitation(db, { id: site.newId(), token, ...who, ...place, invitedBy: by, now });
        const account = { userId, name: 'Lucie', jobTitle: '', passwordHash: 'x', newId: site.newId, now };
        expect((await acceptInvitation(db, { token, ...account })).ok).toBe(true);
        return { userId, found: await findSignatory(db, userId) };
      };
      for (const { id } of [alone, named, coordinator, foreign])
        expect((await accepted(id)).found).toBeNull();
      expect((await accepted(signatory.id, groupId)).found).toBeNull();
      const { userId, found } = await accepted(signatory.id);
      expect(found).toMatchObject({ organisationId: valmont.id, basis: { by: 'colleague' } });
      expect(await linesOf(db, userId)).toMatchObject([{ actorId: signatory.id, basis: 'invitation' }]);
    }));

  test('colleagues are listed to signatories, those who ask first; of another organisation and closed accounts nobody is', () =>
    withPeople(async ({ db, valmont, foreign, suspended, named, ask, signatory }) => {
      await ask(named.id);
      const all = await listColleagues(db, { organisationId: asReadable(valmont.id) });
      expect(all[0]).toMatchObject({ id: named.id, basis: null, askedAt: now });
      const ids = all.map(({ id }) => id);
      expect(ids).not.toContain(foreign.id);
      expect(ids).not.toContain(suspended.id);
      const those = await listColleagues(db, {
        organisationId: asReadable(valmont.id),
        areSignatories: true,
      });
      expect(those.map(({ id }) => id)).toEqual([signatory.id]);
    }));
});

describe('[O8] the declared address', () => {
  test('confirms whoever asked, once, by a link of which only the SHA-256 is kept; looking changes nothing', () =>
    withPeople(async ({ db, valmont, alone, signatory, ask }) => {
      const { token, asked } = await ask(alone.id);
      expect(asked).toMatchObject({
        ok: true,
        value: { address: ADDRESS, organisation: 'Valmont', signatories: [{ email: signatory.email }] },
      });
      expect(await findOwnSigning(db, { userId: alone.id, now })).toMatchObject({
        basis: null,
        asked: { at: now, address: ADDRESS },
        mayAsk: false,
      });
      expect(JSON.stringify(await db.select().from(signatories))).not.toContain(token);
      for (let look = 0; look < 2; look++)
        expect(await findDemand(db, { token, now })).toMatchObject({
          email: alone.email,
          organisation: 'Valmont',
        });
      expect(await findSignatory(db, alone.id)).toBeNull();
      const answer = () => refusalOf(answerDemand(db, { token, isOurs: true, now: later(1) }));
      expect(await answer()).toBeNull();
      expect(await answer()).toBe('signatory.linkUnusable');
      expect(await findSignatory(db, alone.id)).toEqual({
        organisationId: valmont.id,
        basis: { by: 'address', address: ADDRESS, on: later(1).toISOString() },
      });
      expect(await findDemand(db, { token, now })).toBeNull();
      expect(await refusalOf(askToSign(db, { userId: alone.id, token, now }))).toBe('signatory.already');
      expect(await linesOf(db, alone.id)).toMatchObject([
        { action: 'person.signatoryConfirmed', actorId: null, basis: 'address' },
      ]);
    }));

  test('of ten uses of a link at the same moment one counts', async () => {
    const database = await openFreshDatabase();
    try {
      const { db, alone, ask } = await around(database.db);
      const { token } = await ask(alone.id);
      const uses = Array.from({ length: 10 }, (_, use) =>
        refusalOf(inTransaction(db, (tx) => answerDemand(tx, { token, isOurs: use % 2 === 0, now }))),
      );
      expect((await Promise.all(uses)).filter((refusal) => refusal === null)).toHaveLength(1);
      expect(await linesOf(db, alone.id)).toHaveLength(1);
    } finally {
      await database.close();
    }
  });

  test('a link that is unknown, its own hash, thirty days old or of an address of before opens nothing', () =>
    withPeople(async ({ db, valmont, alone, ask }) => {
      const { token } = await ask(alone.id);
      const opens = async (given: string, at = now) =>
        (await findDemand(db, { token: given, now: at })) !== null;
      expect([await opens(token), await opens(aToken()), await opens(hashOf(token))]).toEqual([
        true,
        false,
        false,
      ]);
      expect([await opens(token, later(30 * 24 - 1)), await opens(token, later(30 * 24))]).toEqual([
        true,
        false,
      ]);
      await declare(db, valmont.id, 'intrus@ailleurs.example');
      expect(await refusalOf(answerDemand(db, { token, isOurs: true, now }))).toBe('signatory.linkUnusable');
      await applyRetention(db, { now: later(32 * 24) });
      expect(await db.select().from(signatories).where(eq(signatories.userId, alone.id))).toEqual([]);
    }));

  test('is asked once a day; one who is not of there signs nothing, and asks again a day after', () =>
    withPeople(async ({ db, alone, ask }) => {
      const first = await ask(alone.id);
      expect(await refusalOf(Promise.resolve((await ask(alone.id, later(23))).asked))).toBe(
        'signatory.askedToday',
      );
      expect((await answerDemand(db, { token: first.token, isOurs: false, now })).ok).toBe(true);
      expect(await findSignatory(db, alone.id)).toBeNull();
      expect(await findOwnSigning(db, { userId: alone.id, now })).toMatchObject({
        isRefused: true,
        asked: null,
      });
      expect(await refusalOf(answerDemand(db, { token: first.token, isOurs: true, now }))).toBe(
        'signatory.linkUnusable',
      );
      expect((await ask(alone.id, later(23))).asked.ok).toBe(false);
      expect((await ask(alone.id, later(24))).asked.ok).toBe(true);
      expect(await linesOf(db, alone.id)).toMatchObject([
        { action: 'person.signatoryRefused', actorId: null },
      ]);
    }));

  test('is asked by people of the organisation that declared one, and by nobody else', () =>
    withPeople(async ({ site, foreign, suspended, admin, ask, db, other }) => {
      const refused = async (id: string) => refusalOf(Promise.resolve((await ask(id)).asked));
      const newcomer = await aPerson(site, { organisationId: other.id, isSignatory: false });
      expect(await refused(newcomer.id)).toBe('signatory.noAddress');
      expect(await refused(foreign.id)).toBe('signatory.already');
      for (const id of [suspended.id, admin.id, 'nobody'])
        expect(await refused(id), id).toBe('signatory.noOrganisation');
      expect(await findOwnSigning(db, { userId: admin.id, now })).toBeNull();
    }));

  test('another address is a line of the trail without the address, and the one before is known to be told', () =>
    withPeople(async ({ db, valmont, coordinator }) => {
      const change = (declaredEmail: string | null) =>
        changeOrganisation(db, {
          ...{
            id: valmont.id,
            name: 'Valmont',
            shortName: 'VA',
            kind: 'municipality',
            municipalityCode: null,
          },
          ...{ declaredEmail, by: coordinator.id, now },
        });
      expect(await change(ADDRESS)).toEqual({ ok: true, value: { addressBefore: null } });
      expect(await change('autre@valmont.example')).toEqual({ ok: true, value: { addressBefore: ADDRESS } });
      expect(await change(null)).toMatchObject({ value: { addressBefore: 'autre@valmont.example' } });
      const lines = await db.select().from(auditEntries).where(eq(auditEntries.subjectId, valmont.id));
      expect(lines.map(({ action, actorId }) => [action, actorId])).toEqual([
        ['organisation.addressDeclared', coordinator.id],
        ['organisation.addressDeclared', coordinator.id],
      ]);
      expect(JSON.stringify(lines)).not.toContain('@valmont.example');
    }));
});
