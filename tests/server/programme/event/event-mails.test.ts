import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '#db/kernel/client.ts';
import { eventRegistrations } from '#db/programme/event/schema.ts';
import { anOrganisation, aPerson } from '#db/seed/builders/builders.ts';
import { type Jobs, startJobs } from '#server/kernel/job/jobs.ts';
import { createMailFolder, type MailFolder } from '#server/kernel/mail/mail-folder.ts';
import { createMailer, type Mailer, mailQueue } from '#server/kernel/mail/mailer.ts';
import { createSeal } from '#server/kernel/mail/seal.ts';
import { bookLetters } from '#server/people/letter/book-letters.ts';
import { eventReminderQueue } from '#server/programme/event/event-reminders.ts';
import { openFreshDatabase } from '#tests/support/database.ts';
import { operationsOn } from '#tests/support/kernel/operations.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const origin = 'https://cordee.example';
let at = new Date('2023-03-14T09:00:00Z');
const now = () => at;
const typed = {
  ...{ title: 'Webinaire', description: '', day: '2023-03-16', start: '14:00', endDay: '', end: '15:00' },
  ...{ place: 'Lyon', link: 'https://visio.exemple/1', capacity: '3', toldTo: 'programme' },
};
let database: Database;
let folder: MailFolder;
let jobs: Jobs;
let path: string;
let operations: ReturnType<typeof operationsOn>;
let mailer: Mailer;
let claire: string;
let people: string[];

beforeAll(async () => {
  database = await openFreshDatabase();
  path = await mkdtemp(join(tmpdir(), 'cordee-events-'));
  folder = createMailFolder(path);
  const [seal, log] = [createSeal('a secret of the tests, long enough'), pino({ level: 'silent' })];
  const mails = mailQueue({ seal, from: 'cordee@cordee.example', smtpUrl: undefined, folder, log, now });
  jobs = await startJobs({ database, log, queues: [mails], pollSeconds: 0.5 });
  const site = siteOf(database.db, at);
  mailer = createMailer({ jobs, seal, newId: site.newId, book: bookLetters({ perDay: 500, now }) });
  operations = operationsOn(database.db, { now, mailer, origin });
  claire = (await aPerson(site, { platformRole: 'coordinator' })).id;
  const city = await anOrganisation(site);
  people = [];
  for (let count = 0; count < 8; count += 1)
    people.push((await aPerson(site, { organisationId: city.id })).id);
});
afterAll(async () => {
  await jobs.stop();
  await database.close();
  await rm(path, { recursive: true, force: true });
});

const sent = async (subject: string) =>
  (await folder.list()).filter((mail) => mail.subject.startsWith(subject)).map(({ to }) => to);

test('[EV5] [EV6] many at once never take one place twice; a free place and the day before are told by mail, once', async () => {
  const { db } = database;
  const made = await operations.run('event.write', { userId: claire }, typed);
  if (!made.ok) throw new Error(made.error);
  const { id: eventId } = made.value;
  expect(await operations.run('event.publish', { userId: claire }, { eventId })).toMatchObject({ ok: true });
  const ask = (userId: string) => operations.run('eventRegistration.ask', { userId }, { eventId });
  const answers = await Promise.all([...people, ...people].map(ask));
  expect(answers.every(({ ok }) => ok)).toBe(true);
  const kept = await db.select().from(eventRegistrations).orderBy(eventRegistrations.rank);
  expect(kept).toHaveLength(people.length);
  expect(kept.map(({ state }) => state)).toEqual([
    ...['registered', 'registered', 'registered', 'waiting', 'waiting', 'waiting', 'waiting', 'waiting'],
  ]);

  const [first, second, , next, after] = kept.map(({ userId }) => userId);
  const leave = (userId = '') => operations.run('eventRegistration.leave', { userId }, { eventId });
  await Promise.all([leave(first), leave(second)]);
  const states = new Map((await db.select().from(eventRegistrations)).map((row) => [row.userId, row.state]));
  expect([states.get(next ?? ''), states.get(after ?? '')]).toEqual(['registered', 'registered']);
  await expect.poll(() => sent('Vous avez une place')).toHaveLength(2);

  const remind = () => eventReminderQueue({ db, mailer: () => mailer, origin, now }).run(null);
  await remind();
  expect(await sent('Rappel')).toEqual([]);
  at = new Date('2023-03-15T08:00:00Z');
  await Promise.all([remind(), remind()]);
  await expect.poll(() => sent('Rappel')).toHaveLength(3);
  await remind();
  const moved = { ...typed, start: '16:00', end: '17:00', eventId };
  expect(await operations.run('event.change', { userId: claire }, moved)).toMatchObject({ ok: true });
  await remind();
  await expect.poll(() => sent('Rappel')).toHaveLength(6);
});
