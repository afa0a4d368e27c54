import nodemailer from 'nodemailer';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Db } from '#db/client.ts';
import type { JobQueue, Jobs } from '../jobs/jobs.ts';
import { bodiesOf, type Letter } from './letter.ts';
import type { MailFolder } from './mail-folder.ts';
import type { Seal } from './seal.ts';

/** Whom a mail is for. */
export interface Recipient {
  readonly name: string;
  readonly email: string;
}

/** Sends mails, by way of the job queue: in the transaction that gives reason to, and tried again while the server is away. */
export interface Mailer {
  send(tx: Db, to: Recipient, letter: Letter): Promise<void>;
}

const QUEUE = 'mail';

const Envelope = z.object({ id: z.string(), sealed: z.string() });
const Content = z.object({
  to: z.object({ name: z.string(), email: z.string() }),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
});

/** Queues mails, closed by the seal. */
export function createMailer({ jobs, seal, newId }: { jobs: Jobs; seal: Seal; newId: () => string }): Mailer {
  return {
    async send(tx, { name, email }, letter) {
      const content: z.input<typeof Content> = {
        to: { name, email },
        subject: letter.subject,
        ...bodiesOf(letter),
      };
      await jobs.send(tx, QUEUE, { id: newId(), sealed: seal.close(JSON.stringify(content)) });
    },
  };
}

interface MailQueueOptions {
  readonly seal: Seal;
  readonly from: string;
  /** `smtp://…`; absent, mails go to the folder. */
  readonly smtpUrl: string | undefined;
  readonly folder: MailFolder;
  readonly log: Logger;
  readonly now: () => Date;
}

/** The work of the queue: hands a mail to the SMTP server, or to the folder. */
export function mailQueue({ seal, from, smtpUrl, folder, log, now }: MailQueueOptions): JobQueue {
  const transport = smtpUrl ? nodemailer.createTransport(smtpUrl) : null;
  return {
    name: QUEUE,
    async run(data) {
      const { id, sealed } = Envelope.parse(data);
      const opened = seal.open(sealed);
      if (opened === null) {
        // Trying again would not help: the secret has changed since.
        log.error({ mail: id }, 'a mail was closed under another secret and cannot be sent');
        return;
      }
      const { to, ...content } = Content.parse(JSON.parse(opened));
      if (!transport) {
        await folder.keep({ id, to: to.email, subject: content.subject, text: content.text, at: now() });
        return;
      }
      await transport.sendMail({
        from,
        to: { name: to.name, address: to.email },
        ...content,
        // The same for each try, so that a mail program may drop the second of two.
        messageId: `<${id}@cordee>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
    },
  };
}
