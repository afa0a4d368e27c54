import type { Db } from '#db/kernel/client.ts';
import { closingReminderQueue } from '../calls/closing-reminders.ts';
import { accessRequestQueue } from '../documents/access-requests.ts';
import { logReminderQueue } from '../experiments/log-reminders.ts';
import type { Mailer } from '../mail/mailer.ts';
import type { LetterLinks } from '../notifications/letters.ts';
import { digestQueue } from '../notifications/mail-out.ts';
import { reviewQueue } from '../reviews/review-queue.ts';
import type { JobQueue } from './jobs.ts';

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
