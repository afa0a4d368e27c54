import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { mayResolve, parseComment } from '#shared/documents/comment/comment.ts';
import type { Passage } from '#shared/documents/comment/passage.ts';
import type { CommentError } from '#shared/errors.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { Db } from '../../kernel/client.ts';
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

/**
 * [CM1] [CM10] Begins a thread on a passage of a document, or on a card (`passage` null), in the group's activity too. The same thread from the same person again changes
 * nothing. Refuses 'comment.empty', 'comment.tooLong', 'comment.passageInvalid', 'access.notFound'.
 */
export async function startThread(
  db: Db,
  {
    threadId,
    passage,
    activityId,
    ...change
  }: CommentChange & NewComment & { threadId: string; passage: Passage | null; activityId: string },
): Promise<Result<void, CommentError | 'access.notFound'>> {
  const body = parseComment(change.body);
  if (!body.ok) return body;
  return db.transaction(async (tx) => {
    const begun = await insertThread(tx, {
      ...change,
      threadId,
      passage,
      activityId,
      verb: 'documentId' in change ? 'document.commented' : 'board.commented',
    });
    if (!begun.ok || !begun.value) return begun.ok ? ok() : begun;
    await insertComment(tx, { ...change, threadId, body: body.value });
    return ok();
  });
}

/** [CM1] [NO2] Says something in a thread, in the group's activity too. Refuses 'comment.empty', 'comment.tooLong', 'comment.notFound'. */
export async function replyToThread(
  db: Db,
  { threadId, ...change }: CommentChange & NewComment & { threadId: string },
): Promise<Result<void, CommentError>> {
  const body = parseComment(change.body);
  if (!body.ok) return body;
  return db.transaction(async (tx) => {
    if (!(await findThread(tx, { ...change, threadId }))) return fail('comment.notFound');
    if (await insertComment(tx, { ...change, threadId, body: body.value }))
      await recordReply(tx, { ...change, threadId });
    return ok();
  });
}

/** [CM5] Says one's own comment in other words. Refuses 'comment.empty', 'comment.tooLong', 'comment.notFound', 'comment.notYours'. */
export async function editComment(
  db: Db,
  change: CommentChange & NewComment,
): Promise<Result<void, CommentError>> {
  const body = parseComment(change.body);
  if (!body.ok) return body;
  const { commentId, mentions } = change;
  return db.transaction(async (tx) => {
    const own = await findOwn(tx, change, false);
    if (!own.ok) return own;
    await tx
      .update(comments)
      .set({ body: body.value, editedAt: change.now })
      .where(eq(comments.id, commentId));
    await tx.delete(commentMentions).where(eq(commentMentions.commentId, commentId));
    await insertMentions(tx, { ...change, mentions });
    return ok();
  });
}

/** [CM5] Takes one's own comment away. Refuses 'comment.notFound', 'comment.notYours'. */
export function deleteComment(
  db: Db,
  change: CommentChange & { commentId: string },
): Promise<Result<void, CommentError>> {
  return setDeleted(db, change, change.now);
}

/** [CM5] Brings one's own deleted comment back. Refuses 'comment.notFound', 'comment.notYours'. */
export function restoreComment(
  db: Db,
  change: CommentChange & { commentId: string },
): Promise<Result<void, CommentError>> {
  return setDeleted(db, change, null);
}

/**
 * [CM4] Resolves a thread: of several people at once, one. Refuses 'comment.notFound', 'comment.mayNotResolve',
 * 'comment.alreadyResolved'.
 */
export function resolveThread(
  db: Db,
  change: CommentChange & { threadId: string },
): Promise<Result<void, CommentError>> {
  return setResolved(db, change, true);
}

/** [CM4] Reopens a thread. Refuses 'comment.notFound', 'comment.mayNotResolve', 'comment.alreadyOpen'. */
export function reopenThread(
  db: Db,
  change: CommentChange & { threadId: string },
): Promise<Result<void, CommentError>> {
  return setResolved(db, change, false);
}

async function setResolved(
  db: Db,
  change: CommentChange & { threadId: string },
  isResolved: boolean,
): Promise<Result<void, CommentError>> {
  return db.transaction(async (tx) => {
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
  });
}

async function setDeleted(
  db: Db,
  change: CommentChange & { commentId: string },
  deletedAt: Date | null,
): Promise<Result<void, CommentError>> {
  return db.transaction(async (tx) => {
    const own = await findOwn(tx, change, deletedAt === null);
    if (!own.ok) return own;
    await tx.update(comments).set({ deletedAt }).where(eq(comments.id, change.commentId));
    return ok();
  });
}

async function findOwn(
  tx: Db,
  { commentId, by, ...change }: CommentChange & { commentId: string },
  isDeleted: boolean,
): Promise<Result<void, CommentError>> {
  const [comment] = await tx
    .select({ authorId: comments.authorId })
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
  return comment.authorId === by ? ok() : fail('comment.notYours');
}
