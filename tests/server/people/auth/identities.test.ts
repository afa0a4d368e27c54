import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inTransaction } from '#db/kernel/transaction.ts';
import { organisations } from '#db/people/organisation/schema.ts';
import { accounts, sessions, users } from '#db/people/person/schema.ts';
import {
  linkIdentity,
  listProposedOrganisations,
  listWaysIn,
  unlinkIdentity,
} from '#db/people/person/ways-in.ts';
import { municipalities } from '#db/programme/territory/schema.ts';
import { claimsOf, type ProviderVisits, startProviderVisits } from '#tests/support/people/provider-visits.ts';

let visits: ProviderVisits;
beforeAll(async () => {
  visits = await startProviderVisits();
});
afterAll(() => visits.close());

const identities = (userId: string) =>
  visits.server.database.db.select().from(accounts).where(eq(accounts.userId, userId));

describe('[ID8] an identity', () => {
  test('opens the account of its verified address, and then that account whatever address it has', async () => {
    const { id, email } = await visits.server.aPerson();
    const as = claimsOf({ email: email.toUpperCase() });
    expect(await visits.arrive(as)).toMatchObject({ kind: 'known', userId: id });
    expect(
      await visits.arrive({ ...as, email: 'nouvelle@valmont.example', email_verified: false }),
    ).toMatchObject({
      userId: id,
    });
    expect(await identities(id)).toHaveLength(2);
    // Told of the first time only.
    expect(visits.server.told.filter(([whose]) => whose === id)).toEqual([[id, 'wayInLinked', 'ProConnect']]);
  });

  test.each([false, 'false', 'true', 1, [], null, undefined])(
    'never opens one by an address whose email_verified is %j',
    async (value) => {
      const { email } = await visits.server.aPerson();
      expect(await visits.arriveCounting(claimsOf({ email, email_verified: value }))).toMatchObject({
        arrival: { why: 'unknown' },
        linked: 0,
      });
    },
  );

  test('opens one without that word only where the setting vouches for the provider, never against its word', async () => {
    const { id, email } = await visits.server.aPerson();
    const ways = visits.providersOf({ ...visits.oidc.settings, hasVerifiedEmails: true });
    expect(await visits.arriveCounting(claimsOf({ email, email_verified: false }), { ways })).toMatchObject({
      arrival: { why: 'unknown' },
      linked: 0,
    });
    expect(await visits.arriveCounting(claimsOf({ email, email_verified: 'false' }), { ways })).toMatchObject(
      { arrival: { why: 'unknown' }, linked: 0 },
    );
    expect(await visits.arrive(claimsOf({ email, email_verified: undefined }), { ways })).toMatchObject({
      userId: id,
    });
  });

  test('[P1] of somebody without account makes none', async () => {
    const before = await visits.server.database.db.$count(users);
    const as = claimsOf();
    expect(await visits.arriveCounting(as)).toEqual({
      arrival: { kind: 'refused', why: 'unknown', email: as.email },
      linked: 0,
    });
    expect(await visits.server.database.db.$count(users)).toBe(before);
  });

  test('of the same subject at another provider is another identity', async () => {
    const { id, email } = await visits.server.aPerson();
    const other = await visits.server.aPerson();
    const as = claimsOf({ email });
    await visits.arrive(as);
    const elsewhere = { issuer: 'https://autre.example', subject: as.sub, siret: '' };
    const linked = { ...elsewhere, userId: other.id, id: randomUUID(), now: new Date() };
    expect(await linkIdentity(visits.server.database.db, linked)).toBe('new');
    expect(await visits.arrive(as)).toMatchObject({ userId: id });
  });

  test('proposes the organisation of its SIRET, and gives none', async () => {
    const { db } = visits.server.database;
    const organisationId = randomUUID();
    await db.insert(municipalities).values({
      code: '49007',
      name: 'Valmont-sur-Loire',
      departmentCode: '49',
      regionCode: '52',
      siren: '214900078',
      postalCodes: ['49000'],
    });
    await db.insert(organisations).values({
      id: organisationId,
      name: 'Valmont-sur-Loire',
      shortName: 'VA',
      kind: 'municipality',
      municipalityCode: '49007',
      createdAt: new Date(),
    });
    const [agent, other] = [await visits.server.aPerson(), await visits.server.aPerson()];
    await visits.arrive(claimsOf({ email: agent.email, siret: '21490007800012' }));
    await visits.arrive(claimsOf({ email: other.email, siret: '21490007' }));
    expect(await listProposedOrganisations(db, agent.id)).toEqual([
      { id: organisationId, name: 'Valmont-sur-Loire' },
    ]);
    expect(await listProposedOrganisations(db, other.id)).toEqual([]);
    const [found] = await db.select().from(users).where(eq(users.id, agent.id));
    expect(found?.organisationId).toBeNull();
  });
});

