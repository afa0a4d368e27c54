import pino from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { setVisibility } from '#db/documents/access/document-access.ts';
import { trashDocument } from '#db/documents/documents.ts';
import { findObjectNames } from '#db/documents/object/object-names.ts';
import { inTransaction } from '#db/kernel/transaction.ts';
import { createExcerpts, type Excerpts, type Quoted } from '#server/documents/excerpt/excerpts.ts';
import { type ExcerptMode, excerptRef } from '#shared/documents/excerpt/excerpt.ts';
import { type BlockJson, DOCUMENT_FRAGMENT } from '#shared/documents/text/document-blocks.ts';
import { asReadable } from '#shared/kernel/access/readable.ts';
import { ANYBODY } from '#tests/support/anybody.ts';
import { heardOn, operationsOn } from '#tests/support/kernel/operations.ts';
import { until } from '#tests/support/patience.ts';
import { openStock } from '#tests/support/realtime/live-clients.ts';
import { type SignedIn, startTestServer, type TestServer } from '#tests/support/server.ts';

let server: TestServer;
let excerpts: Excerpts;
let anna: SignedIn;
let outsider: SignedIn;
beforeAll(async () => {
  server = await startTestServer();
  const { database, rooms, site } = server;
  excerpts = createExcerpts({
    database: { ...database, db: heardOn(database.db, { rooms }) },
    rooms,
    operations: operationsOn(database.db, { rooms }),
    log: pino({ level: 'silent' }),
    now: () => new Date(),
    newId: site.newId,
    quietMs: 0,
  });
  anna = await server.person({ role: 'facilitator', name: 'Anna Morel' });
  outsider = await server.person({ name: 'Hors Groupe' });
});
afterAll(async () => {
  excerpts.stop();
  await server.close();
});

const paragraph = (text: string): BlockJson => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const write = (room: string, ...blocks: BlockJson[]) =>
  server.rooms.apply(room, { userId: anna.id }, 'document.append', { blocks });
const blockOf = ({ id, source, blocks }: Quoted): BlockJson => ({
  type: 'excerpt',
  attrs: { id, source },
  content: blocks,
});
const textOf = async (room: string) => (await server.rooms.read(room, 'document', ANYBODY)).value.text;

/** A source that says this, and a document that quotes its first block. */
async function aQuotation(mode: ExcerptMode, said = 'La banquette compte plus que l’essence.') {
  const [source, target] = [await server.document(), await server.document()];
  await write(source.room, paragraph(said), paragraph('La suite.'));
  const quoted = await quoteFirst(source.id, target.id, mode);
  await write(target.room, blockOf(quoted));
  return { source, target, quoted };
}

async function keysOf(sourceId: string): Promise<string[]> {
  const found = await excerpts.quotable({ sourceId, by: anna.id });
  return found.ok ? found.value.blocks.map(({ key }) => key) : [];
}

async function quoteFirst(sourceId: string, documentId: string, mode: ExcerptMode): Promise<Quoted> {
  const [first = ''] = await keysOf(sourceId);
  const quoted = await excerpts.quote({ documentId, sourceId, keys: [first], mode, by: anna.id });
  if (!quoted.ok) throw new Error(quoted.error);
  return quoted.value;
}

/** Writes other words at the beginning of the first block. */
async function change(room: string, words: string): Promise<void> {
  const { doc, provider } = openStock(server, room, anna);
  await until('the text is here', () => provider.synced);
  const first = doc.getXmlFragment(DOCUMENT_FRAGMENT).get(0);
  const text = first instanceof Y.XmlElement ? first.get(0) : null;
  if (!(text instanceof Y.XmlText)) throw new Error('no text');
  text.insert(0, words);
  await until('it is stored', async () => (await textOf(room)).includes(words));
  provider.destroy();
}

async function standingOf(block: BlockJson, userId: string) {
  const ref = excerptRef(block);
  if (!ref) throw new Error('no excerpt');
  const names = await findObjectNames(server.site.db, { refs: [ref], userId, now: new Date() });
  return names[`excerpt:${ref.id}`];
}

test('[EC1] [EC2] a passage is quoted with who wrote it and the day, verified by what the server gave', async () => {
  const { quoted } = await aQuotation('frozen');
  expect(quoted.source).toMatch(/Anna Morel · texte du /);
  expect(quoted.blocks).toEqual([paragraph('La banquette compte plus que l’essence.')]);
  const block = blockOf(quoted);
  expect(await standingOf(block, anna.id)).toMatchObject({
    href: expect.stringContaining('/documents/'),
    excerpt: { mode: 'frozen', standing: 'current' },
  });
  const forged = { ...block, content: [paragraph('L’essence compte plus que la banquette.')] };
  expect((await standingOf(forged, anna.id))?.excerpt?.standing).toBe('unverified');
  const signed = { ...block, attrs: { ...block.attrs, source: 'Le ministère' } };
  expect((await standingOf(signed, anna.id))?.excerpt?.standing).toBe('unverified');
});

