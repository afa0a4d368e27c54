import { z } from 'zod';
import { listThreads, type Thread } from '#db/documents/comment/comment-threads.ts';
import { type DocumentForMember, findDocumentForMember } from '#db/documents/documents.ts';
import { COMMENT_MAX, SUGGESTION_STATES } from '#shared/documents/comment/comment.ts';
import { QUOTE_MAX } from '#shared/documents/comment/passage.ts';
import { canInDocument, type DocumentAction } from '#shared/documents/document-access.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { PersonBadge } from '#shared/people/organisation/organisation.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { inNameOf } from '../../kernel/lane/lane.ts';
import { followedBy, type ReadyWrite } from '../../kernel/ready-write.ts';
import { type Call, operation, writeOperation } from './operation.ts';
import type { ApiError } from './problem.ts';
import { Id, listOf, Organisation, Page, pageOf, UserId } from './shapes.ts';
import type { Write } from './write.ts';

const Person = z.object({ id: UserId, name: z.string(), organisation: Organisation.nullable() });
const Comment = z.object({
  id: Id,
  /** Null for an account that is gone. */
  author: Person.nullable(),
  /** Empty once deleted. */
  body: z.string(),
  createdAt: z.iso.datetime(),
  editedAt: z.iso.datetime().nullable(),
  isDeleted: z.boolean(),
});
const ThreadShape = z.object({
  id: Id,
  /** The words that it is about, as they were when it was begun; empty for a place between words. */
  quote: z.string(),
  author: Person.nullable(),
  createdAt: z.iso.datetime(),
  resolvedAt: z.iso.datetime().nullable(),
  resolvedBy: Person.nullable(),
  suggestion: z
    .object({ original: z.string(), proposed: z.string(), state: z.enum(SUGGESTION_STATES) })
    .nullable(),
  comments: z.array(Comment),
});

/** Longer than what is refused in words, so that those words are heard. */
const Body = z.string().max(10 * COMMENT_MAX);
const Mentions = z.array(UserId).max(100).default([]);
const InDocument = z.object({ document: Id });
const InThread = InDocument.extend({ thread: Id });

type ReadyOrRefused = Result<ReadyWrite<void, ApiError>, ApiError>;
type AnyCall = Pick<Call<unknown, unknown, unknown>, 'services' | 'caller'>;

/** The document, when the caller may do this with it: absent where they may not read it, forbidden for less than it takes. */
export async function documentFor(
  { services: { db, now }, caller }: AnyCall,
  documentId: string,
  action: DocumentAction,
): Promise<Result<DocumentForMember, ApiError>> {
  const found = await findDocumentForMember(db, { documentId, userId: caller.userId, now: now() });
  if (!found) return fail('access.notFound');
  return canInDocument(found, action) ? ok(found) : fail('access.forbidden');
}

/** What is done in a thread; the answer is the thread as it is then. */
function inThread(
  { caller }: AnyCall,
  { id, group }: DocumentForMember,
  threadId: string,
  ready: ReadyOrRefused,
): Result<Write<z.input<typeof ThreadShape>>, ApiError> {
  if (!ready.ok) return ready;
  const asked = { documentId: id, groupId: group.id, userId: caller.userId, threadId };
  return ok(
    followedBy(ready.value, async (tx) => {
      const [thread] = await listThreads(tx, asked);
      return thread ? ok(present(thread)) : fail('comment.notFound');
    }),
  );
}

function present({ id, passage, author, createdAt, resolved, suggestion, comments }: Thread) {
  return {
    id,
    quote: passage.quote,
    author: personOf(author),
    createdAt: createdAt.toISOString(),
    resolvedAt: resolved?.at.toISOString() ?? null,
    resolvedBy: personOf(resolved?.by ?? null),
    suggestion: suggestion && {
      original: suggestion.original,
      proposed: suggestion.proposed,
      state: suggestion.state,
    },
    comments: comments.map((comment) => ({
      id: comment.id,
      author: personOf(comment.author),
      body: comment.body,
      createdAt: comment.createdAt.toISOString(),
      editedAt: comment.editedAt?.toISOString() ?? null,
      isDeleted: comment.isDeleted,
    })),
  };
}

function personOf(person: PersonBadge | null): z.input<typeof Person> | null {
  if (!person) return null;
  const { id, name, organisation } = person;
  return { id, name, organisation: organisation && { id: organisation.id, name: organisation.name } };
}

/** [CM9] The discussions of a document. */
export const commentOperations = [
  operation({
    path: '/documents/{document}/comments',
    name: 'comments.list',
    scope: 'documents:read',
    params: InDocument,
    query: Page,
    answer: listOf(ThreadShape),
    run: async (call) => {
      const { services, caller, params, query } = call;
      const document = await documentFor(call, params.document, 'document.read');
      if (!document.ok) return document;
      const { id: documentId, group } = document.value;
      const threads = await listThreads(services.db, {
        documentId,
        groupId: group.id,
        userId: caller.userId,
      });
      return ok(pageOf(threads.map(present), query));
    },
  }),
  writeOperation({
    method: 'post',
    path: '/documents/{document}/comments',
    name: 'comments.create',
    scope: 'documents:write',
    params: InDocument,
    body: z.object({ quote: z.string().min(1).max(QUOTE_MAX), body: Body, mentions: Mentions }),
    success: 201,
    located: ({ id }, { document }) => `/documents/${document}/comments/${id}`,
    answer: ThreadShape,
    run: async (call) => {
      const { services, caller, params, body } = call;
      const { operations, rooms, newId } = services;
      const document = await documentFor(call, params.document, 'document.comment');
      if (!document.ok) return document;
      const room = roomName({ kind: 'document', id: document.value.id });
      const passage = await rooms.ask(
        room,
        'passageQuoting',
        body.quote,
        Number.MAX_SAFE_INTEGER,
        inNameOf(caller.userId),
      );
      if (!passage) return fail('comment.quoteNotFound');
      const threadId = newId();
      const begun = { ...body, documentId: document.value.id, threadId, passage, commentId: newId() };
      const ready = await operations.ready('comment.start', caller, begun);
      return inThread(call, document.value, threadId, ready);
    },
  }),
  writeOperation({
    method: 'post',
    path: '/documents/{document}/comments/{thread}/replies',
    name: 'comments.reply',
    scope: 'documents:write',
    params: InThread,
    body: z.object({ body: Body, mentions: Mentions }),
    success: 201,
    located: ({ id }, { document }) => `/documents/${document}/comments/${id}`,
    answer: ThreadShape,
    run: async (call) => {
      const { services, caller, params, body } = call;
      const document = await documentFor(call, params.document, 'document.comment');
      if (!document.ok) return document;
      const { document: documentId, thread: threadId } = params;
      const said = { ...body, documentId, threadId, commentId: services.newId() };
      const ready = await services.operations.ready('comment.reply', caller, said);
      return inThread(call, document.value, threadId, ready);
    },
  }),
  writeOperation({
    method: 'patch',
    path: '/documents/{document}/comments/{thread}',
    name: 'comments.change',
    scope: 'documents:write',
    params: InThread,
    body: z.object({ resolved: z.boolean() }),
    success: 200,
    answer: ThreadShape,
    run: async (call) => {
      const { services, caller, params, body } = call;
      const document = await documentFor(call, params.document, 'document.comment');
      if (!document.ok) return document;
      const { document: documentId, thread: threadId } = params;
      const settle = body.resolved ? 'discussion.resolve' : 'discussion.reopen';
      const ready = await services.operations.ready(settle, caller, { documentId, threadId });
      return inThread(call, document.value, threadId, ready);
    },
  }),
];
