import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction } from '#db/kernel/transaction.ts';
import { users } from '#db/people/person/schema.ts';
import { askComplement, findComplement } from '#db/programme/application/application-complement.ts';
import { findSubmission } from '#db/programme/application/application-submission.ts';
import { applications, complements } from '#db/programme/application/schema.ts';
import { anOrganisation } from '#db/seed/builders/builders.ts';
import type { Recipient, Sender } from '#server/kernel/mail/mailer.ts';
import { createApplications } from '#server/programme/application/applications.ts';
import { editApplication, readApplication } from '#shared/programme/application/application-doc.ts';
import { CLOSE, MESSAGE } from '#shared/realtime/realtime.ts';
import { ANYBODY } from '#tests/support/anybody.ts';
import { operationsOn } from '#tests/support/kernel/operations.ts';
import { until } from '#tests/support/patience.ts';
import {
  aCall,
  anApplication,
  laterAnswers,
  twoPartForm,
} from '#tests/support/programme/builders/application-builders.ts';
import { HandSocket, openStock, typed } from '#tests/support/realtime/live-clients.ts';
import { startTestServer, type TestServer } from '#tests/support/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const FIRST = { kind: 'text', address: 'titre', text: 'Ombres d’été' } as const;
const SECOND = { kind: 'text', address: 'problematique', text: 'Les places manquent d’ombre.' } as const;

/** A draft of a city of two colleagues, with what the server does with applications and the mails that leave. */
async function world() {
  const { site, rooms } = server;
  const city = await anOrganisation(site, { name: 'Guise' });
  const [lina, paul, outsider] = await Promise.all([
    server.person({ name: 'Lina Marchal', organisationId: city.id }),
    server.person({ organisationId: city.id }),
    server.person({ role: 'facilitator' }),
  ]);
  const call = await aCall(site);
  const { id } = await anApplication(site, { callId: call.id, by: lina.id, answers: [] });
  const mails: { to: Recipient; subject: string; sender: Sender }[] = [];
  const mailer = {
    async send(_tx: unknown, to: Recipient, { subject }: { subject: string }, sender: Sender) {
      mails.push({ to, subject, sender });
      return null;
    },
  };
  const { db, now } = site;
  const operations = operationsOn(db, { now, mailer, rooms, origin: server.origin });
  const made = createApplications({ db, rooms, operations });
  return { site, lina, paul, outsider, call, id, room: `application:${id}`, mails, mailer, made };
}

test('[AP1] [AP4] two colleagues write by two sockets, letter by letter; nobody else enters the room', async () => {
  const { lina, paul, outsider, id, room } = await world();
  const [one, two] = [openStock(server, room, lina), openStock(server, room, paul)];
  await Promise.all([one.synced, two.synced]);
  editApplication(one.doc, [FIRST]);
  editApplication(two.doc, [SECOND, { kind: 'value', address: 'courriel', value: 'paul@guise.example' }]);
  await until('both hold both', () =>
    [one, two].every(({ doc }) => {
      const { texts, values } = readApplication(doc);
      return (
        texts.titre === FIRST.text && texts.problematique === SECOND.text && values.courriel !== undefined
      );
    }),
  );
  const coordinator = await server.person();
  await server.site.db
    .update(users)
    .set({ platformRole: 'coordinator', organisationId: null })
    .where(eq(users.id, coordinator.id));
  for (const stranger of [outsider, coordinator]) {
    const socket = new HandSocket(server, room, { headers: { cookie: stranger.cookie } });
    await until('it is closed', () => socket.closed !== null);
    expect(socket.closed?.code).toBe(CLOSE.gone);
  }
  // Lists follow.
  await until('its row follows', async () => {
    const [row] = await server.site.db.select().from(applications).where(eq(applications.id, id));
    return row?.title === FIRST.text && row.completeness === 100;
  });
});

