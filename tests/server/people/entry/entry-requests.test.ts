import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '#db/kernel/client.ts';
import { listEntryRequests } from '#db/people/entry/entry-requests.ts';
import { entryRequests } from '#db/people/entry/schema.ts';
import { invitations } from '#db/people/invitation/schema.ts';
import { aGroup, anOrganisation, aPerson } from '#db/seed/builders/builders.ts';
import { findToDo } from '#db/to-do.ts';
import { openFreshDatabase } from '#tests/support/database.ts';
import { operationsOn, SIGNATURE } from '#tests/support/kernel/operations.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const at = new Date('2023-03-14T09:00:00Z');
let database: Database;
let operations: ReturnType<typeof operationsOn>;
const mails: { to: string; subject: string; text: string; sender: unknown }[] = [];
beforeAll(async () => {
  database = await openFreshDatabase();
  operations = operationsOn(database.db, {
    now: () => at,
    mailer: {
      async send(_tx, { email }, { subject, paragraphs }, sender) {
        mails.push({ to: email, subject, text: paragraphs.join(' '), sender });
        return null;
      },
    },
  });
});
afterAll(() => database.close());

const passOf = (email: string) => SIGNATURE.sign('entry-pass', [email, String(at.getTime() + 60_000)]);
const mailsTo = (email: string) => mails.filter(({ to }) => to === email).map(({ subject }) => subject);

async function aWorld() {
  const { db } = database;
  const site = siteOf(db, at);
  const city = await anOrganisation(site, { name: `Ville ${randomUUID().slice(0, 8)}` });
  const [coordinator, administrator, stranger] = [
    await aPerson(site, { platformRole: 'coordinator' }),
    await aPerson(site, { administersId: city.id }),
    await aPerson(site),
  ];
  const ask = (email: string, said: { wish?: string; reason?: string; organisationId?: string } = {}) =>
    operations.run(
      'entryRequest.send',
      { userId: null },
      {
        ...{ pass: passOf(email), name: 'Zoé Petit', organisationId: city.id, organisationName: '' },
        ...{ wish: '', reason: 'Suivre les travaux', ...said },
      },
    );
  const requestOf = async (email: string) =>
    (await db.select().from(entryRequests).where(eq(entryRequests.email, email)))[0];
  const owed = async (userId: string) =>
    (await findToDo(db, { userId, now: at })).filter(({ kind }) => kind === 'entry').length;
  return { db, site, city, coordinator, administrator, stranger, ask, requestOf, owed };
}

test('[EN7] an access is asked for from an address that was proven, once an address; all that is wrong is told at once', async () => {
  const { ask, requestOf, db } = await aWorld();
  const email = `${randomUUID()}@dreal.example`;
  const forged = { pass: 'forged', name: '', organisationId: '', organisationName: '', wish: '', reason: '' };
  expect(await operations.run('entryRequest.send', { userId: null }, forged)).toMatchObject({
    fields: { name: 'person.nameEmpty', reason: 'entry.reasonEmpty' },
  });
  expect(
    await operations.run('entryRequest.send', { userId: null }, { ...forged, name: 'A', reason: 'B' }),
  ).toMatchObject({ error: 'entry.passOver' });
  expect(await ask(email)).toMatchObject({ ok: true });
  expect(await ask(email, { reason: 'Autre chose' })).toMatchObject({ ok: true });
  expect(await requestOf(email)).toMatchObject({ reason: 'Autre chose' });
  expect(await db.$count(entryRequests, eq(entryRequests.email, email))).toBe(1);
  expect(mailsTo(email)).toHaveLength(2);
});

test('[EN8] who administers the organisation answers, unless a group is wished: then the coordination does; nobody else reads it', async () => {
  const { db, city, ask, requestOf, owed, coordinator, administrator, stranger } = await aWorld();
  const [email, wishing] = [`${randomUUID()}@a.example`, `${randomUUID()}@a.example`];
  await ask(email);
  expect(mailsTo(administrator.email)).toEqual(['Zoé Petit demande un accès']);
  expect(await owed(administrator.id)).toBe(1);
  await ask(wishing, { wish: 'Nature en ville' });
  expect(mailsTo(administrator.email)).toHaveLength(1);
  expect(mailsTo(coordinator.email)).toEqual(['Zoé Petit demande un accès']);
  expect(await owed(coordinator.id)).toBe(1);
  expect(await owed(stranger.id)).toBe(0);
  const read = async (administersId: string | null) =>
    (await listEntryRequests(db, { isCoordinating: false, administersId })).map((one) => one.email);
  expect(await read(city.id)).toEqual([email]);
  expect(await read(null)).toEqual([]);
  const [id, other] = [(await requestOf(email))?.id ?? '', (await requestOf(wishing))?.id ?? ''];
  const accept = (userId: string, requestId: string) =>
    operations.run('entryRequest.accept', { userId }, { requestId, organisationId: '', groupId: '' });
  expect(await accept(stranger.id, id)).toMatchObject({ error: 'access.notFound' });
  expect(await accept(administrator.id, other)).toMatchObject({ error: 'entry.answered' });
  const twice = await Promise.all([accept(administrator.id, id), accept(administrator.id, id)]);
  expect(twice.filter(({ ok }) => ok)).toHaveLength(1);
  const [invited] = await db.select().from(invitations).where(eq(invitations.email, email));
  expect(invited).toMatchObject({ organisationId: city.id, groupId: null });
  expect(mails.at(-1)).toMatchObject({ to: email, sender: { userId: administrator.id, as: 'organisation' } });
});

test('[EN8] [MA1] accepted it is an invitation into the group, refused a mail with the reason; either once', async () => {
  const { db, site, city, ask, requestOf, coordinator } = await aWorld();
  const group = await aGroup(site);
  const [email, refused] = [`${randomUUID()}@a.example`, `${randomUUID()}@a.example`];
  await ask(email, { wish: 'Un groupe' });
  await ask(refused, { wish: 'Un groupe' });
  const [id, other] = [(await requestOf(email))?.id ?? '', (await requestOf(refused))?.id ?? ''];
  const by = { userId: coordinator.id };
  const place = { organisationId: city.id, groupId: group.id };
  expect(await operations.run('entryRequest.accept', by, { requestId: id, ...place })).toMatchObject({
    ok: true,
  });
  const [invited] = await db.select().from(invitations).where(eq(invitations.email, email));
  expect(invited).toMatchObject({ groupId: group.id, role: 'contributor' });
  const refuse = (reason: string) => operations.run('entryRequest.refuse', by, { requestId: other, reason });
  expect(await refuse('')).toMatchObject({ fields: { reason: 'entry.reasonEmpty' } });
  expect(await refuse('Le groupe est complet')).toMatchObject({ ok: true });
  expect(mails.at(-1)).toMatchObject({ to: refused, text: expect.stringContaining('Le groupe est complet') });
  expect(await refuse('Encore')).toMatchObject({ error: 'entry.answered' });
});
