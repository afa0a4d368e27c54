import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '#db/kernel/client.ts';
import { listInvitees } from '#db/meetings/meeting/meeting-people.ts';
import { groupMembers } from '#db/people/group/schema.ts';
import { users } from '#db/people/person/schema.ts';
import { aGroup, aMember, aPerson } from '#db/seed/builders/builders.ts';
import { type Jobs, startJobs } from '#server/kernel/job/jobs.ts';
import { createMailFolder, type MailFolder } from '#server/kernel/mail/mail-folder.ts';
import { createMailer, mailQueue } from '#server/kernel/mail/mailer.ts';
import { createSeal } from '#server/kernel/mail/seal.ts';
import type { InputOf, Operations } from '#server/kernel/operations.ts';
import { readAnswerLink, signAnswerLink } from '#server/meetings/meeting/answer-links.ts';
import { bookLetters } from '#server/people/letter/book-letters.ts';
import type { Registered } from '#server/registry.ts';
import type { GroupRole } from '#shared/kernel/access/access.ts';
import { openFreshDatabase } from '#tests/support/database.ts';
import { operationsOn, SIGNATURE } from '#tests/support/kernel/operations.ts';
import { readStrictly } from '#tests/support/meetings/strict-calendar.ts';
import { unreminded } from '#tests/support/meetings/typed-reminders.ts';
import { until } from '#tests/support/patience.ts';
import { lettersSentBy } from '#tests/support/people/letters-sent-by.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const at = new Date('2023-03-14T09:00:00Z');
let clock = at;
let database: Database;
let folder: MailFolder;
let jobs: Jobs;
let path: string;
let operations: Operations<Registered>;

beforeAll(async () => {
  database = await openFreshDatabase();
  path = await mkdtemp(join(tmpdir(), 'cordee-meetings-'));
  folder = createMailFolder(path);
  const [seal, log] = [createSeal('a secret of the tests, long enough'), pino({ level: 'silent' })];
  const now = () => clock;
  const queue = mailQueue({ seal, from: 'c@cordee.example', smtpUrl: undefined, folder, log, now });
  jobs = await startJobs({ database, log, queues: [queue], pollSeconds: 0.5 });
  const { newId } = siteOf(database.db, at);
  const mailer = createMailer({ jobs, seal, newId, book: bookLetters({ perDay: 500, now }) });
  operations = operationsOn(database.db, { now, mailer });
});

afterAll(async () => {
  await jobs.stop();
  await database.close();
  await rm(path, { recursive: true, force: true });
});

const texts = { title: 'Séance 6', place: 'Mairie', link: '', description: '' };
const tuesday = { day: '2023-03-21', start: '14:00', end: '16:00' };
const once = { repeat: '', endsBy: 'times', times: '', until: '', isHeld: '', invite: '' } as const;

/** A group of Claire, who facilitates, and Nadia; nothing was planned yet. */
async function aWorld() {
  clock = at;
  const site = siteOf(database.db, at);
  const group = await aGroup(site, { name: 'Nature en ville' });
  const person = async (name: string, role: GroupRole | null = null) => {
    const { id, email } = await aPerson(site, { name });
    if (role) await aMember(site, { groupId: group.id, userId: id, role });
    return { id, email, asker: { userId: id } };
  };
  const claire = await person('Claire Oudin', 'facilitator');
  const nadia = await person('Nadia Ferrand', 'contributor');
  const outsider = await person('Hakim');
  const plan = async (more: Partial<InputOf<Registered['meeting.plan']>> = {}, asker = claire.asker) =>
    operations.run('meeting.plan', asker, {
      ...{ groupId: group.id, ...texts, ...tuesday, ...once, ...unreminded, invite: 'on' },
      ...more,
    });
  /** Plans it; gives what every change of it says. */
  const planned = async (more: Partial<InputOf<Registered['meeting.plan']>> = {}) => {
    const made = await plan(more);
    if (!made.ok) throw new Error(made.error);
    return { meetingId: made.value.id };
  };
  return { site, group, claire, nadia, outsider, plan, planned };
}
const done = { ok: true };
const absent = expect.objectContaining({ error: 'access.notFound' });
const forbidden = expect.objectContaining({ error: 'access.forbidden' });

/** The mails to this address, once there are that many. */
async function mailsTo(email: string, count: number) {
  const mails = async () => (await folder.list()).filter(({ to }) => to === email);
  await until('the mails have come', async () => (await mails()).length >= count);
  return mails();
}

