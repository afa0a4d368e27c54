import { PassThrough } from 'node:stream';
import nodemailer from 'nodemailer';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Db } from '#db/kernel/client.ts';
import { GivenUp, type JobQueue, type Jobs } from '../job/jobs.ts';
import { bodiesOf, type Letter } from './letter.ts';
import type { MailFolder } from './mail-folder.ts';
import type { Seal } from './seal.ts';

/** Whom a mail is for. */
export interface Recipient {
  readonly name: string;
  readonly email: string;
}

/**
 * [MA1] Who makes a mail leave. A person: an act of theirs sends it to others, and it is one of their day; `organisation`: as
 * the administrator of theirs ([O6]). 'server': nobody does it to somebody else. The clock does, or it goes to the very account that asked or is
 * told of itself; what bounds those is listed in `tests/architecture/mail-senders.test.ts`.
 */
export type Sender = PersonSending | 'server';
/** See `Sender`. */
export interface PersonSending {
  readonly userId: string;
  readonly as?: 'organisation' | undefined;
}

/** Sends mails, by way of the job queue: in the transaction that gives reason to, and tried again while the server is away. */
export interface Mailer {
  /** When it leaves, if its sender's day is full ([MA3]); null: now. */
  send(tx: Db, to: Recipient, letter: Letter, sender: Sender): Promise<Date | null>;
}

/** [MA1] Gives a person's letter its place in their day: null for now, else when it leaves, and in how many seconds that is. */
export type BookLetter = (
  tx: Db,
  letter: {
    readonly id: string;
    readonly sender: PersonSending;
    readonly email: string;
    readonly invitationToken: string | undefined;
  },
) => Promise<{ readonly at: Date; readonly afterSeconds: number } | null>;

export const MAIL_QUEUE = 'mail';

const Envelope = z.object({ id: z.string(), sealed: z.string() });
const Content = z.object({
  to: z.object({ name: z.string(), email: z.string() }),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  unsubscribe: z.string().optional(),
  replyTo: z.object({ name: z.string(), email: z.string() }).optional(),
  tells: z
    .object({
      userId: z.string(),
      ids: z.array(z.string()),
      groupId: z.string().nullable(),
      due: z.array(z.string()).default([]),
    })
    .optional(),
  newsletter: z.object({ newsletterId: z.string(), userId: z.string() }).optional(),
  // Mails that were queued before there were any wait without.
  calendars: z
    .array(z.object({ name: z.string(), method: z.enum(['REQUEST', 'CANCEL']), text: z.string() }))
    .default([]),
  // [MA4] Whether it leaves is asked again.
  isHeld: z.boolean().default(false),
});

