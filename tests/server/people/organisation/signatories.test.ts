import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '#db/kernel/client.ts';
import { findSignatory } from '#db/people/organisation/signatories.ts';
import { anOrganisation, aPerson } from '#db/seed/builders/builders.ts';
import { type Jobs, startJobs } from '#server/kernel/job/jobs.ts';
import { createMailFolder, type MailFolder } from '#server/kernel/mail/mail-folder.ts';
import { createMailer, type Mailer, mailQueue } from '#server/kernel/mail/mailer.ts';
import { createSeal } from '#server/kernel/mail/seal.ts';
import { bookLetters } from '#server/people/letter/book-letters.ts';
import { openFreshDatabase } from '#tests/support/database.ts';
import { operationsOn } from '#tests/support/kernel/operations.ts';
import { until } from '#tests/support/patience.ts';
import { lettersSentBy } from '#tests/support/people/letters-sent-by.ts';
import { declare } from '#tests/support/people/signatories.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const origin = 'https://cordee.example';
const at = new Date('2023-03-14T09:00:00Z');
const now = () => at;
const VISITOR = { userId: null };
let database: Database;
let folder: MailFolder;
let jobs: Jobs;
let path: string;
let mailer: Mailer;

beforeAll(async () => {
  database = await openFreshDatabase();
  path = await mkdtemp(join(tmpdir(), 'cordee-signatories-'));
  folder = createMailFolder(path);
  const [seal, log] = [createSeal('a secret of the tests, long enough'), pino({ level: 'silent' })];
  const mails = mailQueue({ seal, from: 'cordee@cordee.example', smtpUrl: undefined, folder, log, now });
  jobs = await startJobs({ database, log, queues: [mails], pollSeconds: 0.5 });
  const book = bookLetters({ perDay: 500, now });
  mailer = createMailer({ jobs, seal, newId: siteOf(database.db, at).newId, book });
});

afterAll(async () => {
  await jobs.stop();
  await database.close();
  await rm(path, { recursive: true, force: true });
});

async function aWorld() {
  const { db } = database;
  const site = siteOf(db, at);
  const organisation = await anOrganisation(site, { name: `Laon ${site.newId()}` });
  const address = `mairie-${organisation.id}@laon.example`;
  await declare(db, organisation.id, address);
  const signatory = await aPerson(site, { name: 'Nadia Ferrand', organisationId: organisation.id });
  const yann = await aPerson(site, {
    name: 'Yann Le Goff',
    organisationId: organisation.id,
    isSignatory: false,
  });
  return {
    db,
    site,
    organisation,
    address,
    signatory,
    yann,
    operations: operationsOn(db, { mailer, origin, now }),
  };
}

/** The last mail to this address with this subject. */
async function mailTo(email: string, subject: RegExp) {
  const find = async () =>
    (await folder.list()).find((mail) => mail.to === email && subject.test(mail.subject));
  await until('it is found', async () => (await find()) !== undefined);
  return find();
}

test('[MA1] [O8] whoever asks is shown to the declared address by a link, and to colleagues who may confirm; the answer comes by mail', async () => {
  const { db, address, signatory, yann, operations } = await aWorld();
  expect((await operations.run('signatory.ask', { userId: yann.id }, {})).ok).toBe(true);
  const asked = await mailTo(address, /Yann Le Goff demande à signer/u);
  expect(asked?.text).toContain(yann.email);
  const token = /\/signataires\/(\S+)/u.exec(asked?.text ?? '')?.[1] ?? '';
  const told = await mailTo(signatory.email, /Yann Le Goff demande à signer/u);
  expect(told?.text).not.toContain(token);
  expect(told?.text).toContain(`${origin}/compte/signature`);
  expect(await findSignatory(db, yann.id)).toBeNull();
  expect(await lettersSentBy(db, yann)).toBe(2);
  expect((await operations.run('signatory.answer', VISITOR, { token, isOurs: true })).ok).toBe(true);
  expect(await findSignatory(db, yann.id)).toMatchObject({ basis: { by: 'address', address } });
  expect((await mailTo(yann.email, /Vous pouvez signer/u))?.text).toContain('signataire');
  expect(await operations.run('signatory.answer', VISITOR, { token, isOurs: true })).toMatchObject({
    ok: false,
    error: 'signatory.linkUnusable',
  });
  // A refusal sends nothing.
  expect(await operations.run('signatory.ask', { userId: yann.id }, {})).toMatchObject({
    ok: false,
    error: 'signatory.already',
  });
});

test('[O7] [O8] a refusal, a colleague’s yes and the end are told by mail to the person', async () => {
  const { organisation, address, signatory, yann, operations } = await aWorld();
  await operations.run('signatory.ask', { userId: yann.id }, {});
  const asked = await mailTo(address, /demande à signer/u);
  const token = /\/signataires\/(\S+)/u.exec(asked?.text ?? '')?.[1] ?? '';
  await operations.run('signatory.answer', VISITOR, { token, isOurs: false });
  await mailTo(yann.email, /n’êtes pas confirmé/u);
  expect((await operations.run('signatory.confirm', { userId: signatory.id }, { userId: yann.id })).ok).toBe(
    true,
  );
  await mailTo(yann.email, /Vous pouvez signer/u);
  const end = { organisationId: organisation.id, userId: yann.id };
  expect((await operations.run('signatory.withdraw', { userId: signatory.id }, end)).ok).toBe(true);
  await mailTo(yann.email, /ne signez plus/u);
});

test('[O8] when another address is declared, the one before is told', async () => {
  const { site, organisation, address, operations } = await aWorld();
  const coordinator = await aPerson(site, { platformRole: 'coordinator' });
  const { id, name, shortName, kind } = organisation;
  const fields = { organisationId: id, name, shortName, kind, municipalityCode: null };
  const change = { ...fields, declaredEmail: 'intrus@ailleurs.example' };
  const changed = await operations.run('organisation.change', { userId: coordinator.id }, change);
  expect(changed.ok).toBe(true);
  const told = await mailTo(address, /adresse déclarée/u);
  expect(told?.text).toContain('intrus@ailleurs.example');
});
