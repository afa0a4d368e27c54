import { z } from 'zod';
import { CONTENT_FORMATS } from '#shared/documents/conversion/content.ts';
import { LOSSES } from '#shared/documents/conversion/conversion.ts';
import { importing } from '#shared/documents/conversion/import.fr.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { ContentWritten, DocumentContent, ReadyContent } from '../../documents/content/contents.ts';
import { operation, type WriteCall, writeOperation } from './operation.ts';
import type { ApiError } from './problem.ts';
import { Id } from './shapes.ts';
import type { Write } from './write.ts';

const InDocument = z.object({ document: Id });
/** A node of Tiptap: the schema of documents reads it. */
const Node = z.record(z.string(), z.unknown());

const Content = z.object({
  /** Names this state of the text; the ETag is the same. */
  base: z.string(),
  /** Null when the other format was asked for. */
  markdown: z.string().nullable(),
  content: z.array(Node).nullable(),
});
const Written = Content.extend({
  /** What could not be kept of what was sent, by kind. */
  losses: z.array(z.object({ kind: z.enum(LOSSES), count: z.number().int(), detail: z.string() })),
});

/** A long document, in JSON. */
const MAX_BYTES = 4 * 1024 * 1024;

const Given = z.object({
  base: z.string().max(100).optional(),
  markdown: z.string().optional(),
  content: z.array(Node).optional(),
});
const isOne = ({ markdown, content }: z.output<typeof Given>) =>
  (markdown === undefined) !== (content === undefined);
const ONE = { path: ['markdown'], message: 'markdown or content, not both' };

type Asked = WriteCall<{ document: string }, unknown, z.output<typeof Given>>;

/** The state that the request names, in its head or its body. */
function baseOf({ ifMatch, body }: Asked): Result<string, ApiError> {
  const base = ifMatch?.[0] ?? body.base;
  return base ? ok(base) : fail('content.baseMissing');
}

const given = ({ markdown, content }: z.output<typeof Given>) => ({
  markdown: markdown ?? null,
  content: content ?? null,
});

function present({ base, markdown, content }: DocumentContent): z.input<typeof Content> {
  return { base, markdown, content: content?.map((node) => ({ ...node })) ?? null };
}

const presentWritten = (written: ContentWritten): z.input<typeof Written> => ({
  ...present(written),
  losses: written.losses.map((lost) => ({
    ...{ kind: lost.kind, count: lost.count },
    detail: importing.lost(lost),
  })),
});

/** [I1] Once for a key, by an id that follows from it. */
function writing(
  { madeId, isKeyed }: Asked,
  ready: Result<ReadyContent, ApiError>,
): Result<Write<z.input<typeof Written>>, ApiError> {
  if (!ready.ok) return ready;
  return ok({
    async apply() {
      const written = await ready.value.write(isKeyed ? madeId : null);
      return written.ok ? ok(presentWritten(written.value)) : written;
    },
  });
}

/** [WC1] [WC2] [WC3] The text of a document. */
export const documentContentOperations = [
  operation({
    path: '/documents/{document}/content',
    name: 'content.read',
    scope: 'documents:read',
    params: InDocument,
    query: z.object({ format: z.enum(CONTENT_FORMATS).default('markdown') }),
    answer: Content,
    tag: ({ base }) => base,
    run: async ({ services, caller: { userId }, params, query: { format } }) => {
      const read = await services.contents.read({ documentId: params.document, userId, format });
      return read.ok ? ok(present(read.value)) : read;
    },
  }),
  writeOperation({
    method: 'put',
    path: '/documents/{document}/content',
    name: 'content.rewrite',
    scope: 'documents:write',
    params: InDocument,
    body: Given.refine(isOne, ONE),
    maxBytes: MAX_BYTES,
    success: 200,
    answer: Written,
    tag: ({ base }) => base,
    run: async (call) => {
      const base = baseOf(call);
      if (!base.ok) return base;
      const { services, caller, params, body } = call;
      const asked = { documentId: params.document, userId: caller.userId };
      return writing(
        call,
        await services.contents.rewrite({ ...asked, base: base.value, given: given(body) }),
      );
    },
  }),
  writeOperation({
    method: 'patch',
    path: '/documents/{document}/content',
    name: 'content.insert',
    scope: 'documents:write',
    params: InDocument,
    body: Given.extend({ heading: z.string().min(1).max(2_000).optional() }).refine(isOne, ONE),
    maxBytes: MAX_BYTES,
    success: 200,
    answer: Written,
    tag: ({ base }) => base,
    run: async (call) => {
      const base = baseOf(call);
      if (!base.ok) return base;
      const { services, caller, params, body } = call;
      const asked = { documentId: params.document, userId: caller.userId, base: base.value };
      const piece = { given: given(body), heading: body.heading ?? null };
      return writing(call, await services.contents.insert({ ...asked, ...piece }));
    },
  }),
];