test('[EC1] whoever may not read the source cannot choose in it, and nothing says that it is there', async () => {
  const [source, target] = [await server.document(), await server.document()];
  await write(source.room, paragraph('Secret'));
  const [key = ''] = await keysOf(source.id);
  const refused = { ok: false, error: 'excerpt.sourceMissing' };
  expect(await excerpts.quotable({ sourceId: source.id, by: outsider.id })).toEqual(refused);
  const asked = { documentId: target.id, sourceId: source.id, keys: [key], mode: 'live' } as const;
  expect(await excerpts.quote({ ...asked, by: outsider.id })).toEqual(refused);
  expect(await excerpts.quote({ ...asked, sourceId: server.site.newId(), by: anna.id })).toEqual(refused);
});

test('[EC1] [EC6] bad choices are refused: itself, nothing, blocks that are gone, too much, a circle', async () => {
  const { source, target, quoted } = await aQuotation('frozen');
  const quote = (documentId: string, sourceId: string, keys: string[]) =>
    excerpts.quote({ documentId, sourceId, keys, mode: 'frozen', by: anna.id });
  const refused = (error: string) => ({ ok: false, error });
  expect(await quote(source.id, source.id, ['1-1'])).toEqual(refused('excerpt.ownDocument'));
  expect(await quote(target.id, source.id, [])).toEqual(refused('excerpt.nothingChosen'));
  expect(await quote(target.id, source.id, ['1-1'])).toEqual(refused('excerpt.passageGone'));
  const [excerptKey = ''] = await keysOf(target.id);
  expect(await quote(source.id, target.id, [excerptKey])).toEqual(refused('excerpt.circular'));
  const third = await server.document();
  const through = await quote(third.id, target.id, [excerptKey]);
  expect(through.ok && through.value.blocks).toMatchObject([
    { type: 'blockquote', attrs: { source: quoted.source } },
  ]);
  const long = await server.document();
  await write(long.room, paragraph('x'.repeat(20_001)));
  expect(await quote(target.id, long.id, await keysOf(long.id))).toEqual(refused('excerpt.tooLong'));
});

test('[EC5] a live excerpt follows its source in the name of who quoted; a frozen one stays and says that it changed', async () => {
  const { source, target, quoted } = await aQuotation('live');
  const frozen = await quoteFirst(source.id, target.id, 'frozen');
  await write(target.room, blockOf(frozen));
  await change(source.room, 'Oui. ');
  await until('the words follow', async () => (await textOf(target.room)).includes('Oui. La banquette'));
  expect((await textOf(target.room)).match(/La banquette/g)).toHaveLength(2);
  expect((await textOf(target.room)).match(/Oui\. La banquette/g)).toHaveLength(1);
  await until('it is known', async () => {
    const named = await standingOf(blockOf(frozen), anna.id);
    return named?.excerpt?.standing === 'changed';
  });
  const { value: blocks } = await server.rooms.read(target.room, 'blocks', ANYBODY);
  const followed = blocks.find(({ attrs }) => attrs?.id === quoted.id) as BlockJson;
  expect((await standingOf(followed, anna.id))?.excerpt).toMatchObject({ mode: 'live', standing: 'current' });
});

test('[EC5] [EC7] a source that closes to who follows it brings nothing more, and its readers are told the least', async () => {
  const writer = await server.person({ role: 'contributor', name: 'Yann' });
  const [source, target] = [await server.document(), await server.document()];
  await write(source.room, paragraph('Avant'));
  const [key = ''] = await keysOf(source.id);
  const asked = { documentId: target.id, sourceId: source.id, keys: [key], mode: 'live' } as const;
  const quoted = await excerpts.quote({ ...asked, by: writer.id });
  if (!quoted.ok) throw new Error(quoted.error);
  const block = blockOf(quoted.value);
  await write(target.room, block);
  const change_ = { documentId: source.id, groupId: server.groupId, by: anna.id, now: new Date() };
  const ids = { activityId: server.site.newId(), accessId: server.site.newId() };
  await inTransaction(server.site.db, (tx) =>
    setVisibility(tx, { ...change_, ...ids, visibility: 'restricted' }),
  );
  await change(source.room, 'Confidentiel. ');
  await until('it is known', async () => {
    return (await standingOf(block, anna.id))?.excerpt?.standing === 'changed';
  });
  expect(await textOf(target.room)).not.toContain('Confidentiel');
  expect(await standingOf(block, writer.id)).toMatchObject({
    name: '',
    href: null,
    excerpt: { standing: 'hidden' },
  });
  await inTransaction(server.site.db, (tx) =>
    trashDocument(tx, { ...change_, activityId: server.site.newId() }),
  );
  for (const { id } of [writer, anna])
    expect(await standingOf(block, id)).toMatchObject({
      name: '',
      href: null,
      excerpt: { standing: 'deleted' },
    });
});

