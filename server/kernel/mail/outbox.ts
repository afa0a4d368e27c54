import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Db } from '#db/kernel/client.ts';
import { giveMailBack, takeMail } from '#db/news/notification/mail-claims.ts';
import { mayTell } from '#db/news/notification/notification-mails.ts';
import type { Secrets } from '../../people/auth/older-secrets.ts';
import type { Env } from '../env.ts';
import type { JobQueue } from '../job/jobs.ts';
import { createMailFolder, type MailFolder } from './mail-folder.ts';
import { createTrial, mailQueue, type TryMail } from './mailer.ts';
import { createSeal, type Seal } from './seal.ts';

/** How mails leave: the seal under which they wait, the folder where they go without SMTP settings, and the work of their queue. */
export function createOutbox({
  env,
  folder: at,
  secrets,
  db,
  log,
  now,
}: {
  env: Pick<Env, 'MAIL_FROM' | 'SMTP_URL'>;
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
  });
  return { seal, folder, outbox, tryMail: createTrial(where) };
}
