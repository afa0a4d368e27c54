import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Db } from '#db/kernel/client.ts';
import { listAsked, listReplaced } from '#db/meetings/date-poll/date-polls.ts';
import { datePolls } from '#db/meetings/date-poll/schema.ts';
import { listInvitees } from '#db/meetings/meeting/meeting-people.ts';
import { byKind, listReminders } from '#db/meetings/meeting/meeting-reminders.ts';
import { meetings } from '#db/meetings/meeting/schema.ts';
import { groupMembers } from '#db/people/group/schema.ts';
import { aGroup, aMember, anOrganisation, aPerson } from '#db/seed/builders/builders.ts';
import { findToDo } from '#db/to-do.ts';
import type { GroupRole } from '#shared/kernel/access/access.ts';
import { openFreshDatabase, withDb } from '#tests/support/database.ts';
import { operationsOn } from '#tests/support/kernel/operations.ts';
import { aDatePoll } from '#tests/support/meetings/meetings.ts';
import { lettersSentBy } from '#tests/support/people/letters-sent-by.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const at = new Date('2023-03-14T09:00:00Z');
const DAY_MS = 86_400_000;
const days = (count: number) => new Date(at.getTime() + count * DAY_MS);

/** A poll of a group that Claire facilitates, where Nadia writes and Odile observes; Hakim is elsewhere. */
async function around(db: Db) {
  let clock = at;
  const site = siteOf(db, at);
  const group = await aGroup(site, { name: 'Nature en ville' });
  const person = async (name: string, role: GroupRole | null) => {
    const { id: organisationId } = await anOrganisation(site);
    const { id } = await aPerson(site, { name, organisationId });
    if (role) await aMember(site, { groupId: group.id, userId: id, role });
    return { id, asker: { userId: id } };
  };
  const claire = await person('Claire', 'facilitator');
  const nadia = await person('Nadia', 'contributor');
  const odile = await person('Odile', 'observer');
  const hakim = await person('Hakim', null);
  const poll = await aDatePoll(site, { groupId: group.id, by: claire.id });
  const [first = '', second = ''] = poll.slotIds;
  const operations = operationsOn(db, { now: () => clock });
  const answers = (one: string, other: string) => [`${first}:${one}`, `${second}:${other}`];
  const answer = (who: typeof claire, one: string, other: string) =>
    operations.run('datePoll.answer', who.asker, { pollId: poll.id, answers: answers(one, other) });
  const choose = (who: typeof claire, slotId = first) =>
    operations.run('datePoll.choose', who.asker, { pollId: poll.id, slotId });
  const owed = async ({ id }: { id: string }) =>
    (await findToDo(db, { userId: id, now: clock })).filter(({ kind }) => kind === 'datePoll');
  const asked = async () => {
    const slots = poll.slotIds.map((id) => ({ id, startsAt: at, endsAt: at, chosenAt: null }));
    return listAsked(db, { poll: { id: poll.id, groupId: group.id, slots }, now: clock });
  };
  const later = (moment: Date) => {
    clock = moment;
  };
  const people = { claire, nadia, odile, hakim };
  return {
    ...people,
    db,
    group,
    poll,
    first,
    second,
    operations,
    answers,
    answer,
    choose,
    owed,
    asked,
    later,
  };
}
const refused = (error: string) => expect.objectContaining({ ok: false, error });
const done = expect.objectContaining({ ok: true });

