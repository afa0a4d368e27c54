import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '#db/kernel/client.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { organisationTies } from '#db/people/entry/schema.ts';
import { isGuest } from '#db/people/entry/ties.ts';
import { createInvitation } from '#db/people/invitation/invitations.ts';
import { accounts, users } from '#db/people/person/schema.ts';
import { findApplication, listOwnApplications } from '#db/programme/application/applications.ts';
import { listEntryPlaces } from '#db/programme/application/entry-places.ts';
import { applications } from '#db/programme/application/schema.ts';
import { importCities } from '#db/programme/territory/city-import.ts';
import { loadRegister } from '#db/programme/territory/register.ts';
import { anOrganisation, aPerson } from '#db/seed/builders/builders.ts';
import { findToDo } from '#db/to-do.ts';
import { TIES_MAX } from '#shared/people/entry/entry.ts';
import { openFreshDatabase } from '#tests/support/database.ts';
import { operationsOn, SIGNATURE } from '#tests/support/kernel/operations.ts';
import { aCall } from '#tests/support/programme/builders/application-builders.ts';
import {
  CASTELBRUME,
  importMaking,
  SAINT_AUBIN,
  sampleRegister,
  tableOf,
  VALMONT,
} from '#tests/support/programme/city-files.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const at = new Date('2023-03-14T09:00:00Z');
let database: Database;
let saintAubin: string;
const mails: { to: string; subject: string; text: string }[] = [];
let operations: ReturnType<typeof operationsOn>;
beforeAll(async () => {
  database = await openFreshDatabase();
  const { db } = database;
  await loadRegister(db, sampleRegister, at);
  await inTransaction(db, (tx) =>
    importCities(tx, tableOf([VALMONT, SAINT_AUBIN, CASTELBRUME]), importMaking),
  );
  const places = await listEntryPlaces(db);
  saintAubin = places.find(({ name }) => name === 'Saint-Aubin-les-Marais')?.value ?? '';
  // Its convention is not of the programme.
  expect(places.map(({ name }) => name)).not.toContain('Castelbrume');
  operations = operationsOn(db, {
    now: () => at,
    mailer: {
      async send(_tx, { email }, { subject, paragraphs }) {
        mails.push({ to: email, subject, text: paragraphs.join(' ') });
        return null;
      },
    },
  });
});
afterAll(() => database.close());

const passOf = (email: string) => SIGNATURE.sign('entry-pass', [email, String(at.getTime() + 60_000)]);
const subjectsTo = (email: string) => mails.filter(({ to }) => to === email).map(({ subject }) => subject);

/** A call, and an organisation of a name of its own that may lead. */
async function aWorld() {
  const { db } = database;
  const site = siteOf(db, at);
  const city = await anOrganisation(site, { name: `Ville ${randomUUID().slice(0, 8)}` });
  const call = await aCall(site);
  return { db, site, city, call, lieu: `organisme-${city.id}` };
}
type World = Awaited<ReturnType<typeof aWorld>>;

/** Comes in by a code, and opens the draft; the organisation says its convention. */
async function comeIn({ call, lieu }: Pick<World, 'call' | 'lieu'>, email: string, convention = 'ACV002') {
  const entered = await operations.run(
    'application.enter',
    { userId: null },
    { pass: passOf(email), appel: call.id, lieu },
  );
  if (!entered.ok) throw new Error(entered.error);
  const { userId, isNew } = entered.value;
  const begun = await operations.run(
    'application.begin',
    { userId },
    { appel: call.id, lieu: isNew ? lieu : '', convention },
  );
  if (!begun.ok) throw new Error(begun.error);
  return { userId, ...begun.value };
}

const mine = (userId: string, callId: string) => listOwnApplications(database.db, { userId, callId });

