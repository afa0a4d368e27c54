import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { listThreads } from '#db/documents/comment/comment-threads.ts';
import { createRoom } from '#db/realtime/new-room.ts';
import { createSuggestions } from '#server/documents/comment/suggestions.ts';
import { passageOf, plainText, type TextRange, textsOf } from '#shared/documents/comment/passage.ts';
import { appendBlocks } from '#shared/documents/text/document-blocks.ts';
import { asReadable } from '#shared/kernel/access/readable.ts';
import { RoomDraft } from '#shared/realtime/room-draft.ts';
import { ANYBODY } from '#tests/support/anybody.ts';
import { heardOn, operationsOn } from '#tests/support/kernel/operations.ts';
import { until } from '#tests/support/patience.ts';
import { openStock } from '#tests/support/realtime/live-clients.ts';
import { type SignedIn, startTestServer, type TestServer } from '#tests/support/server.ts';

let server: TestServer;
let writer: SignedIn;
let reviewer: SignedIn;

beforeAll(async () => {
  server = await startTestServer();
  writer = await server.person({ role: 'contributor', name: 'Nadia Ferrand' });
  reviewer = await server.person({ role: 'reviewer', name: 'Marc Delattre' });
});
afterAll(() => server.close());

/** A document that says « Il faut relever tous les arbres. », with a suggestion of the reviewer that waits. */
async function suggested(proposed = '200') {
  const { id: documentId, room } = await server.document();
  const { db } = server.database;
  const draft = new RoomDraft();
  draft.write(writer.id, 7, (doc) =>
    appendBlocks(doc, {
      blocks: [{ type: 'paragraph', content: [{ type: 'text', text: 'Il faut relever tous les arbres.' }] }],
    }),
  );
  await createRoom(db, { room, updates: draft.updates, now: new Date() });
  const doc = new Y.Doc();
  for (const { data } of draft.updates) Y.applyUpdate(doc, data);
  const [text] = textsOf(doc) as [Y.XmlText];
  const from = plainText(text).indexOf('tous les');
  const range: TextRange = { text, from, to: from + 'tous les'.length };
  const which = { documentId, threadId: server.site.newId() };
  const operations = operationsOn(db, { rooms: server.rooms });
  const proposal = { ...which, passage: passageOf([range]), original: 'tous les', proposed, note: null };
  const made = await operations.run('suggestion.propose', { userId: reviewer.id }, proposal);
  expect(made.ok).toBe(true);
  const says = async () => (await server.rooms.read(room, 'document', ANYBODY)).value.text;
  const state = async () => {
    const threads = await listThreads(db, {
      documentId: asReadable(documentId),
      groupId: server.groupId,
      userId: writer.id,
    });
    return threads[0]?.suggestion?.state;
  };
  const suggestions = createSuggestions({
    db: heardOn(db, { rooms: server.rooms }),
    ...{ rooms: server.rooms, operations },
  });
  const accept = ({ id }: SignedIn) => suggestions.accept({ userId: id }, which);
  const reopen = ({ id }: SignedIn) => suggestions.reopen({ userId: id }, which);
  return { room, accept, reopen, says, state };
}

test('[SG3] an accepted suggestion is in the text in the name of whoever proposed it', async () => {
  const { room, accept, says, state } = await suggested();
  expect(await accept(writer)).toEqual({ ok: true });
  expect(await says()).toBe('Il faut relever 200 arbres.');
  expect(await state()).toBe('accepted');
  const { rows } = await server.database.run(
    'select user_id from doc_update where room = $1 order by seq desc limit 1',
    [room],
  );
  expect(rows).toEqual([{ user_id: reviewer.id }]);
});

test('[SG2] two writers who accept at once put the words in once', async () => {
  const { accept, says } = await suggested();
  const second = await server.person({ role: 'contributor' });
  const answers = await Promise.all([accept(writer), accept(second)]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, error: 'suggestion.alreadyAccepted' });
  expect(await says()).toBe('Il faut relever 200 arbres.');
});

test('[SG3] a passage that has changed meanwhile is left alone, and the suggestion waits', async () => {
  const { room, accept, says, state } = await suggested();
  const client = openStock(server, room, writer);
  await client.synced;
  const [text] = textsOf(client.doc) as [Y.XmlText];
  text.insert(plainText(text).indexOf(' les'), ' vraiment');
  await until('the change is stored', async () => (await says()).includes('vraiment'));
  expect(await accept(writer)).toEqual({
    ok: false,
    error: 'suggestion.passageChanged',
  });
  expect(await says()).toBe('Il faut relever tous vraiment les arbres.');
  expect(await state()).toBe('open');
});

test('[SG4] an acceptance is undone by a change forwards, unless somebody has written there since', async () => {
  const { accept, reopen, says, state } = await suggested();
  await accept(writer);
  expect(await reopen(reviewer)).toEqual({
    ok: false,
    error: 'access.forbidden',
  });
  expect(await reopen(writer)).toEqual({ ok: true });
  expect(await says()).toBe('Il faut relever tous les arbres.');
  expect(await state()).toBe('open');
  expect(await accept(writer)).toEqual({ ok: true });
  expect(await says()).toBe('Il faut relever 200 arbres.');
});
