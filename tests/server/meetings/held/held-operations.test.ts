import { expect, test } from 'vitest';
import type { Tx } from '#db/kernel/transaction.ts';
import { listGuests } from '#db/meetings/held/meeting-attendances.ts';
import { listVotes } from '#db/meetings/held/meeting-votes.ts';
import { aPerson } from '#db/seed/builders/builders.ts';
import type { Asker } from '#server/kernel/operation.ts';
import { withDb } from '#tests/support/database.ts';
import { operationsOn } from '#tests/support/kernel/operations.ts';
import { anOpenMeeting } from '#tests/support/meetings/meetings.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const now = new Date('2023-03-14T13:00:00Z');
const question = { question: 'Deux strates ?', choices: 'Pour\nContre', secret: '' };
const asked = { ...question, voices: 'person', quorum: 'none' } as const;
const done = { ok: true };
const absent = expect.objectContaining({ error: 'access.notFound' });
const forbidden = expect.objectContaining({ error: 'access.forbidden' });

async function around(db: Tx) {
  const site = siteOf(db, now);
  const { people, meeting, group } = await anOpenMeeting(site);
  const { run } = operationsOn(db, { now: () => now });
  const as = ({ id }: { id: string }): Asker => ({ userId: id });
  return {
    db,
    people,
    group,
    meeting,
    of: { meetingId: meeting.id },
    run,
    as,
    outsider: await aPerson(site),
  };
}

test('[MR2] [MR3] [MR4] [MR7] only whoever runs a meeting opens, closes, marks and asks; for outsiders and visitors it is not there', () =>
  withDb(async (db) => {
    const { of, run, as, people, meeting, outsider } = await around(db);
    const user = people.yann.id;
    const vote = crypto.randomUUID();
    const attempts = async (asker: Asker) => [
      await run('meetingHeld.open', asker, of),
      await run('meetingHeld.takeBackOpening', asker, of),
      await run('meetingHeld.close', asker, of),
      await run('meetingHeld.reopen', asker, of),
      await run('meetingHeld.goTo', asker, { ...of, item: meeting.items[0] ?? '' }),
      await run('meetingHeld.giveTime', asker, { ...of, item: meeting.items[0] ?? '' }),
      await run('meetingAttendance.mark', asker, { ...of, user, presence: 'present', mode: 'onSite' }),
      await run('meetingAttendance.markLeft', asker, { ...of, user }),
      await run('meetingGuest.add', asker, { ...of, name: 'Ana', organisation: '', mode: 'onSite' }),
      await run('meetingGuest.markLeft', asker, { ...of, guest: vote }),
      await run('meetingHand.giveFloor', asker, { ...of, user }),
      await run('meetingHand.lowerOf', asker, { ...of, user }),
      await run('meetingVote.open', asker, { ...of, ...asked }),
      await run('meetingVote.close', asker, { ...of, vote }),
      await run('meetingVote.withdraw', asker, { ...of, vote }),
    ];
    const all = (refusal: unknown) => Array(15).fill(refusal);
    expect(await attempts(as(people.yann))).toEqual(all(forbidden));
    expect(await attempts(as(outsider))).toEqual(all(absent));
    expect(await attempts({ userId: null })).toEqual(all(absent));
  }));

test('[MR4] [MR5] [MR8] [MR11] observers watch: they are not marked, raise no hand, and cast and give no voice', () =>
  withDb(async (db) => {
    const { of, run, as, people, outsider } = await around(db);
    const ballot = { ...of, vote: crypto.randomUUID(), voter: 'x', choice: 'choix-1' };
    const attempts = async (asker: Asker) => [
      await run('meetingAttendance.attend', asker, { ...of, mode: 'remote' }),
      await run('meetingAttendance.excuse', asker, of),
      await run('meetingAttendance.leave', asker, of),
      await run('meetingHand.raise', asker, of),
      await run('meetingHand.lower', asker, of),
      await run('meetingVote.cast', asker, ballot),
      await run('meetingProxy.give', asker, { ...of, giver: 'x', holder: 'y' }),
      await run('meetingProxy.takeBack', asker, { ...of, giver: 'x' }),
    ];
    expect(await attempts(as(people.observer))).toEqual(Array(8).fill(forbidden));
    expect(await attempts(as(outsider))).toEqual(Array(8).fill(absent));
    expect(await attempts({ userId: null })).toEqual(Array(8).fill(absent));
  }));

test('[MR7] a vote needs a question and choices, and is told of both at once', () =>
  withDb(async (db) => {
    const { of, run, as, people, meeting } = await around(db);
    const bad = { ...of, ...asked, question: ' ', choices: 'Oui' };
    expect(await run('meetingVote.open', as(people.claire), bad)).toEqual({
      ok: false,
      error: 'meetingHeld.questionEmpty',
      fields: { question: 'meetingHeld.questionEmpty', choices: 'meetingHeld.choicesTooFew' },
    });
    expect(await listVotes(db, { meetingId: meeting.id, userId: people.claire.id })).toEqual([]);
    expect(await run('meetingVote.open', as(people.claire), { ...of, ...asked, secret: 'on' })).toMatchObject(
      done,
    );
    expect(await listVotes(db, { meetingId: meeting.id, userId: people.claire.id })).toMatchObject([
      { question: 'Deux strates ?', choices: [{ label: 'Pour' }, { label: 'Contre' }], isSecret: true },
    ]);
  }));

test('[MR4] [MR8] people come, vote for themselves and leave; a guest has a name', () =>
  withDb(async (db) => {
    const { of, run, as, people, meeting } = await around(db);
    const [claire, yann] = [as(people.claire), as(people.yann)];
    expect(await run('meetingVote.open', claire, { ...of, ...asked })).toMatchObject(done);
    expect(await run('meetingAttendance.attend', yann, { ...of, mode: 'remote' })).toMatchObject(done);
    const [vote] = await listVotes(db, { meetingId: meeting.id, userId: people.yann.id });
    const ballot = { ...of, vote: vote?.id ?? '', voter: `person:${people.yann.id}`, choice: 'choix-1' };
    expect(await run('meetingVote.cast', yann, ballot)).toMatchObject(done);
    const another = { ...ballot, voter: `person:${people.ines.id}` };
    expect(await run('meetingVote.cast', yann, another)).toMatchObject({ error: 'meetingHeld.notVoter' });
    expect(await run('meetingAttendance.leave', yann, of)).toMatchObject(done);
    const guest = { ...of, name: ' ', organisation: '', mode: 'onSite' } as const;
    expect(await run('meetingGuest.add', claire, guest)).toMatchObject({
      fields: { name: 'meetingHeld.guestNameEmpty' },
    });
    expect(await run('meetingGuest.add', claire, { ...guest, name: ' Ana  Costa ' })).toMatchObject(done);
    expect(await listGuests(db, meeting.id)).toMatchObject([{ name: 'Ana Costa' }]);
  }));
