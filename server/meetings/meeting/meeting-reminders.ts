import type { Db } from '#db/kernel/client.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { listAgenda } from '#db/meetings/meeting/agenda-lists.ts';
import { listReminders } from '#db/meetings/meeting/meeting-reminders.ts';
import type { Meeting } from '#db/meetings/meeting/meetings.ts';
import { listMeetingsToRemindOf, takeReminder } from '#db/meetings/meeting/reminder-taking.ts';
import { findGroup } from '#db/people/group/groups.ts';
import { meetingReminder } from '#shared/meetings/meeting/meeting-reminder.fr.ts';
import type { ReminderKind } from '#shared/meetings/meeting/reminder.ts';
import type { JobQueue } from '../../kernel/job/jobs.ts';
import { bodiesOf } from '../../kernel/mail/letter.ts';
import type { Mailer } from '../../kernel/mail/mailer.ts';
import type { Signature } from '../../kernel/signature.ts';
import { signAnswerLink } from './answer-links.ts';
import { reminderLetter } from './meeting-letters.ts';

interface RemindersOptions {
  readonly db: Db;
  /** Where our links start. */
  readonly origin: string;
  readonly now: () => Date;
}

/** [RM4] Every ten minutes: whoever comes to a meeting of which a reminder is due is reminded, once a kind and beginning. */
export function meetingReminderQueue({
  db,
  mailer,
  origin,
  signature,
  now,
}: RemindersOptions & { readonly mailer: () => Mailer; readonly signature: Signature }): JobQueue {
  return {
    name: 'meeting-reminders',
    round: { minutesAfterStart: 1, cron: '*/10 * * * *' },
    async run() {
      for (const due of await listMeetingsToRemindOf(db, now())) {
        await inTransaction(db, async (tx) => {
          const at = now();
          const taken = await takeReminder(tx, { ...due, now: at });
          const group = taken && (await findGroup(tx, due.groupId));
          if (!taken || !group) return;
          const { meeting, words } = taken;
          for (const to of taken.people) {
            const userId = to.id;
            const letter = reminderLetter({
              ...{ meeting, words, group, origin },
              agenda: await listAgenda(tx, { meetingId: meeting.id, userId, now: at }),
              answerToken: to.answer === null ? signAnswerLink(signature, { ...due, userId }) : null,
            });
            const tells = { userId, ids: [], groupId: group.id };
            await mailer().send(tx, to, { ...letter, tells }, 'server');
          }
        });
      }
    },
  };
}

/** A reminder that will leave, as somebody who has not answered will read it. */
export interface ShownReminder {
  readonly kind: ReminderKind;
  readonly leavesAt: Date;
  readonly subject: string;
  readonly text: string;
}

/**
 * [RM5] The reminders of a meeting that will leave, and their mails, made as the queue makes them; its agenda as this person reads it. Nobody’s link
 * stands in them: the text is copied and handed on.
 */
export type PreviewReminders = (
  meeting: Meeting & { readonly group: { readonly id: string; readonly name: string } },
  userId: string,
) => Promise<ShownReminder[]>;

/** See `PreviewReminders`. */
export function createReminderPreview({ db, origin, now }: RemindersOptions): PreviewReminders {
  return async (meeting, userId) => {
    const { id: meetingId, group } = meeting;
    const reminders = await listReminders(db, [meetingId]);
    if (reminders.every(({ leavesAt }) => leavesAt === null)) return [];
    const agenda = await listAgenda(db, { meetingId, userId, now: now() });
    const answerToken = meetingReminder.ownToken;
    return reminders.flatMap(({ kind, words, leavesAt }) => {
      if (!leavesAt) return [];
      const letter = reminderLetter({ meeting, words, group, origin, agenda, answerToken });
      return { kind, leavesAt, subject: letter.subject, text: bodiesOf(letter).text };
    });
  };
}
