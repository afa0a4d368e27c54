import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { mayLetterLeave } from '#db/people/letter/letters.ts';
import { startJobs } from '#server/kernel/job/jobs.ts';
import type { Letter } from '#server/kernel/mail/letter.ts';
import { createMailFolder } from '#server/kernel/mail/mail-folder.ts';
import { createMailer, mailQueue, type Sender } from '#server/kernel/mail/mailer.ts';
import { createSeal } from '#server/kernel/mail/seal.ts';
import { bookLetters } from '#server/people/letter/book-letters.ts';
import { openFreshDatabase } from '#tests/support/database.ts';
import { operationsOn } from '#tests/support/kernel/operations.ts';
import { until } from '#tests/support/patience.ts';
import { siteOf } from '#tests/support/publication/site.ts';
import { startSmtp } from '#tests/support/smtp-stand-in.ts';

/** The letters of a person in a day, here. */
export const PER_DAY = 60;
export const today = new Date('2023-03-14T09:00:00Z');
/** Eight o’clock in Paris, the days after. */
export const tomorrow = new Date('2023-03-15T07:00:00Z');
export const dayAfter = new Date('2023-03-16T07:00:00Z');
export const letter: Letter = {
  subject: 'Un courriel',
  paragraphs: ['Bonjour.'],
  action: { label: 'Lire', href: 'https://cordee.example/' },
  notice: 'Parce que.',
};

export const addressOf = (count: number) => `${crypto.randomUUID()}-${count}@valmont.example`;
export const addresses = (count: number) => Array.from({ length: count }, (_, at) => addressOf(at));
export const guestOf = (email: string) => ({ email, name: 'Nadia Ferrand' });

/** Mails that leave by a queue to a server of mails, at an hour that the test sets. */
export async function startLetters() {
  const database = await openFreshDatabase();
  const { db } = database;
  const clock = { now: today };
  const now = () => clock.now;
  const path = await mkdtemp(join(tmpdir(), 'cordee-letters-'));
  const smtp = await startSmtp();
  const [seal, log] = [createSeal('a secret of the tests, long enough'), pino({ level: 'silent' })];
  const folder = createMailFolder(path);
  const mayLeave = (id: string) => mayLetterLeave(db, { id, now: now() });
  const from = 'cordee@cordee.example';
  const queue = mailQueue({ seal, from, smtpUrl: smtp.url, folder, log, now, mayLeave });
  const jobs = await startJobs({ database, log, queues: [queue], pollSeconds: 0.5 });
  const { newId } = siteOf(db, today);
  const mailer = createMailer({ jobs, seal, newId, book: bookLetters({ perDay: PER_DAY, now }) });
  const operations = operationsOn(db, { mailer, now });
  const send = (sender: Sender, email: string, subject = letter.subject) =>
    mailer.send(db, { name: 'Nadia Ferrand', email }, { ...letter, subject }, sender);
  return {
    db,
    clock,
    mailer,
    operations,
    /** By somebody who invites for the programme. */
    invite: (by: { id: string }, email: string, groupId = '') =>
      operations.run(
        'invitation.toPlatform',
        { userId: by.id },
        { ...guestOf(email), organisationId: '', groupId, role: 'contributor', until: '' },
      ),
    site: () => siteOf(db, today),
    send,
    /** Sends so many letters that the day of this person is full. */
    async fill({ id: userId }: { id: string }) {
      for (const email of addresses(PER_DAY)) await send({ userId }, email);
    },
    /** The night goes by: what was held until the morning is due. */
    async morning(at: Date) {
      clock.now = at;
      const due = "update pgboss.job set start_after = now() where name = 'mail' and state = 'created'";
      await database.run(due, []);
    },
    /** Until everything that is due has left, or was dropped. */
    async untilDone() {
      const waiting =
        "select 1 from pgboss.job where name = 'mail' and state in ('created', 'active', 'retry') and start_after <= now()";
      await until('nothing waits', async () => (await database.run(waiting, [])).rows.length === 0);
    },
    leftTo: (email: string) => smtp.messages.filter((message) => message.includes(`<${email}>`)),
    subjectsLeft: (mark: string) =>
      smtp.messages.flatMap(
        (message) => new RegExp(`^Subject: (${mark} \\d+)$`, 'm').exec(message)?.[1] ?? [],
      ),
    async stop() {
      await jobs.stop();
      await smtp.leave();
      await database.close();
      await rm(path, { recursive: true, force: true });
    },
  };
}
