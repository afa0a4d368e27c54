import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listThreads } from '#db/documents/comment/comment-threads.ts';
import { createRoom } from '#db/realtime/new-room.ts';
import { passageOf, textsOf } from '#shared/documents/comment/passage.ts';
import { appendBlocks } from '#shared/documents/text/document-blocks.ts';
import { asReadable } from '#shared/kernel/access/readable.ts';
import { RoomDraft } from '#shared/realtime/room-draft.ts';
import { ANYBODY } from '#tests/support/anybody.ts';
import { operationsOn } from '#tests/support/kernel/operations.ts';
import { type SignedIn, startTestServer, type TestServer } from '#tests/support/server.ts';

let server: TestServer;
let writer: SignedIn;
let reviewer: SignedIn;
let outsider: SignedIn;

beforeAll(async () => {
  server = await startTestServer();
  writer = await server.person({ role: 'contributor', name: 'Nadia Ferrand' });
  reviewer = await server.person({ role: 'reviewer', name: 'Marc Delattre' });
  outsider = await server.person();
});
afterAll(() => server.close());

const LINES = ['On pose des sondes à l’ombre.', 'Le budget est de 120 euros.', 'Fin.'];

async function guide() {
  const { id: documentId, room } = await server.document();
  const { db } = server.database;
  const draft = new RoomDraft();
  const blocks = LINES.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] }));
  draft.write(writer.id, 7, (doc) => appendBlocks(doc, { blocks }));
  await createRoom(db, { room, updates: draft.updates, now: new Date() });
  const operations = operationsOn(db, { rooms: server.rooms });
  const says = async () => (await server.rooms.read(room, 'document', ANYBODY)).value.text;
  const threads = () =>
    listThreads(db, { documentId: asReadable(documentId), groupId: server.groupId, userId: writer.id });
  const passage = draft.read((doc) => passageOf([{ text: textsOf(doc)[1] as never, from: 3, to: 9 }]));
  const leave = async () => {
    const asked = { documentId, userId: writer.id, format: 'docx', withComments: true } as const;
    const made = await server.conversions.exportDocument(asked);
    if (!made.ok) throw new Error(made.error);
    return made.value.bytes;
  };
  const come = ({ id: userId }: SignedIn, bytes: Uint8Array) => {
    const body = new FormData();
    body.set('file', new File([bytes as BlobPart], 'relu.docx'));
    const request = new Request('http://localhost/', { method: 'POST', body });
    return server.conversions.importVersion({ documentId, userId }, request, async (review) => {
      const kept = await operations.run('document.importVersion', { userId }, { documentId, review });
      if (!kept.ok) throw new Error(kept.error);
      return kept;
    });
  };
  return { documentId, room, operations, passage, says, threads, leave, come };
}

/** The file with its body changed, as somebody does elsewhere. */
function edited(bytes: Uint8Array, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  const name = 'word/document.xml';
  return zipSync({ ...parts, [name]: strToU8(change(strFromU8(parts[name] as Uint8Array))) });
}
const BY = 'w:id="900" w:author="Jeanne Juriste" w:date="2026-01-02T03:04:05Z"';
const t = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const tracked = (xml: string, one: string, other: string) =>
  xml.replace(
    new RegExp(`<w:r>(?:<w:rPr ?/>)?<w:t[^>]*>([^<]*)${one}([^<]*)</w:t></w:r>`),
    (_, before: string, after: string) =>
      `${t(before)}<w:del ${BY}><w:r><w:delText>${one}</w:delText></w:r></w:del><w:ins ${BY}>${t(other)}</w:ins>${t(after)}`,
  );

test('[X26] a guide goes out, is corrected, and comes back: suggestions in the name that the file tells, the text untouched', async () => {
  const { says, threads, leave, come } = await guide();
  const file = edited(await leave(), (xml) =>
    tracked(xml, 'à l’ombre', 'au soleil').replace('Fin.', 'Fin du guide.'),
  );
  const came = await come(reviewer, file);
  expect(came).toMatchObject({
    ok: true,
    value: { isCompared: true, suggestions: 2, threads: 0, known: 0, unplaced: [] },
  });
  expect(await says()).toBe(LINES.join('\n'));
  expect(
    (await threads()).map(({ told, author, suggestion }) => [
      told?.by,
      told?.from,
      author?.name,
      suggestion?.original,
      suggestion?.proposed,
    ]),
  ).toEqual([
    ['Jeanne Juriste', 'relu.docx', 'Marc Delattre', 'à l’ombre', 'au soleil'],
    ['', 'relu.docx', 'Marc Delattre', '', ' du guide'],
  ]);
  expect(await come(writer, file)).toMatchObject({ ok: true, value: { suggestions: 0, known: 2 } });
  expect(await threads()).toHaveLength(2);
});

