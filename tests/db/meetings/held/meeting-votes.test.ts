import { expect, test } from 'vitest';
import type { Db } from '#db/kernel/client.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { markAttendance } from '#db/meetings/held/meeting-attendances.ts';
import { listProxies, setProxy } from '#db/meetings/held/meeting-proxies.ts';
import { closeMeeting } from '#db/meetings/held/meeting-runs.ts';
import { castBallot, closeVote, listVotes, openVote, withdrawVote } from '#db/meetings/held/meeting-votes.ts';
import { meetingBallots } from '#db/meetings/held/schema.ts';
import { aMember, aPerson } from '#db/seed/builders/builders.ts';
import { withDb } from '#tests/support/database.ts';
import { anOpenMeeting, FOR_OR_AGAINST, refusalOf } from '#tests/support/meetings/meetings.ts';
import { siteOf } from '#tests/support/publication/site.ts';

const now = new Date('2023-03-14T13:00:00Z');
const asked = {
  voteId: 'vote',
  question: 'Tirer 200 arbres par quartier ?',
  choices: FOR_OR_AGAINST,
  voices: 'organisation',
  isSecret: false,
  quorum: 'half',
} as const;

async function around(db: Db, more: Partial<Parameters<typeof openVote>[1]> = {}) {
  const site = siteOf(db, now);
  const held = await anOpenMeeting(site);
  const { change, people, meeting } = held;
  const here = (person: { id: string }) =>
    inTransaction(db, (tx) =>
      markAttendance(tx, {
        ...change(),
        userId: person.id,
        presence: 'present',
        mode: 'onSite',
        attendanceId: site.newId(),
      }),
    );
  await here(people.claire);
  await here(people.yann);
  await here(people.observer);
  await inTransaction(db, (tx) => openVote(tx, { ...change(), ...asked, ...more }));
  const cast = (by: { id: string }, voter: string, choice: string) =>
    inTransaction(db, (tx) => castBallot(tx, { ...change(by), voteId: 'vote', voter, choice }));
  const vote = async (by: { id: string } = people.claire) =>
    (await listVotes(db, { meetingId: meeting.id, userId: by.id })).at(0);
  return {
    site,
    ...held,
    here,
    cast,
    vote,
    of: (person: { organisationId: string }) => `organisation:${person.organisationId}`,
  };
}

test('[MR8] any present person of an organisation casts its voice, the last counts and is named', () =>
  withDb(async (db) => {
    const { site, group, people, here, cast, vote, of } = await around(db);
    const lea = await aPerson(site, { name: 'Léa', organisationId: people.yann.organisationId });
    await aMember(site, { groupId: group.id, userId: lea.id, role: 'contributor' });
    expect(await refusalOf(cast(people.yann, of(people.yann), 'choix-1'))).toBeNull();
    expect(await refusalOf(cast(lea, of(people.yann), 'choix-2'))).toBe('meetingHeld.notPresent');
    await here(lea);
    expect(await refusalOf(cast(lea, of(people.yann), 'choix-2'))).toBeNull();
    expect((await vote())?.ballots).toEqual([
      { voter: of(people.yann), voterName: 'Ville de Yann', choice: 'choix-2', castBy: 'Léa' },
    ]);
  }));

test('[MR5] [MR8] nobody casts another’s voice, nor without one, nor what is no choice', () =>
  withDb(async (db) => {
    const { people, change, cast, of } = await around(db);
    expect(await refusalOf(cast(people.yann, of(people.claire), 'choix-1'))).toBe('meetingHeld.notVoter');
    expect(await refusalOf(cast(people.observer, of(people.observer), 'choix-1'))).toBe(
      'meetingHeld.notVoter',
    );
    expect(await refusalOf(cast(people.yann, of(people.yann), 'choix-9'))).toBe('meetingHeld.choiceNotFound');
    const elsewhere = castBallot(db, { ...change(), voteId: 'autre', voter: '', choice: 'choix-1' });
    expect(await refusalOf(elsewhere)).toBe('meetingHeld.voteNotFound');
  }));

