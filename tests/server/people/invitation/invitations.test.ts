import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '#db/kernel/client.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { findGroupRole } from '#db/people/group/groups.ts';
import { findInvitation, listInvitations } from '#db/people/invitation/invitations.ts';
import { suspendPerson } from '#db/people/person/people.ts';
import { aGroup, aMember, anOrganisation, aPerson } from '#db/seed/builders/builders.ts';
import { type Jobs, startJobs } from '#server/kernel/job/jobs.ts';
import { createMailFolder, type MailFolder } from '#server/kernel/mail/mail-folder.ts';
import { createMailer, mailQueue } from '#server/kernel/mail/mailer.ts';
import { createSeal } from '#server/kernel/mail/seal.ts';
import type { InputOf, Operations } from '#server/kernel/operations.ts';
import { bookLetters } from '#server/people/letter/book-letters.ts';
import type { Registered } from '#server/registry.ts';
import { openFreshDatabase } from '#tests/support/database.ts';
import { arrivedMails } from '#tests/support/kernel/arrived-mails.ts';
import { operationsOn } from '#tests/support/kernel/operations.ts';
import { lettersSentBy } from '#tests/support/people/letters-sent-by.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const origin = 'https://cordee.example';
const at = new Date('2023-03-14T09:00:00Z');
const now = () => at;
let database: Database;
let folder: MailFolder;
let jobs: Jobs;
let path: string;
type Guest = InputOf<Registered['invitation.toPlatform']>;
let operations: Operations<Registered>;

beforeAll(async () => {
  database = await openFreshDatabase();
  path = await mkdtemp(join(tmpdir(), 'cordee-invitations-'));
  folder = createMailFolder(path);
  const [seal, log] = [createSeal('a secret of the tests, long enough'), pino({ level: 'silent' })];
  const queue = mailQueue({ seal, from: 'cordee@cordee.example', smtpUrl: undefined, folder, log, now });
  jobs = await startJobs({ database, log, queues: [queue], pollSeconds: 0.5 });
  const { newId } = siteOf(database.db, at);
  const mailer = createMailer({ jobs, seal, newId, book: bookLetters({ perDay: 500, now }) });
  operations = operationsOn(database.db, { mailer, origin, now });
});

afterAll(async () => {
  await jobs.stop();
  await database.close();
  await rm(path, { recursive: true, force: true });
});

async function aWorld() {
  const site = siteOf(database.db, at);
  const [group, by] = [
    await aGroup(site, { name: 'Nature en ville' }),
    await aPerson(site, { name: 'Claire Oudin', platformRole: 'coordinator' }),
  ];
  const guest = (more: Partial<Guest> = {}): Guest => ({
    email: `${site.newId()}@valmont.example`,
    name: 'Nadia Ferrand',
    organisationId: '',
    groupId: group.id,
    role: 'contributor',
    until: '',
    ...more,
  });
  const invite = (invited: Guest, inviter = by) =>
    operations.run('invitation.toPlatform', { userId: inviter.id }, invited);
  return { site, group, by, guest, invite };
}

const mailsTo = (email: string, count: number) => arrivedMails(folder, email, count);
const tokenIn = (text: string) => /\/invitation\/(\S+)/.exec(text)?.[1] ?? '';

