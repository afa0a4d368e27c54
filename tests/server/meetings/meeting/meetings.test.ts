import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Database } from '#db/kernel/client.ts';
import { answerMeeting, listInvitees } from '#db/meetings/meeting/meeting-people.ts';
import { aGroup, aMember, aPerson } from '#db/seed/builders/builders.ts';
import { type Jobs, startJobs } from '#server/kernel/job/jobs.ts';
import { createMailFolder, type MailFolder } from '#server/kernel/mail/mail-folder.ts';
import { createMailer, mailQueue } from '#server/kernel/mail/mailer.ts';
import { createSeal } from '#server/kernel/mail/seal.ts';
import { createMeetings, type Meetings } from '#server/meetings/meeting/meetings.ts';
import { bookLetters } from '#server/people/letter/book-letters.ts';
import { openFreshDatabase } from '#tests/support/database.ts';
import { readStrictly } from '#tests/support/meetings/strict-calendar.ts';
import { lettersSentBy } from '#tests/support/people/letters-sent-by.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const origin = 'https://cordee.example';
const secret = 'a secret of the tests, long enough';
const at = new Date('2023-03-14T09:00:00Z');
let clock = at;
let database: Database;
let folder: MailFolder;
let jobs: Jobs;
let path: string;
let meetings: Meetings;

beforeAll(async () => {
  database = await openFreshDatabase();
  path = await mkdtemp(join(tmpdir(), 'cordee-meetings-'));
  folder = createMailFolder(path);
  const [seal, log] = [createSeal(secret), pino({ level: 'silent' })];
  const now = () => clock;
  const queue = mailQueue({ seal, from: 'c@cordee.example', smtpUrl: undefined, folder, log, now });
  jobs = await startJobs({ database, log, queues: [queue], pollSeconds: 0.5 });
  const { newId } = siteOf(database.db, at);
  const mailer = createMailer({ jobs, seal, newId, book: bookLetters({ perDay: 500, now }) });
  meetings = createMeetings({
    db: database.db,
    mailer,
    secrets: [secret],
    origin,
    from: 'Cordée <c@cordee.example>',
    now,
    newId,
  });
});

afterAll(async () => {
  await jobs.stop();
  await database.close();
  await rm(path, { recursive: true, force: true });
});

const spans = ['2023-03-21', '2023-03-28'].map((day) => ({
  startsAt: new Date(`${day}T13:00:00Z`),
  endsAt: new Date(`${day}T15:00:00Z`),
}));

/** A group of Claire, who facilitates, and Nadia; nothing was planned yet. */
async function aWorld() {
  clock = at;
  const site = siteOf(database.db, at);
  const group = await aGroup(site, { name: 'Nature en ville' });
  const [claire, nadia] = [await aPerson(site, { name: 'Claire Oudin' }), await aPerson(site)];
  await aMember(site, { groupId: group.id, userId: claire.id, role: 'facilitator' });
  await aMember(site, { groupId: group.id, userId: nadia.id, role: 'contributor' });
  const ids = spans.map(() => site.newId());
  const plan = (count: number, isInviting = true) =>
    meetings.plan({
      groupId: group.id,
      by: claire.id,
      title: 'Séance 6',
      place: 'Mairie',
      link: '',
      description: '',
      occasions: spans.slice(0, count).map((span, index) => ({ ...span, id: ids[index] ?? '' })),
      series: count > 1 ? { id: site.newId(), frequency: 'week' } : null,
      isHeld: false,
      isInviting,
    });
  const subject = { meetingId: ids[0] ?? '', groupId: group.id, by: claire.id };
  return { site, group, claire, nadia, plan, subject };
}

/** The mails to this address, once there are that many. */
async function mailsTo(email: string, count: number) {
  const mails = async () => (await folder.list()).filter(({ to }) => to === email);
  await vi.waitUntil(async () => (await mails()).length >= count, { timeout: 20_000 });
  return mails();
}

describe('[M9] invitations', () => {
  test('go out with the meeting: date, place, file for calendars and signed links; asking again sends nothing', async () => {
    const { nadia, plan, subject } = await aWorld();
    expect(await plan(1)).toMatchObject({ ok: true });
    expect(await meetings.invite(subject)).toBe(0);
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
    expect(meetings.answerLinks.read(token)).toEqual({ meetingId: subject.meetingId, userId: nadia.id });
    for (const forged of ['', 'x', `${token}x`, `x${token}`, token.replace('.', '.A')]) {
      expect(meetings.answerLinks.read(forged)).toBeNull();
    }
  });

  test('of a series are one mail, with a file for each meeting', async () => {
    const { nadia, plan } = await aWorld();
    await plan(2);
    const [mail] = await mailsTo(nadia.email, 1);
    expect(mail?.subject).toBe('«\u202fSéance 6\u202f»\u00a0: 2 séances');
    expect(mail?.files.map(({ name }) => name)).toEqual(['seance-2023-03-21.ics', 'seance-2023-03-28.ics']);
  });

  test('are not sent twice by two who ask at once, nor before somebody asks', async () => {
    const { nadia, plan, subject } = await aWorld();
    await plan(1, false);
    const counts = await Promise.all([meetings.invite(subject), meetings.invite(subject)]);
    expect(counts.sort()).toEqual([0, 2]);
    expect(await mailsTo(nadia.email, 1)).toHaveLength(1);
  });

  test('[M6] are followed by the change and the cancellation, with a higher sequence, to those who were asked', async () => {
    const { nadia, plan, subject } = await aWorld();
    await plan(1);
    const texts = { title: 'Séance 6', place: 'Mairie', link: '', description: '' };
    const when = { day: '2023-03-21', start: '15:00', end: '17:00' };
    await meetings.change({ ...subject, scope: 'one', texts, when });
    await meetings.cancel({ ...subject, scope: 'one', reason: 'Grève des trains' });
    await meetings.restore({ ...subject, scope: 'one' });
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
  const { claire, nadia, plan, subject } = await aWorld();
  await plan(1);
  const { meetingId } = subject;
  const yes = { meetingId, userId: claire.id, answer: 'yes' as const, note: '', now: at };
  expect(await answerMeeting(database.db, yes)).toEqual({ ok: true });
  expect(await meetings.remind(subject)).toBe(1);
  expect(await meetings.remind(subject)).toBe(0);
  clock = new Date(at.getTime() + 24 * 3_600_000);
  expect(await meetings.remind(subject)).toBe(1);
  expect(await mailsTo(nadia.email, 3)).toHaveLength(3);
  expect(await mailsTo(claire.email, 1)).toHaveLength(1);
  // Two invitations and two reminders.
  expect(await lettersSentBy(database.db, claire)).toBe(4);
  expect(await meetings.remind({ ...subject, groupId: 'another' })).toBe(0);
  const invitees = await listInvitees(database.db, { meetingId, groupId: subject.groupId, now: at });
  expect(invitees.map(({ answer }) => answer)).toEqual([null, 'yes']);
});
