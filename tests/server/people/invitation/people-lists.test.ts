import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import pino from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '#db/kernel/client.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { findGroupRole } from '#db/people/group/groups.ts';
import { acceptInvitation } from '#db/people/invitation/invitation-acceptance.ts';
import { listInvited, noteInvitationMail } from '#db/people/invitation/invitation-batches.ts';
import { invitations } from '#db/people/invitation/schema.ts';
import { aGroup, aMember, anOrganisation, aPerson } from '#db/seed/builders/builders.ts';
import { type Jobs, startJobs } from '#server/kernel/job/jobs.ts';
import { createMailFolder, type MailFolder } from '#server/kernel/mail/mail-folder.ts';
import { createMailer, mailQueue } from '#server/kernel/mail/mailer.ts';
import { createSeal } from '#server/kernel/mail/seal.ts';
import type { Operations } from '#server/kernel/operations.ts';
import { bookLetters } from '#server/people/letter/book-letters.ts';
import type { Registered } from '#server/registry.ts';
import { asReadable } from '#shared/kernel/access/readable.ts';
import { batchStateOf } from '#shared/people/invitation/batch-state.ts';
import { openFreshDatabase } from '#tests/support/database.ts';
import { operationsOn } from '#tests/support/kernel/operations.ts';
import { countProcessorTime } from '#tests/support/kernel/processor-time.ts';
import { statementsOf } from '#tests/support/kernel/statements.ts';
import { until } from '#tests/support/patience.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const at = new Date('2023-03-14T09:00:00Z');
const now = () => at;
let database: Database;
let folder: MailFolder;
let jobs: Jobs;
let path: string;
let operations: Operations<Registered>;

beforeAll(async () => {
  database = await openFreshDatabase();
  const { db } = database;
  path = await mkdtemp(join(tmpdir(), 'cordee-people-lists-'));
  folder = createMailFolder(path);
  const [seal, log] = [createSeal('a secret of the tests, long enough'), pino({ level: 'silent' })];
  const queue = mailQueue({
    ...{ seal, from: 'cordee@cordee.example', smtpUrl: undefined, folder, log, now },
    became: (letterId, state, refusal) => noteInvitationMail(db, { letterId, state, refusal, now: at }),
  });
  jobs = await startJobs({ database, log, queues: [queue], pollSeconds: 0.5 });
  const { newId } = siteOf(db, at);
  const mailer = createMailer({ jobs, seal, newId, book: bookLetters({ perDay: 500, now }) });
  operations = operationsOn(db, { mailer, origin: 'https://cordee.example', now });
});

afterAll(async () => {
  await jobs.stop();
  await database.close();
  await rm(path, { recursive: true, force: true });
});

async function aWorld() {
  const site = siteOf(database.db, at);
  const [nature, water] = [
    await aGroup(site, { name: `Nature ${site.newId()}` }),
    await aGroup(site, { name: `Eau ${site.newId()}` }),
  ];
  const valmont = await anOrganisation(site, { name: `Valmont ${site.newId()}` });
  const claire = await aPerson(site, { platformRole: 'coordinator' });
  const email = () => `${site.newId()}@valmont.example`;
  const take = (lines: string[], userId = claire.id) =>
    operations.run('invitation.fromList', { userId }, { text: lines.join('\n') });
  return { site, nature, water, valmont, claire, email, take };
}

const fates = async (batchId: string) =>
  (await listInvited(database.db, asReadable(batchId))).map((one) => [one.email, batchStateOf(one, at)]);
const mailsTo = async (email: string) => (await folder.list()).filter(({ to }) => to === email);

test('[IB3] [IB5] [IB6] each person has one mail, of several groups too; the report says what became of it, and who has not come is written to again', async () => {
  const { nature, water, valmont, email, take } = await aWorld();
  const [nadia, marc] = [email(), email()];
  const taken = await take([
    'nom;adresse;organisation;rôle;groupes',
    `NADIA FERRAND;${nadia};${valmont.name};animation;${nature.name}|${water.name}`,
    `Marc Petit;${marc};;;`,
  ]);
  if (!taken.ok || !taken.value.batchId) throw new Error(JSON.stringify(taken));
  expect(taken.value).toMatchObject({ invited: 2, joined: 0 });
  const { batchId } = taken.value;
  await until('the invitations are kept', async () =>
    (await fates(batchId)).every(([, state]) => state === 'kept'),
  );
  expect(await mailsTo(nadia)).toHaveLength(1);
  expect(await mailsTo(marc)).toHaveLength(1);

  const token = /\/invitation\/(\S+)/.exec((await mailsTo(nadia))[0]?.text ?? '')?.[1] ?? '';
  const site = siteOf(database.db, at);
  const userId = site.newId();
  const accepted = await inTransaction(database.db, (tx) =>
    acceptInvitation(tx, {
      ...{
        token,
        userId,
        name: 'Nadia Ferrand',
        jobTitle: '',
        passwordHash: 'hash',
        newId: site.newId,
        now: at,
      },
    }),
  );
  expect(accepted.ok).toBe(true);
  for (const { id: groupId } of [nature, water])
    expect(await findGroupRole(database.db, { groupId, userId, now: at })).toBe('facilitator');
  expect(new Map(await fates(batchId).then((all) => all as [string, string][])).get(nadia)).toBe('came');

  const before = (await mailsTo(marc)).length;
  const claire = await aPerson(site, { platformRole: 'admin' });
  const again = await operations.run('invitation.resendList', { userId: claire.id }, { batchId });
  expect(again).toEqual({ ok: true, value: { sent: 1 } });
  await until('the mails have come', async () => (await mailsTo(marc)).length > before);
  expect(await mailsTo(nadia)).toHaveLength(1);
});

