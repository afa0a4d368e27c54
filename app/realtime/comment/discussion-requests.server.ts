import { createHash } from 'node:crypto';
import { data } from 'react-router';
import { z } from 'zod';
import type { Discussion } from '#db/documents/comment/comment-threads.ts';
import type { Services } from '#server/services.ts';
import { COMMENT_MAX, SUGGESTION_MAX } from '#shared/documents/comment/comment.ts';
import type { DiscussionJson, DiscussionRequest } from '#shared/documents/comment/thread-wire.ts';
import type { DomainError } from '#shared/errors.ts';
import { notOurs } from '../../kernel/refusal.server.ts';

/** Longer than what is refused in words, so that those words are heard. */
export const Text = z.string().max(10 * Math.max(COMMENT_MAX, SUGGESTION_MAX));
export const Id = z.uuid();
export const Said = z.object({ commentId: Id, body: Text, mentions: z.array(z.string().max(64)).max(100) });

/** What pages may ask of a discussion, whatever it is about. */
export const discussionRequests = [
  Said.extend({ intent: z.literal('reply'), threadId: Id }),
  Said.extend({ intent: z.literal('edit') }),
  z.object({ intent: z.enum(['delete', 'restore']), commentId: Id }),
  z.object({ intent: z.enum(['resolve', 'reopen']), threadId: Id }),
  z.object({ intent: z.literal('read'), threadIds: z.array(Id).max(1_000) }),
] as const;

/** Whether this is asked of a discussion as such. */
export function isOfDiscussion<T extends { intent: string }>(
  asked: T,
): asked is Extract<T, DiscussionRequest> {
  return ['reply', 'edit', 'delete', 'restore', 'resolve', 'reopen', 'read'].includes(asked.intent);
}

/** What came of it. */
export type Done =
  | { readonly ok: true }
  | { readonly ok: false; readonly error: DomainError | 'api.invalid' };

/** What is commented, as its page knows it. */
type Subject = { readonly documentId: string } | { readonly boardId: string; readonly cardId: string };

/** What somebody says, as operations take it. */
export function wordsOf({
  commentId,
  body,
  mentions,
}: Omit<Extract<DiscussionRequest, { intent: 'edit' }>, 'intent'>) {
  return { commentId, body, mentions: [...mentions] };
}

/** Does what was asked, if they may. Nothing that is refused changes anything. */
export async function answerDiscussion(
  { operations }: Pick<Services, 'operations'>,
  asker: { readonly userId: string },
  subject: Subject,
  asked: DiscussionRequest,
): Promise<Done> {
  switch (asked.intent) {
    case 'read':
      return operations.run('discussion.read', asker, { ...subject, threadIds: [...asked.threadIds] });
    case 'reply':
      return operations.run('comment.reply', asker, {
        ...subject,
        ...wordsOf(asked),
        threadId: asked.threadId,
      });
    case 'edit':
      return operations.run('comment.edit', asker, { ...subject, ...wordsOf(asked) });
    case 'delete':
    case 'restore':
      return operations.run(`comment.${asked.intent}`, asker, { ...subject, commentId: asked.commentId });
    case 'resolve':
    case 'reopen':
      return operations.run(`discussion.${asked.intent}`, asker, { ...subject, threadId: asked.threadId });
  }
}

/** A discussion as a page receives it. */
export function discussionJson({
  id,
  author,
  told,
  createdAt,
  resolved,
  comments,
  isUnread,
}: Discussion): DiscussionJson {
  return {
    id,
    author,
    told,
    isUnread,
    createdAt: createdAt.toISOString(),
    resolved: resolved && { ...resolved, at: resolved.at.toISOString() },
    comments: comments.map(({ createdAt, editedAt, ...comment }) => ({
      ...comment,
      createdAt: createdAt.toISOString(),
      editedAt: editedAt?.toISOString() ?? null,
    })),
  };
}

const STATUS: Readonly<Record<string, number>> = {
  'access.forbidden': 403,
  'access.notFound': 404,
  'board.cardNotFound': 404,
  'comment.notFound': 404,
  'suggestion.notFound': 404,
  'comment.notYours': 403,
  'comment.mayNotResolve': 403,
  'suggestion.notYours': 403,
  'comment.alreadyResolved': 409,
  'comment.alreadyOpen': 409,
  'suggestion.alreadyAccepted': 409,
  'suggestion.alreadyRefused': 409,
  'suggestion.alreadyWithdrawn': 409,
  'suggestion.alreadyOpen': 409,
  'suggestion.passageChanged': 409,
  'suggestion.changedSince': 409,
};

/** Private answers: what a person reads and has not read is nobody else's. */
export const OWN = { 'Cache-Control': 'private, no-cache' };

/** The threads, with the code of a refusal. */
export function answerDone(done: Done, threads: readonly DiscussionJson[]): Response {
  if (!done.ok && done.error === 'api.invalid') throw notOurs();
  const status = done.ok ? 200 : (STATUS[done.error] ?? 422);
  return Response.json(done.ok ? { threads } : { threads, error: done.error }, { status, headers: OWN });
}

/** This, or 304 while nothing of it has changed. */
export function answerUnlessKnown(request: Request, content: object): Response {
  const body = JSON.stringify(content);
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  const headers = { ...OWN, ETag: tag, 'Content-Type': 'application/json; charset=utf-8' };
  if (request.headers.get('If-None-Match') === tag) return new Response(null, { status: 304, headers });
  return new Response(body, { headers });
}

/** What a page asks, as JSON; 400 for what is not understood. */
export async function readAsked<T>(request: Request, shape: z.ZodType<T>): Promise<T> {
  // A form of another site cannot send this type without asking first.
  if (request.headers.get('Content-Type') !== 'application/json') throw data(null, { status: 415 });
  const asked = shape.safeParse(await request.json().catch(() => null));
  if (!asked.success) throw notOurs();
  return asked.data;
}
