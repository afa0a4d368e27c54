import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '#db/kernel/client.ts';
import { countSessions, readDatabaseState } from '#db/operations/state/platform-state.ts';
import { sessions } from '#db/people/person/schema.ts';
import { aPerson, type Site } from '#db/seed/builders/builders.ts';
import { createFolderStore } from '#server/kernel/file/folder-store.ts';
import { createPeers } from '#server/kernel/http/peer.ts';
import { type Jobs, startJobs } from '#server/kernel/job/jobs.ts';
import { createMailFolder } from '#server/kernel/mail/mail-folder.ts';
import { createTrial } from '#server/kernel/mail/mailer.ts';
import { noteBackup } from '#server/operations/backup/last-backup.ts';
import { createPlatformState, type PlatformState } from '#server/operations/state/platform-state.ts';
import { measureStore } from '#server/operations/state/store-size.ts';
import { openFreshDatabase } from '#tests/support/database.ts';
import { until } from '#tests/support/patience.ts';
import { type SmtpMoment, startSmtp } from '#tests/support/smtp-stand-in.ts';

const log = pino({ level: 'silent' });
const STATS = {
  rooms: 2,
  sockets: 3,
  httpSessions: 1,
  people: 2,
  uncommittedBytes: 0,
  bufferedBytes: 0,
  slowedFloods: 0,
};
const at = new Date('2023-05-10T08:00:00Z');
let database: Database;
let jobs: Jobs;
let site: Site;
let folder: string;
let state: PlatformState;
let isMended = false;
const tried: string[] = [];

function stateOf(given: Partial<Parameters<typeof createPlatformState>[0]> = {}): PlatformState {
  return createPlatformState({
    database,
    env: { DATA_DIR: folder, SMTP_URL: undefined, s3: null },
    store: createFolderStore(join(folder, 'files')),
    rooms: { stats: () => STATS },
    jobs,
    tryMail: createTrial({
      from: 'c@c.example',
      smtpUrl: undefined,
      folder: createMailFolder(join(folder, 'mails')),
      now: site.now,
    }),
    newId: site.newId,
    peers: createPeers([]),
    origin: 'https://cordee.example',
    instances: null,
    log,
    now: site.now,
    ...given,
  });
}

beforeAll(async () => {
  database = await openFreshDatabase();
  site = { db: database.db, now: () => at, newId: () => crypto.randomUUID() };
  folder = await mkdtemp(join(tmpdir(), 'cordee-state-'));
  const retry = { retryLimit: 0, retryDelay: 0, retryBackoff: false };
  jobs = await startJobs({
    database,
    log,
    pollSeconds: 0.5,
    queues: [
      {
        name: 'webhooks',
        retry,
        run: async () => {
          tried.push('webhooks');
          if (!isMended)
            throw Object.assign(new Error('to somebody@ville.example'), { code: 'ECONNREFUSED' });
        },
      },
      {
        name: 'trash',
        retry: { retryLimit: 3, retryDelay: 3_600, retryBackoff: false },
        run: async () => {
          tried.push('trash');
          if (!isMended) throw Object.assign(new Error('no room'), { code: 'ENOSPC' });
        },
      },
    ],
  });
  state = stateOf();
});