describe('[ID9] one person, several ways in', () => {
  test('links what its owner confirms, for the account that asked, once; and never somebody else’s', async () => {
    const [mine, other] = [await visits.server.aPerson(), await visits.server.aPerson()];
    const as = claimsOf({ email_verified: false });
    const asked = await visits.arrive(as, { linkTo: mine.id });
    if (asked.kind !== 'asks') throw new Error(`a question was expected, not ${asked.kind}`);
    expect(await identities(mine.id)).toHaveLength(1);
    expect(await visits.providers.confirm(asked.token, other.id)).toBe('invalid');
    const again = await visits.arrive(as, { linkTo: mine.id });
    const token = again.kind === 'asks' ? again.token : '';
    expect(await visits.providers.confirm(token, mine.id)).toBe('linked');
    expect(await visits.providers.confirm(token, mine.id)).toBe('invalid');
    expect(await visits.arrive(as)).toMatchObject({ kind: 'known', userId: mine.id });
    const stolen = await visits.arrive(as, { linkTo: other.id });
    expect(await visits.providers.confirm(stolen.kind === 'asks' ? stolen.token : '', other.id)).toBe(
      'taken',
    );
  });

  test('unlinks one’s own, never the last, never the password, never somebody else’s', async () => {
    const { db } = visits.server.database;
    const [mine, other] = [await visits.server.aPerson(), await visits.server.aPerson()];
    for (const { email } of [mine, other]) await visits.arrive(claimsOf({ email }));
    const [password, provider] = await listWaysIn(db, mine.id);
    const [, theirs] = await listWaysIn(db, other.id);
    if (!password || !provider || !theirs) throw new Error('two ways in were expected');
    await inTransaction(db, (tx) => unlinkIdentity(tx, { id: theirs.id, userId: mine.id }));
    await inTransaction(db, (tx) => unlinkIdentity(tx, { id: password.id, userId: mine.id }));
    expect(await listWaysIn(db, mine.id)).toEqual([password, provider]);
    expect(await listWaysIn(db, other.id)).toHaveLength(2);
    expect(
      await inTransaction(db, (tx) => unlinkIdentity(tx, { id: provider.id, userId: mine.id })),
    ).toMatchObject({ ok: true });
    expect(
      await inTransaction(db, (tx) => unlinkIdentity(tx, { id: password.id, userId: mine.id })),
    ).toMatchObject({
      error: 'person.lastWayIn',
    });
    expect(await listWaysIn(db, mine.id)).toEqual([password]);
  });

  test('[security A38] [ID5] a known person is let in by our pages only, and a suspended one by none', async () => {
    const { id } = await visits.server.aPerson();
    expect((await visits.server.post('/sign-in/known-person', { userId: id })).status).toBe(404);
    await visits.server.database.db.update(users).set({ suspendedAt: new Date() }).where(eq(users.id, id));
    await expect(
      visits.server.auth.api.signInKnownPerson({ body: { userId: id }, headers: new Headers() }),
    ).rejects.toMatchObject({
      body: { code: 'ACCOUNT_SUSPENDED' },
    });
    expect(await visits.server.database.db.$count(sessions, eq(sessions.userId, id))).toBe(0);
  });
});
