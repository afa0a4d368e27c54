import { z } from 'zod';
import { listThreads, type Thread } from '#db/documents/comment/comment-threads.ts';
import { reopenThread, replyToThread, resolveThread, startThread } from '#db/documents/comment/comments.ts';
import { type DocumentForMember, findDocumentForMember } from '#db/documents/documents.ts';
import type { Db } from '#db/kernel/client.ts';
import { COMMENT_MAX, SUGGESTION_STATES } from '#shared/documents/comment/comment.ts';
import { QUOTE_MAX } from '#shared/documents/comment/passage.ts';
import { canInDocument, type DocumentAction } from '#shared/documents/document-access.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { PersonBadge } from '#shared/people/organisation/organisation.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { inNameOf } from '../../kernel/lane/lane.ts';
import { type Call, operation, writeOperation } from './operation.ts';
import type { ApiError } from './problem.ts';
import { Id, listOf, Nothing, Organisation, Page, pageOf, UserId } from './shapes.ts';
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

type AnyCall = Pick<Call<unknown, unknown, unknown>, 'services' | 'caller'>;

async function documentFor(
  { services: { db, now }, caller }: AnyCall,
  documentId: string,
  action: DocumentAction,
): Promise<Result<DocumentForMember, ApiError>> {
  const found = await findDocumentForMember(db, { documentId, userId: caller.userId, now: now() });
  if (!found) return fail('access.notFound');
  return canInDocument(found, action) ? ok(found) : fail('access.forbidden');
}

function changeOf({ services: { now }, caller }: AnyCall, { id, group, access }: DocumentForMember) {
  return { documentId: id, groupId: group.id, by: caller.userId, access, now: now() };
}

/** What is done in a thread, which open pages are told of; the answer is the thread as it is then. */
function inThread(
  { services: { rooms }, caller }: AnyCall,
  { id, group }: DocumentForMember,
  threadId: string,
  work: (tx: Db) => Promise<Result<void, ApiError>>,
): Result<Write<z.input<typeof ThreadShape>>, never> {
  return ok({
    async make(tx) {
      const done = await work(tx);
      if (!done.ok) return done;
      const asked = { documentId: id, groupId: group.id, userId: caller.userId, threadId };
      const [thread] = await listThreads(tx, asked);
      return thread ? ok(present(thread)) : fail('comment.notFound');
    },
    tell: () => rooms.tellNews(roomName({ kind: 'document', id }), 'comments'),
  });
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
    method: 'get',
    path: '/documents/{document}/comments',
    name: 'comments.list',
    scope: 'documents:read',
    params: InDocument,
    query: Page,
    body: null,
    success: 200,
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
    query: Nothing,
    body: z.object({ quote: z.string().min(1).max(QUOTE_MAX), body: Body, mentions: Mentions }),
    success: 201,
    answer: ThreadShape,
    run: async (call) => {
      const { services, params, body } = call;
      const { rooms, newId } = services;
      const document = await documentFor(call, params.document, 'document.comment');
      if (!document.ok) return document;
      const room = roomName({ kind: 'document', id: document.value.id });
      const passage = await rooms.ask(
        room,
        'passageQuoting',
        body.quote,
        Number.MAX_SAFE_INTEGER,
        inNameOf(call.caller.userId),
      );
      if (!passage) return fail('comment.quoteNotFound');
      const threadId = newId();
      const begun = {
        ...changeOf(call, document.value),
        threadId,
        passage,
        commentId: newId(),
        activityId: newId(),
        body: body.body,
        mentions: body.mentions,
      };
      return inThread(call, document.value, threadId, (tx) => startThread(tx, begun));
    },
  }),
  writeOperation({
    method: 'post',
    path: '/documents/{document}/comments/{thread}/replies',
    name: 'comments.reply',
    scope: 'documents:write',
    params: InThread,
    query: Nothing,
    body: z.object({ body: Body, mentions: Mentions }),
    success: 201,
    answer: ThreadShape,
    run: async (call) => {
      const { services, params, body } = call;
      const document = await documentFor(call, params.document, 'document.comment');
      if (!document.ok) return document;
      const said = { ...body, commentId: services.newId(), threadId: params.thread };
      const change = { ...changeOf(call, document.value), ...said };
      return inThread(call, document.value, params.thread, (tx) => replyToThread(tx, change));
    },
  }),
  writeOperation({
    method: 'patch',
    path: '/documents/{document}/comments/{thread}',
    name: 'comments.change',
    scope: 'documents:write',
    params: InThread,
    query: Nothing,
    body: z.object({ resolved: z.boolean() }),
    success: 200,
    answer: ThreadShape,
    run: async (call) => {
      const { params, body } = call;
      const document = await documentFor(call, params.document, 'document.comment');
      if (!document.ok) return document;
      const change = { ...changeOf(call, document.value), threadId: params.thread };
      const settle = body.resolved ? resolveThread : reopenThread;
      return inThread(call, document.value, params.thread, (tx) => settle(tx, change));
    },
  }),
];
