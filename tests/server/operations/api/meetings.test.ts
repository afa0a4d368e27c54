import { afterAll, beforeAll, expect, test } from 'vitest';
import { type SignedIn, startTestServer, type TestServer } from '#tests/support/server.ts';

let server: TestServer;
let claire: SignedIn;
let nadia: SignedIn;
beforeAll(async () => {
  server = await startTestServer();
  claire = await server.person({ role: 'facilitator' });
  nadia = await server.person({ role: 'contributor' });
});
afterAll(() => server.close());

const inDays = (days: number, hour = 0) =>
  new Date(Date.now() + days * 86_400_000 + hour * 3_600_000).toISOString();
const meeting = () => ({ title: 'Séance 6', startsAt: inDays(3), endsAt: inDays(3, 2) });

async function ask(who: SignedIn, body?: object, groupId = server.groupId) {
  const response = await fetch(`${server.origin}/api/v1/groups/${groupId}/meetings`, {
    method: body ? 'POST' : 'GET',
    headers: { authorization: `Bearer ${who.token}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}

test('[M1] a meeting is planned by REST, and listed with its address', async () => {
  const planned = await ask(claire, meeting());
  expect(planned.status).toBe(201);
  const listed = await ask(nadia);
  expect(listed.body.items).toMatchObject([{ id: planned.body.id, title: 'Séance 6', phase: 'next' }]);
  expect(listed.body.items[0].url).toBe(planned.body.url);
});

test('[RM1] [RM3] reminders are said by kind with their words, and a meeting that asks for none has none', async () => {
  const reminders = { day: 'Relisez la fiche', morning: '' };
  const planned = await ask(claire, { ...meeting(), title: 'Avec rappels', reminders });
  expect(planned.status).toBe(201);
  const { items } = (await ask(nadia)).body;
  const of = (title: string) => items.find((item: { title: string }) => item.title === title).reminders;
  expect([of('Avec rappels'), of('Séance 6')]).toEqual([reminders, {}]);
  const tooLong = { ...meeting(), reminders: { day: 'x'.repeat(501) } };
  expect(await ask(claire, tooLong)).toMatchObject({
    status: 422,
    body: { code: 'meeting.reminderTooLong' },
  });
  expect((await ask(claire, { ...meeting(), reminders: { noon: '' } })).status).toBe(400);
  expect((await ask(nadia, { ...meeting(), reminders })).status).toBe(403);
});

test('[M5] who may not plan is told so, and outsiders find nothing', async () => {
  expect((await ask(nadia, meeting())).status).toBe(403);
  const outsider = await server.person();
  expect((await ask(outsider)).status).toBe(404);
  expect((await ask(outsider, meeting())).status).toBe(404);
});

test('[M3] a refusal says its code', async () => {
  const late = { ...meeting(), startsAt: inDays(-3), endsAt: inDays(-3, 2) };
  expect(await ask(claire, late)).toMatchObject({ status: 422, body: { code: 'meeting.past' } });
  expect((await ask(claire, { ...late, held: true })).status).toBe(201);
  expect((await ask(claire, { title: 'Sans date' })).status).toBe(400);
});
