import { expect, onTestFinished, test } from 'vitest';
import type { Db } from '#db/kernel/client.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { listAttendees, markAttendance } from '#db/meetings/held/meeting-attendances.ts';
import { listMeetingFigures } from '#db/meetings/held/meeting-figures.ts';
import { closeMeeting, openMeeting } from '#db/meetings/held/meeting-runs.ts';
import { castBallot, closeVote, listVotes, openVote } from '#db/meetings/held/meeting-votes.ts';
import { listInvitees } from '#db/meetings/meeting/meeting-people.ts';
import { aGroup, aMember, anOrganisation, aPerson } from '#db/seed/builders/builders.ts';
import { asReadable } from '#shared/kernel/access/readable.ts';
import { openFreshDatabase, withDb } from '#tests/support/database.ts';
import { aMeeting, anOpenMeeting, FOR_OR_AGAINST, refusalOf } from '#tests/support/meetings/meetings.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const now = new Date('2023-03-14T13:00:00Z');
const asked = {
  question: 'Deux strates ?',
  choices: FOR_OR_AGAINST,
  isSecret: false,
  quorum: 'half',
} as const;

test('[M9] [MR9] a meeting of a group without members is held all the same: nobody is invited, and a vote decides nothing', () =>
  withDb(async (db) => {
    const site = siteOf(db, now);
    const [group, admin] = [await aGroup(site), await aPerson(site, { platformRole: 'admin' })];
    const { id: meetingId } = await aMeeting(site, { groupId: group.id, by: admin.id });
    const about = { meetingId, groupId: asReadable<'group'>(group.id), now };
    const change = () => ({ ...about, by: admin.id, activityId: site.newId() });
    expect(await listInvitees(db, about)).toEqual([]);
    expect(await refusalOf(openMeeting(db, change()))).toBeNull();
    expect(await listAttendees(db, about)).toEqual([]);
    const voteId = site.newId();
    expect(await refusalOf(openVote(db, { ...change(), ...asked, voteId, voices: 'person' }))).toBeNull();
    const ballot = { ...change(), voteId, voter: `person:${admin.id}`, choice: 'choix-1' };
    expect(await refusalOf(castBallot(db, ballot))).toBe('meetingHeld.notVoter');
    expect(await refusalOf(closeVote(db, { ...change(), voteId }))).toBeNull();
    const [vote] = await listVotes(db, { meetingId, userId: admin.id });
    expect(vote?.result).toMatchObject({ eligible: 0, represented: 0, cast: 0, leading: [] });
    expect(await refusalOf(closeMeeting(db, change()))).toBeNull();
    expect(await listMeetingFigures(db, { groupId: group.id })).toMatchObject([
      { people: 0, organisations: [] },
    ]);
  }));

test('[MR8] [MR9] of those who vote while the vote is closed, the accepted are counted and the others are told', async () => {
  // Transactions of their own, one beside the other.
  const database = await openFreshDatabase();
  onTestFinished(() => database.close());
  const { db } = database;
  const site = siteOf(db, now);
  const { group, change } = await anOpenMeeting(site);
  const voters = await Promise.all(Array.from({ length: 8 }, () => aVoter(db, group.id, change)));
  const voteId = site.newId();
  await inTransaction(db, (tx) => openVote(tx, { ...change(), ...asked, voteId, voices: 'person' }));
  const cast = ({ id }: { id: string }) =>
    refusalOf(
      inTransaction(db, (tx) =>
        castBallot(tx, { ...change({ id }), voteId, voter: `person:${id}`, choice: 'choix-1' }),
      ),
    );
  const [early = [], late = []] = [voters.slice(0, 4), voters.slice(4)];
  const [before, closed, after] = await Promise.all([
    Promise.all(early.map(cast)),
    refusalOf(inTransaction(db, (tx) => closeVote(tx, { ...change(), voteId }))),
    Promise.all(late.map(cast)),
  ]);
  expect(closed).toBeNull();
  const answers = [...before, ...after];
  const accepted = answers.filter((answer) => answer === null).length;
  expect(new Set(answers.filter((answer) => answer !== null))).toEqual(
    new Set(accepted < voters.length ? ['meetingHeld.voteClosed'] : []),
  );
  const [vote] = await listVotes(db, { meetingId: change().meetingId, userId: change().by });
  expect(vote?.result?.cast).toBe(accepted);
  expect(vote?.ballots).toHaveLength(accepted);
});

/** Somebody who is here and has a voice. */
async function aVoter(
  db: Db,
  groupId: string,
  change: Awaited<ReturnType<typeof anOpenMeeting>>['change'],
): Promise<{ id: string }> {
  const site = siteOf(db, now);
  const organisation = await anOrganisation(site);
  const { id } = await aPerson(site, { organisationId: organisation.id });
  await aMember(site, { groupId, userId: id, role: 'contributor' });
  await inTransaction(db, (tx) =>
    markAttendance(tx, {
      ...change(),
      userId: id,
      presence: 'present',
      mode: 'onSite',
      attendanceId: site.newId(),
    }),
  );
  return { id };
}
