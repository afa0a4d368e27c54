import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { verifyAuditChain } from '#db/kernel/audit/audit.ts';
import { auditEntries } from '#db/kernel/audit/schema.ts';
import type { Db } from '#db/kernel/client.ts';
import { erasePerson } from '#db/operations/personal-data/erase-person.ts';
import { readOwnData } from '#db/operations/personal-data/own-data.ts';
import { applyRetention } from '#db/operations/personal-data/retention.ts';
import {
  createAccessToken,
  findTokenCaller,
  listAccessTokens,
  listAllAccessTokens,
  listOrganisationTokens,
  revokeAccessToken,
} from '#db/operations/token/access-tokens.ts';
import { accessTokens } from '#db/operations/token/schema.ts';
import { changePerson, restorePerson, suspendPerson } from '#db/people/person/people.ts';
import { users } from '#db/people/person/schema.ts';
import { anOrganisation, aPerson } from '#db/seed/builders/builders.ts';
import { TOKENS_MAX } from '#shared/operations/token/access-token.ts';
import { withDb } from '#tests/support/database.ts';
import { anAccessToken, aSession } from '#tests/support/operations/access-tokens.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const DAY = 24 * 3_600_000;
const now = new Date('2023-03-14T09:00:00Z');
const later = (ms: number) => new Date(now.getTime() + ms);
const absent = { ok: false, error: 'access.notFound' };
const unknown = { ok: false, error: 'accessToken.unknown' };

/** Nadia and Julien of one city, Étienne of another, and Hélène who administers. */
async function people(db: Db) {
  const site = siteOf(db, now);
  const [city, other] = [await anOrganisation(site, { name: 'Valmont' }), await anOrganisation(site)];
  return {
    city,
    nadia: await aPerson(site, { name: 'Nadia Ferrand', organisationId: city.id }),
    julien: await aPerson(site, { name: 'Julien Morel', organisationId: city.id }),
    etienne: await aPerson(site, { organisationId: other.id }),
    helene: await aPerson(site, { platformRole: 'admin' }),
  };
}

