import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import pino from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '#db/kernel/client.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { giveMailBack, takeMail } from '#db/news/notification/mail-claims.ts';
import { saveNotificationSettings } from '#db/news/notification/notification-settings.ts';
import { markRead } from '#db/news/notification/notifications.ts';
import { notifications } from '#db/news/notification/schema.ts';
import { recordActivity } from '#db/people/activity/activities.ts';
import { groupMembers } from '#db/people/group/schema.ts';
import { users } from '#db/people/person/schema.ts';
import { aBoard, aDocument, aGroup, aMember, aPerson } from '#db/seed/builders/builders.ts';
import { type Jobs, startJobs } from '#server/kernel/job/jobs.ts';
import type { Rounds } from '#server/kernel/job/rounds.ts';
import { createMailFolder, type MailFolder } from '#server/kernel/mail/mail-folder.ts';
import { createMailer, mailQueue } from '#server/kernel/mail/mailer.ts';
import { createSeal } from '#server/kernel/mail/seal.ts';
import { createSignature } from '#server/kernel/signature.ts';
import { digestQueue } from '#server/news/notification/mail-out.ts';
import { startNotificationRounds } from '#server/news/notification/rounds.ts';
import { createUnsubscribeLinks } from '#server/news/notification/unsubscribe-links.ts';
import { bookLetters } from '#server/people/letter/book-letters.ts';
import { DEFAULT_DELIVERIES } from '#shared/news/notification/notification.ts';
import { openFreshDatabase } from '#tests/support/database.ts';
import { operationsOn } from '#tests/support/kernel/operations.ts';
import { until } from '#tests/support/patience.ts';
import { fillExperiments } from '#tests/support/programme/experiments.ts';
import { happened } from '#tests/support/programme/heard-objects.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const SECRET = 'a secret of the tests, long enough';
const origin = 'https://cordee.example';
/** A Tuesday at noon in Paris. */
let at = new Date('2023-03-14T11:00:00Z');
const now = () => at;
const log = pino({ level: 'silent' });
const unsubscribeLinks = createUnsubscribeLinks(createSignature(SECRET));
let database: Database;
let folder: MailFolder;
let jobs: Jobs;
let path: string;
let rounds: Rounds;
let week: () => Promise<void>;

beforeAll(async () => {
  database = await openFreshDatabase();
  const { db } = database;
  path = await mkdtemp(join(tmpdir(), 'cordee-notifications-'));
  folder = createMailFolder(path);
  const seal = createSeal(SECRET);
  const claims = {
    take: (id: string) => takeMail(db, { id, now: at }),
    giveBack: (id: string) => giveMailBack(db, { id }),
  };
  const mails = mailQueue({ seal, from: 'c@c.example', smtpUrl: undefined, folder, log, now, claims });
  jobs = await startJobs({ database, log, queues: [mails], pollSeconds: 0.5 });
  const newId = () => crypto.randomUUID();
  const mailer = createMailer({ jobs, seal, newId, book: bookLetters({ perDay: 500, now }) });
  const links = { origin, unsubscribe: unsubscribeLinks };
  rounds = startNotificationRounds({
    db,
    mailer,
    links,
    newlyNamed: async () => [],
    log,
    now,
    newId,
    everyMs: null,
  });
  const digests = digestQueue({ db, mailer: () => mailer, links, now });
  week = () => digests.run(null);
});
afterAll(async () => {
  await jobs.stop();
  await database.close();
  await rm(path, { recursive: true, force: true });
});

