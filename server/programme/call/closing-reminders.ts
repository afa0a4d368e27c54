import { randomUUID } from 'node:crypto';
import type { Db } from '#db/kernel/client.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { claimClosingReminders } from '#db/programme/call/call-reminders.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { frServer } from '#shared/server-words.fr.ts';
import type { JobQueue } from '../../kernel/job/jobs.ts';
import type { Mailer } from '../../kernel/mail/mailer.ts';

interface ClosingRemindersOptions {
  readonly db: Db;
  /** Asked for at work: it is made after the queues. */
  readonly mailer: () => Mailer;
  /** Where our links start. */
  readonly origin: string;
  readonly now: () => Date;
}

/** [CA14] Every morning: whoever has a draft for a call that closes within two days is told, once. */
export function closingReminderQueue({ db, mailer, origin, now }: ClosingRemindersOptions): JobQueue {
  return {
    name: 'call-closing',
    round: { minutesAfterStart: 7, cron: '0 8 * * *' },
    run: () =>
      inTransaction(db, async (tx) => {
        for (const { call, writers } of await claimClosingReminders(tx, { now: now(), newId: randomUUID })) {
          const words = frServer.callMail.closing({ call: call.title, closesAt: call.closesAt });
          const action = {
            label: words.action,
            href: origin + programmePaths.applications({ call: call.id }),
          };
          for (const writer of writers) await mailer().send(tx, writer, { ...words, action }, 'server');
        }
      }),
  };
}
