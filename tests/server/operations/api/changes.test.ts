import pino from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { renameDocument } from '#db/documents/documents.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { startChangeRounds } from '#server/operations/change/change-rounds.ts';
import { type SignedIn, startTestServer, type TestServer } from '#tests/support/server.ts';

let server: TestServer;
let anna: SignedIn;
let outsider: SignedIn;
beforeAll(async () => {
  server = await startTestServer();
  anna = await server.person({ role: 'facilitator', name: 'Anna Lambert' });
  outsider = await server.person();
});
afterAll(() => server.close());

async function ask(who: SignedIn, query = '') {
  const response = await fetch(`${server.origin}/api/v1/changes${query}`, {
    headers: { authorization: `Bearer ${who.token}` },
  });
  return { status: response.status, body: await response.json() };
}

test('[CF1] [CF4] a program follows what happens: page by page, then from where it stood', async () => {
  const { db, now, newId } = server.site;
  const rounds = startChangeRounds({
    ...{ db, webhooks: { tell: async () => undefined } },
    ...{ log: pino({ level: 'silent' }), everyMs: null },
  });
  const { id } = await server.document();
  const rename = async (title: string) => {
    const change = { documentId: id, groupId: server.groupId, by: anna.id, title, now: now() };
    await inTransaction(db, (tx) => renameDocument(tx, { ...change, activityId: newId() }));
    await rounds.run();
  };
  const start = (await ask(anna)).body.next;
  await rename('Ombre');
  await rename('Ombre et eau');

  const first = await ask(anna, `?after=${start}&limit=1&group=${server.groupId}`);
  expect(first.status).toBe(200);
  expect(first.body.items).toMatchObject([
    {
      type: 'document.renamed',
      group: { id: server.groupId },
      object: { kind: 'document', id, title: 'Ombre', url: `${server.origin}/documents/${id}-ombre` },
      by: { name: 'Anna Lambert' },
    },
  ]);
  const second = await ask(anna, `?after=${first.body.next}`);
  expect(second.body.items).toMatchObject([{ object: { title: 'Ombre et eau' } }]);
  expect((await ask(anna, `?after=${second.body.next}`)).body).toEqual({ items: [], next: second.body.next });
  expect((await ask(outsider)).body.items).toEqual([]);
  await rounds.stop();
});

test('[CF3] [CF4] a group that one is not in is absent, a place that is no word of ours is refused', async () => {
  expect((await ask(outsider, `?group=${server.groupId}`)).status).toBe(404);
  expect((await ask(anna, '?after=%00')).status).toBe(400);
  expect((await ask(anna, '?after=x')).body).toMatchObject({ code: 'api.invalid' });
});