test('[DP3] [DP5] everybody of the group answers every slot, and may change it: what they had said is kept with its day', () =>
  withDb(async (db) => {
    const { nadia, odile, hakim, poll, first, operations, answer, asked, later } = await around(db);
    expect(await answer(nadia, 'yes', 'no')).toEqual(done);
    expect(await answer(odile, 'ifNeeded', 'yes')).toEqual(done);
    expect(await answer(hakim, 'yes', 'yes')).toEqual(refused('access.notFound'));
    later(days(1));
    expect(await answer(nadia, 'no', 'no')).toEqual(done);
    const said = (await asked()).map(({ name, answers }) => [
      name,
      ...poll.slotIds.flatMap((id) => answers[id] ?? []),
    ]);
    expect(said).toEqual([['Claire'], ['Nadia', 'no', 'no'], ['Odile', 'ifNeeded', 'yes']]);
    expect(await listReplaced(db, { pollId: poll.id, limit: 9 })).toEqual([
      { slotId: first, answer: 'yes', at, replacedAt: days(1), name: 'Nadia' },
    ]);
    const partly = { pollId: poll.id, answers: [`${first}:yes`] };
    expect(await operations.run('datePoll.answer', nadia.asker, partly)).toEqual(
      refused('datePoll.answerMissing'),
    );
    const other = { pollId: poll.id, answers: [`${poll.id}:yes`] };
    expect(await operations.run('datePoll.answer', nadia.asker, other)).toEqual(
      refused('datePoll.slotNotFound'),
    );
  }));

test('[DP2] nobody answers after the last day, nor a slot that has begun, nor once they left the group', () =>
  withDb(async (db) => {
    const { nadia, odile, poll, second, operations, answer, asked, later, group } = await around(db);
    await answer(nadia, 'yes', 'yes');
    await db.delete(groupMembers).where(eq(groupMembers.userId, nadia.id));
    expect(await answer(nadia, 'no', 'no')).toEqual(refused('access.notFound'));
    expect((await asked()).map(({ name }) => name)).toEqual(['Claire', 'Odile']);
    later(days(8));
    expect(await answer(odile, 'yes', 'yes')).toEqual(refused('datePoll.isClosed'));
    await db.update(datePolls).set({ closesOn: '2023-03-28' }).where(eq(datePolls.groupId, group.id));
    // The first slot is over: only the second is asked, and answered.
    const rest = { pollId: poll.id, answers: [`${second}:yes`] };
    expect(await operations.run('datePoll.answer', odile.asker, rest)).toEqual(done);
    expect(await answer(odile, 'no', 'yes')).toEqual(done);
    expect((await asked()).at(-1)?.answers).toEqual({ [second]: 'yes' });
  }));

test('[DP6] the slot that is chosen is a meeting, to which those who said yes come and everybody is invited', () =>
  withDb(async (db) => {
    const { claire, nadia, odile, hakim, group, poll, first, answer, choose } = await around(db);
    await answer(nadia, 'yes', 'no');
    await answer(odile, 'ifNeeded', 'yes');
    expect(await choose(nadia)).toEqual(refused('access.forbidden'));
    expect(await choose(hakim)).toEqual(refused('access.notFound'));
    expect(await choose(claire, 'nothing')).toEqual(refused('datePoll.slotNotFound'));
    expect(await choose(claire, poll.id)).toEqual(refused('datePoll.slotNotFound'));
    expect(await choose(claire)).toEqual(done);
    const [meeting] = await db.select().from(meetings).where(eq(meetings.groupId, group.id));
    expect(meeting).toMatchObject({ title: 'Séance de printemps', startsAt: days(7), status: 'planned' });
    // [RM1] As if it had been planned by hand.
    expect(byKind(await listReminders(db, [meeting?.id ?? '']))).toEqual({ day: '' });
    const invitees = await listInvitees(db, { meetingId: meeting?.id ?? '', groupId: group.id, now: at });
    expect(invitees.map(({ name, answer: said, toldSequence }) => [name, said, toldSequence])).toEqual([
      ['Claire', null, 0],
      ['Nadia', 'yes', 0],
      ['Odile', null, 0],
    ]);
    expect(await answer(odile, 'yes', 'yes')).toEqual(refused('datePoll.isChosen'));
    expect(await choose(claire, first)).toEqual(refused('datePoll.isChosen'));
  }));