test('[X26] threads that left come back as themselves: only what was answered since is new', async () => {
  const { documentId, operations, passage, threads, leave, come } = await guide();
  const said = { commentId: server.site.newId(), threadId: server.site.newId(), mentions: [], passage };
  await operations.run('comment.start', { userId: writer.id }, { ...said, documentId, body: 'Combien ?' });
  const parts = unzipSync(await leave());
  const comments = strFromU8(parts['word/comments.xml'] as Uint8Array);
  const answer = `<w:comment w:id="77" w:author="Jeanne Juriste" w:date="2026-01-02T03:04:05Z"><w:p w14:paraId="0000ABCD">${t('Cent vingt.')}</w:p></w:comment>`;
  const facts = strFromU8(parts['word/commentsExtended.xml'] as Uint8Array);
  const fact = '<w15:commentEx w15:paraId="0000ABCD" w15:paraIdParent="00000001" w15:done="0"/>';
  const file = zipSync({
    ...parts,
    'word/comments.xml': strToU8(comments.replace('</w:comments>', `${answer}</w:comments>`)),
    'word/commentsExtended.xml': strToU8(facts.replace('</w15:commentsEx>', `${fact}</w15:commentsEx>`)),
  });
  expect(await come(reviewer, file)).toMatchObject({
    ok: true,
    value: { suggestions: 0, threads: 0, answers: 1 },
  });
  const [thread, ...others] = await threads();
  expect(others).toEqual([]);
  expect(thread?.comments.map(({ body, told }) => [body, told?.by])).toEqual([
    ['Combien ?', undefined],
    ['Cent vingt.', 'Jeanne Juriste'],
  ]);
  const edit = { documentId, commentId: thread?.comments[1]?.id ?? '', body: 'Deux cents.', mentions: [] };
  const refused = await operations.run('comment.edit', { userId: reviewer.id }, edit);
  expect(refused).toMatchObject({ ok: false, error: 'comment.notYours' });
});

test('[X26] what others wrote meanwhile is not proposed away; a change of words that are gone is told', async () => {
  const { room, says, leave, come } = await guide();
  const file = edited(await leave(), (xml) => tracked(tracked(xml, 'à l’ombre', 'au soleil'), '120', '150'));
  const { passage } = await guideChange(room);
  const changed = { passage, original: LINES[1] ?? '', proposed: 'Le budget viendra.\nUne ligne de plus.' };
  await server.rooms.apply(room, { userId: writer.id }, 'document.replacePassage', changed);
  const now = await says();
  expect(now).toContain('Une ligne de plus.');
  const came = await come(reviewer, file);
  expect(came).toMatchObject({
    ok: true,
    value: { suggestions: 1, unplaced: [{ author: 'Jeanne Juriste', original: '120', proposed: '150' }] },
  });
  expect(await says()).toBe(now);
});

async function guideChange(room: string) {
  const span = { start: { line: 1, at: 0 }, end: { line: 1, at: LINES[1]?.length ?? 0 } };
  const { seq } = await server.rooms.read(room, 'blocks', ANYBODY);
  const [passage] = await server.rooms.ask(room, 'passagesAt', { spans: [span] }, seq, ANYBODY);
  if (!passage) throw new Error('no passage');
  return { passage };
}

test('[X26] only whoever may suggest brings one, and only a file of a word processor', async () => {
  const { documentId, leave, come } = await guide();
  const file = await leave();
  expect(await come(outsider, file)).toEqual({ ok: false, error: 'access.notFound' });
  await server.database.run("update document set visibility = 'programme' where id = $1", [documentId]);
  expect(await come(outsider, file)).toEqual({ ok: false, error: 'access.forbidden' });
  expect(await come(writer, strToU8('# Texte'))).toMatchObject({ ok: false });
});