/** Nadia made a document, of which Yann does something. */
async function around() {
  const { db } = database;
  const site = siteOf(db, at);
  const group = await aGroup(site, { name: 'Nature' });
  const [nadia, yann] = [await aPerson(site, { name: 'Nadia' }), await aPerson(site, { name: 'Yann' })];
  for (const { id } of [nadia, yann])
    await aMember(site, { groupId: group.id, userId: id, role: 'contributor' });
  // Too long ago for the news.
  const old = siteOf(db, new Date(at.getTime() - 60 * 24 * 3_600_000));
  const document = await aDocument(old, { groupId: group.id, createdBy: nadia.id, title: 'Ombre' });
  const settings = { digest: true, newsletter: true, quietFrom: 20, quietTo: 7, quietWeekends: true };
  await inTransaction(db, (tx) =>
    saveNotificationSettings(tx, {
      ...settings,
      userId: nadia.id,
      deliveries: { ...DEFAULT_DELIVERIES, own: 'mail' },
    }),
  );
  const happen = (happened = at) =>
    recordActivity(db, {
      id: site.newId(),
      groupId: group.id,
      actorId: yann.id,
      verb: 'document.renamed',
      objectId: document.id,
      title: 'Ombre',
      now: happened,
    });
  /** Yann begins a board, of which the news tell. */
  const begin = async () => {
    const today = siteOf(db, at);
    const { id } = await aBoard(today, { groupId: group.id, createdBy: yann.id, title: 'Ombres' });
    await happened(today, { id, verb: 'board.created' }, { groupId: group.id, by: yann.id, title: 'Ombres' });
    return id;
  };
  const mailsTo = async ({ email }: { email: string }) =>
    (await folder.list()).filter(({ to }) => to === email);
  /** Whatever was queued before this has left. */
  const flushed = async () => {
    await until('nothing waits', async () => {
      const { rows } = await database.run(
        "select count(*)::int as waiting from pgboss.job where name = 'mail' and state in ('created', 'retry', 'active')",
        [],
      );
      return rows[0]?.waiting === 0;
    });
  };
  return { db, group, nadia, yann, document, happen, begin, mailsTo, flushed };
}

test('[NO1] [NO9] what happened to one object is one mail, once, with the ways out', async () => {
  const { nadia, yann, happen, mailsTo, flushed } = await around();
  await happen();
  await happen();
  await rounds.run();
  await rounds.run();
  await flushed();
  const [mail, ...more] = await mailsTo(nadia);
  expect(more).toEqual([]);
  expect(mail?.subject).toMatch(/2 nouveautés dans «\sOmbre\s» par Yann/u);
  const tokens = [...(mail?.text ?? '').matchAll(/\/desabonnement\/(\S+)/gu)].map(([, token]) => token ?? '');
  expect(tokens.map((token) => unsubscribeLinks.read(decodeURIComponent(token)))).toEqual([
    { userId: nadia.id, from: 'own' },
    { userId: nadia.id, from: 'all' },
  ]);
  expect(unsubscribeLinks.read(`${tokens[0]}x`)).toBeNull();
  expect(createUnsubscribeLinks(createSignature('another secret')).read(tokens[0] ?? '')).toBeNull();
  expect(await mailsTo(yann)).toEqual([]);
});

test('[NO5] [NO6] [NO7] in the night mails wait; what is read meanwhile, or may not be seen any more, is not mailed', async () => {
  at = new Date('2023-03-14T21:00:00Z');
  const [read, gone, told] = [await around(), await around(), await around()];
  for (const { happen } of [read, gone, told]) await happen();
  await rounds.run();
  expect(await told.mailsTo(told.nadia)).toEqual([]);
  await inTransaction(read.db, (tx) => markRead(tx, { userId: read.nadia.id, now: at }));
  await gone.db.delete(groupMembers).where(eq(groupMembers.userId, gone.nadia.id));
  at = new Date('2023-03-15T06:00:00Z');
  await rounds.run();
  await told.flushed();
  expect(await told.mailsTo(told.nadia)).toHaveLength(1);
  expect(await read.mailsTo(read.nadia)).toEqual([]);
  expect(await gone.mailsTo(gone.nadia)).toEqual([]);
  expect(await told.db.$count(notifications, eq(notifications.userId, told.nadia.id))).toBe(1);
});

test('[NO11] however often somebody is told, one mail leaves in a quarter of an hour; the next has all that came meanwhile', async () => {
  at = new Date('2023-03-14T11:00:00Z');
  const { nadia, happen, mailsTo, flushed } = await around();
  const other = await around();
  const after = async (minutes: number) => {
    at = new Date(Date.parse('2023-03-14T11:00:00Z') + minutes * 60_000);
    await rounds.run();
    await flushed();
    return (await mailsTo(nadia)).length;
  };
  await happen();
  expect(await after(0)).toBe(1);
  for (let minute = 1; minute < 15; minute++) {
    await happen(at);
    expect(await after(minute)).toBe(1);
  }
  // Somebody else’s quarter of an hour is their own.
  await other.happen(at);
  await rounds.run();
  await flushed();
  expect(await other.mailsTo(other.nadia)).toHaveLength(1);
  expect(await after(16)).toBe(2);
  const [last] = (await mailsTo(nadia)).filter(({ at: left }) => left.getTime() === at.getTime());
  expect(last?.subject).toMatch(/14 nouveautés dans/u);
});