describe('[P11] [MA1] inviting somebody new', () => {
  test('sends a link that opens the invitation; sending again ends it for another', async () => {
    const { group, by, guest, invite } = await aWorld();
    const nadia = guest();
    expect(await invite(nadia)).toEqual({
      ok: true,
      value: { kind: 'invited', leavesAt: null },
    });
    const [mail] = await mailsTo(nadia.email, 1);
    expect(mail?.subject).toBe('Claire Oudin vous invite dans «\u202fNature en ville\u202f»');
    const first = tokenIn(mail?.text ?? '');
    expect(first).toMatch(/^[\w-]{43}$/);
    const found = await findInvitation(database.db, { token: first, now: at });
    expect(found).toMatchObject({ email: nadia.email, group: { id: group.id } });
    expect(
      (await operations.run('invitation.resend', { userId: by.id }, { invitationId: found?.id ?? '' })).ok,
    ).toBe(true);
    const texts = (await mailsTo(nadia.email, 2)).map(({ text }) => tokenIn(text));
    const second = texts.find((token) => token !== first) ?? '';
    expect(await findInvitation(database.db, { token: first, now: at })).toBeNull();
    expect(await findInvitation(database.db, { token: second, now: at })).not.toBeNull();
    expect(await lettersSentBy(database.db, by)).toBe(2);
  });

  test('[P11] waits for whoever manages the members of its group, and for nobody else’s', async () => {
    const { group, guest, invite, site } = await aWorld();
    await invite(guest());
    const [waiting] = await listInvitations(database.db, { groupId: group.id });
    const other = await aGroup(site);
    const [own, foreign] = [await aPerson(site), await aPerson(site)];
    await aMember(site, { groupId: group.id, userId: own.id, role: 'facilitator' });
    await aMember(site, { groupId: other.id, userId: foreign.id, role: 'facilitator' });
    const input = { invitationId: waiting?.id ?? '' };
    const absent = { ok: false, error: 'access.notFound' };
    for (const name of ['invitation.resend', 'invitation.withdraw'] as const) {
      expect(await operations.run(name, { userId: foreign.id }, input)).toMatchObject(absent);
      expect(await operations.run(name, { userId: null }, input)).toMatchObject(absent);
      expect((await operations.run(name, { userId: own.id }, input)).ok).toBe(true);
    }
    expect(await operations.run('invitation.withdraw', { userId: own.id }, input)).toMatchObject({
      error: 'invitation.notFound',
    });
  });

  test('into an organisation or a group that does not exist is refused, and nothing is kept', async () => {
    const { guest, invite } = await aWorld();
    const nowhere = guest({ groupId: crypto.randomUUID() });
    expect(await invite(nowhere)).toMatchObject({ ok: false, error: 'group.notFound' });
    const stateless = guest({ organisationId: 'nowhere' });
    expect(await invite(stateless)).toMatchObject({ ok: false, error: 'organisation.notFound' });
    const waiting = (await listInvitations(database.db)).map(({ email }) => email);
    expect(waiting).not.toContain(nowhere.email);
    expect(waiting).not.toContain(stateless.email);
  });
});

describe('[P12] inviting an address that has an account', () => {
  test('makes a member at once and says so by mail, without a link that opens an account', async () => {
    const { site, group, guest, invite } = await aWorld();
    const organisation = await anOrganisation(site);
    const known = await aPerson(site, { name: 'Yann Le Goff', organisationId: organisation.id });
    const invited = await invite(guest({ email: known.email }));
    expect(invited).toEqual({ ok: true, value: { kind: 'member', userId: known.id, leavesAt: null } });
    expect(await findGroupRole(database.db, { groupId: group.id, userId: known.id, now: at })).toBe(
      'contributor',
    );
    const [mail] = await mailsTo(known.email, 1);
    expect(mail?.text).toContain(`${origin}/groupes/${group.id}`);
    expect(mail?.text).not.toContain('/invitation/');
    const again = await invite(guest({ email: known.email }));
    expect(again).toMatchObject({ ok: false, error: 'member.already' });
  });

  test('[G5] with a last day, which the membership has too', async () => {
    const { site, group, guest, invite } = await aWorld();
    const known = await aPerson(site);
    const until = new Date(at.getTime() + 86_400_000);
    const terms = { role: 'consultant', until };
    expect((await invite(guest({ email: known.email, ...terms }))).ok).toBe(true);
    const role = (now: Date) => findGroupRole(database.db, { groupId: group.id, userId: known.id, now });
    expect(await role(at)).toBe('consultant');
    expect(await role(until)).toBeNull();
  });

  test('is refused without group, and for a suspended account', async () => {
    const { site, by, guest, invite } = await aWorld();
    const known = await aPerson(site);
    const without = guest({ email: known.email, groupId: '' });
    expect(await invite(without)).toMatchObject({ ok: false, error: 'person.emailTaken' });
    await inTransaction(database.db, (tx) => suspendPerson(tx, { id: known.id, by: by.id, now: at }));
    const refused = { ok: false, error: 'person.suspended' };
    expect(await invite(guest({ email: known.email }))).toMatchObject(refused);
  });
});