describe('[P1] [EN3] somebody whom nobody has invited', () => {
  test('[EN9] of a commune of the programme gets an account without password, its organisation and a draft under its name', async () => {
    const { db, call } = await aWorld();
    const email = 'l.pons@saint-aubin.example';
    const { userId, isTied, id } = await comeIn({ call, lieu: saintAubin }, email, '');
    const [person] = await db.select().from(users).where(eq(users.id, userId));
    expect(person).toMatchObject({ name: 'L. Pons', organisationId: null, platformRole: 'member' });
    expect(await db.select().from(accounts).where(eq(accounts.userId, userId))).toEqual([]);
    expect(isTied).toBe(false);
    expect(await findApplication(db, { applicationId: id, userId })).toMatchObject({
      organisation: { name: 'Saint-Aubin-les-Marais' },
      status: 'draft',
      access: { room: 'write', mayLead: true },
    });
    expect(subjectsTo(email)).toEqual(['Votre brouillon pour Saint-Aubin-les-Marais']);
  });

  test('comes in with nothing but a pass of ours, while the call is open', async () => {
    const { call, lieu, site } = await aWorld();
    const enter = (pass: string, appel: string, place = lieu) =>
      operations.run('application.enter', { userId: null }, { pass, appel, lieu: place });
    expect(await enter('forged', call.id)).toMatchObject({ error: 'entry.passOver' });
    const over = SIGNATURE.sign('entry-pass', ['a@a.example', String(at.getTime())]);
    expect(await enter(over, call.id)).toMatchObject({ error: 'entry.passOver' });
    const closed = await aCall(site, { closesAt: at });
    expect(await enter(passOf('late@a.example'), closed.id)).toMatchObject({
      error: 'application.callNotOpen',
    });
    for (const place of ['', 'commune-00000', 'organisme-nobody', 'epci-1', "commune-' or 1=1"])
      expect(await enter(passOf('lost@a.example'), call.id, place)).toMatchObject({
        error: 'entry.placeUnknown',
      });
    for (const email of ['late@a.example', 'lost@a.example'])
      expect(await database.db.$count(users, eq(users.email, email))).toBe(0);
  });

  test('[P12] who was invited is of the organisation that invited them, whatever they say', async () => {
    const { db, site, call, lieu, city } = await aWorld();
    const admin = await aPerson(site, { platformRole: 'admin' });
    const email = `${randomUUID()}@elsewhere.example`;
    await createInvitation(db as never, {
      ...{ id: randomUUID(), token: randomUUID(), email, name: 'Invitée', organisationId: city.id },
      ...{ groupId: null, role: null, until: null, invitedBy: admin.id, now: at },
    });
    expect((await comeIn({ call, lieu }, email)).isTied).toBe(true);
  });

  test('with an account goes to it, and two at once with one address have one', async () => {
    const { db, call, lieu, site } = await aWorld();
    const known = await aPerson(site);
    const entered = await operations.run(
      'application.enter',
      { userId: null },
      { pass: passOf(known.email), appel: call.id, lieu },
    );
    expect(entered).toMatchObject({ ok: true, value: { userId: known.id, isNew: false } });
    const email = `${randomUUID()}@castelbrume.example`;
    const both = await Promise.all([1, 2, 3].map(() => comeIn({ call, lieu }, email)));
    expect(new Set(both.map(({ userId }) => userId)).size).toBe(1);
    expect(new Set(both.map(({ id }) => id)).size).toBe(1);
    expect(await db.$count(users, eq(users.email, email))).toBe(1);
  });
});

describe('[EN4] [AP14] an address of the organisation’s own', () => {
  test('is tied at once, and joins the draft of a colleague; two who begin at once make one', async () => {
    const { db, site, city, call, lieu } = await aWorld();
    const domain = `${randomUUID().slice(0, 8)}.example`;
    await aPerson(site, { organisationId: city.id, email: `mairie@${domain}` });
    const [lea, paul] = await Promise.all([
      comeIn({ call, lieu }, `lea.pons@${domain}`),
      comeIn({ call, lieu }, `paul@${domain.toUpperCase()}`.toLowerCase()),
    ]);
    expect([lea.isTied, paul.isTied]).toEqual([true, true]);
    expect(lea.id).toBe(paul.id);
    expect([lea.isNew, paul.isNew].toSorted()).toEqual([false, true]);
    expect(await db.$count(applications, eq(applications.callId, call.id))).toBe(1);
    const ines = await comeIn({ call, lieu }, `ines@${domain}`);
    expect(ines).toMatchObject({ id: lea.id, isNew: false, by: expect.stringMatching(/Lea Pons|Paul/) });
  });

  test('is none of a domain that only ends like it, of a public provider, or of somebody suspended', async () => {
    const { db, site, city, call, lieu } = await aWorld();
    const domain = `${randomUUID().slice(0, 8)}.example`;
    const colleague = await aPerson(site, { organisationId: city.id, email: `mairie@${domain}` });
    await aPerson(site, { organisationId: city.id, email: `${randomUUID()}@gmail.com` });
    for (const email of [`a@${domain}.elsewhere.example`, `b@un${domain}`, `${randomUUID()}@gmail.com`])
      expect((await comeIn({ call, lieu }, email)).isTied, email).toBe(false);
    await db.update(users).set({ suspendedAt: at }).where(eq(users.id, colleague.id));
    expect((await comeIn({ call, lieu }, `c@${domain}`)).isTied).toBe(false);
  });
});

