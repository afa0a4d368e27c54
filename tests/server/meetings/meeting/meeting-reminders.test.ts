import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '#db/kernel/client.ts';
import { listReminders } from '#db/meetings/meeting/meeting-reminders.ts';
import { findMeetingForMember } from '#db/meetings/meeting/meetings.ts';
import { mayTell } from '#db/news/notification/notification-mails.ts';
import { groupMembers } from '#db/people/group/schema.ts';
import { users } from '#db/people/person/schema.ts';
import { aGroup, aMember, aPerson } from '#db/seed/builders/builders.ts';
import { bodiesOf, type Letter } from '#server/kernel/mail/letter.ts';
import type { Mailer } from '#server/kernel/mail/mailer.ts';
import type { InputOf, Operations } from '#server/kernel/operations.ts';
import { readAnswerLink } from '#server/meetings/meeting/answer-links.ts';
import { createReminderPreview, meetingReminderQueue } from '#server/meetings/meeting/meeting-reminders.ts';
import type { Registered } from '#server/registry.ts';
import type { GroupRole } from '#shared/kernel/access/access.ts';
import { openFreshDatabase } from '#tests/support/database.ts';
import { ORIGIN, operationsOn, SIGNATURE } from '#tests/support/kernel/operations.ts';
import { unreminded } from '#tests/support/meetings/typed-reminders.ts';
import { siteOf } from '#tests/support/publication/site.ts';

type Plan = InputOf<Registered['meeting.plan']>;

const at = new Date('2023-03-14T09:00:00Z');
let clock = at;
const now = () => clock;
let database: Database;
let operations: Operations<Registered>;
let sent: { readonly to: string; readonly letter: Letter }[] = [];
const mailer: Mailer = {
  async send(_tx, { email }, letter, sender) {
    // What people send by their gestures is not looked at here.
    if (sender === 'server') sent.push({ to: email, letter });
    return null;
  },
};

beforeAll(async () => {
  database = await openFreshDatabase();
  operations = operationsOn(database.db, { now, mailer });
});
afterAll(() => database.close());

/** One round of the work, in a process of its own. */
const round = () =>
  meetingReminderQueue({
    db: database.db,
    mailer: () => mailer,
    origin: ORIGIN,
    signature: SIGNATURE,
    now,
  }).run(null);
/** Who is reminded by the round at this moment, the last one when there is none. */
async function remindedAt(moment: string) {
  clock = new Date(moment);
  sent = [];
  await round();
  return sent.map(({ to }) => to).sort();
}

const texts = { title: 'Séance 6', place: 'Mairie', link: '', description: '' };
const tuesday = { day: '2023-03-21', start: '14:00', end: '16:00' };
const once = { repeat: '', endsBy: 'times', times: '', until: '', isHeld: '' } as const;
const theDayBefore = { ...unreminded, remindDay: 'on' };
const MONDAY = '2023-03-20T07:00:00Z';
const scope = 'one' as const;
const done = expect.objectContaining({ ok: true });

/** A group that Claire facilitates, with Nadia and Yann; what is left of the worlds before reminds nobody. */
async function aWorld() {
  await remindedAt('2024-01-01T00:00:00Z');
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
  const yann = await person('Yann Le Goff', 'observer');
  const outsider = await person('Hakim');
  const all = [claire.email, nadia.email, yann.email].sort();
  /** Plans a meeting; gives what every change of it says. */
  async function planned(more: Partial<Plan> = {}) {
    const wish = { groupId: group.id, ...texts, ...tuesday, ...once, ...theDayBefore, invite: 'on', ...more };
    const made = await operations.run('meeting.plan', claire.asker, wish);
    if (!made.ok) throw new Error(made.error);
    return { meetingId: made.value.id };
  }
  const change = (subject: { meetingId: string }, more: object, asker = claire.asker) =>
    operations.run('meeting.change', asker, {
      ...{ ...subject, ...texts, ...tuesday, ...theDayBefore, scope },
      ...more,
    });
  const answer = (subject: { meetingId: string }, said: 'yes' | 'maybe' | 'no', { asker } = nadia) =>
    operations.run('meeting.answer', asker, { ...subject, answer: said, note: '' });
  return { site, group, claire, nadia, yann, outsider, all, planned, change, answer };
}
const leaving = async ({ meetingId }: { meetingId: string }) =>
  (await listReminders(database.db, [meetingId])).map(({ kind, words, leavesAt }) => [
    kind,
    words,
    leavesAt?.toISOString() ?? null,
  ]);

