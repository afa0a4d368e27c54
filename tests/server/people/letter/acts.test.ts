import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Db } from '#db/kernel/client.ts';
import { users } from '#db/people/person/schema.ts';
import { aGroup, aMember, anOrganisation, aPerson } from '#db/seed/builders/builders.ts';
import { createExactTexts } from '#server/documents/history/exact-texts.ts';
import { inNameOf } from '#server/kernel/lane/lane.ts';
import { createMailer, type Mailer } from '#server/kernel/mail/mailer.ts';
import { createSeal } from '#server/kernel/mail/seal.ts';
import { bookLetters } from '#server/people/letter/book-letters.ts';
import { parisWall } from '#shared/kernel/day/paris-time.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { withDb } from '#tests/support/database.ts';
import { operationsOn } from '#tests/support/kernel/operations.ts';
import { lettersSentBy } from '#tests/support/people/letters-sent-by.ts';
import { now as assessedAt, assessmentWorld } from '#tests/support/programme/assessment.ts';
import { siteOf } from '#tests/support/publication/site.ts';
import { withSynthesis } from '#tests/support/publication/syntheses.ts';
import { startTestServer, type TestServer } from '#tests/support/server.ts';

const at = new Date('2023-03-14T09:00:00Z');
const newId = () => crypto.randomUUID();

/** A mailer whose mails stay in no queue: what is asked here is for whom they count. */
const countingMailer = (now: () => Date): Mailer =>
  createMailer({
    jobs: { send: async () => undefined },
    seal: createSeal('a secret of the tests, long enough'),
    newId,
    book: bookLetters({ perDay: 500, now }),
  });

test('[MA1] reminders count for the facilitator who sends them', () =>
  withDb(async (db) => {
    const site = siteOf(db, at);
    const group = await aGroup(site);
    const city = await anOrganisation(site);
    const claire = await aPerson(site, { name: 'Claire Oudin' });
    await aMember(site, { groupId: group.id, userId: claire.id, role: 'facilitator' });
    for (const { id: userId } of [
      await aPerson(site, { organisationId: city.id }),
      await aPerson(site, { organisationId: city.id }),
    ])
      await aMember(site, { groupId: group.id, userId, role: 'contributor' });
    const operations = operationsOn(db, { now: () => at });
    const reminding = { groupId: group.id, cause: 'silence', subject: city.id } as const;
    const sent = await operations.run('reminder.send', { userId: claire.id }, reminding);
    expect(sent).toMatchObject({ ok: true, value: { count: 2 } });
    expect(await lettersSentBy(db, claire)).toBe(2);
  }));

test('[MA1] the reminder of a city counts for whoever sends it, a letter for each of its people', () =>
  withSynthesis(async ({ db, site, people, groupId, run, add }) => {
    const { claire } = people;
    const city = await anOrganisation(site, { name: 'Guise' });
    const its = [
      await aPerson(site, { organisationId: city.id }),
      await aPerson(site, { organisationId: city.id }),
    ];
    await aMember(site, { groupId, organisationId: city.id, role: 'contributor' });
    const { chapterId } = await add(claire, 'Les arbres');
    const cities = { chapterId, cities: [city.id] };
    expect(await run('synthesisChapter.setCities', claire, cities)).toMatchObject({ ok: true });
    const now = () => claire.now;
    const operations = operationsOn(db, { now, mailer: countingMailer(now) });
    const by = { id: claire.userId };
    const wish = { chapterId, city: city.id };
    expect(await operations.run('synthesisChapter.remindCity', claire, wish)).toMatchObject({ ok: true });
    expect(await lettersSentBy(db, by)).toBe(its.length);
  }));

test('[MA1] decisions that somebody announces, and the expert whom they ask, count for them', () =>
  withDb(async (db: Db) => {
    const { who, call, application, second, third } = await assessmentWorld(db);
    const now = () => assessedAt;
    const operations = operationsOn(db, { now, mailer: countingMailer(now) });
    const claire = { userId: who.claire };
    const [emma] = await db.select().from(users).where(eq(users.id, who.expert));
    const asked = { applicationId: application.id, email: emma?.email ?? '', question: 'Est-ce juste ?' };
    expect(await operations.run('assessment.askExpert', claire, asked)).toMatchObject({ ok: true });
    expect(await lettersSentBy(db, { id: who.claire })).toBe(1);
    const decision = { outcome: 'selected', waitingRank: '', motivation: 'Un projet utile.' };
    for (const { id: applicationId } of [application, second, third])
      expect(await operations.run('committee.decide', claire, { applicationId, ...decision })).toMatchObject({
        ok: true,
      });
    const announced = await operations.run('committee.announce', claire, { callId: call.id });
    expect(announced).toEqual({ ok: true, value: 3 });
    // One of the three cities has nobody who could be told.
    expect(await lettersSentBy(db, { id: who.claire })).toBe(3);
  }));

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

test('[MA1] the letters of a review round count for whoever opens it; that of its end, for whoever ends it', async () => {
  const { site, rooms } = server;
  const { db } = site;
  const [city, lab] = [await anOrganisation(site), await anOrganisation(site)];
  const opener = await server.person({ role: 'facilitator' });
  const signers = [
    await server.person({ organisationId: city.id }),
    await server.person({ organisationId: lab.id }),
  ];
  for (const organisationId of [city.id, lab.id])
    await aMember(site, { groupId: server.groupId, organisationId, role: 'contributor' });
  const document = await server.document();
  const blocks = [{ type: 'paragraph', content: [{ type: 'text', text: 'Relevés d’ombrage' }] }];
  const room = roomName({ kind: 'document', id: document.id });
  await rooms.apply(room, { userId: opener.id }, 'document.append', { blocks });
  const exactTexts = createExactTexts({ rooms });
  const operations = operationsOn(db, { now: site.now });
  const title = 'Relevés';
  const text = await exactTexts.read({ id: document.id, title }, inNameOf(opener.id));
  const opened = await operations.run(
    'review.open',
    { userId: opener.id },
    {
      documentId: document.id,
      text: { ...text, title },
      questions: 'Est-ce juste ?',
      deadline: parisWall(new Date(site.now().getTime() + 7 * 86_400_000)),
      organisations: [city.id, lab.id],
      quorum: '1',
      replaces: '',
    },
  );
  if (!opened.ok) throw new Error(opened.error);
  expect(await lettersSentBy(db, opener)).toBe(signers.length);
  const { roundId } = opened.value;
  const answers: boolean[] = [];
  for (const [index, { id }] of signers.entries()) {
    const given = { answer: 'approve', reason: '', sha256: text.sha256, seen: 0, confirmed: 'oui' };
    const answer = { ...given, roundId, organisation: [city.id, lab.id][index] ?? '' };
    const answered = await operations.run('review.answer', { userId: id }, answer);
    answers.push(answered.ok && answered.value.isClosed);
  }
  const sent = await Promise.all(signers.map((signer) => lettersSentBy(db, signer)));
  expect(sent).toEqual(answers.map((isClosed) => (isClosed ? 1 : 0)));
  expect(sent).toContain(1);
  expect(await lettersSentBy(db, opener)).toBe(signers.length);
});
