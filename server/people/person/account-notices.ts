import type { Logger } from 'pino';
import type { Db } from '#db/kernel/client.ts';
import { findPerson } from '#db/people/person/people.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { paths } from '#shared/paths.ts';
import { frServer } from '#shared/server-words.fr.ts';
import type { Letter } from '../../kernel/mail/letter.ts';
import type { Mailer } from '../../kernel/mail/mailer.ts';
import type { Act } from '../../kernel/operation.ts';

/** What changed about the ways into an account. */
export type AccountChange = keyof typeof frServer.accountMail.changes;

/** [ID10] The mails that let somebody find out what another did with their account. */
export interface AccountNotices {
  /** Writes to this person; `way` names the provider of an identity. What could not be queued is logged, and undoes nothing. */
  tell(userId: string, change: AccountChange, way?: string): Promise<void>;
}

/** Makes them. */
export function createAccountNotices({
  db,
  mailer,
  origin,
  log,
  now,
}: {
  readonly db: Db;
  readonly mailer: Mailer;
  readonly origin: string;
  readonly log: Logger;
  readonly now: () => Date;
}): AccountNotices {
  return {
    async tell(userId, change, way = '') {
      try {
        const person = await findPerson(db, userId);
        const letter = accountLetter({ origin, change, way, at: now() });
        if (person) await mailer.send(db, person, letter, 'server');
      } catch (error) {
        log.error({ err: error, change }, 'somebody could not be told of what changed about their account');
      }
    },
  };
}

/** [ID10] Tells somebody, in the transaction of an operation, what it changed about their account. */
export async function tellAccount(
  { tx, now, mail, link }: Act,
  userId: string,
  change: AccountChange,
): Promise<void> {
  const person = await findPerson(tx, userId);
  if (person) await mail(person, accountLetter({ origin: link(''), change, way: '', at: now }), 'server');
}

/** One of these mails. */
export function accountLetter({
  origin,
  change,
  way,
  at,
}: {
  readonly origin: string;
  readonly change: AccountChange;
  readonly way: string;
  readonly at: Date;
}): Letter {
  const words = frServer.accountMail;
  const { subject, said } = words.changes[change];
  return {
    subject,
    paragraphs: [words.greeting, said(dates.exact(at), way), words.itWasYou, words.itWasNot],
    action: { label: words.action, href: origin + paths.accountSecurity() },
    notice: words.notice,
    links: [{ label: words.newPassword, href: origin + paths.forgottenPassword() }],
  };
}
