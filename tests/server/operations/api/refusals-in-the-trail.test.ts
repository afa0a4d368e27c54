import { asc } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDocument } from '#db/documents/documents.ts';
import { auditEntries } from '#db/kernel/audit/schema.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { type SignedIn, startTestServer, type TestServer } from '#tests/support/server.ts';

let server: TestServer;
let writer: SignedIn;
let outsider: SignedIn;
beforeAll(async () => {
  server = await startTestServer();
  writer = await server.person({ role: 'contributor' });
  outsider = await server.person();
});
afterAll(() => server.close());

test('[AU8] [AU9] a refusal and an export by REST say who, what and from which network', async () => {
  const { db } = server.database;
  const id = crypto.randomUUID();
  const change = { documentId: id, groupId: server.groupId, by: writer.id, activityId: crypto.randomUUID() };
  await inTransaction(db, (tx) => createDocument(tx, { ...change, title: 'Charte', now: new Date() }));
  const path = `/api/v1/documents/${id}/export?format=html`;
  const take = (who: SignedIn) =>
    fetch(server.origin + path, { headers: { authorization: `Bearer ${who.token}` } });
  for (let times = 0; times < 2; times++) {
    expect((await take(writer)).status).toBe(200);
    expect((await take(outsider)).status).toBe(404);
  }
  const lines = async () =>
    (await db.select().from(auditEntries).orderBy(asc(auditEntries.sequence)))
      .filter(({ action }) => action === 'document.exported' || action === 'access.refused')
      .map(({ actorId, action, subjectId, payload }) => [actorId, action, subjectId, JSON.parse(payload)]);
  // The line of a refusal follows its answer.
  await expect.poll(lines).toEqual([
    [writer.id, 'document.exported', id, { format: 'html', peer: '127.0.0.0/24' }],
    [
      outsider.id,
      'access.refused',
      '',
      { page: '/api/v1/documents/:document/export', peer: '127.0.0.0/24', status: 404 },
    ],
  ]);
});