test('[AP6] [AP9] [AP12] [MA1] submitted with all that was stored, told to its authors by mail once; what comes later is refused, with the reason', async () => {
  const { site, lina, paul, outsider, id, room, mails, made } = await world();
  const socket = await HandSocket.open(server, room, paul, '?ack=1');
  await made.edit({ applicationId: id, userId: paul.id, edits: [FIRST, SECOND] });
  const key = randomUUID();
  expect(await made.submit({ applicationId: id, userId: outsider.id, key })).toMatchObject({
    error: 'access.notFound',
  });
  const [one, other] = await Promise.all([
    made.submit({ applicationId: id, userId: lina.id, key }),
    made.submit({ applicationId: id, userId: paul.id, key: randomUUID() }),
  ]);
  expect([one, other].filter(({ ok }) => ok)).toHaveLength(1);
  expect(mails.map(({ to }) => to.name).sort()).toEqual(['Camille Fournier', 'Lina Marchal'].sort());
  const submitter = one.ok ? lina : paul;
  expect(mails.map(({ sender }) => sender)).toEqual(mails.map(() => ({ userId: submitter.id })));
  await socket.frame(
    'the reason',
    ({ type, value }) => type === MESSAGE.access && JSON.stringify(value).includes('submitted'),
  );
  socket.sendUpdate(typed('Trop tard', 901));
  await socket.frame('the refusal', ({ value }) => JSON.stringify(value)?.includes('refused') ?? false);
  const kept = await findSubmission(site.db, { applicationId: id, userId: lina.id });
  expect(kept?.answers).toEqual({ titre: FIRST.text, problematique: SECOND.text });
  const late = await made.edit({ applicationId: id, userId: lina.id, edits: [{ ...FIRST, text: 'Autre' }] });
  expect(late).toMatchObject({ error: 'application.notDraft' });
  expect(await made.edit({ applicationId: id, userId: outsider.id, edits: [FIRST] })).toMatchObject({
    error: 'access.notFound',
  });
});

test('[AP4] a page without script changes what it changed, on the text as it showed it', async () => {
  const { lina, paul, id, room, made } = await world();
  const write = (userId: string, text: string, since?: number) =>
    made.edit({ applicationId: id, userId, edits: [{ ...SECOND, text }], since });
  await write(paul.id, 'Les cours aussi.');
  // Her page was empty, and so is what she sends of this text.
  await write(lina.id, '', 0);
  expect((await server.rooms.read(room, 'application', ANYBODY)).value.texts.problematique).toBe(
    'Les cours aussi.',
  );
  await write(lina.id, 'Les places manquent d’ombre.');
  const { seq } = await server.rooms.read(room, 'application', ANYBODY);
  await write(paul.id, 'Les places et les cours manquent d’ombre.');
  await write(lina.id, 'Les places manquent d’ombre en été.', seq);
  const { value } = await server.rooms.read(room, 'application', ANYBODY);
  expect(value.texts.problematique).toBe('Les places et les cours manquent d’ombre en été.');
});

test('[AP15] once it is announced the rest is written in the same room and stored before it is said; handed in, it takes no more', async () => {
  const { site, lina, paul, made } = await world();
  const { db, now } = site;
  const call = await aCall(site, { form: twoPartForm });
  const { id } = await anApplication(site, { callId: call.id, by: lina.id, isSubmitted: true });
  const asked = { applicationId: id, userId: lina.id };
  expect(await made.edit({ ...asked, edits: laterAnswers })).toMatchObject({ error: 'application.notDraft' });
  await db.update(applications).set({ status: 'decided' }).where(eq(applications.id, id));
  await inTransaction(db, (tx) => askComplement(tx, { applicationId: id, isSelected: true, now: now() }));

  const stock = openStock(server, `application:${id}`, paul);
  await stock.synced;
  editApplication(stock.doc, [{ kind: 'text', address: 'equipe', text: 'Deux agents.' }]);
  await until('its progress follows', async () => {
    const [row] = await db.select().from(complements).where(eq(complements.applicationId, id));
    return row?.completeness === 50;
  });
  expect(await made.handIn(asked)).toMatchObject({ error: 'application.incomplete' });
  // A device that slept since the draft brings what it had: it is kept, and changes nothing of what was submitted.
  editApplication(stock.doc, [SECOND, { kind: 'value', address: 'appui', value: false }]);
  await until('it can be handed in', async () => (await made.handIn({ ...asked, userId: paul.id })).ok);
  const handedIn = await findComplement(db, asked);
  expect(handedIn?.handedIn?.answers).toEqual({ equipe: 'Deux agents.', appui: false });
  const kept = await findSubmission(db, asked);
  expect(kept?.answers).toMatchObject({ problematique: 'Les places manquent d’ombre en été.' });
  const late = await made.edit({ ...asked, edits: laterAnswers });
  expect(late).toMatchObject({ error: 'application.notDraft' });
});
