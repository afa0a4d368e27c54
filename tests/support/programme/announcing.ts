import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import pino from 'pino';
import type { Database } from '#db/kernel/client.ts';
import { startJobs } from '#server/kernel/job/jobs.ts';
import { createMailFolder } from '#server/kernel/mail/mail-folder.ts';
import { createMailer, type Mailer, mailQueue } from '#server/kernel/mail/mailer.ts';
import { createSeal } from '#server/kernel/mail/seal.ts';
import { bookLetters } from '#server/people/letter/book-letters.ts';
import { announcementQueue } from '#server/programme/assessment/announcement-queue.ts';
import { heardOn, hearing, operationsOn } from '../kernel/operations.ts';

const origin = 'https://cordee.example';

/** What announces decisions, with its queue of mails that leave into a folder, at an hour that the test sets. */
export async function announcing(database: Database, path: string, start: Date) {
  const clock = { now: start };
  const now = () => clock.now;
  const newId = () => randomUUID();
  const [seal, log] = [createSeal('a secret of the tests, long enough'), pino({ level: 'silent' })];
  const folder = createMailFolder(join(path, 'mails'));
  const mails = mailQueue({ seal, from: 'c@c.example', smtpUrl: undefined, folder, log, now });
  const jobs = await startJobs({ database, log, queues: [mails], pollSeconds: 0.5 });
  const mailer = createMailer({ jobs, seal, newId, book: bookLetters({ perDay: 500, now }) });
  const { db } = database;
  const rooms = hearing();
  const roundWith = (by: Mailer) =>
    announcementQueue({ db: heardOn(db, { rooms }), mailer: () => by, origin, log, now, newId }).run(null);
  const announce = ({ callId, userId }: { callId: string; userId: string }) =>
    operationsOn(db, { now, mailer, rooms, origin }).run('committee.announce', { userId }, { callId });
  return { clock, jobs, mailer, folder, rooms, announce, roundWith, round: () => roundWith(mailer) };
}
