import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { groupMembers } from '#db/people/group/schema.ts';
import { type SignedIn, startTestServer, type TestServer } from '#tests/support/server.ts';

let server: TestServer;
let facilitator: SignedIn;
let contributor: SignedIn;

beforeAll(async () => {
  server = await startTestServer();
  facilitator = await server.person({ role: 'facilitator' });
  contributor = await server.person({ role: 'contributor' });
});
afterAll(() => server.close());

async function call(who: SignedIn, method: string, path: string, body?: unknown) {
  const response = await fetch(
    `http://127.0.0.1:${server.port}/api/v1/groups/${server.groupId}/members${path}`,
    {
      method,
      headers: { authorization: `Bearer ${who.token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    },
  );
  const text = await response.text();
  return { status: response.status, body: text ? JSON.parse(text) : null };
}

describe('[G1] members over REST', () => {
  test('a facilitator adds somebody, changes their role, and removes them', async () => {
    const newcomer = await server.person();
    const added = await call(facilitator, 'POST', '', { userId: newcomer.id, role: 'observer' });
    expect(added).toMatchObject({
      status: 201,
      body: { id: newcomer.id, role: 'observer', own: { until: null } },
    });
    const changed = await call(facilitator, 'PATCH', `/${newcomer.id}`, { role: 'contributor' });
    expect(changed).toMatchObject({ status: 200, body: { role: 'contributor' } });
    expect((await call(newcomer, 'GET', '')).status).toBe(200);
    expect((await call(facilitator, 'DELETE', `/${newcomer.id}`)).status).toBe(204);
    expect((await call(newcomer, 'GET', '')).status).toBe(404);
  });

  test('[G5] an end that has passed takes the role away, and is given to nobody', async () => {
    const consultant = await server.person();
    const terms = (until: string) => ({ userId: consultant.id, role: 'consultant', until });
    const { status, body } = await call(facilitator, 'POST', '', terms('2023-09-30T21:59:59Z'));
    expect([status, body.code]).toEqual([422, 'member.untilInvalid']);
    expect((await call(facilitator, 'POST', '', terms('2099-09-30T21:59:59Z'))).status).toBe(201);
    const { db } = server.database;
    const past = { until: new Date('2023-09-30T21:59:59Z') };
    await db.update(groupMembers).set(past).where(eq(groupMembers.userId, consultant.id));
    expect((await call(consultant, 'GET', '')).status).toBe(404);
  });

  test('[A5] a contributor reads the members and may not change them; an outsider sees none', async () => {
    const newcomer = await server.person();
    expect((await call(contributor, 'GET', '')).status).toBe(200);
    const wishes = [
      ['POST', '', { userId: newcomer.id, role: 'facilitator' }],
      ['PATCH', `/${contributor.id}`, { role: 'facilitator' }],
      ['DELETE', `/${facilitator.id}`, undefined],
    ] as const;
    for (const [method, path, body] of wishes) {
      expect((await call(contributor, method, path, body)).status).toBe(403);
      expect((await call(newcomer, method, path, body)).status).toBe(404);
    }
    type Listed = { items: { id: string; email: string | null }[] };
    const { items } = (await call(contributor, 'GET', '')).body as Listed;
    expect(items.map(({ id }) => id)).toEqual(expect.arrayContaining([facilitator.id, contributor.id]));
    // Addresses are for those who manage the members.
    expect(items.filter(({ email }) => email !== null)).toEqual([]);
    const managed = (await call(facilitator, 'GET', '')).body as Listed;
    expect(managed.items.filter(({ email }) => email === null)).toEqual([]);
    expect(items.map(({ id }) => id)).not.toContain(newcomer.id);
  });

  test.each([
    ['a role that does not exist', { email: 'x@exemple.fr', role: 'owner' }, 400, 'api.invalid'],
    [
      'an inherited name of objects as role',
      { email: 'x@exemple.fr', role: '__proto__' },
      400,
      'api.invalid',
    ],
    ['nobody', { role: 'observer' }, 400, 'api.invalid'],
    [
      'an address without account',
      { email: 'personne@exemple.fr', role: 'observer' },
      404,
      'person.notFound',
    ],
  ])('[I2] %s is refused', async (_, body, status, code) => {
    expect(await call(facilitator, 'POST', '', body)).toMatchObject({ status, body: { code } });
  });

  test('[G2] the last facilitator stays', async () => {
    const refused = await call(facilitator, 'DELETE', `/${facilitator.id}`);
    expect(refused).toMatchObject({ status: 422, body: { code: 'member.lastFacilitator' } });
    const lowered = await call(facilitator, 'PATCH', `/${facilitator.id}`, { role: 'observer' });
    expect(lowered.body.code).toBe('member.lastFacilitator');
  });
});