describe('[RM4] a reminder leaves', () => {
  test('the day before at eight, once, however many processes run at once', async () => {
    const { all, planned } = await aWorld();
    await planned();
    expect(await remindedAt('2023-03-20T06:59:00Z')).toEqual([]);
    clock = new Date(MONDAY);
    await Promise.all([round(), round(), round()]);
    expect(sent.map(({ to }) => to).sort()).toEqual(all);
    expect(await remindedAt('2023-03-20T07:10:00Z')).toEqual([]);
    expect(await remindedAt('2023-03-21T12:50:00Z')).toEqual([]);
  });

  test('to whoever was asked or comes, and not to who said no, is suspended, or left the group', async () => {
    const { site, group, claire, nadia, yann, planned, answer } = await aWorld();
    const subject = await planned();
    // Came to the group later: not asked, and says nothing.
    const late = await aPerson(site, { name: 'Inès' });
    await aMember(site, { groupId: group.id, userId: late.id, role: 'contributor' });
    const comes = await aPerson(site, { name: 'Marc' });
    await aMember(site, { groupId: group.id, userId: comes.id, role: 'contributor' });
    expect(await answer(subject, 'maybe', { ...nadia, asker: { userId: comes.id } })).toEqual(done);
    expect(await answer(subject, 'no')).toEqual(done);
    await database.db.update(users).set({ suspendedAt: at }).where(eq(users.id, yann.id));
    expect(await remindedAt(MONDAY)).toEqual([claire.email, comes.email].sort());

    const { db } = database;
    const [first] = sent;
    const tells = first?.letter.tells;
    if (!tells) throw new Error('a letter whose right is asked again was expected');
    const told = { ...tells, due: [], now: now() };
    expect(await mayTell(db, told)).toBe(true);
    await db.delete(groupMembers).where(eq(groupMembers.groupId, group.id));
    expect(await mayTell(db, told)).toBe(false);
    const other = await aWorld();
    await other.planned();
    await db.delete(groupMembers).where(eq(groupMembers.userId, other.nadia.id));
    expect(await remindedAt(MONDAY)).toEqual([other.claire.email, other.yann.email].sort());
  });

  test('for no meeting that is cancelled, has begun or was held; of one that is restored in time it does', async () => {
    const { claire, all, planned } = await aWorld();
    const [cancelled, restored] = [await planned(), await planned()];
    const [tooLate, opened] = [await planned(), await planned()];
    for (const subject of [cancelled, restored, tooLate])
      expect(await operations.run('meeting.cancel', claire.asker, { ...subject, scope, reason: '' })).toEqual(
        done,
      );
    expect(await operations.run('meeting.restore', claire.asker, { ...restored, scope })).toEqual(done);
    expect(await operations.run('meetingHeld.open', claire.asker, opened)).toEqual(done);
    expect(await remindedAt(MONDAY)).toEqual(all);
    expect(await operations.run('meeting.restore', claire.asker, { ...tooLate, scope })).toEqual(done);
    expect(await remindedAt('2023-03-20T08:00:00Z')).toEqual([]);
    const held = { day: '2023-03-13', isHeld: 'on', invite: '' };
    expect(await leaving(await planned(held))).toEqual([]);
  });

  test('of several that a stop held back the last one leaves, and none once the meeting has begun', async () => {
    const { all, planned } = await aWorld();
    await planned({ remindMorning: 'on', wordsMorning: 'Badge', wordsDay: 'Demain' });
    expect(await remindedAt('2023-03-21T10:00:00Z')).toEqual(all);
    expect(sent[0]?.letter.paragraphs[1]).toBe('Badge');
    clock = at;
    await planned();
    expect(await remindedAt('2023-03-21T13:00:00Z')).toEqual([]);
  });
});

