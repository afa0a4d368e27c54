import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Db } from '#db/kernel/client.ts';
import { users } from '#db/people/person/schema.ts';
import { draftDecision } from '#db/programme/assessment/committee.ts';
import { setChapterCities } from '#db/publication/synthesis/synthesis-cities.ts';
import { aGroup, aMember, anOrganisation, aPerson } from '#db/seed/builders/builders.ts';
import { createExactTexts } from '#server/documents/history/exact-texts.ts';
import { inNameOf } from '#server/kernel/lane/lane.ts';
import { createMailer, type Mailer } from '#server/kernel/mail/mailer.ts';
import { createSeal } from '#server/kernel/mail/seal.ts';
import { bookLetters } from '#server/people/letter/book-letters.ts';
import { createReminders } from '#server/people/reminder/reminders.ts';
import { createCommittees } from '#server/programme/assessment/committees.ts';
import { createCityReminders } from '#server/publication/synthesis/city-reminders.ts';
import { createReviews } from '#server/reviews/reviews.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { withDb } from '#tests/support/database.ts';
import { lettersSentBy } from '#tests/support/people/letters-sent-by.ts';
import { now as assessedAt, assessmentWorld } from '#tests/support/programme/assessment.ts';
import { siteOf } from '#tests/support/publication/site.ts';
import { withSynthesis } from '#tests/support/publication/syntheses.ts';
import { startTestServer, type TestServer } from '#tests/support/server.ts';

const at = new Date('2023-03-14T09:00:00Z');
const origin = 'https://cordee.example';
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
    const claire = await aPerson(site, { name: 'Claire Oudin' });
    const people = [await aPerson(site), await aPerson(site)].map(({ id }) => id);
    const reminders = createReminders({ db, mailer: countingMailer(() => at), origin, now: () => at });
    const about = { by: claire.name, group: 'Nature en ville', what: 'Séance 6' };
    const reminding = { groupId: group.id, by: claire, cause: 'answer', people, about, path: '/' } as const;
    expect(await reminders.send(reminding)).toBe(2);
    expect(await lettersSentBy(db, claire)).toBe(2);
  }));

test('[MA1] the reminder of a city counts for whoever sends it, a letter for each of its people', () =>
  withSynthesis(async ({ db, site, people, groupId, add }) => {
    const { claire } = people;
    const city = await anOrganisation(site, { name: 'Guise' });
    const its = [
      await aPerson(site, { organisationId: city.id }),
      await aPerson(site, { organisationId: city.id }),
    ];
    await aMember(site, { groupId, organisationId: city.id, role: 'contributor' });
    const { chapterId, newId: next } = await add(claire, 'Les arbres');
    const cities = { chapterId, organisationIds: [city.id], newId: next, ...claire };
    expect(await setChapterCities(db, cities)).toMatchObject({ ok: true });
    const now = () => claire.now;
    const reminders = createCityReminders({ db, mailer: countingMailer(now), origin, now, newId });
    const by = { id: claire.userId, name: 'Claire Oudin' };
    expect(await reminders.send({ chapterId, organisationId: city.id, by })).toMatchObject({ ok: true });
    expect(await lettersSentBy(db, by)).toBe(its.length);
  }));

test('[MA1] decisions that somebody announces, and the expert whom they ask, count for them', () =>
  withDb(async (db: Db) => {
    const { who, call, as, application, second, third } = await assessmentWorld(db);
    const now = () => assessedAt;
    const committees = createCommittees({ db, mailer: countingMailer(now), origin, now, newId });
    const [emma] = await db.select().from(users).where(eq(users.id, who.expert));
    const asked = { ...as(who.claire, application.id), email: emma?.email ?? '', question: 'Est-ce juste ?' };
    expect(await committees.askExpert(asked)).toMatchObject({ ok: true });
    expect(await lettersSentBy(db, { id: who.claire })).toBe(1);
    const decision = { outcome: 'selected', waitingRank: null, motivation: 'Un projet utile.' } as const;
    for (const { id } of [application, second, third])
      expect(await draftDecision(db, { ...as(who.claire, id), decision })).toMatchObject({ ok: true });
    const announced = await committees.announce({ callId: call.id, userId: who.claire });
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
  const { database, site, rooms } = server;
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
  const exactTexts = createExactTexts({ ...site, database, rooms });
  const mailer = countingMailer(site.now);
  const reviews = createReviews({ ...site, database, rooms, exactTexts, mailer, origin });
  const opened = await reviews.open(
    { id: document.id, title: 'Relevés', groupId: server.groupId },
    opener.id,
    {
      questions: ['Est-ce juste ?'],
      deadline: new Date(site.now().getTime() + 7 * 86_400_000),
      organisationIds: [city.id, lab.id],
      quorum: 1,
      replaces: null,
    },
  );
  if (!opened.ok) throw new Error(opened.error);
  expect(await lettersSentBy(db, opener)).toBe(signers.length);
  const { sha256 } = await exactTexts.read({ id: document.id, title: 'Relevés' }, inNameOf(opener.id));
  const answers: boolean[] = [];
  for (const [index, { id }] of signers.entries()) {
    const organisationId = [city.id, lab.id][index] ?? '';
    const given = { organisationId, answer: 'approve', reason: '', sha256, seen: 0 } as const;
    const answered = await reviews.answer(opened.value.roundId, id, given);
    answers.push(answered.ok && answered.value.isClosed);
  }
  const sent = await Promise.all(signers.map((signer) => lettersSentBy(db, signer)));
  expect(sent).toEqual(answers.map((isClosed) => (isClosed ? 1 : 0)));
  expect(sent).toContain(1);
  expect(await lettersSentBy(db, opener)).toBe(signers.length);
});
