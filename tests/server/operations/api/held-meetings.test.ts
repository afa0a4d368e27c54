import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction } from '#db/kernel/transaction.ts';
import { markAttendance } from '#db/meetings/held/meeting-attendances.ts';
import { closeVote, openVote } from '#db/meetings/held/meeting-votes.ts';
import { confirmColleague } from '#db/people/organisation/signatories.ts';
import { users } from '#db/people/person/schema.ts';
import { anOpenMeeting, FOR_OR_AGAINST } from '#tests/support/meetings/meetings.ts';
import { type SignedIn, startTestServer, type TestServer } from '#tests/support/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

async function call(who: SignedIn, path: string, body?: unknown) {
  const response = await fetch(`http://127.0.0.1:${server.port}/api/v1/meetings/${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { authorization: `Bearer ${who.token}`, 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const text = await response.text();
  return { status: response.status, body: text ? JSON.parse(text) : null };
}

test('[MR8] [MR9] [MR15] attendance and votes over REST: members read, voters vote, outsiders find nothing', async () => {
  const { site } = server;
  const voter = await server.person({ role: 'contributor', name: 'Nadia Ferrand' });
  const observer = await server.person({ role: 'observer' });
  const outsider = await server.person();
  const { change, meeting } = await anOpenMeeting(site, server.groupId);
  await inTransaction(site.db, (tx) =>
    markAttendance(tx, {
      ...change(),
      userId: voter.id,
      presence: 'present',
      mode: 'remote',
      attendanceId: site.newId(),
    }),
  );
  const voteId = site.newId();
  const asked = { voteId, question: 'Deux strates ?', choices: FOR_OR_AGAINST };
  await inTransaction(site.db, (tx) =>
    openVote(tx, { ...change(), ...asked, voices: 'person', isSecret: false, quorum: 'none' }),
  );

  const attendance = await call(observer, `${meeting.id}/attendance`);
  expect(attendance.body.items).toContainEqual(
    expect.objectContaining({ name: 'Nadia Ferrand', presence: 'present', mode: 'remote', isHere: true }),
  );
  const ballots = `${meeting.id}/votes/${voteId}/ballots`;
  const ballot = { voter: `person:${voter.id}`, choice: 'choix-1' };
  expect((await call(observer, ballots, ballot)).status).toBe(403);
  expect((await call(voter, ballots, ballot)).status).toBe(204);
  for (const path of ['attendance', 'votes', 'minutes'])
    expect((await call(outsider, `${meeting.id}/${path}`)).status).toBe(404);
  await inTransaction(site.db, (tx) => closeVote(tx, { ...change(), voteId }));
  expect((await call(observer, `${meeting.id}/votes`)).body.items).toMatchObject([
    { question: 'Deux strates ?', isOpen: false, result: { cast: 1, leading: ['choix-1'] } },
  ]);
  expect((await call(voter, ballots, ballot)).body).toMatchObject({ code: 'meetingHeld.voteClosed' });
  expect((await call(voter, `${meeting.id}/minutes`)).status).toBe(404);
});

test('[O7] [MR8] where organisations vote, a program casts the voice of one for its signatories only', async () => {
  const { site } = server;
  const { people, change, meeting } = await anOpenMeeting(site, server.groupId);
  const voter = await server.person({ role: 'contributor' });
  const { organisationId } = people.yann;
  await site.db.update(users).set({ organisationId }).where(eq(users.id, voter.id));
  const here = { userId: voter.id, presence: 'present', mode: 'remote', attendanceId: site.newId() } as const;
  await inTransaction(site.db, (tx) => markAttendance(tx, { ...change(), ...here }));
  const voteId = site.newId();
  const asked = { voteId, question: 'Deux strates ?', choices: FOR_OR_AGAINST };
  await inTransaction(site.db, (tx) =>
    openVote(tx, { ...change(), ...asked, voices: 'organisation', isSecret: false, quorum: 'none' }),
  );
  const ballot = { voter: `organisation:${organisationId}`, choice: 'choix-1' };
  const cast = () => call(voter, `${meeting.id}/votes/${voteId}/ballots`, ballot);
  expect((await cast()).body).toMatchObject({ code: 'signatory.unconfirmed' });
  const by = people.yann.id;
  expect(
    (await inTransaction(site.db, (tx) => confirmColleague(tx, { userId: voter.id, by, now: site.now() })))
      .ok,
  ).toBe(true);
  expect((await cast()).status).toBe(204);
});
