import type { Db } from '#db/kernel/client.ts';
import { accessRequestQueue } from './documents/access/access-requests.ts';
import type { JobQueue } from './kernel/job/jobs.ts';
import type { Mailer } from './kernel/mail/mailer.ts';
import type { LetterLinks } from './news/notification/letters.ts';
import { digestQueue } from './news/notification/mail-out.ts';
import { closingReminderQueue } from './programme/call/closing-reminders.ts';
import { logReminderQueue } from './programme/experiment/log-reminders.ts';
import { reviewQueue } from './reviews/review-queue.ts';

/** Work that comes round and ends in mails. */
export function reminderQueues(given: {
  readonly db: Db;
  readonly mailer: () => Mailer;
  readonly links: LetterLinks;
  readonly origin: string;
  readonly now: () => Date;
}): JobQueue[] {
  return [
    digestQueue(given),
    accessRequestQueue(given),
    closingReminderQueue(given),
    logReminderQueue(given),
    reviewQueue(given),
  ];
}
