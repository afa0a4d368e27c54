import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Db } from '#db/kernel/client.ts';
import { giveMailBack, takeMail } from '#db/news/notification/mail-claims.ts';
import { mayTell } from '#db/news/notification/notification-mails.ts';
import { noteInvitationMail } from '#db/people/invitation/invitation-batches.ts';
import { mayLetterLeave } from '#db/people/letter/letters.ts';
import { noteNewsletterMail } from '#db/publication/newsletter/newsletter-changes.ts';
import type { Env } from './kernel/env.ts';
import type { JobQueue } from './kernel/job/jobs.ts';
import { createMailFolder, type MailFolder } from './kernel/mail/mail-folder.ts';
import { type BookLetter, createTrial, mailQueue, type TryMail } from './kernel/mail/mailer.ts';
import { createSeal, type Seal } from './kernel/mail/seal.ts';
import type { Secrets } from './people/auth/older-secrets.ts';
import { bookLetters } from './people/letter/book-letters.ts';

/** How mails leave: whose day they are of, the seal under which they wait, the folder where they go without SMTP settings, and the work of their queue. */
export function createOutbox({
  env,
  folder: at,
  secrets,
  db,
  log,
  now,
}: {
  env: Pick<Env, 'MAIL_FROM' | 'MAILS_PER_SENDER_AND_DAY' | 'SMTP_URL'>;
  /** Where files of the installation are. */
  folder: string;
  secrets: Secrets;
  db: Db;
  log: Logger;
  now: () => Date;
}): {
  readonly seal: Seal;
  readonly folder: MailFolder;
  readonly outbox: JobQueue;
  readonly tryMail: TryMail;
  readonly book: BookLetter;
} {
  const folder = createMailFolder(join(at, 'mails'));
  const seal = createSeal(...secrets);
  const where = { from: env.MAIL_FROM, smtpUrl: env.SMTP_URL, folder, now };
  const outbox = mailQueue({
    ...where,
    seal,
    log,
    claims: {
      take: (id) => takeMail(db, { id, now: now() }),
      giveBack: (id) => giveMailBack(db, { id }),
    },
    mayTell: (told) => mayTell(db, { ...told, now: now() }),
    mayLeave: (id) => mayLetterLeave(db, { id, now: now() }),
    became: async (letterId, state, refusal, newsletter) => {
      if (newsletter) await noteNewsletterMail(db, { ...newsletter, state, refusal });
      else await noteInvitationMail(db, { letterId, state, refusal, now: now() });
    },
  });
  const book = bookLetters({ perDay: env.MAILS_PER_SENDER_AND_DAY, now });
  return { seal, folder, outbox, tryMail: createTrial(where), book };
}
