import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import pino from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '#db/kernel/client.ts';
import { giveMailBack, takeMail } from '#db/news/notification/mail-claims.ts';
import { mayTell } from '#db/news/notification/notification-mails.ts';
import { groupMembers } from '#db/people/group/schema.ts';
import { aGroup, aMember, aPerson } from '#db/seed/builders/builders.ts';
import { type Jobs, startJobs } from '#server/kernel/job/jobs.ts';
import { createMailFolder } from '#server/kernel/mail/mail-folder.ts';
import { createMailer, type Mailer, mailQueue, type Recipient } from '#server/kernel/mail/mailer.ts';
import { createSeal } from '#server/kernel/mail/seal.ts';
import { openFreshDatabase } from '#tests/support/database.ts';
import { until } from '#tests/support/patience.ts';
import { siteOf } from '#tests/support/publication/site.ts';
import { type SmtpStandIn, startSmtp } from '#tests/support/smtp-stand-in.ts';

const DAY_S = 24 * 3600;
const log = pino({ level: 'silent' });
const now = () => new Date();
let database: Database;
let jobs: Jobs;
let smtp: SmtpStandIn;
let mailer: Mailer;
let path: string;

beforeAll(async () => {
  database = await openFreshDatabase();
  const { db } = database;
  path = await mkdtemp(join(tmpdir(), 'cordee-outage-'));
  smtp = await startSmtp();
  const seal = createSeal('a secret of the tests, long enough');
  const claims = {
    take: (id: string) => takeMail(db, { id, now: now() }),
    giveBack: (id: string) => giveMailBack(db, { id }),
  };
  const folder = createMailFolder(path);
  const queue = mailQueue({
    seal,
    from: 'c@c.example',
    smtpUrl: smtp.url,
    folder,
    log,
    now,
    claims,
    mayTell: (told) => mayTell(db, { ...told, now: now() }),
  });
  jobs = await startJobs({ database, log, queues: [queue], pollSeconds: 0.5 });
  let ids = 0;
  mailer = createMailer({ jobs, seal, newId: () => `mail-${ids++}`, book: async () => null });
});
afterAll(async () => {
  await jobs.stop();
  await smtp.leave();
  await database.close();
  await rm(path, { recursive: true, force: true });
});

/** The mails that are not gone yet: their state, and in how many seconds each is tried again. */
async function waiting(): Promise<{ id: string; state: string; seconds: number }[]> {
  const { rows } = await database.run(
    `select id, state, extract(epoch from start_after - now()) as seconds from pgboss.job
     where name = 'mail' and state <> 'completed'`,
    [],
  );
  return rows.map(({ id, state, seconds }) => ({
    id: String(id),
    state: String(state),
    seconds: Number(seconds),
  }));
}

test('[NO1] the SMTP server is away for a day: mails wait, and each leaves once when it is back', async () => {
  const { db } = database;
  const letter = {
    paragraphs: ['Bonjour,'],
    action: { label: 'Ouvrir', href: 'https://c.example/' },
    notice: '',
  };
  const nadia = { name: 'Nadia', email: 'nadia@valmont.example' };
  await smtp.leave();
  await mailer.send(db, nadia, { ...letter, subject: 'news', unsubscribe: 'https://c.example/d' }, 'server');
  await mailer.send(db, nadia, { ...letter, subject: 'invitation' }, 'server');

  // The hands of the clock are moved: each time that all wait, the longest wait is over.
  let passed = 0;
  while (passed < DAY_S) {
    await until('both mails wait for their next try', async () => {
      const mails = await waiting();
      return mails.length === 2 && mails.every(({ state, seconds }) => state === 'retry' && seconds > 1);
    });
    passed += Math.max(...(await waiting()).map(({ seconds }) => seconds));
    await database.run(
      "update pgboss.job set start_after = now() where name = 'mail' and state = 'retry'",
      [],
    );
  }
  expect(smtp.messages).toEqual([]);

  await smtp.comeBack();
  await until('every mail has left', async () => {
    await database.run(
      "update pgboss.job set start_after = now() where name = 'mail' and state = 'retry'",
      [],
    );
    return (await waiting()).length === 0;
  });
  const left = smtp.messages.map((message) => /^Message-ID: <(.+)@cordee>$/mu.exec(message)?.[1]);
  expect(left.sort()).toEqual(['mail-0', 'mail-1']);
});

