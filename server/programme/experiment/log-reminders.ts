import type { Db } from '#db/kernel/client.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { listLogReminders, takeLogReminder } from '#db/programme/experiment/experiment-reminders.ts';
import { experimentMail as words } from '#shared/programme/experiment/experiment-mail.fr.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import type { JobQueue } from '../../kernel/job/jobs.ts';
import type { Mailer } from '../../kernel/mail/mailer.ts';

interface LogReminderOptions {
  readonly db: Db;
  readonly mailer: () => Mailer;
  readonly origin: string;
  readonly now: () => Date;
}

/** [EX13] Queues the reminders of today’s logs: what was sent is marked in the same transaction, so that there never is a second one. */
export async function remindOfLogs({ db, mailer, origin, now }: LogReminderOptions): Promise<void> {
  for (const reminder of await listLogReminders(db, now())) {
    await inTransaction(db, async (tx) => {
      if (!(await takeLogReminder(tx, reminder, now()))) return;
      const { experiment, month, person } = reminder;
      const letter = {
        subject: words.subject(experiment.title, month),
        paragraphs: words.paragraphs(experiment.title, month),
        action: { label: words.action, href: origin + programmePaths.experimentLog(experiment, month) },
        notice: words.notice,
      };
      await mailer().send(tx, person, letter, 'server');
    });
  }
}

/** [EX13] At nine on every working day; the calendar says on which two of a month anything leaves. */
export function logReminderQueue(options: LogReminderOptions): JobQueue {
  return {
    name: 'log-reminders',
    round: { minutesAfterStart: 3, cron: '0 9 * * 1-5' },
    run: () => remindOfLogs(options),
  };
}
