/**
 * What tells people, as a process of its own, for a test that kills it: it writes activities without end in the one group that
 * the test has made, tells of them and mails them. Reads DATA_DIR, DATABASE_URL and SMTP_URL; prints `ready` once it does.
 */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import pino from 'pino';
import { giveMailBack, takeMail } from '#db/news/notification/mail-claims.ts';
import { recordActivity } from '#db/people/activity/activities.ts';
import { activities } from '#db/people/activity/schema.ts';
import { groupMembers } from '#db/people/group/schema.ts';
import { aBoard, aPerson } from '#db/seed/builders/builders.ts';
import { openDatabase } from '#server/kernel/database.ts';
import { readEnv } from '#server/kernel/env.ts';
import { startJobs } from '#server/kernel/job/jobs.ts';
import { createMailFolder } from '#server/kernel/mail/mail-folder.ts';
import { createMailer, mailQueue } from '#server/kernel/mail/mailer.ts';
import { createSeal } from '#server/kernel/mail/seal.ts';
import { createSignature } from '#server/kernel/signature.ts';
import { startNotificationRounds } from '#server/news/notification/rounds.ts';
import { createUnsubscribeLinks } from '#server/news/notification/unsubscribe-links.ts';
import { bookLetters } from '#server/people/letter/book-letters.ts';

const SECRET = 'a secret of the tests, long enough';
const env = readEnv();
const log = pino({ level: 'silent' });
const now = () => new Date();
const newId = () => randomUUID();
const dataDir = env.DATA_DIR;
const database = await openDatabase(env, dataDir);
const { db } = database;
const seal = createSeal(SECRET);
const folder = createMailFolder(join(dataDir, 'mails'));
const claims = {
  take: (id: string) => takeMail(db, { id, now: now() }),
  giveBack: (id: string) => giveMailBack(db, { id }),
};
const mails = mailQueue({ seal, from: 'c@c.example', smtpUrl: env.SMTP_URL, folder, log, now, claims });
const jobs = await startJobs({ database, log, queues: [mails], pollSeconds: 0.5 });
const mailer = createMailer({ jobs, seal, newId, book: bookLetters({ perDay: 500, now }) });
const links = {
  origin: 'https://cordee.example',
  unsubscribe: createUnsubscribeLinks(createSignature(SECRET)),
};
const often = { everyMs: 20, apartMs: 0 };
startNotificationRounds({ db, mailer, links, newlyNamed: async () => [], log, now, newId, ...often });
console.log('ready ');

const site = { db, now, newId };
const { id: createdBy } = await aPerson(site);
const [membership] = await db.select({ groupId: groupMembers.groupId }).from(groupMembers);
for (let written = await db.$count(activities); ; written++) {
  const [groupId, title] = [membership?.groupId ?? '', `n${written}n`];
  // Each of an object of its own, so that each is a line of a mail.
  await db.transaction(async (tx) => {
    const { id: objectId } = await aBoard({ ...site, db: tx }, { groupId, createdBy, title });
    const said = { id: newId(), groupId, actorId: createdBy, objectId, title, now: now() };
    await recordActivity(tx, { ...said, verb: 'board.created' });
  });
  // As many as people make in a busy minute, not as many as fit.
  await new Promise((resolve) => setTimeout(resolve, 10));
}
