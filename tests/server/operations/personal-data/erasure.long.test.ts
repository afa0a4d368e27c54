import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq, sql } from 'drizzle-orm';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyAuditChain } from '#db/kernel/audit/audit.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { PROOFS } from '#db/operations/personal-data/erase-person.ts';
import { askErasure, findErasure } from '#db/operations/personal-data/erasures.ts';
import { invitations } from '#db/people/invitation/schema.ts';
import { personLetters } from '#db/people/letter/schema.ts';
import { changePerson, findPerson, listPeople, restorePerson } from '#db/people/person/people.ts';
import { users } from '#db/people/person/schema.ts';
import { rowsOf } from '#db/search/search-terms.ts';
import { createFolderStore } from '#server/kernel/file/folder-store.ts';
import { type JobQueue, type Jobs, startJobs } from '#server/kernel/job/jobs.ts';
import { createMailFolder } from '#server/kernel/mail/mail-folder.ts';
import { createMailer, mailQueue } from '#server/kernel/mail/mailer.ts';
import { passwordResetLetter } from '#server/kernel/mail/password-reset.ts';
import { createSeal } from '#server/kernel/mail/seal.ts';
import { erasedAccounts } from '#server/operations/personal-data/erased-accounts.ts';
import { erasureQueue } from '#server/operations/personal-data/erasures.ts';
import { bookLetters } from '#server/people/letter/book-letters.ts';
import { addressOfErased } from '#shared/operations/personal-data/personal-data.ts';
import { ANYBODY } from '#tests/support/anybody.ts';
import { openDemonstration } from '#tests/support/database.ts';
import { operationsOn } from '#tests/support/kernel/operations.ts';
import { tracesOf } from '#tests/support/kernel/traces.ts';
import { startTestServer, type TestServer } from '#tests/support/server.ts';

const DAY = 86_400_000;
let server: TestServer;
let jobs: Jobs;
let erasures: JobQueue;
let folder: string;
let nadia: { id: string; name: string; email: string };
let admin: string;
let clock = 0;
const now = () => new Date(Date.now() + clock);
const seal = createSeal('a secret of the tests, long enough');

beforeAll(async () => {
  const database = await openDemonstration();
  server = await startTestServer({ database });
  folder = await mkdtemp(join(tmpdir(), 'cordee-erasure-'));
  const [log, mails] = [pino({ level: 'silent' }), createMailFolder(folder)];
  erasures = erasureQueue({
    database,
    rooms: () => server.rooms,
    store: createFolderStore(server.folder),
    folder: mails,
    seal,
    erased: erasedAccounts(server.folder),
    log,
    now,
  });
  // Mails that wait: nothing takes them out of the queue.
  const { run: _, ...queue } = mailQueue({
    seal,
    from: 'c@c.example',
    smtpUrl: undefined,
    folder: mails,
    log,
    now,
  });
  const waiting = { ...queue, run: () => Promise.reject(new Error('away')) };
  jobs = await startJobs({ database, log: pino({ level: 'silent' }), queues: [waiting], pollSeconds: 60 });
  const { people } = await listPeople(database.db, { search: 'Nadia Ferrand' });
  const [found] = people;
  const { people: admins } = await listPeople(database.db, { search: 'admin@demo' });
  if (!found || !admins[0]) throw new Error('the demonstration has Nadia and an administrator');
  nadia = found;
  admin = admins[0].id;
  await mails.keep({ id: 'm', to: found.email, subject: 's', text: found.name, files: [], at: now() });
});

afterAll(async () => {
  await jobs.stop();
  await server.close();
  await server.database.close();
  await rm(folder, { recursive: true, force: true });
});

/** The log, a line an update, with the fingerprint of its bytes. */
const logOf = () =>
  rowsOf<{ room: string; seq: number; hash: string }>(
    server.database.db,
    sql`select room, seq::int as seq, md5(data) as hash from doc_update order by room, seq`,
  );