test('[IB5] what a mail server refused for good is said with its words', async () => {
  const { email, take } = await aWorld();
  const address = email();
  const taken = await take([`Nadia Ferrand;${address}`]);
  if (!taken.ok || !taken.value.batchId) throw new Error('not taken');
  const { batchId } = taken.value;
  await until('the invitations are kept', async () =>
    (await fates(batchId)).some(([, state]) => state === 'kept'),
  );
  const mail = (await mailsTo(address))[0];
  await noteInvitationMail(database.db, {
    ...{ letterId: mail?.id ?? '', state: 'refused', refusal: '550 inconnu ici', now: at },
  });
  expect(await listInvited(database.db, asReadable(batchId))).toMatchObject([
    { mailState: 'refused', mailRefusal: '550 inconnu ici' },
  ]);
});

test('[IB2] the same list again writes to nobody; accounts join the groups that are said', async () => {
  const { site, nature, email, take } = await aWorld();
  const address = email();
  expect((await take([`Nadia Ferrand;${address}`])).ok).toBe(true);
  expect(await take([`Nadia Ferrand;${address}`])).toMatchObject({ ok: false, error: 'peopleList.nobody' });
  const member = await aPerson(site, {});
  const joined = await take([`X Y;${member.email};;;${nature.name}`]);
  expect(joined).toEqual({ ok: true, value: { batchId: null, invited: 0, joined: 1 } });
  expect(await findGroupRole(database.db, { groupId: nature.id, userId: member.id, now: at })).toBe(
    'contributor',
  );
});

test('[IB1] a file of UTF-16, of Windows-1252 or with a byte order mark is read; a workbook is refused', async () => {
  const { claire, email } = await aWorld();
  const text = `Nom;Adresse\nÉlodie Noël;${email()}`;
  const read = (bytes: Uint8Array) =>
    operations.run(
      'invitation.readList',
      { userId: claire.id },
      {
        ...{ text: '', content: Buffer.from(bytes).toString('base64') },
      },
    );
  for (const bytes of [
    Buffer.from(text),
    Buffer.from(`\uFEFF${text}`),
    Buffer.from(text, 'latin1'),
    Buffer.from(`\uFEFF${text}`, 'utf16le'),
    Buffer.from(text, 'utf16le'),
    Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
  ])
    expect(await read(bytes)).toMatchObject({
      ok: true,
      value: { people: [{ name: 'Élodie Noël' }], faults: [] },
    });
  expect(await read(Uint8Array.of(0x50, 0x4b, 3, 4, 0))).toMatchObject({ error: 'peopleList.spreadsheet' });
  expect(await read(Uint8Array.of(1, 0, 0, 2, 0, 5, 0, 0, 1))).toMatchObject({ error: 'peopleList.notText' });
});

test('[IB1] members, reviewers and facilitators read no list, invite nobody, send nothing again', async () => {
  const { site, nature, email, take } = await aWorld();
  const address = email();
  const facilitator = await aPerson(site, {});
  await aMember(site, { groupId: nature.id, userId: facilitator.id, role: 'facilitator' });
  for (const person of [facilitator, await aPerson(site, { platformRole: 'reviewer' })]) {
    const asker = { userId: person.id };
    expect(await take([`Nadia Ferrand;${address}`], person.id)).toMatchObject({ error: 'access.notFound' });
    expect(
      await operations.run('invitation.readList', asker, { text: `Nadia;${address}`, content: '' }),
    ).toMatchObject({ error: 'access.notFound' });
    expect(await operations.run('invitation.resendList', asker, { batchId: site.newId() })).toMatchObject({
      error: 'access.notFound',
    });
  }
  expect(await database.db.select().from(invitations).where(eq(invitations.email, address))).toEqual([]);
});

test('[IB1] five thousand people are taken in a bounded time, with no question for each of them', async () => {
  const { site, claire } = await aWorld();
  const lines = Array.from(
    { length: 5_000 },
    (_, index) => `Personne ${index};p${index}.${site.newId()}@v.example`,
  );
  const spent = countProcessorTime();
  const asked = await statementsOf(database.db, async () => {
    const read = await operations.run(
      'invitation.readList',
      { userId: claire.id },
      { text: lines.join('\n'), content: '' },
    );
    expect(read.ok && read.value.people.length).toBe(5_000);
  });
  expect(spent()).toBeLessThan(10_000);
  expect(asked.length).toBeGreaterThan(0);
  // Those of the queue of mails among them.
  expect(asked.length).toBeLessThan(500);
});
