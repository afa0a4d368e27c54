import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { setVisibility } from '#db/documents/access/document-access.ts';
import { findFileForMember, registerFile } from '#db/documents/file/files.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { aDocument, aGroup, aMember } from '#db/seed/builders/builders.ts';
import { createBoardDoc } from '#shared/boards/board-doc.ts';
import { addCardFile } from '#shared/boards/card/card-file-operations.ts';
import { addCard } from '#shared/boards/card/card-operations.ts';
import { appendBlocks, type BlockJson } from '#shared/documents/text/document-blocks.ts';
import { until } from '#tests/support/patience.ts';
import { HandSocket } from '#tests/support/realtime/live-clients.ts';
import { type SignedIn, startTestServer, type TestServer } from '#tests/support/server.ts';

const now = new Date();
let server: TestServer;
let owner: SignedIn;
let colleague: SignedIn;
/** Of the group; the file is one of a document that only its owner may read. */
let fileId: string;
beforeAll(async () => {
  server = await startTestServer();
  const { db, newId } = server.site;
  [owner, colleague] = [
    await server.person({ role: 'contributor' }),
    await server.person({ role: 'contributor' }),
  ];
  const own = await aDocument(server.site, { groupId: server.groupId, createdBy: owner.id });
  const change = { documentId: own.id, groupId: server.groupId, by: owner.id, now };
  const ids = { activityId: newId(), accessId: newId() };
  await inTransaction(db, (tx) => setVisibility(tx, { ...change, ...ids, visibility: 'restricted' }));
  fileId = newId();
  await inTransaction(db, (tx) =>
    registerFile(tx, {
      ...{ id: fileId, groupId: server.groupId, name: 'plan.png', contentType: 'image/png', bytes: 9 },
      ...{ width: 1, height: 1, storageKey: `a/${fileId}`, uploadedBy: owner.id, now, documentId: own.id },
    }),
  );
});
afterAll(() => server.close());

const mayRead = async ({ id }: SignedIn) =>
  (await findFileForMember(server.database.db, { fileId, userId: id, now })) !== null;

/** Writes in a room as this person, and waits until the tables have followed. */
async function write(room: string, person: SignedIn, change: (doc: Y.Doc) => void): Promise<void> {
  const doc = new Y.Doc();
  change(doc);
  const socket = await HandSocket.open(server, room, person);
  socket.sendUpdate(Y.encodeStateAsUpdate(doc));
  await until('the tables have followed', async () => {
    const { rows } = await server.database.run(
      `select 1 from doc_client c join doc_room r using (room) join doc_projection p using (room)
       where c.room = $1 and c.client_id = $2 and p.seq = r.seq`,
      [room, doc.clientID],
    );
    return rows.length > 0;
  });
}

const naming =
  (...blocks: BlockJson[]) =>
  (doc: Y.Doc) =>
    appendBlocks(doc, { blocks });
const image = (): BlockJson => ({ type: 'image', attrs: { src: `/fichiers/${fileId}`, alt: 'Le plan' } });
const attachment = (): BlockJson => ({
  type: 'attachment',
  attrs: { href: `/fichiers/${fileId}`, name: 'plan.png' },
});

test('[A8] an id is no right: whoever writes the name of a file into a text or on a card shows it to nobody unless they may read it', async () => {
  const { room } = await server.document();
  // In one window with an owner who writes there too: each name is its writer's own.
  await write(room, owner, naming({ type: 'paragraph', content: [{ type: 'text', text: 'Bonjour' }] }));
  await write(room, colleague, naming(image(), attachment()));
  expect(await mayRead(colleague)).toBe(false);

  const board = await server.board();
  await write(board.room, colleague, (doc) => {
    createBoardDoc(doc, { columns: [{ id: 'todo', name: 'À faire' }], labels: [] });
    addCard(doc, {
      cardId: 'card',
      columnId: 'todo',
      title: 'Plans',
      createdAt: now,
      createdBy: colleague.id,
    });
    const file = { id: fileId, name: 'plan.png', bytes: 9, kind: 'image', width: 1, height: 1 } as const;
    addCardFile(doc, { cardId: 'card', file: { ...file, at: now.toISOString() } });
  });
  expect(await mayRead(colleague)).toBe(false);

  // Nor in a group of their own.
  const elsewhere = await aGroup(server.site);
  await aMember(server.site, { groupId: elsewhere.id, userId: colleague.id, role: 'facilitator' });
  const inGroup = { groupId: elsewhere.id, createdBy: colleague.id };
  await write(`document:${(await aDocument(server.site, inGroup)).id}`, colleague, naming(image()));
  expect(await mayRead(colleague)).toBe(false);
});

test('[A8] whoever may read a file shows it to the readers of the text in which they name it', async () => {
  const { room } = await server.document();
  await write(room, owner, naming(attachment()));
  expect(await mayRead(colleague)).toBe(true);
});