test('[MR15] a vote is its group’s: through another one it is not there', () =>
  withDb(async (db) => {
    const { change, outside, people, of } = await around(db);
    const foreign = { ...change(), groupId: outside, voteId: 'vote' };
    const done = [
      openVote(db, { ...foreign, ...asked, voteId: 'autre' }),
      castBallot(db, { ...foreign, voter: of(people.claire), choice: 'choix-1' }),
      closeVote(db, foreign),
      withdrawVote(db, foreign),
      setProxy(db, { ...foreign, giver: of(people.ines), holder: of(people.yann), isRunner: true }),
    ];
    for (const one of done) expect(await refusalOf(one)).toBe('access.notFound');
  }));

test('[MR6] [MR9] a proxy is cast by its holder and counts for the quorum', () =>
  withDb(async (db) => {
    const { change, people, meeting, cast, vote, of } = await around(db, { quorum: 'twoThirds' });
    const give = (by: { id: string }, isRunner = false) =>
      setProxy(db, { ...change(by), giver: of(people.ines), holder: of(people.yann), isRunner });
    expect(await refusalOf(give(people.yann))).toBe('meetingHeld.notVoter');
    expect(await refusalOf(give(people.ines))).toBeNull();
    await cast(people.yann, of(people.yann), 'choix-1');
    expect(await refusalOf(cast(people.yann, of(people.ines), 'abstention'))).toBeNull();
    await closeVote(db, { ...change(), voteId: 'vote' });
    expect((await vote())?.result).toEqual({
      counts: [
        { choice: 'choix-1', voices: 1 },
        { choice: 'choix-2', voices: 0 },
        { choice: 'abstention', voices: 1 },
      ],
      eligible: 3,
      represented: 3,
      needed: 2,
      cast: 2,
      leading: ['choix-1'],
    });
    const back = setProxy(db, {
      ...change(people.ines),
      giver: of(people.ines),
      holder: null,
      isRunner: false,
    });
    expect(await refusalOf(back)).toBeNull();
    expect(await listProxies(db, meeting.id)).toEqual([]);
  }));

test('[MR8] a ballot that comes after the closing is refused, and changes nothing', () =>
  withDb(async (db) => {
    const { change, people, cast, vote, of } = await around(db);
    await cast(people.yann, of(people.yann), 'choix-1');
    await closeVote(db, { ...change(), voteId: 'vote' });
    const closed = await vote();
    expect(await refusalOf(cast(people.yann, of(people.yann), 'choix-2'))).toBe('meetingHeld.voteClosed');
    expect(await refusalOf(closeVote(db, { ...change(), voteId: 'vote' }))).toBeNull();
    expect(await refusalOf(withdrawVote(db, { ...change(), voteId: 'vote' }))).toBe('meetingHeld.voteClosed');
    expect(await vote()).toEqual(closed);
  }));

test('[MR10] a secret vote shows each their own choice while it is open, and forgets all of them when it is closed', () =>
  withDb(async (db) => {
    const { change, people, cast, vote } = await around(db, { isSecret: true, voices: 'person' });
    await cast(people.yann, `person:${people.yann.id}`, 'choix-2');
    expect((await vote(people.yann))?.ballots).toMatchObject([{ voterName: 'Yann', choice: 'choix-2' }]);
    expect((await vote(people.claire))?.ballots).toMatchObject([{ voterName: 'Yann', choice: null }]);
    await closeVote(db, { ...change(), voteId: 'vote' });
    expect((await vote(people.yann))?.result?.leading).toEqual(['choix-2']);
    expect(await db.select({ choice: meetingBallots.choice }).from(meetingBallots)).toEqual([
      { choice: null },
    ]);
  }));

test('[MR2] [MR7] a meeting is not closed over an open vote, which can be withdrawn', () =>
  withDb(async (db) => {
    const { change } = await around(db);
    expect(await refusalOf(closeMeeting(db, change()))).toBe('meetingHeld.voteOpen');
    expect(await refusalOf(withdrawVote(db, { ...change(), voteId: 'vote' }))).toBeNull();
    expect(await refusalOf(closeMeeting(db, change()))).toBeNull();
    expect(await refusalOf(openVote(db, { ...change(), ...asked }))).toBe('meetingHeld.notOpen');
  }));
