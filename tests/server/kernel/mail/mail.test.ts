import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Db } from '#db/kernel/client.ts';
import { bodiesOf, type Letter } from '#server/kernel/mail/letter.ts';
import { createMailFolder } from '#server/kernel/mail/mail-folder.ts';
import { createMailer, mailQueue } from '#server/kernel/mail/mailer.ts';
import { createSeal } from '#server/kernel/mail/seal.ts';
import { startSmtp } from '#tests/support/smtp-stand-in.ts';

const now = new Date('2023-03-14T09:00:00Z');
const log = pino({ level: 'silent' });
const letter: Letter = {
  subject: 'Invitation à rejoindre « Nature en ville »',
  paragraphs: ['<script>alert(1)</script> vous invite.'],
  action: { label: 'Créer mon compte', href: 'https://cordee.example/invitation/jeton?a=1&b="2"' },
  notice: 'Si vous n’attendiez pas ce courriel, ignorez-le.',
};
const nadia = { name: 'Nadia Ferrand', email: 'nadia@valmont.example' };
// A mailer only hands this on to the queue.
const noTransaction = {} as Db;

let path: string;
beforeEach(async () => {
  path = await mkdtemp(join(tmpdir(), 'cordee-mails-'));
});
afterEach(() => rm(path, { recursive: true, force: true }));

/** A mailer whose queue runs at once, and what it put in the queue. */
function aMailer(smtpUrl?: string) {
  const seal = createSeal('a secret of the tests, long enough');
  const folder = createMailFolder(join(path, 'mails'));
  const queue = mailQueue({
    seal,
    from: 'Cordée <ne-pas-repondre@cordee.example>',
    smtpUrl,
    folder,
    log,
    now: () => now,
  });
  const queued: object[] = [];
  const jobs = {
    send: async (_tx: Db, _name: string, data: object) => void queued.push(data),
    stop: async () => undefined,
  };
  const mailer = createMailer({ jobs, seal, newId: () => `mail-${queued.length}`, book: async () => null });
  return { folder, queue, queued, mailer };
}

describe('a letter', () => {
  test('says the same in text and in HTML, where names are never markup', () => {
    const { text, html } = bodiesOf(letter);
    expect(text).toContain('Créer mon compte\u00a0:\nhttps://cordee.example/invitation/jeton?a=1&b="2"');
    expect(text).toContain(letter.notice);
    expect(html).not.toContain('<script');
    expect(html).toContain('&#60;script&#62;alert(1)&#60;/script&#62; vous invite.');
    expect(html).toContain('href="https://cordee.example/invitation/jeton?a=1&#38;b=&#34;2&#34;"');
  });

  test('fetches nothing: reading it tells nobody', () => {
    expect(bodiesOf(letter).html).not.toMatch(/<img|<link|url\(/);
  });
});

describe('the queue of mails', () => {
  test('holds no link, no address and no name that the database could give away', async () => {
    const { mailer, queued } = aMailer();
    await mailer.send(noTransaction, nadia, letter, 'server');
    expect(JSON.stringify(queued)).not.toMatch(/jeton|nadia|Ferrand/i);
  });

  test('puts mails in a folder that its owner alone may read, when no server is set', async () => {
    const { mailer, queued, queue, folder } = aMailer();
    await mailer.send(noTransaction, nadia, letter, 'server');
    await queue.run(queued[0]);
    expect(await folder.list()).toEqual([
      {
        id: 'mail-0',
        to: nadia.email,
        subject: letter.subject,
        text: bodiesOf(letter).text,
        files: [],
        at: now,
      },
    ]);
    const [file] = await readdir(join(path, 'mails'));
    expect((await stat(join(path, 'mails', file ?? ''))).mode & 0o077).toBe(0);
    expect((await stat(join(path, 'mails'))).mode & 0o077).toBe(0);
  });

  test('drops what was closed under another secret instead of trying for ever', async () => {
    const { queue, folder } = aMailer();
    const other = createSeal('another secret of the tests, as long');
    await queue.run({ id: 'x', sealed: other.close('{}') });
    await queue.run({ id: 'y', sealed: 'garbage' });
    expect(await folder.list()).toEqual([]);
  });

  test('hands mails to the SMTP server, with French subject and sender', async () => {
    const smtp = await startSmtp();
    try {
      const { mailer, queued, queue } = aMailer(smtp.url);
      await mailer.send(noTransaction, nadia, letter, 'server');
      await queue.run(queued[0]);
      const [message = ''] = smtp.messages;
      expect(message).toMatch(/^From: =\?UTF-8\?.+\?= <ne-pas-repondre@cordee\.example>$/m);
      expect(message).toMatch(/^To: Nadia Ferrand <nadia@valmont\.example>$/m);
      expect(message).toMatch(/^Message-ID: <mail-0@cordee>$/m);
      expect(message).toMatch(/^Auto-Submitted: auto-generated$/m);
      expect(message).toContain('Content-Type: multipart/alternative');
    } finally {
      await smtp.leave();
    }
  });

  test('fails, to be tried again, while the SMTP server is away', async () => {
    const smtp = await startSmtp();
    await smtp.leave();
    const { mailer, queued, queue } = aMailer(smtp.url);
    await mailer.send(noTransaction, nadia, letter, 'server');
    await expect(queue.run(queued[0])).rejects.toThrow();
  });
});

describe('the folder of mails', () => {
  test('keeps the last two hundred, the newest first, and skips what is not a mail', async () => {
    const { folder } = aMailer();
    for (let at = 0; at < 205; at++) {
      const mail = {
        id: `m${at}`,
        to: nadia.email,
        subject: `n° ${at}`,
        text: '',
        files: [],
        at: new Date(now.getTime() + at),
      };
      await folder.keep(mail);
    }
    await writeFile(join(path, 'mails', 'zz.json'), '{"broken"');
    const mails = await folder.list();
    expect(mails).toHaveLength(200);
    expect(mails[0]?.id).toBe('m204');
    const [file] = await readdir(join(path, 'mails'));
    expect(JSON.parse(await readFile(join(path, 'mails', file ?? ''), 'utf8'))).toMatchObject({ id: 'm5' });
  });

  test('is empty before the first mail', async () => {
    expect(await aMailer().folder.list()).toEqual([]);
  });
});
