import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import pino from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '#db/kernel/client.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { applications } from '#db/programme/application/schema.ts';
import { claimClosingReminders } from '#db/programme/call/call-reminders.ts';
import { findCall, listExtensions } from '#db/programme/call/calls.ts';
import { calls as callTable } from '#db/programme/call/schema.ts';
import { anOrganisation, aPerson } from '#db/seed/builders/builders.ts';
import { type Jobs, startJobs } from '#server/kernel/job/jobs.ts';
import { createMailFolder, type MailFolder } from '#server/kernel/mail/mail-folder.ts';
import { createMailer, type Mailer, mailQueue } from '#server/kernel/mail/mailer.ts';
import { createSeal } from '#server/kernel/mail/seal.ts';
import { bookLetters } from '#server/people/letter/book-letters.ts';
import { closingReminderQueue } from '#server/programme/call/closing-reminders.ts';
import { openFreshDatabase } from '#tests/support/database.ts';
import { operationsOn } from '#tests/support/kernel/operations.ts';
import { until } from '#tests/support/patience.ts';
import { lettersSentBy } from '#tests/support/people/letters-sent-by.ts';
import { aCall } from '#tests/support/programme/builders/call-builders.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const origin = 'https://cordee.example';
const at = new Date('2022-03-14T09:00:00Z');
const now = () => at;
let database: Database;
let folder: MailFolder;
let jobs: Jobs;
let path: string;
let operations: ReturnType<typeof operationsOn>;
let mailer: Mailer;

beforeAll(async () => {
  database = await openFreshDatabase();
  path = await mkdtemp(join(tmpdir(), 'cordee-calls-'));
  folder = createMailFolder(path);
  const [seal, log] = [createSeal('a secret of the tests, long enough'), pino({ level: 'silent' })];
  const mails = mailQueue({ seal, from: 'cordee@cordee.example', smtpUrl: undefined, folder, log, now });
  jobs = await startJobs({ database, log, queues: [mails], pollSeconds: 0.5 });
  const { newId } = siteOf(database.db, at);
  mailer = createMailer({ jobs, seal, newId, book: bookLetters({ perDay: 500, now }) });
  operations = operationsOn(database.db, { now, mailer, origin });
});

afterAll(async () => {
  await jobs.stop();
  await database.close();
  await rm(path, { recursive: true, force: true });
});

test('[CA3] [MA1] an extension is told once to everybody concerned; one that is refused, to nobody', async () => {
  const { db } = database;
  const site = siteOf(db, at);
  const call = await aCall(site, { title: 'AMI de la saison 2', closesAt: new Date('2022-04-14T10:00:00Z') });
  const city = await anOrganisation(site);
  const claire = await aPerson(site, { platformRole: 'coordinator' });
  const reviewer = await aPerson(site, { platformRole: 'reviewer' });
  const agent = await aPerson(site, { organisationId: city.id });
  await db.insert(applications).values({
    id: site.newId(),
    callId: call.id,
    organisationId: city.id,
    formVersion: 1,
    createdBy: agent.id,
    createdAt: at,
    updatedAt: at,
  });
  const closesAt = new Date('2022-04-30T10:00:00Z');
  const later = { toDay: '2022-04-30', toTime: '12:00', reason: 'Élections\n<b>locales</b>' };
  const extend = ({ id: userId }: { id: string }) =>
    operations.run('call.extend', { userId }, { callId: call.id, ...later });
  expect(await extend(reviewer)).toMatchObject({ error: 'access.notFound' });
  expect(await extend(claire)).toMatchObject({ ok: true });
  expect(await extend(claire)).toMatchObject({ error: 'call.extensionNotLater' });

  await until('the mails have come', async () => (await folder.list()).length >= 2);
  const mails = await folder.list();
  expect(mails.map(({ to }) => to).sort()).toEqual([agent.email, reviewer.email].sort());
  const told = mails.find(({ to }) => to === agent.email);
  expect(told?.subject).toBe('Clôture reportée au 30 avril 2022\u00a0: AMI de la saison 2');
  expect(told?.text).toContain('du jeudi 14 avril 2022 à 12\u00a0h au samedi 30 avril 2022 à 12\u00a0h');
  expect(told?.text).toContain('<b>locales</b>');
  expect(told?.text).toContain('Votre candidature est gardée telle quelle');
  expect(mails.find(({ to }) => to === reviewer.email)?.text).toContain(`${origin}/appels/${call.id}`);
  expect(await findCall(db, { callId: call.id, mayPrepare: false, now: at })).toMatchObject({ closesAt });
  expect(await listExtensions(db, call.id)).toHaveLength(1);
  expect(await lettersSentBy(db, claire)).toBe(2);
});

test('[CA14] two days before the closing, whoever has a draft is told once; again when the closing was put off', async () => {
  const { db } = database;
  const site = siteOf(db, at);
  const hours = (count: number) => new Date(at.getTime() + count * 3_600_000);
  const call = await aCall(site, { title: 'Appel qui se clôt', closesAt: hours(47) });
  const later = await aCall(site, { closesAt: hours(49) });
  const [city, other] = [await anOrganisation(site), await anOrganisation(site)];
  const agent = await aPerson(site, { organisationId: city.id });
  const done = await aPerson(site, { organisationId: other.id });
  const apply = (callId: string, organisationId: string, status: 'draft' | 'submitted') =>
    db.insert(applications).values({
      id: site.newId(),
      callId,
      organisationId,
      status,
      formVersion: 1,
      createdAt: at,
      updatedAt: at,
    });
  await apply(call.id, city.id, 'draft');
  await apply(call.id, other.id, 'submitted');
  await apply(later.id, other.id, 'draft');
  const claim = () => inTransaction(db, (tx) => claimClosingReminders(tx, { now: at, newId: site.newId }));
  const told = (await claim()).map(({ call: { id }, writers }) => [id, writers.map(({ email }) => email)]);
  expect(told).toEqual([[call.id, [agent.email]]]);
  expect(told.flat(2)).not.toContain(done.email);
  expect(await claim()).toEqual([]);
  await db
    .update(callTable)
    .set({ closesAt: hours(48) })
    .where(eq(callTable.id, call.id));
  expect(await claim()).toHaveLength(1);
});

test('[CA14] the mail says the hour of Paris and leads to the applications', async () => {
  const { db } = database;
  const site = siteOf(db, at);
  const call = await aCall(site, { title: 'Appel de demain', closesAt: new Date('2022-03-15T11:00:00Z') });
  const city = await anOrganisation(site);
  const agent = await aPerson(site, { organisationId: city.id });
  const application = {
    callId: call.id,
    organisationId: city.id,
    formVersion: 1,
    createdAt: at,
    updatedAt: at,
  };
  await db.insert(applications).values({ id: site.newId(), ...application });
  const queue = closingReminderQueue({ db, mailer: () => mailer, origin, now });
  await queue.run({});
  await queue.run({});
  const mails = async () => (await folder.list()).filter(({ to }) => to === agent.email);
  await until('the mails have come', async () => (await mails()).length > 0);
  expect((await mails()).map(({ subject }) => subject)).toEqual([
    'Clôture le mardi 15 mars 2022 à 12\u00a0h\u00a0: Appel de demain',
  ]);
  expect((await mails())[0]?.text).toContain(`${origin}/candidatures?appel=${call.id}`);
});
