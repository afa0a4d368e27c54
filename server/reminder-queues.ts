import type { Db } from '#db/kernel/client.ts';
import { accessRequestQueue } from './documents/access/access-request-queue.ts';
import type { JobQueue } from './kernel/job/jobs.ts';
import type { Mailer } from './kernel/mail/mailer.ts';
import type { Signature } from './kernel/signature.ts';
import { meetingReminderQueue } from './meetings/meeting/meeting-reminders.ts';
import type { LetterLinks } from './news/notification/letters.ts';
import { digestQueue } from './news/notification/mail-out.ts';
import { callMomentQueue } from './programme/call/call-moments.ts';
import { closingReminderQueue } from './programme/call/closing-reminders.ts';
import { eventReminderQueue } from './programme/event/event-reminders.ts';
import { logReminderQueue } from './programme/experiment/log-reminders.ts';
import { reviewQueue } from './reviews/review-queue.ts';

/** Work that comes round and ends in mails. */
export function reminderQueues(given: {
  readonly db: Db;
  readonly mailer: () => Mailer;
  readonly links: LetterLinks;
  readonly origin: string;
  readonly signature: Signature;
  readonly now: () => Date;
}): JobQueue[] {
  return [
    digestQueue(given),
    accessRequestQueue(given),
    closingReminderQueue(given),
    callMomentQueue(given),
    logReminderQueue(given),
    eventReminderQueue(given),
    meetingReminderQueue(given),
    reviewQueue(given),
  ];
}
