import type { BlockJson } from '#shared/documents/text/document-blocks.ts';
import type { Scope } from '#shared/operations/token/scopes.ts';
import type { TestServer } from '../server.ts';
import { anAccessToken } from './access-tokens.ts';

/** What REST answers of the text of a document. */
export interface ContentAnswer {
  readonly status: number;
  readonly etag: string | null;
  readonly body: {
    readonly base: string;
    readonly markdown: string;
    readonly content: BlockJson[];
    readonly losses: { kind: string; count: number; detail: string }[];
    readonly code?: string;
  };
}

interface Asked {
  readonly body?: object;
  readonly base?: string | null;
  readonly key?: string;
  readonly query?: string;
  readonly as?: string;
}

/** The secret of a token of this person. */
export async function secretOf(
  { database }: Pick<TestServer, 'database'>,
  userId: string,
  scopes: readonly Scope[] = ['documents:write'],
): Promise<string> {
  return (await anAccessToken(database.db, { userId, scopes, now: new Date() })).secret;
}

/** Asks for the text of a document by REST, with this token unless another is named. */
export function contentOver(server: Pick<TestServer, 'origin'>, secret: string) {
  return async (id: string, method: string, asked: Asked = {}): Promise<ContentAnswer> => {
    const { body, base, key, query = '', as = secret } = asked;
    const answer = await fetch(`${server.origin}/api/v1/documents/${id}/content${query}`, {
      method,
      headers: {
        authorization: `Bearer ${as}`,
        ...(body && { 'content-type': 'application/json' }),
        ...(base && { 'if-match': base }),
        ...(key && { 'idempotency-key': key }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return {
      status: answer.status,
      etag: answer.headers.get('etag'),
      body: text.startsWith('{') ? JSON.parse(text) : {},
    };
  };
}

export const p = (text: string): BlockJson => ({ type: 'paragraph', content: [{ type: 'text', text }] });
export const h = (text: string, level = 2): BlockJson => ({
  type: 'heading',
  attrs: { level },
  content: [{ type: 'text', text }],
});

/** A document of the group of the tests with these blocks, by this person. */
export async function documentOf(
  server: Pick<TestServer, 'document' | 'rooms'>,
  blocks: readonly BlockJson[],
  by: string,
): Promise<{ id: string; room: string }> {
  const made = await server.document();
  await server.rooms.apply(made.room, { userId: by }, 'document.append', { blocks });
  return made;
}