describe('an account that is to be erased', () => {
  test('[PD4] is asked by the person or an administrator, seen, taken back, and done after thirty days', async () => {
    const { db } = server.database;
    const { people } = await listPeople(db, { search: 'Julien Morel' });
    const stranger = people[0]?.id ?? '';
    const operations = operationsOn(db, { now });
    const ask = (by: string) => operations.run('erasure.ask', { userId: by }, { userId: nadia.id });
    const cancel = (by: string) => operations.run('erasure.cancel', { userId: by }, { userId: nadia.id });
    expect(await ask(stranger)).toMatchObject({ ok: false, error: 'access.notFound' });
    expect((await ask(admin)).ok).toBe(true);
    expect(await ask(nadia.id)).toMatchObject({ ok: false, error: 'personalData.erasureAsked' });
    expect(await cancel(stranger)).toMatchObject({ ok: false, error: 'access.notFound' });
    expect((await cancel(nadia.id)).ok).toBe(true);
    expect(await findErasure(db, { userId: nadia.id })).toBeNull();
    expect((await ask(nadia.id)).ok).toBe(true);
    clock = 29 * DAY;
    await erasures.run(null);
    expect((await findPerson(db, nadia.id))?.name).toBe('Nadia Ferrand');
    clock = 0;
  });

  test('[P7] [PD4] is never the last administrator’s', async () => {
    const { db } = server.database;
    expect(await inTransaction(db, (tx) => askErasure(tx, { userId: admin, by: admin, now: now() }))).toEqual(
      {
        ok: false,
        error: 'person.lastAdmin',
      },
    );
  });

  test('[PD5] [PD6] [PD7] [PD8] leaves no name and no address, in any column of any table, mail or file', async () => {
    const { db } = server.database;
    await server.database.db.insert(invitations).values({
      id: 'i',
      tokenHash: 'h',
      email: nadia.email,
      name: nadia.name,
      invitedBy: admin,
      createdAt: now(),
      expiresAt: now(),
    });
    const document = await server.document();
    await server.rooms.apply(document.room, { userId: admin }, 'document.append', {
      blocks: [{ type: 'paragraph', content: [{ type: 'text', text: 'Rien de personnel ici.' }] }],
    });
    const book = bookLetters({ perDay: 500, now });
    const mailer = createMailer({ jobs, seal, newId: () => crypto.randomUUID(), book });
    await db.transaction(async (tx) => {
      const letter = passwordResetLetter(server.origin, 'token');
      for (const sender of ['server', { userId: admin }, { userId: nadia.id }] as const)
        await mailer.send(tx as typeof db, nadia, letter, sender);
    });
    const words = [nadia.name, nadia.email];
    const before = await tracesOf(db, words);
    expect(before).toEqual(
      expect.arrayContaining(['user.name', 'user.email', 'invitation.email', 'doc_update.data']),
    );
    const [written, organisation] = [await logOf(), (await findPerson(db, nadia.id))?.organisation];

    clock = 31 * DAY;
    await erasures.run(null);
    clock = 0;

    expect(await erasedAccounts(server.folder).read()).toContain(nadia.id);
    const left = (await tracesOf(db, words)).filter((trace) => !PROOFS.has(trace));
    expect(left).toEqual([]);
    expect(await findPerson(db, nadia.id)).toMatchObject({
      name: 'Ancien membre',
      email: addressOfErased(nadia.id),
      jobTitle: '',
      organisation,
    });
    expect((await listPeople(db, { search: 'Ancien membre' })).total).toBe(0);
    expect(await inTransaction(db, (tx) => restorePerson(tx, { id: nadia.id, now: now() }))).toEqual({
      ok: false,
      error: 'person.notFound',
    });
    expect((await verifyAuditChain(db)).fault).toBeNull();
    const files = await readdir(folder);
    const mails = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
    expect(mails.join('\n')).not.toMatch(/Nadia Ferrand|metier\.a@/);
    const queued = await rowsOf<{ data: { sealed: string } }>(
      db,
      sql`select data from pgboss.job where name = 'mail'`,
    );
    expect(queued.map(({ data }) => seal.open(data.sealed)).join('\n')).not.toContain(nadia.email);

    expect(await db.$count(personLetters)).toBe(0);

    // What others wrote, and what does not name her, is what it was, to the byte.
    const after = await logOf();
    const changed = new Set(
      written.filter(({ hash }, index) => hash !== after[index]?.hash).map(({ room }) => room),
    );
    expect(changed.size).toBeGreaterThan(0);
    expect(changed.has(document.room)).toBe(false);
    for (const room of changed) {
      const kind = room.startsWith('board:')
        ? 'board'
        : room.startsWith('document:')
          ? 'document'
          : 'application';
      const { value } = await server.rooms.read(room, kind, ANYBODY);
      expect(JSON.stringify(value)).not.toContain('Nadia Ferrand');
    }
    const [row] = await db.select().from(users).where(eq(users.id, nadia.id));
    expect(row?.erasedAt).not.toBeNull();
  });

  test('[PD4] waits while the person is the only one who could administer', async () => {
    const { db } = server.database;
    const { people } = await listPeople(db, { search: 'Claire Oudin' });
    const claire = people[0]?.id ?? '';
    const make = (platformRole: 'admin' | 'coordinator') =>
      inTransaction(db, (tx) =>
        changePerson(tx, { id: claire, platformRole, organisationId: null, now: now() }),
      );
    await make('admin');
    expect(
      (await inTransaction(db, (tx) => askErasure(tx, { userId: admin, by: admin, now: now() }))).ok,
    ).toBe(true);
    await make('coordinator');
    clock = 31 * DAY;
    await erasures.run(null);
    clock = 0;
    expect((await findPerson(db, admin))?.platformRole).toBe('admin');
  });
});
