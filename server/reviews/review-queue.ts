import { randomUUID } from 'node:crypto';
import type { Db } from '#db/kernel/client.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { listReviewReminders, takeReviewReminder } from '#db/reviews/review-reminders.ts';
import { closeDueRound, listDueRounds } from '#db/reviews/review-rounds.ts';
import { reviewMail as words } from '#shared/reviews/review-mail.fr.ts';
import type { JobQueue } from '../kernel/job/jobs.ts';
import type { Mailer } from '../kernel/mail/mailer.ts';
import { outcomeLetter, roundLetter } from './review-letters.ts';

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
  const link = (path: string) => origin + path;
  for (const roundId of await listDueRounds(db, now()))
    await inTransaction(db, async (tx) => {
      const closed = await closeDueRound(tx, { roundId, now: now(), activityId: randomUUID() });
      const outcome = closed && (await outcomeLetter(tx, closed, link));
      if (outcome) await mailer().send(tx, outcome.to, outcome.letter, 'server');
    });
  for (const reminder of await listReviewReminders(db, now()))
    await inTransaction(db, async (tx) => {
      if (!(await takeReviewReminder(tx, reminder, now()))) return;
      const { round, person, organisation } = reminder;
      const letter = roundLetter(words.reminder({ ...round, organisation }), round.id, link);
      await mailer().send(tx, person, letter, 'server');
    });
}

/** Every ten minutes: a round that has come to its end is refused answers at once, and is closed here. */
export function reviewQueue(options: ReviewQueueOptions): JobQueue {
  return {
    name: 'review-rounds',
    round: { minutesAfterStart: 1, cron: '*/10 * * * *' },
    run: () => keepRounds(options),
  };
}
