import type { Logger } from 'pino';
import type { Db } from '#db/kernel/client.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { announceDecisions, listDueAnnouncements } from '#db/programme/assessment/announcements.ts';
import type { JobQueue } from '../../kernel/job/jobs.ts';
import type { Mailer } from '../../kernel/mail/mailer.ts';
import { announcedLetters } from './announced-letters.ts';

interface Options {
  readonly db: Db;
  /** Asked for at work: they are made after the queues. */
  readonly mailer: () => Mailer;
  readonly origin: string;
  readonly log: Logger;
  readonly now: () => Date;
  readonly newId: () => string;
}

/** [AS11] Announces what an embargo kept, some minutes after its end at the latest: what is decided and what is sent are one transaction. */
export function announcementQueue({ db, mailer, origin, log, now, newId }: Options): JobQueue {
  const announce = (callId: string) =>
    inTransaction(db, async (tx) => {
      const announced = await announceDecisions(tx, { callId, userId: null, now: now(), newId });
      if (!announced.ok) return announced;
      for (const { to, letter } of announcedLetters(announced.value, (path) => origin + path))
        await mailer().send(tx, to, letter, 'server');
      return announced;
    });
  return {
    name: 'committee-announcements',
    round: { minutesAfterStart: 1, cron: '*/5 * * * *' },
    async run() {
      for (const callId of await listDueAnnouncements(db, now())) {
        const announced = await announce(callId);
        if (!announced.ok)
          log.warn({ callId, refused: announced.error }, 'decisions wait at the end of their embargo');
      }
    },
  };
}
