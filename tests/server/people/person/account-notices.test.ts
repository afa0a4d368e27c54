import pino from 'pino';
import { expect, test } from 'vitest';
import type { Db } from '#db/kernel/client.ts';
import { aPerson } from '#db/seed/builders/builders.ts';
import { bodiesOf } from '#server/kernel/mail/letter.ts';
import { createMailer } from '#server/kernel/mail/mailer.ts';
import { createSeal } from '#server/kernel/mail/seal.ts';
import {
  type AccountChange,
  accountLetter,
  createAccountNotices,
} from '#server/people/person/account-notices.ts';
import { accountMail } from '#shared/people/person/account-mail.fr.ts';
import { withDb } from '#tests/support/database.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const now = new Date('2023-05-10T08:00:00Z');
const origin = 'https://cordee.example';
const changes = Object.keys(accountMail.changes) as AccountChange[];

test('[ID10] each of these mails says what changed, when, and what to do if it was somebody else', () => {
  for (const change of changes) {
    const letter = accountLetter({ origin, change, way: 'ProConnect <script>', at: now });
    const { text, html } = bodiesOf(letter);
    expect(text, change).toContain('mercredi 10 mai 2023 à 10\u00a0h');
    expect(text, change).toContain('Si ce n’était pas vous');
    expect(text, change).toContain(`${origin}/compte/securite`);
    expect(text, change).toContain(`${origin}/mot-de-passe`);
    expect(html, change).not.toContain('<script');
  }
  expect(accountLetter({ origin, change: 'wayInLinked', way: 'Annuaire', at: now }).paragraphs[1]).toContain(
    'Annuaire',
  );
});

test('[ID10] the mail goes to the person whose account it is; one that cannot be queued undoes nothing', () =>
  withDb(async (db) => {
    const seal = createSeal('a secret of thirty-two characters');
    const person = await aPerson(siteOf(db, now), { name: 'Nadia Ferrand' });
    const queued: string[] = [];
    const send = async (_tx: Db, _queue: string, data: object) => {
      if (queued.length > 0) throw new Error('the queue is away');
      queued.push('sealed' in data ? (seal.open(String(data.sealed)) ?? '') : '');
    };
    const mailer = createMailer({ jobs: { send }, seal, newId: () => 'one', book: async () => null });
    const notices = createAccountNotices({
      db,
      mailer,
      origin,
      log: pino({ level: 'silent' }),
      now: () => now,
    });
    await notices.tell(person.id, 'recoveryCodeUsed');
    expect(queued[0]).toContain(person.email);
    expect(queued[0]).toContain('code de secours');
    await notices.tell(person.id, 'passwordChanged');
    await notices.tell(crypto.randomUUID(), 'passwordChanged');
    expect(queued).toHaveLength(1);
  }));
