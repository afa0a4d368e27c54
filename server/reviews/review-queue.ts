import { randomUUID } from 'node:crypto';
import type { Db } from '#db/kernel/client.ts';
import { listReviewReminders, takeReviewReminder } from '#db/reviews/review-reminders.ts';
import { closeDueRounds } from '#db/reviews/review-rounds.ts';
import { reviewMail as words } from '#shared/reviews/review-mail.fr.ts';
import { reviewPaths } from '#shared/reviews/review-paths.ts';
import type { JobQueue } from '../kernel/job/jobs.ts';
import type { Mailer } from '../kernel/mail/mailer.ts';
import { tellOutcome } from './reviews.ts';

interface ReviewQueueOptions {
  readonly db: Db;
  /** Asked for at work: it is made after the queues. */
  readonly mailer: () => Mailer;
  /** Where our links start. */
  readonly origin: string;
  readonly now: () => Date;
}

/** [RV6] [RV11] Closes the rounds whose deadline has come, and reminds those whose organisation has not answered two days before. */
export async function keepRounds({ db, mailer, origin, now }: ReviewQueueOptions): Promise<void> {
  await closeDueRounds(db, {
    now: now(),
    newId: randomUUID,
    tell: (tx, round) => tellOutcome(tx, round, { mailer: mailer(), origin, sender: 'server' }),
  });
  for (const reminder of await listReviewReminders(db, now())) {
    await db.transaction(async (tx) => {
      if (!(await takeReviewReminder(tx, reminder, now()))) return;
      const { round, person, organisation } = reminder;
      const letter = words.reminder({ ...round, organisation });
      const href = origin + reviewPaths.review(round.id);
      await mailer().send(tx, person, { ...letter, action: { label: letter.action, href } }, 'server');
    });
  }
}

/** Every ten minutes: a round that has come to its end is refused answers at once, and is closed here. */
export function reviewQueue(options: ReviewQueueOptions): JobQueue {
  return {
    name: 'review-rounds',
    round: { minutesAfterStart: 1, cron: '*/10 * * * *' },
    run: () => keepRounds(options),
  };
}
