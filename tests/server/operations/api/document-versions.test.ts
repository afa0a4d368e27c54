import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nameVersion } from '#db/documents/history/document-versions.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { readExact } from '#shared/documents/history/exact-node.ts';
import { docOf } from '#tests/support/realtime/random-documents.ts';
import { type SignedIn, startTestServer, type TestServer } from '#tests/support/server.ts';

let server: TestServer;
let writer: SignedIn;
beforeAll(async () => {
  server = await startTestServer();
  writer = await server.person({ role: 'contributor', name: 'Nadia Ferrand' });
});
afterAll(() => server.close());

interface Answer {
  readonly items: readonly { seq: number; names: string[]; writers: { name: string }[]; url: string }[];
  readonly next: string | null;
}

async function versions(
  who: SignedIn,
  documentId: string,
  query = '',
): Promise<{ status: number; body: Answer }> {
  const answer = await fetch(`${server.origin}/api/v1/documents/${documentId}/versions${query}`, {
    headers: { authorization: `Bearer ${who.token}` },
  });
  return { status: answer.status, body: (await answer.json()) as Answer };
}

/** A document written three times, an hour apart. */
async function writtenThrice(): Promise<string> {
  const { id, room } = await server.document();
  for (const text of ['Un', 'Un deux', 'Un deux trois']) {
    const nodes = readExact(docOf([{ type: 'paragraph', content: [{ type: 'text', text }] }]));
    await server.rooms.apply(room, { userId: writer.id }, 'document.restore', { nodes });
  }
  await server.database.run(
    `update doc_update set at = now() - (4 - seq) * interval '1 hour' where room = $1`,
    [room],
  );
  return id;
}

describe('[V3] the versions of a document by REST', () => {
  test('come the last first, with who wrote and the names that were given, page by page', async () => {
    const id = await writtenThrice();
    await inTransaction(server.database.db, (tx) =>
      nameVersion(tx, {
        documentId: id,
        groupId: server.groupId,
        by: writer.id,
        now: new Date(),
        activityId: server.site.newId(),
        versionId: server.site.newId(),
        seq: 2,
        name: 'Avant relecture',
      }),
    );
    const first = await versions(writer, id, '?limit=2');
    expect(
      first.body.items.map(({ seq, names, writers }) => [seq, names, writers.map(({ name }) => name)]),
    ).toEqual([
      [3, [], ['Nadia Ferrand']],
      [2, ['Avant relecture'], ['Nadia Ferrand']],
    ]);
    expect(first.body.items[0]?.url).toMatch(/\/historique\?version=3$/);
    const last = await versions(writer, id, `?limit=2&cursor=${first.body.next}`);
    expect(last.body.items.map(({ seq }) => seq)).toEqual([1]);
    expect(last.body.next).toBeNull();
  });

  test('[A5] are absent for an outsider, and read by an observer', async () => {
    const id = await writtenThrice();
    expect((await versions(await server.person(), id)).status).toBe(404);
    expect((await versions(writer, (await server.foreignDocument()).id)).status).toBe(404);
    expect((await versions(await server.person({ role: 'observer' }), id)).body.items).toHaveLength(3);
    expect((await versions(writer, (await server.document()).id)).body).toEqual({ items: [], next: null });
  });
});