test('[NO8] the week of a group is one mail on Monday; an empty one, and an unwanted one, is none', async () => {
  at = new Date('2023-03-13T11:00:00Z');
  const { nadia, yann, begin, mailsTo, flushed, db } = await around();
  const [empty, unwanted] = [await around(), await around()];
  await week();
  at = new Date('2023-03-16T11:00:00Z');
  const board = await begin();
  await unwanted.begin();
  await inTransaction(db, (tx) =>
    saveNotificationSettings(tx, {
      userId: unwanted.nadia.id,
      deliveries: DEFAULT_DELIVERIES,
      digest: false,
      newsletter: true,
      quietFrom: 20,
      quietTo: 7,
      quietWeekends: true,
    }),
  );
  // A start in the middle of the week makes up for nothing.
  await week();
  at = new Date('2023-03-20T07:00:00Z');
  await week();
  await week();
  await flushed();
  expect((await mailsTo(nadia)).map((mail) => mail.at)).toEqual([at]);
  const weekly = async (person: { email: string }) =>
    (await mailsTo(person)).filter(({ subject }) => /La semaine de/u.test(subject));
  const [mail, ...more] = await weekly(nadia);
  expect(more).toEqual([]);
  expect(mail?.text).toContain(
    `TABLEAUX\n• Ombres\n  nouveau tableau · par Yann\n  ${origin}/tableaux/${board}-ombres`,
  );
  expect(await weekly(yann)).toEqual([]);
  expect(await weekly(empty.nadia)).toEqual([]);
  expect(await weekly(unwanted.nadia)).toEqual([]);
});

test('[NO8] [NO12] the week of the programme is one mail on Monday, of no group; what comes at once is one too', async () => {
  at = new Date('2023-03-16T11:00:00Z');
  const { mailsTo, flushed, db } = await around();
  const world = await fillExperiments(db);
  await world.create();
  const { nadia, yann, marc } = world.people;
  const quiet = { quietFrom: 0, quietTo: 0, quietWeekends: false };
  const deliveries = { ...DEFAULT_DELIVERIES, programme: 'digest' as const };
  await inTransaction(db, (tx) =>
    saveNotificationSettings(tx, {
      userId: nadia.userId,
      deliveries,
      digest: true,
      newsletter: true,
      ...quiet,
    }),
  );
  const said = { experimentId: world.experimentId, subject: 'log:2023-02', text: 'Quel budget ?' };
  expect(await operationsOn(db, { now }).run('experimentComment.add', marc, said)).toMatchObject({
    ok: true,
  });
  const subjectsTo = async ({ userId }: { userId: string }) => {
    await flushed();
    const [person] = await db.select().from(users).where(eq(users.id, userId));
    return (await mailsTo({ email: person?.email ?? '' })).map(({ subject }) => subject);
  };
  await rounds.run();
  await week();
  expect(await subjectsTo(nadia)).toEqual([]);
  expect(await subjectsTo(yann)).toEqual([
    expect.stringMatching(/^Marc a commenté le journal de février 2023/u),
  ]);
  at = new Date('2023-03-20T07:00:00Z');
  await week();
  await week();
  expect(await subjectsTo(nadia)).toEqual(['La semaine du programme']);
  expect(await subjectsTo(yann)).toHaveLength(1);
});

test('[NO1] a mail that waits for its server is tried for more than a day, and leaves at most once', async () => {
  const { rows } = await database.run(
    "select retry_limit, retry_delay, retry_delay_max from pgboss.queue where name = 'mail'",
    [],
  );
  const [queue] = rows;
  const [limit, delay, most] = [queue?.retry_limit, queue?.retry_delay, queue?.retry_delay_max].map(Number);
  let seconds = 0;
  // pg-boss waits between half of this and all of it.
  for (let tried = 1; tried <= (limit ?? 0); tried++)
    seconds += Math.min(most ?? 0, ((delay ?? 0) * 2 ** Math.min(16, tried)) / 2);
  expect(seconds).toBeGreaterThan(24 * 3600);

  const { db } = database;
  expect(await takeMail(db, { id: 'one', now: at })).toBe(true);
  expect(await takeMail(db, { id: 'one', now: at })).toBe(false);
  await giveMailBack(db, { id: 'one' });
  expect(await takeMail(db, { id: 'one', now: at })).toBe(true);
});