test('[EC5] of a frozen excerpt one sees what changed, and takes it or keeps the text; what one did not see is not taken', async () => {
  const { source, target, quoted } = await aQuotation('frozen');
  const { updates } = excerpts;
  const asked = { documentId: asReadable<'document'>(target.id), excerptId: quoted.id, by: anna.id };
  await change(source.room, 'Mesurée, ');
  const compared = await updates.compare(asked);
  if (!compared.ok) throw new Error(compared.error);
  expect(compared.value).toMatchObject({ changes: 1, html: expect.stringContaining('<ins') });
  const { words } = compared.value;
  expect(await updates.keep({ ...asked, words })).toEqual({ ok: true });
  expect((await standingOf(blockOf(quoted), anna.id))?.excerpt?.standing).toBe('kept');
  await change(source.room, 'Encore. ');
  const refused = { ok: false, error: 'excerpt.changedAgain' };
  expect(await updates.accept({ ...asked, words })).toEqual(refused);
  expect(await updates.keep({ ...asked, words })).toEqual(refused);
  const again = await updates.compare(asked);
  if (!again.ok) throw new Error(again.error);
  expect(await updates.accept({ ...asked, words: again.value.words })).toEqual({ ok: true });
  const { value: blocks } = await server.rooms.read(target.room, 'blocks', ANYBODY);
  expect(blocks[0]?.content).toMatchObject([
    paragraph('Encore. Mesurée, La banquette compte plus que l’essence.'),
  ]);
  const [taken = blockOf(quoted)] = blocks;
  expect((await standingOf(taken, anna.id))?.excerpt).toMatchObject({ mode: 'frozen', standing: 'current' });
});

test('[EC5] whoever may not read the source neither compares, takes nor follows it; an excerpt that is not there is not found', async () => {
  const { source, target, quoted } = await aQuotation('live');
  const writer = await server.person({ role: 'contributor', name: 'Léa' });
  const restricted = { documentId: source.id, groupId: server.groupId, by: anna.id, now: new Date() };
  const ids = { activityId: server.site.newId(), accessId: server.site.newId() };
  await inTransaction(server.site.db, (tx) =>
    setVisibility(tx, { ...restricted, ...ids, visibility: 'restricted' }),
  );
  const { updates } = excerpts;
  const asked = { documentId: asReadable<'document'>(target.id), excerptId: quoted.id, by: writer.id };
  const words = '0'.repeat(64);
  const refused = (error: string) => ({ ok: false, error });
  expect(await updates.compare(asked)).toEqual(refused('excerpt.sourceMissing'));
  expect(await updates.accept({ ...asked, words })).toEqual(refused('excerpt.sourceMissing'));
  expect(await updates.keep({ ...asked, words })).toEqual(refused('excerpt.sourceMissing'));
  expect(await updates.setMode({ ...asked, mode: 'live' })).toEqual(refused('excerpt.sourceMissing'));
  expect(await updates.setMode({ ...asked, mode: 'frozen' })).toEqual({ ok: true });
  const elsewhere = await server.document();
  expect(await updates.compare({ ...asked, documentId: asReadable(elsewhere.id) })).toEqual(
    refused('excerpt.notFound'),
  );
  await write(elsewhere.room, blockOf(quoted));
  await until('the copy is known', async () => {
    const copy = await updates.setMode({ ...asked, documentId: asReadable(elsewhere.id), mode: 'live' });
    return !copy.ok && copy.error === 'excerpt.copied';
  });
});

test('[EC5] a frozen excerpt that follows again takes what its source says at once', async () => {
  const { source, target, quoted } = await aQuotation('frozen');
  await change(source.room, 'Depuis : ');
  const asked = { documentId: asReadable<'document'>(target.id), excerptId: quoted.id, by: anna.id };
  expect(await excerpts.updates.setMode({ ...asked, mode: 'live' })).toEqual({ ok: true });
  expect(await textOf(target.room)).toContain('Depuis : La banquette');
});
