import { randomUUID } from 'node:crypto';
import pino from 'pino';
import type { Db } from '#db/kernel/client.ts';
import { type Hearing, heardBy } from '#server/kernel/effects.ts';
import type { Jobs } from '#server/kernel/job/jobs.ts';
import { createMailer, type Mailer } from '#server/kernel/mail/mailer.ts';
import { createSeal } from '#server/kernel/mail/seal.ts';
import { createOperations, type Operations } from '#server/kernel/operations.ts';
import { createSignature } from '#server/kernel/signature.ts';
import { bookLetters } from '#server/people/letter/book-letters.ts';
import { type Registered, registry } from '#server/registry.ts';

export const ORIGIN = 'https://cordee.example';
const SECRET = 'a secret of the tests, long enough';
export const SIGNATURE = createSignature(SECRET);

/** The queue of a process that does no work: mails that are sent in these tests stay unsent. */
const withoutWorkers = { send: async () => undefined, stop: async () => undefined };

/** Mails that leave nobody. */
export function quietMailer(now: () => Date = () => new Date()): Mailer {
  return createMailer({
    jobs: withoutWorkers,
    seal: createSeal(SECRET),
    newId: randomUUID,
    book: bookLetters({ perDay: 500, now }),
  });
}

/** What live rooms were told, in order. */
export interface Heard extends Hearing {
  readonly told: readonly unknown[];
}

export function hearing(): Heard {
  const told: unknown[] = [];
  return {
    told,
    recheck: (scope) => void told.push({ recheck: scope }),
    tellNews: (room, topic) => void told.push({ news: room, topic }),
    tellMade: (room) => void told.push({ made: room }),
  };
}

/** Every operation on this database, as the server has them; mails stay unsent and nobody hears unless the test says who does. */
export function operationsOn(
  db: Db,
  {
    now = () => new Date(),
    mailer = quietMailer(now),
    jobs = withoutWorkers,
    rooms = hearing(),
    origin = ORIGIN,
    newId = randomUUID,
  }: {
    now?: () => Date;
    mailer?: Mailer;
    jobs?: Pick<Jobs, 'send'>;
    rooms?: Hearing;
    origin?: string;
    newId?: () => string;
  } = {},
): Operations<Registered> {
  const log = pino({ level: 'silent' });
  const ofMails = { mailer, origin, signature: SIGNATURE, from: 'Cordée <c@cordee.example>' };
  const heard = heardBy({ db, hearing: () => rooms, log });
  return createOperations(registry, { db: heard, jobs, ...ofMails, log, now, newId });
}

/** This database, of whose transactions these rooms hear. */
export const heardOn = (db: Db, { rooms }: { rooms: Hearing }): Db =>
  heardBy({ db, hearing: () => rooms, log: pino({ level: 'silent' }) });