describe('[M9] invitations', () => {
  test('go out with the meeting: date, place, file for calendars and signed links; asking again sends nothing', async () => {
    const { claire, nadia, planned } = await aWorld();
    const subject = await planned();
    expect(await operations.run('meeting.invite', claire.asker, subject)).toEqual({
      ...done,
      value: { count: 0 },
    });
    const [mail] = await mailsTo(nadia.email, 1);
    expect(mail?.subject).toBe('«\u202fSéance 6\u202f», mardi 21 mars 2023 à 14\u00a0h');
    expect(mail?.text).toContain('Claire Oudin vous invite');
    expect(readStrictly(mail?.files[0]?.text ?? '')).toEqual({
      method: 'REQUEST',
      events: [
        {
          uid: `${subject.meetingId}@cordee`,
          start: '20230321T130000Z',
          sequence: 0,
          summary: 'Séance 6 (Nature en ville)',
          status: 'CONFIRMED',
          organizer: 'mailto:c@cordee.example',
          attendees: [`mailto:${nadia.email}`],
        },
      ],
    });
    const token = /jeton=([^&\s]+)&reponse=yes/.exec(mail?.text ?? '')?.[1] ?? '';
    expect(readAnswerLink(SIGNATURE, token)).toEqual({ ...subject, userId: nadia.id });
    for (const forged of ['', 'x', `${token}x`, `x${token}`, token.replace('.', '.A')]) {
      expect(readAnswerLink(SIGNATURE, forged)).toBeNull();
    }
  });

  test('of a series are one mail, with a file for each meeting', async () => {
    const { nadia, planned } = await aWorld();
    await planned({ repeat: 'week', times: '2' });
    const [mail] = await mailsTo(nadia.email, 1);
    expect(mail?.subject).toBe('«\u202fSéance 6\u202f»\u00a0: 2 séances');
    expect(mail?.files.map(({ name }) => name)).toEqual(['seance-2023-03-21.ics', 'seance-2023-03-28.ics']);
  });

  test('are not sent twice by two who ask at once, nor before somebody asks', async () => {
    const { claire, nadia, planned } = await aWorld();
    const subject = await planned({ invite: '' });
    const invite = async () => {
      const invited = await operations.run('meeting.invite', claire.asker, subject);
      return invited.ok ? invited.value.count : invited.error;
    };
    expect((await Promise.all([invite(), invite()])).sort()).toEqual([0, 2]);
    expect(await mailsTo(nadia.email, 1)).toHaveLength(1);
  });

  test('[M6] are followed by the change and the cancellation, with a higher sequence, to those who were asked', async () => {
    const { claire, nadia, planned } = await aWorld();
    const subject = await planned();
    const scope = 'one' as const;
    const later = { ...subject, ...texts, ...tuesday, ...unreminded, start: '15:00', end: '17:00', scope };
    expect(await operations.run('meeting.change', claire.asker, later)).toEqual(done);
    const strike = { ...subject, scope, reason: 'Grève des trains' };
    expect(await operations.run('meeting.cancel', claire.asker, strike)).toEqual(done);
    expect(await operations.run('meeting.restore', claire.asker, { ...subject, scope })).toEqual(done);
    const mails = await mailsTo(nadia.email, 4);
    const about = (word: string) => mails.find(({ subject: words }) => words.startsWith(word));
    const [changed, cancelled] = [about('Changement'), about('Annulée')];
    const read = (mail: (typeof mails)[number] | undefined) => readStrictly(mail?.files[0]?.text ?? '');
    const states = mails
      .map(read)
      .sort((a, b) => (a.events[0]?.sequence ?? 0) - (b.events[0]?.sequence ?? 0));
    // One entry of calendars through all its states, each newer than the one before.
    expect(new Set(states.map(({ events }) => events[0]?.uid))).toEqual(
      new Set([`${subject.meetingId}@cordee`]),
    );
    expect(states.map(({ method, events: [event] }) => [method, event?.sequence, event?.status])).toEqual([
      ['REQUEST', 0, 'CONFIRMED'],
      ['REQUEST', 1, 'CONFIRMED'],
      ['CANCEL', 2, 'CANCELLED'],
      ['REQUEST', 3, 'CONFIRMED'],
    ]);
    expect(read(changed).events[0]?.start).toBe('20230321T140000Z');
    expect(read(cancelled).events[0]?.attendees).toEqual([`mailto:${nadia.email}`]);
    expect(cancelled?.text).toContain('Raison\u00a0: Grève des trains');
    expect(cancelled?.text).not.toContain('jeton=');
  });
});