test('[NO7] a mail that waited while its reader left the group does not leave any more', async () => {
  const { db } = database;
  const site = siteOf(db, now());
  const group = await aGroup(site);
  const [nadia, yann] = [await aPerson(site), await aPerson(site)];
  await aMember(site, { groupId: group.id, userId: nadia.id, role: 'contributor' });
  await aMember(site, { groupId: group.id, userId: yann.id, role: 'contributor' });
  const letter = {
    subject: 'la semaine du groupe',
    paragraphs: ['Bonjour,'],
    action: { label: 'Ouvrir', href: 'https://c.example/' },
    notice: '',
    unsubscribe: 'https://c.example/d',
  };
  await smtp.leave();
  for (const person of [nadia, yann]) {
    const tells = { userId: person.id, ids: [], groupId: group.id };
    await mailer.send(db, person, { ...letter, tells }, 'server');
  }
  await until('both were tried', async () => {
    const mails = await waiting();
    return mails.length === 2 && mails.every(({ state }) => state === 'retry');
  });
  await db.delete(groupMembers).where(eq(groupMembers.userId, yann.id));
  const before = smtp.messages.length;
  await smtp.comeBack();
  await until('nothing waits', async () => {
    await database.run(
      "update pgboss.job set start_after = now() where name = 'mail' and state = 'retry'",
      [],
    );
    return (await waiting()).length === 0;
  });
  const told = smtp.messages.slice(before);
  expect(told.map((message) => message.includes(nadia.email))).toEqual([true]);
});

describe('a server that is there, on a bad day', () => {
  const letter = {
    subject: 'news',
    paragraphs: ['Bonjour,'],
    action: { label: 'Ouvrir', href: 'https://c.example/' },
    notice: '',
  };
  const told = { ...letter, unsubscribe: 'https://c.example/d' };
  const [nadia, yann] = ['nadia', 'yann'].map((name) => ({ name, email: `${name}@valmont.example` })) as [
    Recipient,
    Recipient,
  ];
  const faults = async () => (await jobs.list()).failures.map(({ fault, isOver }) => [fault, isOver]);
  /** What it was given from now on, each by whom it is for. */
  function given(): () => string[] {
    const before = smtp.messages.length;
    return () => smtp.messages.slice(before).map((one) => /^To: \w+ <(\w+)@/mu.exec(one)?.[1] ?? '');
  }
  const tryAll = () =>
    database.run("update pgboss.job set start_after = now() where name = 'mail' and state = 'retry'", []);

  afterEach(async () => {
    smtp.answers = {};
    await database.run("delete from pgboss.job where name = 'mail'", []);
  });

  test('[NO1] [EP5] it has a message, and is gone before it says so: what is sent once is not sent again, what opens a door is', async () => {
    const received = given();
    smtp.answers = { message: 'cut' };
    await mailer.send(database.db, nadia, told, 'server');
    await mailer.send(database.db, yann, letter, 'server');
    await until('both were given', () => received().length === 2);
    await until('one is given up, the other waits', async () => {
      const seen = await faults();
      return seen.length === 2 && seen.every(([fault]) => fault === 'noAnswer');
    });
    expect((await faults()).map(([, isOver]) => isOver).sort()).toEqual([false, true]);
    smtp.answers = {};
    await tryAll();
    await until('nothing waits', async () => (await waiting()).every(({ state }) => state === 'failed'));
    expect(received().sort()).toEqual(['nadia', 'yann', 'yann']);
    // Whoever sends it again by hand is not made to write twice either.
    const [over] = (await jobs.list()).failures;
    expect(await jobs.again({ queue: 'mail', id: over?.id ?? '' })).toBe('done');
    await until('it is done', async () => (await waiting()).length === 0);
    expect(received()).toHaveLength(3);
  });

  test('[NO1] [EP5] it asks to come back later, for hours: each waits, is said to, and leaves once', async () => {
    const received = given();
    smtp.answers = { rcpt: '450 réessayez' };
    await mailer.send(database.db, nadia, told, 'server');
    await mailer.send(database.db, yann, letter, 'server');
    for (let turn = 0; turn < 8; turn++) {
      await until('both wait for their next try', async () => {
        const mails = await waiting();
        return mails.length === 2 && mails.every(({ state, seconds }) => state === 'retry' && seconds > 1);
      });
      expect(await faults()).toEqual([
        ['askedLater', false],
        ['askedLater', false],
      ]);
      if (turn === 7) smtp.answers = {};
      await tryAll();
    }
    await until('both have left', async () => (await waiting()).length === 0);
    expect(received().sort()).toEqual(['nadia', 'yann']);
  });

  test('[EP5] it does not know one of two: that one is given up at once and said, the other leaves', async () => {
    const received = given();
    smtp.answers = { rcpt: '550 inconnu' };
    await mailer.send(database.db, nadia, letter, 'server');
    await until('it is given up', async () =>
      (await faults()).some(([fault, isOver]) => fault === 'refusedRecipient' && isOver),
    );
    smtp.answers = {};
    await mailer.send(database.db, yann, letter, 'server');
    await until('the other has left', () => received().length === 1);
    expect(received()).toEqual(['yann']);
    const { queues, failures } = await jobs.list();
    expect(queues.find(({ queue }) => queue === 'mail')).toMatchObject({ failed: 1 });
    expect(failures).toMatchObject([{ tries: 1, fault: 'refusedRecipient' }]);
  });
});
