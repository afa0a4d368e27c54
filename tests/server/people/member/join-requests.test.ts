import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '#db/kernel/client.ts';
import { listJoinRequests } from '#db/people/member/join-requests.ts';
import { aGroup, aMember, anOrganisation, aPerson } from '#db/seed/builders/builders.ts';
import { type Jobs, startJobs } from '#server/kernel/job/jobs.ts';
import { createMailFolder, type MailFolder } from '#server/kernel/mail/mail-folder.ts';
import { createMailer, mailQueue } from '#server/kernel/mail/mailer.ts';
import { createSeal } from '#server/kernel/mail/seal.ts';
import type { Operations } from '#server/kernel/operations.ts';
import { bookLetters } from '#server/people/letter/book-letters.ts';
import type { Registered } from '#server/registry.ts';
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
let operations: Operations<Registered>;
const rooms = hearing();

beforeAll(async () => {
  database = await openFreshDatabase();
  const { db } = database;
  path = await mkdtemp(join(tmpdir(), 'cordee-joins-'));
  folder = createMailFolder(path);
  const [seal, log] = [createSeal('a secret of the tests, long enough'), pino({ level: 'silent' })];
  const mails = mailQueue({ seal, from: 'cordee@cordee.example', smtpUrl: undefined, folder, log, now });
  jobs = await startJobs({ database, log, queues: [mails], pollSeconds: 0.5 });
  const { newId } = siteOf(db, at);
  const mailer = createMailer({ jobs, seal, newId, book: bookLetters({ perDay: 500, now }) });
  operations = operationsOn(db, { mailer, rooms, origin, now });
});

afterAll(async () => {
  await jobs.stop();
  await database.close();
  await rm(path, { recursive: true, force: true });
});

async function aWorld() {
  const { db } = database;
  const site = siteOf(db, at);
  const group = await aGroup(site, { name: 'Nature en ville', joining: 'programme' });
  const laon = await anOrganisation(site, { name: 'Ville de Laon' });
  const claire = await aPerson(site, { name: 'Claire Oudin' });
  const yann = await aPerson(site, { name: 'Yann Le Goff', organisationId: laon.id });
  await aMember(site, { groupId: group.id, userId: claire.id, role: 'facilitator' });
  const ask = (message: string) =>
    operations.run('join.ask', { userId: yann.id }, { groupId: group.id, message });
  const first = async () =>
    (await listJoinRequests(db, { groupId: asReadable(group.id), now: at }))[0]?.id ?? '';
  const accept = async (by = claire) =>
    operations.run(
      'join.accept',
      { userId: by.id },
      { groupId: group.id, requestId: await first(), role: 'contributor', until: '' },
    );
  return { group, claire, yann, ask, first, accept };
}

const mailsTo = ({ email }: { email: string }, count: number) => arrivedMails(folder, email, count);

test('[MB2] [MB3] [MA1] a new request is mailed to the facilitators, its acceptance to the asker, and open pages decide again', async () => {
  const { group, claire, yann, ask, accept } = await aWorld();
  expect(await ask('Nos arbres\n<b>meurent</b>')).toEqual({ ok: true });
  const [told] = await mailsTo(claire, 1);
  expect(told?.subject).toBe('Yann Le Goff demande à rejoindre «\u202fNature en ville\u202f»');
  expect(told?.text).toContain('Yann Le Goff (Ville de Laon)');
  expect(told?.text).toContain('<b>meurent</b>');
  expect(told?.text).toContain(`${origin}/groupes/${group.id}-nature-en-ville/membres`);
  await ask('Encore');
  expect(await accept(yann)).toMatchObject({ ok: false, error: 'access.notFound' });
  expect(await accept()).toEqual({ ok: true });
  const [accepted] = await mailsTo(yann, 1);
  expect(accepted?.text).toContain('Contribution');
  expect(rooms.told).toContainEqual({ recheck: { groupId: group.id, userId: yann.id } });
  // The mail of the answer went through the same queue: what should have left before it has.
  expect(await mailsTo(claire, 1)).toHaveLength(1);
  const { db } = database;
  expect([await lettersSentBy(db, yann), await lettersSentBy(db, claire)]).toEqual([1, 1]);
});

test('[MB3] a refusal has a reason, which leaves as it was written; without one nothing happens', async () => {
  const { group, claire, yann, ask, first } = await aWorld();
  await ask('');
  const requestId = await first();
  const refuse = (reason: string) =>
    operations.run('join.decline', { userId: claire.id }, { groupId: group.id, requestId, reason });
  expect(await refuse('  ')).toEqual({
    ...{ ok: false, error: 'join.reasonEmpty' },
    fields: { reason: 'join.reasonEmpty' },
  });
  expect(await first()).toBe(requestId);
  expect(await refuse('Le groupe est complet.')).toEqual({ ok: true });
  const [declined] = await mailsTo(yann, 1);
  expect(declined?.text).toContain('Le groupe est complet.');
  expect(declined?.text).toContain('14 mars 2023');
  expect(await refuse('Encore')).toMatchObject({ ok: false, error: 'join.answered' });
});

test('[MB2] one person asks twenty times a day; a message too long counts for nothing', async () => {
  const { ask } = await aWorld();
  expect(await ask('x'.repeat(501))).toMatchObject({ ok: false, error: 'accessRequest.messageTooLong' });
  for (let count = 0; count < 20; count++) expect((await ask('')).ok).toBe(true);
  expect(await ask('')).toMatchObject({ ok: false, error: 'join.tooMany' });
});
