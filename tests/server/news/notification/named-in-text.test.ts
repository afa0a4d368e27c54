import { afterAll, beforeAll, expect, test } from 'vitest';
import { listEdited } from '#db/documents/document-edits.ts';
import { tellNext } from '#db/news/notification/notification-fan-out.ts';
import { listHeard } from '#db/news/notification/notifications.ts';
import { tellEdits } from '#server/documents/document-edits.ts';
import { newlyNamed } from '#server/news/notification/newly-named.ts';
import { readExact } from '#shared/documents/history/exact-node.ts';
import type { BlockJson } from '#shared/documents/text/document-blocks.ts';
import { docOf } from '#tests/support/realtime/random-documents.ts';
import { type SignedIn, startTestServer, type TestServer } from '#tests/support/server.ts';

let server: TestServer;
let anna: SignedIn;
let boris: SignedIn;
let stranger: SignedIn;
beforeAll(async () => {
  server = await startTestServer();
  anna = await server.person({ role: 'contributor' });
  boris = await server.person({ role: 'contributor' });
  stranger = await server.person();
});
afterAll(() => server.close());

const later = () => new Date(Date.now() + 11 * 60_000);
const naming = (...people: SignedIn[]): BlockJson => ({
  type: 'paragraph',
  content: [
    { type: 'text', text: 'À voir avec ' },
    ...people.map(({ id }) => ({ type: 'mention', attrs: { kind: 'person', id, label: 'Quelqu’un' } })),
  ],
});

/** Writes these paragraphs over what the document says. */
const write = (room: string, by: SignedIn, blocks: BlockJson[]) =>
  server.rooms.apply(room, { userId: by.id }, 'document.restore', { nodes: readExact(docOf(blocks)) });

/** What this person heard of the document, once writing has paused. */
async function heard(documentId: string, person: SignedIn): Promise<string[]> {
  const { db } = server.database;
  const at = { now: later(), newId: () => crypto.randomUUID() };
  for (const id of await listEdited(db))
    await tellEdits(db, { documentId: id, ...at, newlyNamed: newlyNamed(server.rooms) });
  while (await tellNext(db, at));
  const lines = await listHeard(db, { userId: person.id, now: at.now });
  return lines.flatMap(({ objectId, verb, reason }) =>
    objectId === documentId ? [`${verb} ${reason}`] : [],
  );
}

test('[NO2] [NO10] whoever a text has come to name hears of it once, if they may read it, and whoever wrote it does not', async () => {
  const { id, room } = await server.document();
  await write(room, anna, [naming(boris, stranger, anna)]);
  expect(await heard(id, boris)).toEqual(['document.edited mention']);
  expect(await heard(id, stranger)).toEqual([]);
  expect(await heard(id, anna)).toEqual([]);
  // Named before: what is written later tells it no second time.
  await write(room, anna, [naming(boris, stranger, anna), naming()]);
  expect(await heard(id, boris)).toEqual(['document.edited mention']);
});
