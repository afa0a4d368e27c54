import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type SignedIn, startTestServer, type TestServer } from '#tests/support/server.ts';

let server: TestServer;
let writer: SignedIn;
let observer: SignedIn;
let outsider: SignedIn;
beforeAll(async () => {
  server = await startTestServer();
  writer = await server.person({ role: 'contributor', name: 'Nadia Ferrand' });
  observer = await server.person({ role: 'observer', name: 'Marc Delattre' });
  outsider = await server.person();
});
afterAll(() => server.close());

interface ThreadAnswer {
  readonly id: string;
  readonly quote: string;
  readonly resolvedAt: string | null;
  readonly resolvedBy: { name: string } | null;
  readonly author: { name: string } | null;
  readonly comments: readonly { body: string; author: { name: string } | null }[];
  readonly code?: string;
}

async function ask<T = ThreadAnswer>(
  who: SignedIn,
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; body: T }> {
  const answer = await fetch(`${server.origin}/api/v1/documents/${path}`, {
    method,
    headers: { authorization: `Bearer ${who.token}`, 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return { status: answer.status, body: (await answer.json()) as T };
}
const list = (who: SignedIn, id: string, query = '') =>
  ask<{ items: ThreadAnswer[]; next: string | null }>(who, 'GET', `${id}/comments${query}`);

const blocks = ['Planter une essence pour demain.', 'Arroser, puis arroser encore.'].map((text) => ({
  type: 'paragraph',
  content: [{ type: 'text', text }],
}));

async function written(): Promise<string> {
  const { id, room } = await server.document();
  await server.rooms.apply(room, { userId: writer.id }, 'document.append', { blocks });
  return id;
}

describe('[CM9] comments by REST', () => {
  test('a thread is begun on words of the text, answered, resolved and opened again', async () => {
    const id = await written();
    const begun = await ask(observer, 'POST', `${id}/comments`, {
      quote: 'une essence',
      body: ' Laquelle ? ',
    });
    expect(begun.status).toBe(201);
    expect(begun.body).toMatchObject({
      quote: 'une essence',
      resolvedAt: null,
      author: { name: 'Marc Delattre' },
      comments: [{ body: 'Laquelle ?' }],
    });
    const thread = `${id}/comments/${begun.body.id}`;
    const answered = await ask(writer, 'POST', `${thread}/replies`, { body: 'Le micocoulier.' });
    expect(answered.status).toBe(201);
    expect(answered.body.comments.map(({ author }) => author?.name)).toEqual([
      'Marc Delattre',
      'Nadia Ferrand',
    ]);
    const resolved = await ask(writer, 'PATCH', thread, { resolved: true });
    expect(resolved.status).toBe(200);
    expect(resolved.body.resolvedBy?.name).toBe('Nadia Ferrand');
    expect((await ask(writer, 'PATCH', thread, { resolved: true })).body.code).toBe(
      'comment.alreadyResolved',
    );
    expect((await ask(observer, 'PATCH', thread, { resolved: false })).body.resolvedAt).toBeNull();
    expect((await list(writer, id)).body).toMatchObject({ items: [{ id: begun.body.id }], next: null });
  });

  test('[X15] and leaves with the document, beside its words', async () => {
    const id = await written();
    await ask(observer, 'POST', `${id}/comments`, { quote: 'une essence', body: 'Laquelle ?' });
    const answer = await fetch(`${server.origin}/api/v1/documents/${id}/export?format=docx&comments=true`, {
      headers: { authorization: `Bearer ${writer.token}` },
    });
    const files = unzipSync(await answer.bytes());
    const text = strFromU8(files['word/document.xml'] as Uint8Array);
    const about = /<w:commentRangeStart w:id="0" ?\/>([\s\S]*)<w:commentRangeEnd w:id="0"/.exec(text)?.[1];
    expect(about?.replace(/<[^>]*>/g, '')).toBe('une essence');
    expect(strFromU8(files['word/comments.xml'] as Uint8Array)).toContain('Laquelle');
  });

  test('words that are not there, or there twice, begin nothing; nor do empty ones', async () => {
    const id = await written();
    for (const quote of ['absent', 'rroser'])
      expect(await ask(writer, 'POST', `${id}/comments`, { quote, body: 'Ici.' })).toMatchObject({
        status: 404,
        body: { code: 'comment.quoteNotFound' },
      });
    const empty = await ask(writer, 'POST', `${id}/comments`, { quote: 'Planter', body: '   ' });
    expect(empty).toMatchObject({ status: 422, body: { code: 'comment.empty' } });
    expect((await ask(writer, 'POST', `${id}/comments`, { quote: '', body: 'Ici.' })).status).toBe(400);
    expect((await list(writer, id)).body.items).toEqual([]);
  });

  test('come page by page', async () => {
    const id = await written();
    for (const quote of ['Planter', 'essence', 'demain'])
      await ask(writer, 'POST', `${id}/comments`, { quote, body: quote });
    const first = await list(writer, id, '?limit=2');
    expect(first.body.items.map(({ quote }) => quote)).toEqual(['Planter', 'essence']);
    const rest = await list(writer, id, `?limit=2&cursor=${first.body.next}`);
    expect(rest.body).toMatchObject({ items: [{ quote: 'demain' }], next: null });
  });

  test('[A5] an outsider finds nothing, and nobody reaches a thread through another document', async () => {
    const id = await written();
    const begun = await ask(writer, 'POST', `${id}/comments`, { quote: 'Planter', body: 'Où ?' });
    const thread = `comments/${begun.body.id}`;
    const other = await written();
    for (const [who, place] of [
      [outsider, id],
      [writer, other],
      [writer, (await server.foreignDocument()).id],
    ] as const) {
      expect((await ask(who, 'POST', `${place}/${thread}/replies`, { body: 'Ici.' })).status).toBe(404);
      expect((await ask(who, 'PATCH', `${place}/${thread}`, { resolved: true })).status).toBe(404);
    }
    expect((await list(outsider, id)).status).toBe(404);
    expect((await ask(outsider, 'POST', `${id}/comments`, { quote: 'demain', body: 'Ici.' })).status).toBe(
      404,
    );
    const [kept] = (await list(writer, id)).body.items;
    expect(kept).toMatchObject({ resolvedAt: null, comments: [{ body: 'Où ?' }] });
  });

  test('[CM4] whoever neither began a thread nor writes does not resolve it', async () => {
    const id = await written();
    const begun = await ask(writer, 'POST', `${id}/comments`, { quote: 'Planter', body: 'Où ?' });
    const refused = await ask(observer, 'PATCH', `${id}/comments/${begun.body.id}`, { resolved: true });
    expect(refused.body.code).toBe('comment.mayNotResolve');
    expect((await list(writer, id)).body.items[0]?.resolvedAt).toBeNull();
  });

  test('[A6] whoever only reads is told no', async () => {
    const id = await written();
    await server.database.run(`update document set visibility = 'programme' where id = $1`, [id]);
    expect((await list(outsider, id)).status).toBe(200);
    const refused = await ask(outsider, 'POST', `${id}/comments`, { quote: 'Planter', body: 'Où ?' });
    expect(refused).toMatchObject({ status: 403, body: { code: 'access.forbidden' } });
  });
});
