import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { findHeadSeq } from '#db/documents/history/document-history.ts';
import { nameVersion } from '#db/documents/history/document-versions.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { keyOf, readExact } from '#shared/documents/history/exact-node.ts';
import { type BlockJson, DOCUMENT_FRAGMENT } from '#shared/documents/text/document-blocks.ts';
import { readBlocks } from '#shared/documents/text/document-json.ts';
import { textOf } from '#shared/documents/text/document-text.ts';
import { ANYBODY } from '#tests/support/anybody.ts';
import { until } from '#tests/support/patience.ts';
import { openStock } from '#tests/support/realtime/live-clients.ts';
import { docOf } from '#tests/support/realtime/random-documents.ts';
import { withUnknown } from '#tests/support/realtime/unknown-content.ts';
import { type SignedIn, startTestServer, type TestServer } from '#tests/support/server.ts';

let server: TestServer;
let anna: SignedIn;
let boris: SignedIn;
beforeAll(async () => {
  server = await startTestServer();
  anna = await server.person({ role: 'contributor' });
  boris = await server.person({ role: 'contributor' });
});
afterAll(() => server.close());

const p = (text: string): BlockJson => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const says = (doc: Y.Doc) => readBlocks(doc).map(textOf);
const seqOf = (id: string) => findHeadSeq(server.database.db, id);

function lineOf(doc: Y.Doc, place: number): Y.XmlText {
  const block = doc.getXmlFragment(DOCUMENT_FRAGMENT).get(place);
  const text = block instanceof Y.XmlElement ? block.get(0) : null;
  if (!(text instanceof Y.XmlText)) throw new Error('a text expected');
  return text;
}

/** Gives back the state `seq`; what came after `since` stays. */
async function restore(room: string, seq: number, since: number, by: SignedIn): Promise<void> {
  const { value: nodes } = await server.rooms.readPast(room, 'documentExact', { seq }, ANYBODY);
  await server.rooms.apply(room, { userId: by.id }, 'document.restore', { nodes }, since);
}

/** A document of these paragraphs, written by Anna in one go. */
async function documentOf(...texts: string[]): Promise<{ id: string; room: string; seq: number }> {
  const made = await server.document();
  const nodes = readExact(docOf(texts.map(p)));
  await server.rooms.apply(made.room, { userId: anna.id }, 'document.restore', { nodes });
  return { ...made, seq: await seqOf(made.id) };
}

describe('[V4] restoring a version while others write', () => {
  test('three who are there and one who was away all come to the restored text and what they wrote meanwhile', async () => {
    const { id, room, seq } = await documentOf('Un sol vivant.', 'Une eau claire.', 'Un ciel ouvert.');
    const people = [anna, boris, await server.person({ role: 'contributor' })];
    const pages = people.map((person) => openStock(server, room, person));
    const away = openStock(server, room, await server.person({ role: 'contributor' }));
    await Promise.all([...pages, away].map(({ synced }) => synced));
    const [one, two, three] = pages.map(({ doc }) => doc) as [Y.Doc, Y.Doc, Y.Doc];

    lineOf(one, 1).insert(4, 'grande ');
    lineOf(two, 2).delete(0, 3);
    three.getXmlFragment(DOCUMENT_FRAGMENT).delete(0, 1);
    await until('everybody has it', () =>
      [...pages, away].every(({ doc }) => says(doc).join() === 'Une grande eau claire.,ciel ouvert.'),
    );
    const before = await seqOf(id);
    away.provider.disconnect();
    lineOf(away.doc, 0).insert(says(away.doc)[0]?.length ?? 0, ' Écrit au loin.');

    // Typed while the restoration is on its way, and stored before it: both stand.
    lineOf(one, 1).insert(12, ' Toujours.');
    await until('it is stored', async () => (await seqOf(id)) > before);
    await restore(room, seq, before, boris);
    away.provider.connect();

    const expected = ['Un sol vivant.', 'Une eau claire. Écrit au loin.', 'Un ciel ouvert. Toujours.'];
    await until('all have the restored text and what was written meanwhile', () =>
      [...pages, away].every(({ doc }) => says(doc).join() === expected.join()),
    );
    const { value } = await server.rooms.read(room, 'document', ANYBODY);
    expect(value.text).toBe(expected.join('\n'));

    // It can be undone, and the history has both.
    await restore(room, before, await seqOf(id), boris);
    await until('the state before is back', () => says(one).join() === 'Une grande eau claire.,ciel ouvert.');
    const past = await server.rooms.readPast(room, 'document', { seq }, ANYBODY);
    expect(past.value.text).toBe('Un sol vivant.\nUne eau claire.\nUn ciel ouvert.');
  });

  test('brings back what this version does not know, to the byte of what it says', async () => {
    const { id, room } = await server.document();
    const page = openStock(server, room, anna);
    await page.synced;
    withUnknown(page.doc);
    await until('it is stored', async () => (await seqOf(id)) > 0);
    const seq = await seqOf(id);
    const keys = readExact(page.doc).map(keyOf);
    page.doc.getXmlFragment(DOCUMENT_FRAGMENT).delete(0, 5);
    await until(
      'it is gone',
      async () => (await server.rooms.read(room, 'document', ANYBODY)).value.blocks.length === 0,
    );
    await restore(room, seq, await seqOf(id), anna);
    await until('it is back', () => readExact(page.doc).length === 5);
    expect(readExact(page.doc).map(keyOf)).toEqual(keys);
  });
});