describe('[AP14] [EN5] [EN6] a tie that nobody has confirmed', () => {
  test('opens a draft of one’s own alone: colleagues, other guests and the coordination find none, and it is not submitted', async () => {
    const { db, site, city, call, lieu } = await aWorld();
    const colleague = await aPerson(site, { organisationId: city.id });
    const coordinator = await aPerson(site, { platformRole: 'coordinator' });
    const lea = await comeIn({ call, lieu }, `${randomUUID()}@unknown.example`);
    const other = await comeIn({ call, lieu }, `${randomUUID()}@unknown.example`);
    expect(other.id).not.toBe(lea.id);
    for (const userId of [colleague.id, coordinator.id, other.userId]) {
      expect(await findApplication(db, { applicationId: lea.id, userId })).toBeNull();
      expect((await mine(userId, call.id)).map(({ id }) => id)).not.toContain(lea.id);
    }
    expect(await isGuest(db, lea.userId)).toBe(true);
    const asked = { applicationId: lea.id, key: 'k', seq: 0, raw: { texts: {}, values: {}, rows: {} } };
    expect(await operations.run('application.submit', { userId: lea.userId }, asked)).toMatchObject({
      error: 'application.tieAwaited',
    });
    // Whoever is of the city is not in its way.
    const begun = await operations.run(
      'application.begin',
      { userId: colleague.id },
      { appel: call.id, lieu: '', convention: 'ACV002' },
    );
    expect(begun).toMatchObject({ ok: true, value: { isNew: true, isTied: true } });
  });

  test('[MA1] is confirmed once, by whoever has been of the organisation longest, who owes it: then the draft is the organisation’s', async () => {
    const { db, site, city, call, lieu } = await aWorld();
    const first = await aPerson(site, { organisationId: city.id });
    const later = await aPerson(
      { ...site, now: () => new Date(at.getTime() + 1_000) },
      { organisationId: city.id },
    );
    const stranger = await aPerson(site);
    const email = `${randomUUID()}@unknown.example`;
    const lea = await comeIn({ call, lieu }, email);
    expect(subjectsTo(first.email)).toEqual([expect.stringContaining(`dit travailler pour ${city.name}`)]);
    expect(subjectsTo(later.email)).toEqual([]);
    const owed = async (userId: string) =>
      (await findToDo(db, { userId, now: at })).filter(({ kind }) => kind === 'tie').map(({ id }) => id);
    expect(await owed(first.id)).toEqual([city.id]);
    for (const { id } of [later, stranger]) expect(await owed(id)).toEqual([]);
    const [tie] = await db.select().from(organisationTies).where(eq(organisationTies.userId, lea.userId));
    const confirm = (userId: string) => operations.run('tie.confirm', { userId }, { tieId: tie?.id ?? '' });
    for (const { id } of [later, stranger, { id: lea.userId }])
      expect(await confirm(id)).toMatchObject({ error: 'entry.answered' });
    const answers = await Promise.all([confirm(first.id), confirm(first.id)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await owed(first.id)).toEqual([]);
    expect(await isGuest(db, lea.userId)).toBe(false);
    expect(await findApplication(db, { applicationId: lea.id, userId: later.id })).not.toBeNull();
    expect(subjectsTo(email).at(-1)).toBe(`Votre rattachement à ${city.name} est confirmé`);
    // From then on its domain is known.
    expect((await comeIn({ call, lieu }, `${randomUUID()}@unknown.example`)).id).toBe(lea.id);
  });

  test('waits for the coordination where the organisation has nobody; refused, the draft is withdrawn and stays theirs to read', async () => {
    const { db, site, city, call, lieu } = await aWorld();
    const coordinator = await aPerson(site, { platformRole: 'coordinator' });
    const lea = await comeIn({ call, lieu }, `${randomUUID()}@unknown.example`);
    const owed = await findToDo(db, { userId: coordinator.id, now: at });
    expect(owed.filter(({ kind }) => kind === 'tie').map(({ id }) => id)).toContain(city.id);
    const [tie] = await db.select().from(organisationTies).where(eq(organisationTies.userId, lea.userId));
    const refuse = (reason: string) =>
      operations.run('tie.refuse', { userId: coordinator.id }, { tieId: tie?.id ?? '', reason });
    expect(await refuse(' ')).toMatchObject({ fields: { reason: 'entry.reasonEmpty' } });
    expect(await refuse('Inconnue à la mairie')).toMatchObject({ ok: true });
    expect(await refuse('Encore')).toMatchObject({ error: 'entry.answered' });
    expect(await findApplication(db, { applicationId: lea.id, userId: lea.userId })).toMatchObject({
      status: 'withdrawn',
    });
    expect(await isGuest(db, lea.userId)).toBe(true);
    expect(mails.at(-1)?.text).toContain('Inconnue à la mairie');
  });

  test('is for one organisation at a time, and no organisation has more than twenty', async () => {
    const { call, lieu } = await aWorld();
    const elsewhere = await aWorld();
    const { userId } = await comeIn({ call, lieu }, `${randomUUID()}@unknown.example`);
    const wish = { appel: call.id, lieu: elsewhere.lieu, convention: 'ACV002' };
    expect(await operations.run('application.begin', { userId }, wish)).toMatchObject({
      error: 'entry.elsewhere',
    });
    for (let count = 1; count < TIES_MAX; count++)
      await comeIn({ call, lieu }, `${randomUUID()}@unknown.example`);
    const email = `${randomUUID()}@unknown.example`;
    const refused = await operations.run(
      'application.enter',
      { userId: null },
      { pass: passOf(email), appel: call.id, lieu },
    );
    expect(refused).toMatchObject({ error: 'entry.tiesFull' });
    expect(await database.db.$count(users, eq(users.email, email))).toBe(0);
  });

  test('nobody applies for another organisation than their own', async () => {
    const { site, city, call } = await aWorld();
    const elsewhere = await aWorld();
    const { id: userId } = await aPerson(site, { organisationId: city.id });
    const wish = { appel: call.id, lieu: elsewhere.lieu, convention: 'ACV002' };
    expect(await operations.run('application.begin', { userId }, wish)).toMatchObject({
      error: 'entry.elsewhere',
    });
  });
});
