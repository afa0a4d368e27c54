import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { raiseEpochs } from '#db/realtime/epochs.ts';
import { appendBlocks, type BlockJson, DOCUMENT_FRAGMENT } from '#shared/documents/text/document-blocks.ts';
import { readBlocks } from '#shared/documents/text/document-json.ts';
import { textOf } from '#shared/documents/text/document-text.ts';
import { contentOver, documentOf, h, p, secretOf } from '#tests/support/operations/document-content.ts';
import { until } from '#tests/support/patience.ts';
import { openStock } from '#tests/support/realtime/live-clients.ts';
import { type SignedIn, startTestServer, type TestServer } from '#tests/support/server.ts';

let server: TestServer;
let writer: SignedIn;
let token: string;
let ask: ReturnType<typeof contentOver>;
beforeAll(async () => {
  server = await startTestServer();
  writer = await server.person({ role: 'contributor', name: 'Nadia Ferrand' });
  token = await secretOf(server, writer.id);
  ask = contentOver(server, token);
});
afterAll(() => server.close());

const read = (id: string, query = '') => ask(id, 'GET', { query });
const aText = (blocks: readonly BlockJson[]) => documentOf(server, blocks, writer.id);
const linesOf = (doc: Y.Doc) => readBlocks(doc).map(textOf);
const linesIn = async (room: string) =>
  (await server.rooms.read(room, 'blocks', { by: { account: writer.id } })).value.map(textOf);

describe('[WC1] the text of a document is read', () => {
  test('in Markdown and in nodes, with a tag that names its state', async () => {
    const { id } = await aText([h('Contexte'), p('Il fait chaud.')]);
    const { status, etag, body } = await read(id);
    expect([status, etag]).toEqual([200, `"${body.base}"`]);
    expect([body.markdown, body.content]).toEqual(['## Contexte\n\nIl fait chaud.\n', null]);
    const nodes = (await read(id, '?format=json')).body;
    expect([nodes.base, nodes.markdown]).toEqual([body.base, null]);
    expect(nodes.content.map(textOf)).toEqual(['Contexte', 'Il fait chaud.']);
    expect((await read(id, '?format=docx')).status).toBe(400);
  });
});