describe('[RM2] a reminder moves with its meeting', () => {
  test('and leaves again for another beginning, never twice for one', async () => {
    const { all, planned, change } = await aWorld();
    const subject = await planned();
    expect(await remindedAt(MONDAY)).toEqual(all);
    const later = { day: '2023-03-23' };
    expect(await change(subject, later)).toEqual(done);
    expect(await leaving(subject)).toEqual([['day', '', '2023-03-22T07:00:00.000Z']]);
    // There and back while the reminder of the first beginning could leave once more.
    clock = new Date('2023-03-20T06:00:00Z');
    expect(await change(subject, {})).toEqual(done);
    expect(await remindedAt(MONDAY)).toEqual([]);
    expect(await change(subject, later)).toEqual(done);
    expect(await remindedAt('2023-03-22T07:00:00Z')).toEqual(all);
  });

  test('and does not leave when its moment is past already', async () => {
    const { planned, change } = await aWorld();
    clock = new Date('2023-03-20T07:00:01Z');
    const subject = await planned({ remindWeek: 'on', remindMorning: 'on' });
    expect(await leaving(subject)).toEqual([
      ['week', '', null],
      ['day', '', null],
      ['morning', '', '2023-03-21T07:00:00.000Z'],
    ]);
    expect(await remindedAt('2023-03-20T07:10:00Z')).toEqual([]);
    expect(await change(subject, { start: '08:30', remindMorning: 'on' })).toEqual(done);
    expect(await leaving(subject)).toEqual([
      ['day', '', null],
      ['morning', '', '2023-03-21T05:30:00.000Z'],
    ]);
  });

  test('in a series each date has its own, at eight on both sides of the change of clocks', async () => {
    const { claire, planned, change, group } = await aWorld();
    const first = await planned({ repeat: 'week', times: '2', wordsDay: 'Relisez la fiche' });
    const { rows } = await database.run('select id from meeting where group_id = $1 order by starts_at', [
      group.id,
    ]);
    const [, second] = rows.map(({ id }) => ({ meetingId: String(id) }));
    if (!second) throw new Error('a second meeting was expected');
    expect(await leaving(first)).toEqual([['day', 'Relisez la fiche', '2023-03-20T07:00:00.000Z']]);
    expect(await leaving(second)).toEqual([['day', 'Relisez la fiche', '2023-03-27T06:00:00.000Z']]);
    const following = { day: '2023-03-22', remindDay: '', remindWeek: 'on', scope: 'following' };
    expect(await change(first, following, claire.asker)).toEqual(done);
    expect(await leaving(second)).toEqual([['week', '', '2023-03-22T07:00:00.000Z']]);
  });
});

test('[RM1] [RM5] only who may change a meeting changes its reminders, which tells nobody; a due one waits for its round', async () => {
  const { nadia, yann, outsider, group, all, planned, change } = await aWorld();
  const subject = await planned({ invite: '' });
  const words = { wordsDay: 'Apportez vos relevés' };
  const forbidden = { error: 'access.forbidden' };
  for (const { asker } of [nadia, yann]) expect(await change(subject, words, asker)).toMatchObject(forbidden);
  expect(await change(subject, words, outsider.asker)).toMatchObject({ error: 'access.notFound' });
  const plan = { groupId: group.id, ...texts, ...tuesday, ...once, ...theDayBefore, invite: '' };
  expect(await operations.run('meeting.plan', nadia.asker, plan)).toMatchObject(forbidden);
  expect(await leaving(subject)).toEqual([['day', '', '2023-03-20T07:00:00.000Z']]);

  const { db } = database;
  const before = await findMeetingForMember(db, { ...subject, userId: nadia.id, now: at });
  clock = new Date('2023-03-20T07:05:00Z');
  expect(await change(subject, words)).toEqual(done);
  expect(await findMeetingForMember(db, { ...subject, userId: nadia.id, now: at })).toEqual(before);
  // Nobody was asked to this one.
  expect(await remindedAt('2023-03-20T07:05:00Z')).toEqual([]);
  const asked = await planned({ start: '16:00', end: '17:00', remindMorning: 'on' });
  clock = new Date('2023-03-21T07:05:00Z');
  expect(await change(asked, { start: '16:00', end: '17:00', remindMorning: 'on' })).toEqual(done);
  expect(await remindedAt('2023-03-21T07:10:00Z')).toEqual(all);
});

