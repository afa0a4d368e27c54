import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { mayResolve } from '#shared/documents/comment/comment.ts';
import type { Passage } from '#shared/documents/comment/passage.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { onSubject } from './comment-subject.ts';
import {
  type CommentChange,
  findThread,
  insertComment,
  insertMentions,
  insertThread,
  type NewComment,
  recordReply,
} from './new-thread.ts';
import { commentMentions, comments, commentThreads } from './schema.ts';

type NotOwn = 'comment.notFound' | 'comment.notYours';
type NotResolved =
  | 'comment.notFound'
  | 'comment.mayNotResolve'
  | 'comment.alreadyResolved'
  | 'comment.alreadyOpen';

/**
 * [CM1] [CM10] Begins a thread on a passage of a document, or on a card (`passage` null), in the group's activity too. The same thread from the same person again changes
 * nothing. Refuses 'comment.passageInvalid', 'access.notFound'.
 */
export async function startThread(
  tx: Tx,
  {
    threadId,
    passage,
    activityId,
    ...change
  }: CommentChange & NewComment & { threadId: string; passage: Passage | null; activityId: string },
): Promise<Result<void, 'comment.passageInvalid' | 'access.notFound'>> {
  const begun = await insertThread(tx, {
    ...change,
    threadId,
    passage,
    activityId,
    verb: 'documentId' in change ? 'document.commented' : 'board.commented',
  });
  if (!begun.ok || !begun.value) return begun.ok ? ok() : begun;
  await insertComment(tx, { ...change, threadId });
  return ok();
}

/** [CM1] [NO2] Says something in a thread, in the group's activity too. Refuses 'comment.notFound'. */
export async function replyToThread(
  tx: Tx,
  { threadId, ...change }: CommentChange & NewComment & { threadId: string },
): Promise<Result<void, 'comment.notFound'>> {
  if (!(await findThread(tx, { ...change, threadId }))) return fail('comment.notFound');
  if (await insertComment(tx, { ...change, threadId })) await recordReply(tx, { ...change, threadId });
  return ok();
}

/** [CM5] Says one's own comment in other words: what somebody else said in a file stays as they said it. Refuses 'comment.notFound', 'comment.notYours'. */
export async function editComment(tx: Tx, change: CommentChange & NewComment): Promise<Result<void, NotOwn>> {
  const { commentId, mentions } = change;
  const own = await findOwn(tx, change, { isDeleted: false, isInOwnWords: true });
  if (!own.ok) return own;
  await tx
    .update(comments)
    .set({ body: change.body, editedAt: change.now })
    .where(eq(comments.id, commentId));
  await tx.delete(commentMentions).where(eq(commentMentions.commentId, commentId));
  await insertMentions(tx, { ...change, mentions });
  return ok();
}

/** [CM5] Takes one's own comment away. Refuses 'comment.notFound', 'comment.notYours'. */
export function deleteComment(
  tx: Tx,
  change: CommentChange & { commentId: string },
): Promise<Result<void, NotOwn>> {
  return setDeleted(tx, change, change.now);
}

/** [CM5] Brings one's own deleted comment back. Refuses 'comment.notFound', 'comment.notYours'. */
export function restoreComment(
  tx: Tx,
  change: CommentChange & { commentId: string },
): Promise<Result<void, NotOwn>> {
  return setDeleted(tx, change, null);
}

/**
 * [CM4] Resolves a thread: of several people at once, one. Refuses 'comment.notFound', 'comment.mayNotResolve',
 * 'comment.alreadyResolved'.
 */
export function resolveThread(
  tx: Tx,
  change: CommentChange & { threadId: string },
): Promise<Result<void, NotResolved>> {
  return setResolved(tx, change, true);
}

/** [CM4] Reopens a thread. Refuses 'comment.notFound', 'comment.mayNotResolve', 'comment.alreadyOpen'. */
export function reopenThread(
  tx: Tx,
  change: CommentChange & { threadId: string },
): Promise<Result<void, NotResolved>> {
  return setResolved(tx, change, false);
}

async function setResolved(
  tx: Tx,
  change: CommentChange & { threadId: string },
  isResolved: boolean,
): Promise<Result<void, NotResolved>> {
  const thread = await findThread(tx, change);
  if (!thread) return fail('comment.notFound');
  if (!mayResolve(change, thread)) return fail('comment.mayNotResolve');
  const changed = await tx
    .update(commentThreads)
    .set({ resolvedAt: isResolved ? change.now : null, resolvedBy: isResolved ? change.by : null })
    .where(
      and(
        eq(commentThreads.id, change.threadId),
        isResolved ? isNull(commentThreads.resolvedAt) : isNotNull(commentThreads.resolvedAt),
      ),
    )
    .returning({ id: commentThreads.id });
  if (changed.length > 0) return ok();
  return fail(isResolved ? 'comment.alreadyResolved' : 'comment.alreadyOpen');
}

async function setDeleted(
  tx: Tx,
  change: CommentChange & { commentId: string },
  deletedAt: Date | null,
): Promise<Result<void, NotOwn>> {
  const own = await findOwn(tx, change, { isDeleted: deletedAt === null });
  if (!own.ok) return own;
  await tx.update(comments).set({ deletedAt }).where(eq(comments.id, change.commentId));
  return ok();
}

async function findOwn(
  tx: Tx,
  { commentId, by, ...change }: CommentChange & { commentId: string },
  { isDeleted, isInOwnWords = false }: { readonly isDeleted: boolean; readonly isInOwnWords?: boolean },
): Promise<Result<void, NotOwn>> {
  const [comment] = await tx
    .select({ authorId: comments.authorId, toldBy: comments.toldBy })
    .from(comments)
    .innerJoin(commentThreads, eq(commentThreads.id, comments.threadId))
    .where(
      and(
        eq(comments.id, commentId),
        onSubject(tx, change),
        isDeleted ? isNotNull(comments.deletedAt) : isNull(comments.deletedAt),
      ),
    );
  if (!comment) return fail('comment.notFound');
  const isOwn = comment.authorId === by && !(isInOwnWords && comment.toldBy);
  return isOwn ? ok() : fail('comment.notYours');
}
