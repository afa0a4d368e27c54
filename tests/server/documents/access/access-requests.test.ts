import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listAccessRequests } from '#db/documents/access/access-requests.ts';
import { trashDocument } from '#db/documents/documents.ts';
import type { Database } from '#db/kernel/client.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { aDocument, aGroup, aMember, anOrganisation, aPerson } from '#db/seed/builders/builders.ts';
import { accessRequestQueue } from '#server/documents/access/access-request-queue.ts';
import { type Jobs, startJobs } from '#server/kernel/job/jobs.ts';
import { createMailFolder, type MailFolder } from '#server/kernel/mail/mail-folder.ts';
import { createMailer, type Mailer, mailQueue } from '#server/kernel/mail/mailer.ts';
import { createSeal } from '#server/kernel/mail/seal.ts';
import { bookLetters } from '#server/people/letter/book-letters.ts';
import type { DocumentRole } from '#shared/documents/document-access.ts';
import { asReadable } from '#shared/kernel/access/readable.ts';
import { openFreshDatabase } from '#tests/support/database.ts';
import { arrivedMails } from '#tests/support/kernel/arrived-mails.ts';
import { hearing, operationsOn } from '#tests/support/kernel/operations.ts';
import { lettersSentBy } from '#tests/support/people/letters-sent-by.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const origin = 'https://cordee.example';
const at = new Date('2023-03-14T09:00:00Z');
const now = () => at;
let database: Database;
let folder: MailFolder;
let jobs: Jobs;
let path: string;
let operations: ReturnType<typeof operationsOn>;
const rooms = hearing();

beforeAll(async () => {
  database = await openFreshDatabase();
  const { db } = database;
  path = await mkdtemp(join(tmpdir(), 'cordee-requests-'));
  folder = createMailFolder(path);
  const [seal, log] = [createSeal('a secret of the tests, long enough'), pino({ level: 'silent' })];
  const mails = mailQueue({ seal, from: 'cordee@cordee.example', smtpUrl: undefined, folder, log, now });
  const asked = accessRequestQueue({ db, mailer: () => mailer, origin, now });
  jobs = await startJobs({ database, log, queues: [mails, asked], pollSeconds: 0.5 });
  const { newId } = siteOf(db, at);
  const mailer: Mailer = createMailer({ jobs, seal, newId, book: bookLetters({ perDay: 500, now }) });
  operations = operationsOn(db, { jobs, mailer, rooms, origin, now });
});

afterAll(async () => {
  await jobs.stop();
  await database.close();
  await rm(path, { recursive: true, force: true });
});

async function aWorld() {
  const { db } = database;
  const site = siteOf(db, at);
  const group = await aGroup(site, { name: 'Nature en ville' });
  const organisation = await anOrganisation(site, { name: 'Ville de Laon' });
  const [claire, yann] = [
    await aPerson(site, { name: 'Claire Oudin' }),
    await aPerson(site, { name: 'Yann Le Goff', organisationId: organisation.id }),
  ];
  await aMember(site, { groupId: group.id, userId: claire.id, role: 'facilitator' });
  const document = await aDocument(site, { groupId: group.id, createdBy: claire.id, title: 'Ombre' });
  const ask = (message: string, role: DocumentRole = 'reader', documentId: string | null = document.id) =>
    operations.run('accessRequest.ask', { userId: yann.id }, { documentId, role, message });
  const waiting = () =>
    listAccessRequests(db, { documentId: asReadable(document.id), groupId: group.id, now: at });
  const answer = async (role: DocumentRole | null) => {
    const requestId = (await waiting())[0]?.id ?? '';
    const [by, asked] = [{ userId: claire.id }, { documentId: document.id, requestId }];
    return role
      ? operations.run('accessRequest.grant', by, { ...asked, role })
      : operations.run('accessRequest.decline', by, asked);
  };
  return { site, group, claire, yann, document, ask, waiting, answer };
}

const mailsTo = ({ email }: { email: string }, count: number) => arrivedMails(folder, email, count);

test('[A11] [MA1] a new request is mailed to the facilitators, one that replaces it is not, the answer to its asker; each counts for who acts', async () => {
  const { claire, yann, document, ask, answer } = await aWorld();
  expect(await ask('Pour la réunion\n<b>de mardi</b>')).toEqual({ ok: true });
  const [told] = await mailsTo(claire, 1);
  expect(told?.subject).toBe('Yann Le Goff demande à lire «\u202fOmbre\u202f»');
  expect(told?.text).toContain('Yann Le Goff (Ville de Laon)');
  expect(told?.text).toContain('<b>de mardi</b>');
  expect(told?.text).toContain(`${origin}/documents/${document.id}-ombre/acces`);
  expect(await ask('Encore', 'editor')).toEqual({ ok: true });
  expect(await answer('commenter')).toMatchObject({ ok: true, value: { granted: 'commenter' } });
  expect(rooms.told).toContainEqual({ recheck: { room: `document:${document.id}` } });
  const [granted] = await mailsTo(yann, 1);
  expect(granted?.subject).toBe('Vous pouvez maintenant commenter «\u202fOmbre\u202f»');
  // The mail of the answer went through the same queue: what should have left before it has.
  expect(await mailsTo(claire, 1)).toHaveLength(1);
  const { db } = database;
  expect([await lettersSentBy(db, yann), await lettersSentBy(db, claire)]).toEqual([1, 1]);
});

test('[A11] a refusal tells no title to somebody who may not read', async () => {
  const { claire, yann, document, ask, answer, waiting } = await aWorld();
  await ask('');
  const requestId = (await waiting())[0]?.id ?? '';
  expect(await answer(null)).toMatchObject({ ok: true, value: { granted: null } });
  const [declined] = await mailsTo(yann, 1);
  expect(declined?.subject).toBe('Votre demande d’accès n’a pas été acceptée');
  expect(declined?.text).toContain('14 mars 2023');
  expect(`${declined?.subject} ${declined?.text}`.toLowerCase()).not.toMatch(/ombre|nature en ville|claire/);
  expect(declined?.text).toContain(`${origin}/documents/${document.id}\n`);
  const again = { documentId: document.id, requestId, role: 'reader' as const };
  expect(await operations.run('accessRequest.grant', { userId: claire.id }, again)).toMatchObject({
    error: 'accessRequest.answered',
  });
});

test('[A11] the answer is the same for a document that exists, a trashed one, none, and what is no id', async () => {
  const { site, group, claire, document, ask } = await aWorld();
  const trashed = await aDocument(site, { groupId: group.id, createdBy: claire.id });
  const change = { documentId: trashed.id, groupId: group.id, by: claire.id, activityId: site.newId() };
  await inTransaction(database.db, (tx) => trashDocument(tx, { ...change, now: at }));
  for (const documentId of [document.id, trashed.id, site.newId(), null])
    expect(await ask('Bonjour', 'reader', documentId)).toEqual({ ok: true });
});

test('[A11] one person asks twenty times a day, for documents that exist or not; a message too long counts for nothing', async () => {
  const { site, ask, waiting } = await aWorld();
  for (let asked = 0; asked < 20; asked++) {
    expect(await ask('x'.repeat(501))).toMatchObject({ error: 'accessRequest.messageTooLong' });
    expect(await ask('', 'reader', site.newId())).toEqual({ ok: true });
  }
  const tooMany = { error: 'accessRequest.tooMany' };
  expect(await ask('')).toMatchObject(tooMany);
  expect(await ask('', 'reader', site.newId())).toMatchObject(tooMany);
  expect(await waiting()).toEqual([]);
});