/** Queues mails, closed by the seal. */
export function createMailer({
  jobs,
  seal,
  newId,
  book,
}: {
  jobs: Pick<Jobs, 'send'>;
  seal: Seal;
  newId: () => string;
  book: BookLetter;
}): Mailer {
  return {
    async send(tx, { name, email }, letter, sender) {
      const id = newId();
      const { invitationToken } = letter;
      const later = sender === 'server' ? null : await book(tx, { id, sender, email, invitationToken });
      const content: z.input<typeof Content> = {
        to: { name, email },
        subject: letter.subject,
        ...bodiesOf(letter),
        unsubscribe: letter.unsubscribe,
        replyTo: letter.replyTo && { ...letter.replyTo },
        tells: letter.tells && {
          ...letter.tells,
          ids: [...letter.tells.ids],
          due: [...(letter.tells.due ?? [])],
        },
        newsletter: letter.newsletter && { ...letter.newsletter },
        calendars: [...(letter.calendars ?? [])],
        isHeld: later !== null,
      };
      const sealed = seal.close(JSON.stringify(content));
      await jobs.send(tx, MAIL_QUEUE, { id, sealed }, later ?? undefined);
      return later?.at ?? null;
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
  /** Of mails that leave at most once; absent, such mails are sent as all others. */
  readonly claims?: MailClaims;
  /** [NO7] Whether what a mail tells may still be told; absent, it leaves as it was queued. */
  readonly mayTell?: (told: Required<NonNullable<Letter['tells']>>) => Promise<boolean>;
  /** [MA4] Whether a letter that was held back may still leave; absent, it does. */
  readonly mayLeave?: (id: string) => Promise<boolean>;
  /** [IB5] What became of a mail: it left, is kept in the folder, or was refused for good by what the server said. */
  readonly became?: (
    id: string,
    state: 'left' | 'kept' | 'refused',
    refusal: string | null,
    newsletter: Letter['newsletter'],
  ) => Promise<void>;
}

/** [NO1] Whose turn a mail is that leaves at most once, whatever dies in between. */
export interface MailClaims {
  /** False for one that was taken before. */
  take(id: string): Promise<boolean>;
  /** It surely did not leave: it may be taken again. */
  giveBack(id: string): Promise<void>;
}

/** Tried again for more than a day, later and later, at most half an hour apart. */
const RETRY = { retryLimit: 60, retryDelay: 30, retryBackoff: true, retryDelayMax: 1_800 };

/** The work of the queue: hands a mail to the SMTP server, or to the folder. */
export function mailQueue(options: MailQueueOptions): JobQueue {
  const { seal, log, claims, mayTell, mayLeave, became, ...where } = options;
  const hand = createHand(where);
  return {
    name: MAIL_QUEUE,
    retry: RETRY,
    async run(data) {
      const { id, sealed } = Envelope.parse(data);
      const opened = seal.open(sealed);
      if (opened === null) {
        // Trying again would not help: the secret has changed since.
        log.error({ mail: id }, 'a mail was closed under another secret and cannot be sent');
        return;
      }
      const { tells, isHeld, newsletter, ...content } = Content.parse(JSON.parse(opened));
      if (isHeld && mayLeave && !(await mayLeave(id))) return;
      const isOnce = content.unsubscribe !== undefined;
      if (tells && mayTell && !(await mayTell(tells))) return;
      if (isOnce && claims && !(await claims.take(id))) return;
      try {
        await hand(id, content);
      } catch (error) {
        if (isRefusedForGood(error)) await became?.(id, 'refused', saidBy(error), newsletter);
        // [NO1] It may have left: once is enough.
        if (isOnce && error instanceof NoAnswer) throw new GivenUp(error);
        if (isOnce) await claims?.giveBack(id);
        throw isRefusedForGood(error) ? new GivenUp(error) : error;
      }
      await became?.(id, where.smtpUrl ? 'left' : 'kept', null, newsletter);
    },
  };
}

/** [EP6] Hands one letter over at once, and rejects with what the server says. */
export type TryMail = (to: Recipient, letter: Letter, id: string) => Promise<void>;

/** See `TryMail`. */
export function createTrial(where: Where): TryMail {
  const hand = createHand(where);
  return (to, letter, id) => hand(id, { to, subject: letter.subject, ...bodiesOf(letter), calendars: [] });
}

type Where = Pick<MailQueueOptions, 'from' | 'smtpUrl' | 'folder' | 'now'>;
type Content = Omit<z.output<typeof Content>, 'tells' | 'isHeld' | 'newsletter'>;

/** A server that says nothing for so long is away: the next try, or the next mail, must come. A setting of the address overrides it. */
const PATIENCE = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000 };

/** The server had the whole message, and went without saying whether it takes it. */
class NoAnswer extends Error {
  readonly code = 'ENOANSWER';
}

function createHand({ from, smtpUrl, folder, now }: Where): (id: string, mail: Content) => Promise<void> {
  const transport = smtpUrl ? nodemailer.createTransport({ url: smtpUrl, ...PATIENCE }) : null;
  const whole = new Set<string>();
  // From the last byte on, only an answer says whether a message was taken.
  transport?.use('stream', ({ message, data }, done) => {
    const flush = (end: () => void) => {
      whole.add(String(data.messageId));
      end();
    };
    message.transform(() => new PassThrough({ flush }));
    done();
  });
  return async (id, { to, unsubscribe, replyTo, calendars, ...content }) => {
    if (!transport) {
      const { subject, text } = content;
      const files = calendars.map((file) => ({ name: file.name, text: file.text }));
      await folder.keep({ id, to: to.email, subject, text, files, at: now() });
      return;
    }
    // The same for each try, so that a mail program may drop the second of two.
    const messageId = `<${id}@cordee>`;
    try {
      await transport.sendMail({
        from,
        to: { name: to.name, address: to.email },
        ...(replyTo && { replyTo: { name: replyTo.name, address: replyTo.email } }),
        ...content,
        ...asParts(calendars),
        messageId,
        headers: { 'Auto-Submitted': 'auto-generated', ...(unsubscribe && endedAt(unsubscribe)) },
      });
    } catch (error) {
      const isSilent = whole.has(messageId) && Answered.safeParse(error).data === undefined;
      throw isSilent ? new NoAnswer('no answer to the message', { cause: error }) : error;
    } finally {
      whole.delete(messageId);
    }
  };
}

const Answered = z.object({ responseCode: z.number(), permanent: z.boolean(), command: z.string() });

/** This recipient or this message, and not the sender, the password or the moment: the same again would be refused again. */
function isRefusedForGood(error: unknown): boolean {
  const { data } = Answered.safeParse(error);
  return data?.permanent === true && /^(RCPT TO|DATA)$/.test(data.command);
}

/** The answer of the server, as it says it. */
function saidBy(error: unknown): string {
  return z.object({ response: z.string() }).safeParse(error).data?.response ?? String(error);
}

/** What lets a mail program end such mails for its reader, who need not sign in. */
function endedAt(address: string): Record<string, string> {
  return { 'List-Unsubscribe': `<${address}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}

/**
 * One meeting is a form of the mail itself, which mail programs show with their own buttons; several are files, for a mail
 * stands for one of them only.
 */
function asParts(calendars: z.output<typeof Content>['calendars']) {
  const [one, ...others] = calendars;
  if (one && others.length === 0) {
    return { icalEvent: { method: one.method, filename: one.name, content: one.text } };
  }
  const attachments = calendars.map(({ name, method, text }) => ({
    filename: name,
    content: text,
    contentType: `text/calendar; charset=utf-8; method=${method}`,
  }));
  return { attachments };
}