describe('[RM3] its mail', () => {
  test('says its own words first, as text; whoever has not answered is asked by their own links', async () => {
    const { claire, nadia, yann, planned, answer } = await aWorld();
    const own = '<b>Relisez</b> la fiche\nhttps://exemple.fr/?a=1&b=<script>';
    const subject = await planned({ wordsDay: own });
    expect(await answer(subject, 'yes', claire)).toEqual(done);
    expect(await answer(subject, 'maybe', yann)).toEqual(done);
    await remindedAt(MONDAY);
    const letterTo = (email: string) => {
      const found = sent.find(({ to }) => to === email);
      if (!found) throw new Error(`no letter to ${email}`);
      return found.letter;
    };
    const letter = letterTo(nadia.email);
    expect(letter.subject).toBe('Rappel\u00a0: «\u202fSéance 6\u202f», mardi 21 mars 2023 à 14\u00a0h');
    expect(letter.paragraphs.slice(0, 4)).toEqual([
      'Bonjour,',
      '<b>Relisez</b> la fiche',
      'https://exemple.fr/?a=1&b=<script>',
      'La séance «\u202fSéance 6\u202f» du groupe «\u202fNature en ville\u202f» approche.',
    ]);
    const { html, text } = bodiesOf(letter);
    expect(text).toContain(own.split('\n').join('\n\n'));
    expect(html).not.toMatch(/<b>|<script>|href="https:\/\/exemple/);
    expect(html).toContain('&#60;b&#62;Relisez&#60;/b&#62; la fiche');
    const token = /jeton=([^&\s]+)&reponse=yes/.exec(text)?.[1] ?? '';
    expect(readAnswerLink(SIGNATURE, token)).toEqual({ ...subject, userId: nadia.id });
    for (const { email } of [claire, yann]) {
      expect(letterTo(email).choices).toBeUndefined();
      expect(letterTo(email).paragraphs.join()).not.toContain('pas encore répondu');
    }
  });

  test('[RM5] is what the page shows before, and nothing once it left', async () => {
    const { claire, nadia, planned } = await aWorld();
    const subject = await planned({ wordsDay: 'Pensez au badge' });
    const preview = createReminderPreview({ db: database.db, origin: ORIGIN, now });
    const shown = async (userId: string) => {
      const meeting = await findMeetingForMember(database.db, { ...subject, userId, now: at });
      return meeting && (await preview(meeting, userId));
    };
    const [before] = (await shown(nadia.id)) ?? [];
    expect(before).toMatchObject({ kind: 'day', leavesAt: new Date(MONDAY) });
    await remindedAt(MONDAY);
    const letter = sent.find(({ to }) => to === nadia.email)?.letter;
    if (!letter) throw new Error('a letter was expected');
    // The same to the letter, but for the links: nobody’s is shown to somebody else.
    const text = bodiesOf(letter).text.replaceAll(/jeton=[^&\s]+/g, 'jeton=propre-a-chaque-personne');
    expect(before).toMatchObject({ subject: letter.subject, text });
    expect(await shown(claire.id)).toEqual([]);
  });
});
