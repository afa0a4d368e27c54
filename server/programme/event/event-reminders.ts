import type { Db } from '#db/kernel/client.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { claimReminders } from '#db/programme/event/event-registrations.ts';
import { addDays } from '#shared/kernel/day/days.ts';
import { instantOfParis, parisDay } from '#shared/kernel/day/paris-time.ts';
import { eventPaths } from '#shared/programme/event/event-paths.ts';
import type { JobQueue } from '../../kernel/job/jobs.ts';
import type { Mailer } from '../../kernel/mail/mailer.ts';
import { eventLetter } from './event-mails.ts';

interface EventRemindersOptions {
  readonly db: Db;
  readonly mailer: () => Mailer;
  readonly origin: string;
  readonly now: () => Date;
}

/** [EV6] Every morning: whoever has a place in what begins before the day after tomorrow is reminded, once a beginning. */
export function eventReminderQueue({ db, mailer, origin, now }: EventRemindersOptions): JobQueue {
  return {
    name: 'event-reminders',
    round: { minutesAfterStart: 9, cron: '0 9 * * *' },
    run: () =>
      inTransaction(db, async (tx) => {
        const at = now();
        const before = instantOfParis(`${addDays(parisDay(at), 2)}T00:00`) ?? at;
        for (const { event, people } of await claimReminders(tx, { now: at, before })) {
          const letter = eventLetter('reminder', event, {
            ...{ href: origin + eventPaths.event(event), calendar: origin + eventPaths.eventCalendar(event) },
          });
          for (const person of people) await mailer().send(tx, person, letter, 'server');
        }
      }),
  };
}
