import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documents } from '#db/documents/schema.ts';
import type { BlockJson } from '#shared/documents/text/document-blocks.ts';
import { textOf } from '#shared/documents/text/document-text.ts';
import { contentOver, documentOf, p, secretOf } from '#tests/support/operations/document-content.ts';
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
const linesIn = async (room: string) =>
  (await server.rooms.read(room, 'blocks', { by: { account: writer.id } })).value.map(textOf);

describe('[WC4] what is given is looked at', () => {
  test('scripts, frames and handlers of Markdown come to nothing, and are counted; our own images stay', async () => {
    const { id, room } = await aText([p('Début')]);
    const { etag } = await read(id);
    const image = '![Un plan](/fichiers/00000000-0000-4000-8000-000000000001)';
    const markdown = `Avant <script>alert(1)</script> après\n\n<p onclick="alert(2)">Un <b>mot</b></p>\n\n[lien](javascript:alert(3))\n\n<iframe src="https://exemple.fr"></iframe>\n\n![dehors](https://exemple.fr/a.png)\n\n${image}\n`;
    const answer = await ask(id, 'PUT', { base: etag, body: { markdown } });
    expect(answer.status).toBe(200);
    const { value } = await server.rooms.read(room, 'blocks', { by: { account: writer.id } });
    expect(JSON.stringify(value)).not.toMatch(/alert|script|onclick|exemple\.fr/);
    expect(value.map(({ type }) => type)).toContain('image');
    expect(answer.body.losses.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['media', 'imagesElsewhere']),
    );
    for (const { detail } of answer.body.losses) expect(detail).not.toBe('');
  });

  test('nodes that no document has, an unknown field, both formats or none are refused, and nothing is changed', async () => {
    const { id, room } = await aText([p('Début')]);
    const { etag } = await read(id);
    const given = (body: object) => ask(id, 'PUT', { base: etag, body });
    let deep: BlockJson = p('x');
    for (let depth = 0; depth < 2_000; depth++) deep = { type: 'blockquote', content: [deep] };
    for (const content of [[{ type: 'script' }], [{ type: 'text', text: 'seul' }], [{}], [deep]])
      expect((await given({ content })).status, JSON.stringify(content).slice(0, 50)).toBe(422);
    expect((await given({ markdown: 'a', content: [p('b')] })).status).toBe(400);
    expect((await given({})).status).toBe(400);
    expect((await given({ markdown: 'a', titre: 'b' })).body).toMatchObject({ errors: [{ path: 'titre' }] });
    expect((await given({ markdown: `${'>'.repeat(60)} x` })).body.code).toBe('import.bomb');
    expect(await linesIn(room)).toEqual(['Début']);
  });

  test('a thousand headings are fine, ten megabytes are 413', async () => {
    const { id, room } = await aText([p('Début')]);
    const { etag } = await read(id);
    const markdown = Array.from({ length: 1_000 }, (_, at) => `# Titre ${at}\n\nTexte ${at}`).join('\n\n');
    expect((await ask(id, 'PUT', { base: etag, body: { markdown } })).status).toBe(200);
    expect(await linesIn(room)).toHaveLength(2_000);
    const big = await ask(id, 'PUT', { base: etag, body: { markdown: 'a'.repeat(10 * 1024 * 1024) } });
    expect([big.status, big.body.code]).toEqual([413, 'api.tooLarge']);
  });
});

describe('[WC1] who may', () => {
  test('[TK2] [A5] an outsider sees none, an observer and a token that reads write nothing, a frozen text is 409', async () => {
    const { id, room } = await aText([p('Début')]);
    const { etag } = await read(id);
    const body = { markdown: 'Fin' };
    const [outsider, observer] = [await server.person(), await server.person({ role: 'observer' })];
    const status = async (method: string, as: string) =>
      (await ask(id, method, { as, base: etag, ...(method !== 'GET' && { body }) })).status;
    const foreign = await secretOf(server, outsider.id);
    expect([
      await status('GET', foreign),
      await status('PUT', foreign),
      await status('PATCH', foreign),
    ]).toEqual([404, 404, 404]);
    const reads = await secretOf(server, observer.id);
    expect([await status('GET', reads), await status('PUT', reads), await status('PATCH', reads)]).toEqual([
      200, 403, 403,
    ]);
    const scoped = await secretOf(server, writer.id, ['documents:read']);
    expect([await status('GET', scoped), await status('PUT', scoped)]).toEqual([200, 403]);
    const elsewhere = await secretOf(server, writer.id, ['boards:write']);
    expect([await status('GET', elsewhere), await status('PATCH', elsewhere)]).toEqual([403, 403]);
    await server.database.db.update(documents).set({ frozenAt: new Date() });
    expect([await status('GET', token), await status('PUT', token), await status('PATCH', token)]).toEqual([
      200, 409, 409,
    ]);
    await server.database.db.update(documents).set({ frozenAt: null });
    expect(await linesIn(room)).toEqual(['Début']);
  });
});