describe('who comes in by a token', () => {
  test('[TK3] its person, with its scopes, until it expires; its secret is nowhere in the database', () =>
    withDb(async (db) => {
      const { nadia } = await people(db);
      const { id, secret } = await anAccessToken(db, {
        ...{ userId: nadia.id, now, days: 30 },
        scopes: ['boards:write', 'documents:read'],
      });
      expect(await findTokenCaller(db, { secret, now })).toEqual({
        ok: true,
        value: {
          ...{ tokenId: id, userId: nadia.id, platformRole: 'member' },
          ...{ administersId: null, hasSecondFactor: false },
          scopes: ['documents:read', 'boards:write'],
        },
      });
      expect((await findTokenCaller(db, { secret, now: later(30 * DAY - 1) })).ok).toBe(true);
      expect(await findTokenCaller(db, { secret, now: later(30 * DAY) })).toEqual({
        ok: false,
        error: 'accessToken.expired',
      });
      for (const wrong of ['', 'cordee_', `${secret.slice(0, -1)}!`, `cordee_${'a'.repeat(43)}`])
        expect(await findTokenCaller(db, { secret: wrong, now })).toEqual(unknown);
      const [row] = await db.select().from(accessTokens).where(eq(accessTokens.id, id));
      expect(JSON.stringify(row)).not.toContain(secret.slice(7));
      expect(row?.tokenHash).toMatch(/^[0-9a-f]{64}$/);
    }));

  test('[TK3] when it was used is noted at most once a minute', () =>
    withDb(async (db) => {
      const { nadia } = await people(db);
      const { secret } = await anAccessToken(db, { userId: nadia.id, now, scopes: ['groups:read'] });
      const usedAt = async () => (await listAccessTokens(db, { userId: nadia.id }))[0]?.usedAt;
      expect(await usedAt()).toBeNull();
      await findTokenCaller(db, { secret, now: later(1_000) });
      await findTokenCaller(db, { secret, now: later(61_000) });
      expect(await usedAt()).toEqual(later(1_000));
      await findTokenCaller(db, { secret, now: later(61_001) });
      expect(await usedAt()).toEqual(later(61_001));
    }));

  test('[TK3] nobody any more once their account is suspended, even opened again, or erased', () =>
    withDb(async (db) => {
      const { nadia, julien, helene } = await people(db);
      const mine = { now, scopes: ['groups:read'] as const };
      const hers = await anAccessToken(db, { ...mine, userId: nadia.id });
      const his = await anAccessToken(db, { ...mine, userId: julien.id });
      await db.update(users).set({ suspendedAt: now }).where(eq(users.id, nadia.id));
      expect(await findTokenCaller(db, { secret: hers.secret, now })).toEqual(unknown);
      await db.update(users).set({ suspendedAt: null }).where(eq(users.id, nadia.id));
      await suspendPerson(db, { id: nadia.id, by: helene.id, now });
      await restorePerson(db, { id: nadia.id, by: helene.id, now });
      expect(await findTokenCaller(db, { secret: hers.secret, now })).toEqual(unknown);
      expect((await erasePerson(db, { userId: julien.id, now })).ok).toBe(true);
      expect(await findTokenCaller(db, { secret: his.secret, now })).toEqual(unknown);
      expect(await db.select().from(accessTokens)).toEqual([]);
    }));

  test('[TK5] a token of an organisation ends when its person leaves it; their own does not', () =>
    withDb(async (db) => {
      const { nadia } = await people(db);
      const asked = { userId: nadia.id, now, scopes: ['groups:read'] as const };
      const own = await anAccessToken(db, asked);
      const ofCity = await anAccessToken(db, { ...asked, forOrganisation: true });
      expect((await findTokenCaller(db, { secret: ofCity.secret, now })).ok).toBe(true);
      await changePerson(db, { id: nadia.id, platformRole: 'member', organisationId: null, now });
      expect(await findTokenCaller(db, { secret: ofCity.secret, now })).toEqual(unknown);
      expect((await findTokenCaller(db, { secret: own.secret, now })).ok).toBe(true);
    }));
});

describe('making one', () => {
  test('[TK4] only by a sign-in of one’s own, of today, and for an organisation that one has', () =>
    withDb(async (db) => {
      const { nadia, etienne, helene } = await people(db);
      const ask = async (sessionId: string, userId = nadia.id, forOrganisation = false) => {
        const token = { name: 'Essai', scopes: ['groups:read'] as const, days: 30 as const, forOrganisation };
        const site = siteOf(db, now);
        const [id, secret] = [site.newId(), site.newId()];
        const made = await createAccessToken(db, { ...token, id, secret, userId, sessionId, now });
        return made.ok ? null : made.error;
      };
      const theirs = await aSession(db, { userId: etienne.id, now });
      const old = await aSession(db, { userId: nadia.id, now: later(-13 * 3_600_000) });
      expect(await ask(theirs)).toBe('accessToken.signInAgain');
      expect(await ask(old)).toBe('accessToken.signInAgain');
      expect(await ask('')).toBe('accessToken.signInAgain');
      expect(await ask(await aSession(db, { userId: helene.id, now }), helene.id, true)).toBe(
        'accessToken.noOrganisation',
      );
      expect(await db.select().from(accessTokens)).toEqual([]);
      expect(await ask(await aSession(db, { userId: nadia.id, now }))).toBeNull();
    }));

  test('[TK1] twenty that live, and no more; those that are over count no more', () =>
    withDb(async (db) => {
      const { nadia } = await people(db);
      const asked = { userId: nadia.id, scopes: ['groups:read'] as const };
      for (let made = 0; made < TOKENS_MAX; made++) await anAccessToken(db, { ...asked, now });
      await expect(anAccessToken(db, { ...asked, now })).rejects.toThrow('accessToken.tooMany');
      await anAccessToken(db, { ...asked, now: later(30 * DAY) });
      await applyRetention(db, { now: later(300 * DAY) });
      expect(await listAccessTokens(db, { userId: nadia.id })).toEqual([]);
    }));
});