test('[M11] [MA1] a reminder counts for who sends it, and goes to who has not answered, once a day', async () => {
  const { claire, nadia, group, planned } = await aWorld();
  const subject = await planned();
  const yes = { ...subject, answer: 'yes', note: '' };
  expect(await operations.run('meeting.answer', claire.asker, yes)).toEqual(done);
  const remind = () => operations.run('meeting.remind', claire.asker, subject);
  const reminded = (count: number) => ({ ...done, value: { count } });
  expect(await remind()).toEqual(reminded(1));
  expect(await remind()).toEqual(reminded(0));
  clock = new Date(at.getTime() + 24 * 3_600_000);
  expect(await remind()).toEqual(reminded(1));
  expect(await mailsTo(nadia.email, 3)).toHaveLength(3);
  expect(await mailsTo(claire.email, 1)).toHaveLength(1);
  // Two invitations and two reminders.
  expect(await lettersSentBy(database.db, claire)).toBe(4);
  const invitees = await listInvitees(database.db, { ...subject, groupId: group.id, now: at });
  expect(invitees.map(({ answer }) => answer)).toEqual(['yes', null]);
});

test('[M1] [M5] [M6] only facilitators plan, change, cancel and ask; for outsiders and visitors there is nothing', async () => {
  const { claire, nadia, outsider, plan, planned } = await aWorld();
  const visitor = { userId: null };
  const subject = await planned({ invite: '' });
  const one = { ...subject, scope: 'one' as const };
  const attempts = (asker: { userId: string | null }) =>
    Promise.all([
      operations.run('meeting.change', asker, { ...one, ...texts, ...tuesday, ...unreminded }),
      operations.run('meeting.cancel', asker, { ...one, reason: '' }),
      operations.run('meeting.restore', asker, one),
      operations.run('meeting.invite', asker, subject),
      operations.run('meeting.remind', asker, subject),
    ]);
  expect(await plan({}, nadia.asker)).toEqual(forbidden);
  expect(await plan({}, outsider.asker)).toEqual(absent);
  expect(await attempts(nadia.asker)).toEqual(Array(5).fill(forbidden));
  for (const asker of [outsider.asker, visitor]) expect(await attempts(asker)).toEqual(Array(5).fill(absent));
  await database.db.update(users).set({ suspendedAt: at }).where(eq(users.id, claire.id));
  expect(await attempts(claire.asker)).toEqual(Array(5).fill(absent));
});

test('[M1] planning is refused without a title and when it would end before it starts, both at once', async () => {
  const { plan } = await aWorld();
  expect(await plan({ title: ' ', end: '13:00' })).toEqual({
    ok: false,
    error: 'title.empty',
    fields: { title: 'title.empty', end: 'meeting.endBeforeStart' },
  });
});

describe('[M10] answers', () => {
  test('are refused from outside, without a choice, with too long a note, and once the meeting is over', async () => {
    const { nadia, outsider, planned } = await aWorld();
    const yes = { ...(await planned({ invite: '' })), answer: 'yes', note: '' };
    const say = (more: object, asker: { userId: string | null } = nadia.asker) =>
      operations.run('meeting.answer', asker, { ...yes, ...more });
    expect(await say({}, outsider.asker)).toEqual(absent);
    expect(await say({}, { userId: null })).toEqual(absent);
    expect(await say({ meetingId: crypto.randomUUID() })).toEqual(absent);
    const both = { answer: 'meeting.answerMissing', note: 'meeting.noteTooLong' };
    expect(await say({ answer: '', note: 'x'.repeat(501) })).toMatchObject({ ok: false, fields: both });
    clock = new Date('2023-03-21T15:00:00Z');
    expect(await say({})).toMatchObject({ ok: false, error: 'meeting.isOver' });
  });

  test('are not given by whoever sees the group without being in it, or left it', async () => {
    const { site, nadia, planned } = await aWorld();
    const yes = { ...(await planned({ invite: '' })), answer: 'yes', note: '' };
    const admin = await aPerson(site, { platformRole: 'admin' });
    expect(await operations.run('meeting.answer', { userId: admin.id }, yes)).toEqual(forbidden);
    await database.db.delete(groupMembers).where(eq(groupMembers.userId, nadia.id));
    expect(await operations.run('meeting.answer', nadia.asker, yes)).toEqual(absent);
  });

  test('are given by the link of a mail in the name of whom it was sent to, and to no other meeting', async () => {
    const { nadia, group, planned } = await aWorld();
    const [subject, other] = [await planned({ invite: '' }), await planned({ invite: '' })];
    const link = signAnswerLink(SIGNATURE, { ...subject, userId: nadia.id });
    const answer = (given: { meetingId: string; link: string }) =>
      operations.run('meeting.answerByLink', { userId: null }, { ...given, answer: 'no', note: ' Congé ' });
    expect(await answer({ ...subject, link })).toEqual(done);
    expect(await answer({ ...other, link })).toEqual(absent);
    expect(await answer({ ...subject, link: `${link}x` })).toEqual(absent);
    const invitees = await listInvitees(database.db, { ...subject, groupId: group.id, now: at });
    expect(invitees[1]).toMatchObject({ answer: 'no', note: 'Congé' });
  });
});
