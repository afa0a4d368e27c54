import type { Db } from '#db/kernel/client.ts';
import { claimReminders } from '#db/people/reminder/reminders.ts';
import { reminderWords } from '#shared/people/reminder/reminder.fr.ts';
import type { ReminderCause } from '#shared/people/reminder/reminder.ts';
import type { Mailer } from '../../kernel/mail/mailer.ts';

/** Whom a facilitator reminds of what, in which group. Who they are was found out by the caller, from what is so now. */
export interface Reminding {
  readonly groupId: string;
  readonly by: { readonly id: string; readonly name: string };
  readonly cause: ReminderCause;
  readonly people: readonly string[];
  /** What the mail is made of. */
  readonly about: Parameters<typeof reminderWords>[1];
  /** Where its button leads, a path of ours. */
  readonly path: string;
}

/** Reminders, with their mails. */
export interface Reminders {
  /** [CK2] One mail each, to those who were not reminded of it within the week: how many that were. */
  send(reminding: Reminding): Promise<number>;
}

export function createReminders({
  db,
  mailer,
  origin,
  now,
}: {
  readonly db: Db;
  readonly mailer: Mailer;
  readonly origin: string;
  readonly now: () => Date;
}): Reminders {
  return {
    send: ({ groupId, by, cause, people, about, path }) =>
      db.transaction(async (tx) => {
        const claimed = await claimReminders(tx, { groupId, userIds: people, cause, by: by.id, now: now() });
        const { action, ...words } = reminderWords(cause, about);
        for (const person of claimed)
          await mailer.send(
            tx,
            person,
            { ...words, action: { label: action, href: origin + path } },
            { userId: by.id },
          );
        return claimed.length;
      }),
  };
}
