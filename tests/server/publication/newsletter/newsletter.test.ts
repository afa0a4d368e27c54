import { eq } from 'drizzle-orm';
import pino from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '#db/kernel/client.ts';
import { findNotificationSettings } from '#db/news/notification/notification-settings.ts';
import { activities } from '#db/people/activity/schema.ts';
import { users } from '#db/people/person/schema.ts';
import { findExperimentPerson } from '#db/programme/experiment/experiment-rights.ts';
import { noteNewsletterMail } from '#db/publication/newsletter/newsletter-changes.ts';
import { findNewsletterItems } from '#db/publication/newsletter/newsletter-items.ts';
import {
  findNewsletter,
  findNewsletterReport,
  findPublicNewsletter,
  listNewsletters,
} from '#db/publication/newsletter/newsletters.ts';
import { newsletterMails } from '#db/publication/newsletter/schema.ts';
import { anOrganisation, aPerson } from '#db/seed/builders/builders.ts';
import { type Jobs, startJobs } from '#server/kernel/job/jobs.ts';
import { createMailFolder } from '#server/kernel/mail/mail-folder.ts';
import { createMailer, type Mailer, mailQueue } from '#server/kernel/mail/mailer.ts';
import { createSeal } from '#server/kernel/mail/seal.ts';
import { createUnsubscribeLinks } from '#server/news/notification/unsubscribe-links.ts';
import { bookLetters } from '#server/people/letter/book-letters.ts';
import { newsletterQueue } from '#server/publication/newsletter/newsletter-queue.ts';
import { openFreshDatabase } from '#tests/support/database.ts';
import { operationsOn, SIGNATURE } from '#tests/support/kernel/operations.ts';
import { siteOf } from '#tests/support/publication/site.ts';
import { type SmtpStandIn, startSmtp } from '#tests/support/smtp-stand-in.ts';

const origin = 'https://cordee.example';
const at = new Date('2023-03-14T09:00:00Z');
const now = () => at;
const typed = {
  ...{ title: 'La lettre de mars', introduction: 'Bonjour,\n\nvoici mars.' },
  ...{ fromDay: '2023-03-01', toDay: '2023-03-31', toldTo: 'public' },
};
let database: Database;
let jobs: Jobs;
let smtp: SmtpStandIn;
let operations: ReturnType<typeof operationsOn>;
let claire: string;
let city: string[];
let guest: string;

beforeAll(async () => {
  database = await openFreshDatabase();
  const { db } = database;
  smtp = await startSmtp();
  const [seal, log] = [createSeal('a secret of the tests, long enough'), pino({ level: 'silent' })];
  const site = siteOf(db, at);
  let mailer: Mailer | undefined;
  const links = { origin, unsubscribe: createUnsubscribeLinks(SIGNATURE) };
  const made = () => {
    if (!mailer) throw new Error('too early');
    return mailer;
  };
  const mails = mailQueue({
    ...{
      seal,
      from: 'cordee@cordee.example',
      smtpUrl: smtp.url,
      folder: createMailFolder('/nowhere'),
      log,
      now,
    },
    became: async (_id, state, refusal, newsletter) => {
      if (newsletter) await noteNewsletterMail(db, { ...newsletter, state, refusal });
    },
  });
  const queues = [mails, newsletterQueue({ db, mailer: made, links, now })];
  jobs = await startJobs({ database, log, queues, pollSeconds: 0.5 });
  mailer = createMailer({ jobs, seal, newId: site.newId, book: bookLetters({ perDay: 500, now }) });
  operations = operationsOn(db, { now, mailer, origin, jobs });
  claire = (await aPerson(site, { platformRole: 'coordinator' })).id;
  const { id: organisationId } = await anOrganisation(site);
  city = [];
  for (let count = 0; count < 5; count += 1) city.push((await aPerson(site, { organisationId })).id);
  guest = (await aPerson(site, {})).id;
});
afterAll(async () => {
  await jobs.stop();
  await smtp.leave();
  await database.close();
});

async function run<T = { id: string }>(
  who: string,
  name: Parameters<typeof operations.run>[0],
  input: object,
) {
  const done = await operations.run(name, { userId: who }, input as never);
  if (!done.ok) throw new Error(`${name}: ${done.error}`);
  return done.value as T;
}
const personOf = async (userId: string) => {
  const person = await findExperimentPerson(database.db, { userId, now: at });
  if (!person) throw new Error('nobody');
  return person;
};

