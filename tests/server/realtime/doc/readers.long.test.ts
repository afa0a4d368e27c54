import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { docReaders } from '#server/realtime/doc/doc-readers.ts';
import { columnsOf } from '#shared/boards/board-doc.ts';
import { projectBoard } from '#shared/boards/board-projection.ts';
import { EXPORT_FORMATS } from '#shared/documents/conversion/conversion.ts';
import { DOCUMENT_FRAGMENT } from '#shared/documents/text/document-blocks.ts';
import { projectDocument } from '#shared/documents/text/document-projection.ts';
import { ANYBODY } from '#tests/support/anybody.ts';
import { until } from '#tests/support/patience.ts';
import { HandSocket, isStep2 } from '#tests/support/realtime/live-clients.ts';
import { withUnknown } from '#tests/support/realtime/unknown-content.ts';
import { type SignedIn, startTestServer, type TestServer } from '#tests/support/server.ts';

const readers = { ...docReaders, projectBoard, projectDocument };

/** Everything that a document is to others: what it has and what it has deleted. */
function stateOf(doc: Y.Doc): string {
  return Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64');
}

describe('[R6] reading changes nothing', () => {
  test.for(Object.entries(readers))(
    'by %s, unknown node, unknown mark and empty container included',
    ([, read]) => {
      const doc = withUnknown();
      // As it comes to a reader: from the wire, with none of its types named yet.
      const received = new Y.Doc();
      Y.applyUpdate(received, Y.encodeStateAsUpdate(doc));
      const before = stateOf(received);
      let updates = 0;
      received.on('update', () => updates++);
      read(received);
      expect(updates).toBe(0);
      expect(stateOf(received)).toBe(before);
      read(received);
      expect(stateOf(received)).toBe(before);
    },
  );

  test('what is unknown is still said: the text of an unknown node and of an unknown mark', () => {
    const { text, words } = projectDocument(withUnknown());
    expect(text).toContain('Budget de 120 000 euros');
    expect(text).toContain('à relire');
    expect(words).toBeGreaterThan(4);
  });
});

describe('[R6] everything on the server that reads a document', () => {
  let server: TestServer;
  let anna: SignedIn;
  beforeAll(async () => {
    server = await startTestServer();
    anna = await server.person({ role: 'contributor' });
  });
  afterAll(() => server.close());

  test('leaves its log and its state as they were: pages, tables, REST, every export, the past, a compaction', async () => {
    const { id, room } = await server.document();
    const socket = await HandSocket.open(server, room, anna, '?ack=1');
    const doc = withUnknown();
    columnsOf(doc).set('odd', 'in a document');
    socket.sendUpdate(Y.encodeStateAsUpdate(doc));
    await until('it is stored', () => socket.acked > 0);

    await server.rooms.read(room, 'document', ANYBODY);
    await server.rooms.read(room, 'board', ANYBODY);
    await server.rooms.readPast(room, 'document', { seq: 1 }, ANYBODY);
    const headers = { authorization: `Bearer ${anna.token}` };
    const rest = await fetch(`${server.origin}/api/v1/documents/${id}`, { headers });
    expect(((await rest.json()) as { text: string }).text).toContain('Budget de 120 000 euros');
    for (const format of EXPORT_FORMATS) {
      const file = await fetch(`${server.origin}/api/v1/documents/${id}/export?format=${format}`, {
        headers,
      });
      expect([format, file.status, (await file.bytes()).length > 100]).toEqual([format, 200, true]);
    }
    await until('the tables have it', async () => {
      const { rows } = await server.database.run('select text from document_text where document_id = $1', [
        id,
      ]);
      return rows.length > 0;
    });
    await server.restart();
    const { rows } = await server.database.run('select seq from doc_update where room = $1', [room]);
    expect(rows).toHaveLength(1);
    const reader = await HandSocket.open(server, room, anna);
    await reader.settled();
    const opened = new Y.Doc();
    Y.applyUpdate(opened, (await reader.frame('the content', isStep2)).body);
    expect(stateOf(opened)).toBe(stateOf(doc));
    expect(opened.getXmlFragment(DOCUMENT_FRAGMENT).toString()).toBe(
      doc.getXmlFragment(DOCUMENT_FRAGMENT).toString(),
    );
  });
});