test('[V5] one passage is restored; once somebody changed it, the other is told and nothing is written', async () => {
  const { room, seq } = await documentOf('Un sol vivant.', 'Une eau claire.');
  const page = openStock(server, room, anna);
  await page.synced;
  lineOf(page.doc, 1).insert(4, 'grande ');
  await until('it is stored', async () => (await server.rooms.read(room, 'document', ANYBODY)).seq > seq);
  const { value: then } = await server.rooms.readPast(room, 'documentExact', { seq }, ANYBODY);
  const { value: now } = await server.rooms.read(room, 'documentExact', ANYBODY);
  const passage = { now: now[1] ?? null, former: then[1] ?? null, after: now[0] ?? null, place: 1 };
  const results = await Promise.all(
    [anna, boris].map(({ id }) =>
      server.rooms.apply(room, { userId: id }, 'document.restorePassage', passage),
    ),
  );
  expect(results).toEqual([{ ok: true }, { ok: false, error: 'document.passageChanged' }]);
  await until('it is back', () => says(page.doc).join() === 'Un sol vivant.,Une eau claire.');
});

test('[V1] any two states are compared in a worker, with who wrote what changed; the log stays as it is', async () => {
  const { id, room, seq } = await documentOf('Un sol vivant.', 'Une eau claire.');
  const page = openStock(server, room, boris);
  await page.synced;
  lineOf(page.doc, 1).insert(4, 'grande ');
  await until('it is stored', async () => (await seqOf(id)) > seq);
  const { changes } = await server.rooms.compare(room, { from: seq, to: await seqOf(id) }, ANYBODY);
  expect(changes).toMatchObject([{ kind: 'added', after: 'grande', clients: [page.doc.clientID] }]);
  const whole = await server.rooms.compare(room, { from: 0, to: seq }, ANYBODY);
  expect(whole.changes.map(({ kind, after }) => [kind, after])).toEqual([
    ['added', 'Un sol vivant.'],
    ['added', 'Une eau claire.'],
  ]);
  expect(await seqOf(id)).toBe(seq + 1);
});

test('[V7] [K1] a named version says the same after the night’s packing', async () => {
  const { id, room, seq } = await documentOf('Un');
  for (const text of ['Un deux', 'Un deux trois']) {
    const nodes = readExact(docOf([p(text)]));
    await server.rooms.apply(room, { userId: anna.id }, 'document.restore', { nodes });
  }
  const { db, run } = server.database;
  const version = { versionId: server.site.newId(), seq: seq + 1, name: 'Avant relecture' };
  const change = { documentId: id, groupId: server.groupId, by: anna.id, now: new Date() };
  await inTransaction(db, (tx) =>
    nameVersion(tx, { ...change, ...version, activityId: server.site.newId() }),
  );
  await run(`update doc_update set at = date_trunc('minute', now()) - interval '3 days' where room = $1`, [
    room,
  ]);
  await server.rooms.packLogs(60_000);
  const { rows } = await run('select seq, span from doc_update where room = $1 order by seq', [room]);
  expect(rows.map((row) => [Number(row.seq), Number(row.span)])).toEqual([
    [2, 2],
    [3, 1],
  ]);
  const { value } = await server.rooms.readPast(room, 'document', { seq: version.seq }, ANYBODY);
  expect(value.text).toBe('Un deux');
});
