import { randomUUID } from 'node:crypto';
import type { Db } from '#db/kernel/client.ts';
import { createMailer } from '#server/kernel/mail/mailer.ts';
import { createSeal } from '#server/kernel/mail/seal.ts';
import { createMeetings, type Meetings } from '#server/meetings/meeting/meetings.ts';
import { bookLetters } from '#server/people/letter/book-letters.ts';

const SECRET = 'a secret for tests that is long enough';
/** The queue of a process that does no work: mails that are sent in these tests stay unsent. */
const withoutWorkers = { send: async () => undefined, stop: async () => undefined };

/** Meetings whose mails nobody reads, for the servers of tests about something else. */
export function quietMeetings(db: Db, origin: string): Meetings {
  const newId = () => randomUUID();
  const now = () => new Date();
  const book = bookLetters({ perDay: 500, now });
  const mailer = createMailer({ jobs: withoutWorkers, seal: createSeal(SECRET), newId, book });
  const from = 'cordee@cordee.example';
  return createMeetings({ db, mailer, secrets: [SECRET], origin, from, now, newId });
}