describe('[WC2] the whole text is given', () => {
  test('[WC5] while two stock clients type: all that the three have written is there, and the new words are the person’s of the token', async () => {
    const { id, room } = await aText([h('Contexte'), p('Il fait chaud.'), p('Une fin.')]);
    const [anna, bruno] = [
      await server.person({ role: 'contributor' }),
      await server.person({ role: 'contributor' }),
    ];
    const seen = await read(id);
    const [one, other] = [openStock(server, room, anna), openStock(server, room, bruno)];
    await Promise.all([one.synced, other.synced]);
    const line = (doc: Y.Doc, place: number) =>
      (doc.getXmlFragment(DOCUMENT_FRAGMENT).get(place) as Y.XmlElement).get(0) as Y.XmlText;
    line(one.doc, 1).insert('Il fait chaud'.length, ' en ville');
    appendBlocks(other.doc, { blocks: [p('De Bruno.')] });
    await until('both have heard each other', () =>
      [one.doc, other.doc].every(
        (doc) =>
          linesOf(doc).join().includes('en ville,Une fin.,De Bruno.') ||
          linesOf(doc).join('|').includes('en ville.|Une fin.|De Bruno.'),
      ),
    );
    const markdown = seen.body.markdown.replace('Une fin.', 'Un paragraphe du script.\n\nUne fin.');
    const answer = await ask(id, 'PUT', { base: seen.etag, body: { markdown } });
    expect(answer.status).toBe(200);
    const all = ['Contexte', 'Il fait chaud en ville.', 'Un paragraphe du script.', 'Une fin.', 'De Bruno.'];
    expect(await linesIn(room)).toEqual(all);
    expect(answer.body.markdown).toContain('en ville');
    expect(answer.etag).toBe(`"${answer.body.base}"`);
    await until('everybody sees it', () =>
      [one.doc, other.doc].every((doc) => linesOf(doc).join() === all.join()),
    );
    const { rows } = await server.database.run('select client_id, user_id from doc_client where room = $1', [
      room,
    ]);
    const written = one.doc.getXmlFragment(DOCUMENT_FRAGMENT).get(2) as Y.XmlElement;
    const owner = rows.find(({ client_id }) => Number(client_id) === written._item?.id.client);
    expect(owner?.user_id).toBe(writer.id);
    const versions = await fetch(`${server.origin}/api/v1/documents/${id}/versions`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(JSON.stringify(await versions.json())).toContain('Nadia Ferrand');
  });

  test('what was read and is given back changes nothing, whatever Markdown cannot say of it', async () => {
    const { id, room } = await aText([
      h('Contexte'),
      { type: 'callout', attrs: { kind: 'practice' }, content: [p('À retenir')] },
      { type: 'paragraph' },
      {
        type: 'paragraph',
        attrs: { textAlign: 'center' },
        content: [
          { type: 'text', text: 'Demander à ' },
          { type: 'mention', attrs: { kind: 'person', id: writer.id, label: 'Nadia Ferrand' } },
          { type: 'text', text: ' si c’est ' },
          { type: 'status', attrs: { state: 'doing' } },
          { type: 'text', text: ', ', marks: [] },
          { type: 'text', text: 'important', marks: [{ type: 'highlight', attrs: { kind: 'check' } }] },
        ],
      },
      { type: 'bulletList', content: [{ type: 'listItem', content: [p('Un')] }] },
      { type: 'bulletList', content: [{ type: 'listItem', content: [p('Deux')] }] },
      {
        type: 'columns',
        content: [
          { type: 'column', content: [p('Gauche')] },
          { type: 'column', content: [p('Droite')] },
        ],
      },
      { type: 'blockquote', content: [p('Une')] },
      { type: 'blockquote', content: [p('Autre')] },
      {
        type: 'image',
        attrs: { src: '/fichiers/00000000-0000-4000-8000-000000000001', alt: 'Un plan', caption: 'Le plan' },
      },
      { type: 'paragraph' },
    ]);
    const exact = async () => await server.rooms.read(room, 'blocks', { by: { account: writer.id } });
    const before = await exact();
    for (const format of ['markdown', 'json'] as const) {
      const { etag, body } = await read(id, `?format=${format}`);
      const given = {
        [format === 'json' ? 'content' : 'markdown']: body[format === 'json' ? 'content' : 'markdown'],
      };
      const answer = await ask(id, 'PUT', { base: etag, body: given });
      expect([answer.status, answer.etag], format).toEqual([200, etag]);
      expect(await exact(), format).toEqual(before);
    }
    // One paragraph more, and the rest stays what it is.
    const { etag, body } = await read(id);
    await ask(id, 'PUT', { base: etag, body: { markdown: `${body.markdown}\nEt la suite.\n` } });
    const types = (await exact()).value.map(({ type }) => type);
    expect(types).toEqual([...before.value.map(({ type }) => type).slice(0, -1), 'paragraph', 'paragraph']);
  });

  test('[I1] with a key it is done once, and the words that came meanwhile are no reason to do it twice', async () => {
    const { id, room } = await aText([p('Début')]);
    const { etag } = await read(id);
    const body = { markdown: 'Début\n\nUne ligne\n' };
    const first = await ask(id, 'PUT', { base: etag, body, key: 'une-fois' });
    expect(first.status).toBe(200);
    // As if the process had died before it could keep its answer.
    await server.database.run("delete from idempotent_answer where key = 'une-fois'", []);
    const again = await ask(id, 'PUT', { base: etag, body, key: 'une-fois' });
    expect(again.status).toBe(200);
    expect(await linesIn(room)).toEqual(['Début', 'Une ligne']);
  });

  test('a base is asked for: without one 428, of another document or another generation 412', async () => {
    const { id } = await aText([p('Début')]);
    const other = await aText([p('Autre')]);
    const body = { markdown: 'Fin' };
    expect((await ask(id, 'PUT', { body })).status).toBe(428);
    expect((await ask(id, 'PATCH', { body })).body.code).toBe('content.baseMissing');
    for (const base of [
      (await read(other.id)).etag,
      '"rien"',
      '"00000000.1.99"',
      `"${id.slice(0, 8)}.1.99"`,
      'W/"x"',
    ])
      expect((await ask(id, 'PUT', { base, body })).status, String(base)).toBe(412);
    const { base } = (await read(id)).body;
    expect((await ask(id, 'PUT', { body: { ...body, base } })).status).toBe(200);
    await server.rooms.close();
    await raiseEpochs(server.database.db, new Date());
    await server.restart();
    expect((await ask(id, 'PUT', { body: { ...body, base } })).body.code).toBe('content.baseGone');
  });

  test('[K1] of what is packed the states between are gone, and said to be', async () => {
    const { id, room } = await aText([p('Un')]);
    const { body } = await read(id);
    for (const text of ['Deux', 'Trois'])
      await server.rooms.apply(room, { userId: writer.id }, 'document.append', { blocks: [p(text)] });
    await server.database.run(
      "update doc_update set at = date_trunc('minute', now()) - interval '3 days' + seq * interval '1 second' where room = $1",
      [room],
    );
    await server.rooms.packLogs(60_000);
    expect((await ask(id, 'PUT', { body: { base: body.base, markdown: 'Fin' } })).status).toBe(412);
  });
});

describe('[WC3] a piece is added', () => {
  test('at the end, and under a heading before the next one; a heading that is not there, or twice, is said', async () => {
    const { id, room } = await aText([
      h('Contexte'),
      p('Un.'),
      h('Suite'),
      p('Deux.'),
      h('Bis', 3),
      h('Bis', 3),
    ]);
    const { etag } = await read(id);
    expect((await ask(id, 'PATCH', { base: etag, body: { markdown: 'Trois.' } })).status).toBe(200);
    const under = { content: [p('Un et demi.')], heading: ' Contexte ' };
    expect((await ask(id, 'PATCH', { base: '*', body: under })).status).toBe(412);
    expect((await ask(id, 'PATCH', { base: etag, body: under })).status).toBe(200);
    expect(await linesIn(room)).toEqual([
      'Contexte',
      'Un.',
      'Un et demi.',
      'Suite',
      'Deux.',
      'Bis',
      'Bis',
      'Trois.',
    ]);
    const asked = (heading: string) => ask(id, 'PATCH', { base: etag, body: { markdown: 'x', heading } });
    expect((await asked('Absent')).body.code).toBe('content.headingAbsent');
    expect((await asked('Bis')).body.code).toBe('content.headingTwice');
  });
});