test('[TK5] [TK6] who sees and ends which: one’s own, the organisation’s, all for administrators; else it is absent', () =>
  withDb(async (db) => {
    const { nadia, julien, etienne, helene, city } = await people(db);
    const asked = { userId: nadia.id, now, scopes: ['groups:read'] as const };
    const own = await anAccessToken(db, { ...asked, name: 'Le sien' });
    const ofCity = await anAccessToken(db, { ...asked, name: 'De la ville', forOrganisation: true });
    const names = (found: readonly { name: string }[] | null) =>
      found?.map(({ name }) => name).sort() ?? null;
    expect(names(await listAccessTokens(db, { userId: nadia.id }))).toEqual(['De la ville', 'Le sien']);
    expect(await listAccessTokens(db, { userId: julien.id })).toEqual([]);
    const seen = await listOrganisationTokens(db, { userId: julien.id });
    expect(seen).toMatchObject([{ name: 'De la ville', organisation: city.name, person: { id: nadia.id } }]);
    expect(await listOrganisationTokens(db, { userId: nadia.id })).toEqual([]);
    for (const other of [etienne, helene])
      expect(await listOrganisationTokens(db, { userId: other.id })).toEqual([]);
    for (const other of [nadia, julien, etienne])
      expect(await listAllAccessTokens(db, { by: other.id })).toBeNull();
    expect(names(await listAllAccessTokens(db, { by: helene.id }))).toEqual(['De la ville', 'Le sien']);

    const revoke = (id: string, by: string) => revokeAccessToken(db, { id, by, now });
    expect(await revoke(own.id, julien.id)).toEqual(absent);
    for (const { id } of [own, ofCity]) expect(await revoke(id, etienne.id)).toEqual(absent);
    expect(await revoke('nothing', helene.id)).toEqual(absent);
    expect((await findTokenCaller(db, { secret: own.secret, now })).ok).toBe(true);
    expect(await revoke(ofCity.id, julien.id)).toEqual({ ok: true });
    expect(await revoke(own.id, helene.id)).toEqual({ ok: true });
    for (const { secret } of [own, ofCity])
      expect(await findTokenCaller(db, { secret, now })).toEqual(unknown);
    expect(await revoke(own.id, nadia.id)).toEqual(absent);

    const lines = await db.select().from(auditEntries).orderBy(auditEntries.sequence);
    expect(lines.map(({ action, actorId, subjectId }) => [action, actorId, subjectId])).toEqual([
      ['accessToken.created', nadia.id, nadia.id],
      ['accessToken.created', nadia.id, nadia.id],
      ['accessToken.revoked', julien.id, nadia.id],
      ['accessToken.revoked', helene.id, nadia.id],
    ]);
    expect(JSON.stringify(lines)).not.toMatch(/Nadia|sien|ville|cordee_/);
    expect((await verifyAuditChain(db)).fault).toBeNull();
  }));

test('[PD1] one’s archive lists one’s tokens, and nothing that opens anything', () =>
  withDb(async (db) => {
    const { nadia } = await people(db);
    const { secret } = await anAccessToken(db, {
      userId: nadia.id,
      now,
      scopes: ['groups:read'],
      name: 'Mairie',
    });
    const { tables } = await readOwnData(db, { userId: nadia.id });
    const rows = tables.find(({ name }) => name === 'access_token')?.rows;
    expect(rows).toMatchObject([{ name: 'Mairie', scopes: ['groups:read'] }]);
    expect(JSON.stringify(rows)).not.toMatch(/hash/);
    expect(JSON.stringify(tables)).not.toContain(secret);
  }));