test('[NL1] [NL2] [NL3] a draft is the coordination’s, tells what was published, and what it says is refused when it says nothing', async () => {
  const { db } = database;
  const nadia = city[0] ?? '';
  expect(await operations.run('newsletter.write', { userId: nadia }, typed)).toMatchObject({ ok: false });
  const empty = { ...typed, introduction: '' };
  const { id: newsletterId } = await run(claire, 'newsletter.write', empty);
  expect(await findNewsletter(db, { newsletterId, person: await personOf(nadia) })).toBeNull();
  expect(await operations.run('newsletter.send', { userId: claire }, { newsletterId })).toMatchObject({
    error: 'newsletter.empty',
  });
  for (const toldTo of ['public', 'programme']) {
    const said = { title: `Nouvelle ${toldTo}`, text: 'Lire', toldTo };
    const { id: bulletinId } = await run(claire, 'bulletin.write', said);
    await run(claire, 'bulletin.publish', { bulletinId });
  }
  await run(claire, 'bulletin.write', { title: 'Brouillon', text: 'Non', toldTo: 'public' });
  const items = await findNewsletterItems(db, { ...typed, now: at });
  expect(items.map(({ part, title }) => [part, title]).toSorted()).toEqual([
    ['bulletins', 'Nouvelle programme'],
    ['bulletins', 'Nouvelle public'],
  ]);
  expect(
    await findNewsletterItems(db, { ...typed, fromDay: '2023-04-01', toDay: '2023-04-30', now: at }),
  ).toEqual([]);
});

test('[NL4] [NL5] [NL6] two clicks send it once; what a server took has left, what it refused is said, who ended it has none', async () => {
  const { db } = database;
  const [nadia = '', yann = '', ines = '', away = '', lea = ''] = city;
  const unsubscribe = createUnsubscribeLinks(SIGNATURE);
  const link = unsubscribe.sign({ userId: nadia, from: 'newsletter' });
  await run<unknown>(nadia, 'notification.endMails', { link });
  await db.update(users).set({ suspendedAt: at }).where(eq(users.id, away));
  const emails = new Map((await db.select().from(users)).map(({ id, email }) => [id, email]));
  smtp.unknown = new RegExp(`<(${[yann, ines].map((id) => emails.get(id)).join('|')})>`);
  const { id: newsletterId } = await run(claire, 'newsletter.write', typed);
  const send = () => run<{ isFirst: boolean }>(claire, 'newsletter.send', { newsletterId });
  const clicks = await Promise.all([send(), send(), send()]);
  expect(clicks.filter(({ isFirst }) => isFirst)).toHaveLength(1);
  expect(await db.$count(activities, eq(activities.verb, 'newsletter.sent'))).toBe(1);

  const report = async () => findNewsletterReport(db, { newsletterId, person: await personOf(claire) });
  const states = { waiting: 0, left: 2, kept: 0, refused: 2 };
  await expect.poll(() => report()).toMatchObject({ total: 4, states });
  expect((await report())?.refused.map(({ refusal }) => refusal)).toEqual([
    ...['550 5.1.1 inconnu', '550 5.1.1 inconnu'],
  ]);
  expect(await findNewsletterReport(db, { newsletterId, person: await personOf(lea) })).toBeNull();
  const told = await db.select({ userId: newsletterMails.userId }).from(newsletterMails);
  expect(told.map(({ userId }) => userId).toSorted()).toEqual([claire, yann, ines, lea].toSorted());
  expect(smtp.messages).toHaveLength(2);
  for (const message of smtp.messages) {
    expect(message).toMatch(/^List-Unsubscribe:\s+<https:\/\/cordee\.example\/desabonnement\//m);
    expect(message).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  }

  expect(
    await operations.run('newsletter.change', { userId: claire }, { ...typed, newsletterId }),
  ).toMatchObject({
    error: 'newsletter.isSent',
  });
  const titles = (items: readonly { title: string }[] = []) => items.map(({ title }) => title).toSorted();
  const [sent] = await listNewsletters(db, { person: await personOf(lea), limit: 9 });
  expect(titles(sent?.items)).toEqual(['Nouvelle programme', 'Nouvelle public']);
  const open = await findPublicNewsletter(db, newsletterId);
  expect(titles(open?.items)).toEqual(['Nouvelle public']);
  expect(open?.items[0]?.path).toMatch(/^\/actualites-publiques\//);
  const [ofGuest] = await listNewsletters(db, { person: await personOf(guest), limit: 9 });
  expect(titles(ofGuest?.items)).toEqual(['Nouvelle public']);
});

test('[NL4] [NO9] whoever ended newsletters takes it back, and keeps all other mails', async () => {
  const [nadia = ''] = city;
  const settings = () => findNotificationSettings(database.db, { userId: nadia });
  expect(await settings()).toMatchObject({ newsletter: false, digest: true });
  const link = createUnsubscribeLinks(SIGNATURE).sign({ userId: nadia, from: 'newsletter' });
  await run<unknown>(nadia, 'notification.restoreMails', { link });
  expect(await settings()).toMatchObject({ newsletter: true, digest: true });
});