test('[DP6] of two who choose at once one chooses', async () => {
  const database = await openFreshDatabase();
  try {
    const { claire, poll, first, second, operations, group } = await around(database.db);
    const results = await Promise.all(
      [first, second].map((slotId) =>
        operations.run('datePoll.choose', claire.asker, { pollId: poll.id, slotId }),
      ),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toEqual(refused('datePoll.isChosen'));
    const made = await database.db.select().from(meetings).where(eq(meetings.groupId, group.id));
    expect(made).toHaveLength(1);
  } finally {
    await database.close();
  }
});

test('[DP6] a slot that has begun is not chosen', () =>
  withDb(async (db) => {
    const { claire, second, choose, later } = await around(db);
    later(days(8));
    expect(await choose(claire)).toEqual(refused('datePoll.slotPast'));
    expect(await choose(claire, second)).toEqual(done);
  }));

test('[DP9] a poll waits in À faire of whoever has not answered, until they did, it closes or it is chosen', () =>
  withDb(async (db) => {
    const { claire, nadia, odile, hakim, poll, answer, choose, owed, later } = await around(db);
    expect(await owed(nadia)).toMatchObject([
      { id: poll.id, title: 'Séance de printemps', day: poll.closesOn },
    ]);
    expect(await owed(hakim)).toEqual([]);
    await answer(nadia, 'no', 'no');
    expect(await owed(nadia)).toEqual([]);
    later(days(7.5));
    expect(await owed(odile)).toEqual([]);
    later(at);
    await choose(claire);
    expect(await owed(odile)).toEqual([]);
  }));

test('[DP8] those who have not answered are reminded, none twice in a day', () =>
  withDb(async (db) => {
    const { claire, nadia, poll, operations, answer, later } = await around(db);
    await answer(nadia, 'yes', 'yes');
    const remind = (who: typeof claire) => operations.run('datePoll.remind', who.asker, { pollId: poll.id });
    expect(await remind(nadia)).toEqual(refused('access.forbidden'));
    expect(await remind(claire)).toEqual({ ok: true, value: { count: 1 } });
    expect(await remind(claire)).toEqual({ ok: true, value: { count: 0 } });
    later(days(1));
    expect(await remind(claire)).toEqual({ ok: true, value: { count: 1 } });
    later(days(7.5));
    expect(await remind(claire)).toEqual({ ok: true, value: { count: 0 } });
  }));

test('[DP7] a poll is given up and taken up again, by those who plan', () =>
  withDb(async (db) => {
    const { claire, nadia, poll, operations, answer } = await around(db);
    const of = { pollId: poll.id };
    expect(await operations.run('datePoll.withdraw', nadia.asker, of)).toEqual(refused('access.forbidden'));
    expect(await operations.run('datePoll.restore', claire.asker, of)).toEqual(
      refused('datePoll.notWithdrawn'),
    );
    expect(await operations.run('datePoll.withdraw', claire.asker, of)).toEqual(done);
    expect(await answer(nadia, 'yes', 'yes')).toEqual(refused('datePoll.isWithdrawn'));
    expect(await operations.run('datePoll.restore', claire.asker, of)).toEqual(done);
    expect(await answer(nadia, 'yes', 'yes')).toEqual(done);
  }));

test('[DP1] [MA1] opening a poll mails the group, but whoever opened it, for whom the letters count; a slot in the past is refused', () =>
  withDb(async (db) => {
    const { claire, nadia, operations, group } = await around(db);
    const form = {
      ...{ groupId: group.id, title: 'Séance 7', place: '', link: '', description: '' },
      ...{
        slotDay: ['2023-03-21', '2023-03-22'],
        slotStart: ['14:00', '14:00'],
        slotEnd: ['16:00', '16:00'],
      },
      closesOn: '2023-03-20',
    };
    expect(await operations.run('datePoll.open', nadia.asker, form)).toEqual(refused('access.forbidden'));
    const opened = await operations.run('datePoll.open', claire.asker, form);
    expect(opened).toMatchObject({ ok: true, value: { title: 'Séance 7', count: 2 } });
    expect(await lettersSentBy(db, claire)).toBe(2);
    const past = { ...form, slotDay: ['2023-03-13', '2023-03-22'] };
    expect(await operations.run('datePoll.open', claire.asker, past)).toMatchObject({
      error: 'datePoll.slotPast',
      fields: { slots: 'datePoll.slotPast' },
    });
    const late = { ...form, closesOn: '2023-03-23' };
    expect(await operations.run('datePoll.open', claire.asker, late)).toEqual(
      refused('datePoll.closingTooLate'),
    );
  }));
