import type { Db } from '#db/kernel/client.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { listDigestsDue, takeDigest } from '#db/news/notification/digests.ts';
import {
  listPeopleToMail,
  listPeopleToTellTheWeek,
  takeMailed,
  takeWeek,
} from '#db/news/notification/notification-mails.ts';
import { digestMoment } from '#shared/news/notification/quiet-hours.ts';
import type { JobQueue } from '../../kernel/job/jobs.ts';
import type { Mailer } from '../../kernel/mail/mailer.ts';
import { digestLetter, type LetterLinks, newsLetter, weekLetter } from './letters.ts';

/** [NO11] Between two mails of news to one person, in milliseconds. */
const APART_MS = 15 * 60_000;

interface MailOutOptions {
  readonly db: Db;
  readonly mailer: () => Mailer;
  readonly links: LetterLinks;
  readonly now: () => Date;
  /** Between two mails of news to one person; tests do not wait. */
  readonly apartMs?: number;
}

/** [NO1] [NO11] Queues the mails that are due: what they tell is marked in the same transaction, so that there never is a second one. */
export async function mailNews({
  db,
  mailer,
  links,
  now,
  apartMs = APART_MS,
}: MailOutOptions): Promise<void> {
  for (const userId of await listPeopleToMail(db, { now: now(), apartMs })) {
    await inTransaction(db, async (tx) => {
      const taken = await takeMailed(tx, { userId, now: now(), apartMs });
      if (taken) await mailer().send(tx, taken.person, newsLetter(userId, taken.heard, links), 'server');
    });
  }
}

/** [NO8] Queues the weekly mails that were due by the last Monday; some minutes after a start those that a stop missed. */
export function digestQueue({ db, mailer, links, now }: MailOutOptions): JobQueue {
  return {
    name: 'digest',
    round: { minutesAfterStart: 2, cron: '0 8 * * 1' },
    async run() {
      const until = digestMoment(now());
      for (const key of await listDigestsDue(db, { until, now: now() })) {
        await inTransaction(db, async (tx) => {
          const digest = await takeDigest(tx, { ...key, until, now: now() });
          if (digest) await mailer().send(tx, digest.person, digestLetter(digest, links), 'server');
        });
      }
      for (const userId of await listPeopleToTellTheWeek(db, until)) {
        await inTransaction(db, async (tx) => {
          const week = await takeWeek(tx, { userId, until, now: now() });
          if (week) await mailer().send(tx, week.person, weekLetter(week, now(), links), 'server');
        });
      }
    },
  };
}