afterAll(async () => {
  state.stop();
  await jobs.stop();
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

describe('[EP1] the state of the platform', () => {
  test('is read, and its gestures done, by administrators and coordinators that are not suspended only', async () => {
    for (const platformRole of ['member', 'reviewer'] as const) {
      const { id: userId, name, email } = await aPerson(site, { platformRole });
      expect(await state.read({ userId })).toBeNull();
      expect(await state.tryAgain({ userId }, { queue: 'webhooks', id: crypto.randomUUID() })).toBeNull();
      expect(await state.sendTrial({ userId, name, email })).toBeNull();
    }
    expect(await state.read({ userId: crypto.randomUUID() })).toBeNull();
    for (const platformRole of ['admin', 'coordinator'] as const) {
      const { id: userId } = await aPerson(site, { platformRole });
      expect(await state.read({ userId })).not.toBeNull();
    }
    expect(await createMailFolder(join(folder, 'mails')).list()).toEqual([]);
  });

  test('[EP4] says which database, migrations, sessions, files, space, backup and versions there are', async () => {
    const { id: userId } = await aPerson(site, { platformRole: 'admin' });
    const session = (expiresAt: Date) => ({
      id: crypto.randomUUID(),
      tokenHash: crypto.randomUUID(),
      userId,
      expiresAt,
      createdAt: at,
      updatedAt: at,
    });
    const later = new Date(at.getTime() + 1_000);
    await database.db.insert(sessions).values([session(later), session(later), session(at)]);
    await mkdir(join(folder, 'files', 'ab'), { recursive: true });
    await writeFile(join(folder, 'files', 'ab', 'one'), 'a'.repeat(1_500));
    await writeFile(join(folder, 'files', 'two'), 'b'.repeat(500));
    await noteBackup(folder, { at, rows: 10, files: 2, bytes: 99, isSealed: true, isRehearsed: false });
    const report = await state.read({ userId });
    expect(report?.database).toMatchObject({
      ok: true,
      value: { isEmbedded: false, version: expect.stringMatching(/^\d+/), isUpToDate: true },
    });
    expect(report?.sessions).toEqual({ ok: true, value: { sessions: 2, people: 1 } });
    expect(report?.files).toEqual({ ok: true, value: { bytes: 2_000, files: 2, isWhole: true } });
    expect(report?.space).toMatchObject({ ok: true, value: { free: expect.any(Number) } });
    expect(report?.backup).toMatchObject({ ok: true, value: { at, rows: 10, isSealed: true } });
    expect(report?.versions).toMatchObject({ cordee: { ok: true }, node: process.versions.node });
    expect(report?.instances).toMatchObject({
      ok: true,
      value: [{ pid: process.pid, isLive: true, isLost: false }],
    });
    expect(report?.live).toEqual({ rooms: 2, sockets: 3, httpSessions: 1, people: 2 });
    expect(await state.lastBackup({ userId })).toEqual({ at, isRecent: true });
    const { id: reviewer } = await aPerson(site, { platformRole: 'reviewer' });
    expect(await state.lastBackup({ userId: reviewer })).toEqual({ at: null, isRecent: false });
  });

  test('[EP4] tells a database that is behind from one that is of this version', async () => {
    const { rows } = await database.run(
      'delete from drizzle.__drizzle_migrations where id = (select max(id) from drizzle.__drizzle_migrations) returning *',
      [],
    );
    const { applied, shipped, isUpToDate } = await readDatabaseState(database);
    expect({ missing: shipped - applied, isUpToDate }).toEqual({ missing: 1, isUpToDate: false });
    const [{ id, hash, created_at } = {}] = rows;
    await database.run('insert into drizzle.__drizzle_migrations values ($1, $2, $3)', [
      id,
      hash,
      created_at,
    ]);
    expect((await readDatabaseState(database)).isUpToDate).toBe(true);
  });

  test('[EP2] a look that fails or never ends says so, and the others are there', async () => {
    const { id: userId } = await aPerson(site, { platformRole: 'admin' });
    const broken = stateOf({
      limitMs: 200,
      jobs: {
        again: jobs.again,
        list: () => Promise.reject(new Error('password of the database')),
        instances: () => new Promise(() => undefined),
      },
    });
    const report = await broken.read({ userId });
    broken.stop();
    expect(report?.work).toEqual({ ok: false, why: 'failed' });
    expect(report?.instances).toEqual({ ok: false, why: 'slow' });
    expect(report?.sessions.ok).toBe(true);
    expect(JSON.stringify(report)).not.toContain('password');
  });

  test('[EP2] a folder that takes too long to count is said to hold at least what was counted', async () => {
    expect(await measureStore(createFolderStore(join(folder, 'nowhere')), 1_000)).toEqual({
      bytes: 0,
      files: 0,
      isWhole: true,
    });
    expect((await measureStore(createFolderStore(join(folder, 'files')), -1)).isWhole).toBe(false);
    expect(await countSessions(database.db, { now: new Date('2100-01-01') })).toEqual({
      sessions: 0,
      people: 0,
    });
  });
});

test('[EP5] failed work is listed without its words, and tried again at once, given up or not', async () => {
  const { id: userId } = await aPerson(site, { platformRole: 'coordinator' });
  for (const queue of ['webhooks', 'trash'] as const)
    await database.db.transaction((tx) => jobs.send(tx as never, queue, { name: 'a person' }));
  const failures = async () => {
    const report = await state.read({ userId });
    return report?.work.ok ? report.work.value.failures : [];
  };
  await until('the failures are told', async () => (await failures()).length === 2);
  const failed = await failures();
  expect(failed.find(({ queue }) => queue === 'webhooks')).toMatchObject({
    isOver: true,
    tries: 1,
    fault: 'unreachable',
  });
  expect(failed.find(({ queue }) => queue === 'trash')).toMatchObject({
    isOver: false,
    tries: 1,
    fault: 'diskFull',
  });
  expect(JSON.stringify(failed)).not.toMatch(/somebody|no room|a person/);

  expect(await state.tryAgain({ userId }, { queue: 'elsewhere', id: failed[0]?.id ?? '' })).toBe('gone');
  expect(await state.tryAgain({ userId }, { queue: 'webhooks', id: crypto.randomUUID() })).toBe('gone');
  isMended = true;
  for (const { queue, id } of failed) expect(await state.tryAgain({ userId }, { queue, id })).toBe('done');
  await until('all were tried', () => tried.length === 4);
  await until('the failures are told', async () => (await failures()).length === 0);
  expect(tried.toSorted()).toEqual(['trash', 'trash', 'webhooks', 'webhooks']);
  for (const { queue, id } of failed) expect(await state.tryAgain({ userId }, { queue, id })).toBe('gone');
});

describe('[EP6] the mail of trial', () => {
  const asker = async () => {
    const { id: userId, name, email } = await aPerson(site, { platformRole: 'coordinator' });
    return { userId, name, email };
  };
  const trial = (url: string) => {
    const folderOfMails = createMailFolder(join(folder, 'none'));
    const tryMail = createTrial({ from: 'c@c.example', smtpUrl: url, folder: folderOfMails, now: site.now });
    return stateOf({ env: { DATA_DIR: folder, SMTP_URL: url, s3: null }, tryMail });
  };

  test('goes to whoever asks, or stays in the folder of mails', async () => {
    const who = await asker();
    expect(await state.sendTrial(who)).toBe('kept');
    const [mail] = await createMailFolder(join(folder, 'mails')).list();
    expect(mail?.to).toBe(who.email);
  });

  test.each<[string, Partial<Record<SmtpMoment, string>>]>([
    ['left', {}],
    ['refusedRecipient', { rcpt: '550 inconnu ici' }],
    ['refusedRecipient', { message: '554 refusé' }],
    ['askedLater', { rcpt: '451 plus tard' }],
    ['noAnswer', { message: 'cut' }],
    ['unreachable', { hello: 'cut' }],
  ])('says at once what became of it: %s', async (became, answers) => {
    const smtp = await startSmtp();
    smtp.answers = answers;
    const state = trial(smtp.url);
    expect(await state.sendTrial(await asker())).toBe(became);
    state.stop();
    await smtp.leave();
  });

  test('waits a bounded time for a server that hangs', async () => {
    const smtp = await startSmtp();
    smtp.answers = { hello: 'nothing' };
    const state = trial(`${smtp.url}?socketTimeout=300&greetingTimeout=300`);
    expect(await state.sendTrial(await asker())).toBe('tooLong');
    state.stop();
    await smtp.leave();
  });
});
