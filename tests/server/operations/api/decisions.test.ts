import { afterAll, beforeAll, expect, test } from 'vitest';
import { setVisibility } from '#db/documents/access/document-access.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { changeDecision, findDecision } from '#db/meetings/decision/decision-changes.ts';
import { listDecisions, numberDecisions } from '#db/meetings/decision/decisions.ts';
import { asReadable } from '#shared/kernel/access/readable.ts';
import { until } from '#tests/support/patience.ts';
import { type SignedIn, startTestServer, type TestServer } from '#tests/support/server.ts';

let server: TestServer;
let anna: SignedIn;
let reader: SignedIn;
beforeAll(async () => {
  server = await startTestServer();
  anna = await server.person({ role: 'facilitator' });
  reader = await server.person({ role: 'observer' });
});
afterAll(() => server.close());

async function ask(who: SignedIn, query = '') {
  const response = await fetch(`${server.origin}/api/v1/groups/${server.groupId}/decisions${query}`, {
    headers: { authorization: `Bearer ${who.token}` },
  });
  return { status: response.status, body: await response.json() };
}

/** A document of the group that says these decisions, numbered. */
async function decide(...texts: string[]) {
  const { db, now, newId } = server.site;
  const { id: documentId, room } = await server.document();
  const blocks = texts.map((text) => ({
    type: 'decision',
    attrs: { id: newId() },
    content: [{ type: 'text', text }],
  }));
  await server.rooms.apply(room, { userId: anna.id }, 'document.append', { blocks });
  const isThere = 'select from decision where document_id = $1';
  const count = async () => (await server.database.run(isThere, [documentId])).rows.length;
  await until('the decisions are known', async () => (await count()) === texts.length);
  await inTransaction(db, (tx) => numberDecisions(tx, { documentId, now: now(), newId }));
  return { documentId, ids: blocks.map(({ attrs }) => attrs.id) };
}

test('[DA3] [DA4] the register by REST: the last first, page by page, with number, state and address; of what one may read', async () => {
  const { db, now, newId } = server.site;
  const { ids } = await decide('Mesurer à 14 h', 'Mesurer à midi');
  const [earlier = '', later = ''] = ids;
  const decision = await findDecision(db, { decisionId: later, userId: anna.id, now: now() });
  if (!decision) throw new Error('no decision');
  const stamp = { by: anna.id, now: now(), changeId: newId(), activityId: newId() };
  const amending = { ...stamp, decision, kind: 'amends', targetId: earlier } as const;
  expect(await inTransaction(db, (tx) => changeDecision(tx, amending))).toMatchObject({
    ok: true,
  });
  const secret = await decide('Entre nous');
  const change = { documentId: secret.documentId, groupId: server.groupId, by: anna.id, now: now() };
  await inTransaction(db, (tx) =>
    setVisibility(tx, {
      ...change,
      visibility: 'restricted',
      activityId: newId(),
      accessId: newId(),
    }),
  );

  const { status, body } = await ask(reader);
  expect(status).toBe(200);
  expect(body.next).toBeNull();
  expect(body.items).toMatchObject([
    { id: later, text: 'Mesurer à midi', state: 'inForce', isInText: true },
    { id: earlier, text: 'Mesurer à 14 h', state: 'amended', url: `${server.origin}/decisions/${earlier}` },
  ]);
  const [first] = await listDecisions(db, {
    groupId: asReadable(server.groupId),
    userId: reader.id,
    now: now(),
  });
  expect(body.items[0].number).toBe(`${first?.year}-${first?.number}`);
  expect((await ask(anna)).body.items.map(({ id }: { id: string }) => id)).toEqual([
    ...secret.ids,
    later,
    earlier,
  ]);

  const half = await ask(reader, '?limit=1');
  expect(half.body.items).toMatchObject([{ id: later }]);
  expect((await ask(reader, `?limit=1&cursor=${half.body.next}`)).body).toMatchObject({
    items: [{ id: earlier }],
    next: null,
  });
});

test('[DA3] outsiders find no register, nor does anybody without an account', async () => {
  expect((await ask(await server.person())).status).toBe(404);
  const nobody = await fetch(`${server.origin}/api/v1/groups/${server.groupId}/decisions`);
  expect(nobody.status).toBe(401);
});
