import { and, eq } from 'drizzle-orm';
import type { Actor } from '#shared/documents/comment/comment.ts';
import { CONTEXT_MAX, isPosition, type Passage, QUOTE_MAX } from '#shared/documents/comment/passage.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { storable } from '#shared/kernel/storable.ts';
import type { ActivityVerb } from '#shared/people/activity/activity.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { recordActivity } from '../../people/activity/activities.ts';
import { docRooms } from '../../realtime/schema.ts';
import {
  type CommentSubject,
  findSubjectTitle,
  listSubjectPeople,
  onSubject,
  roomOf,
  subjectColumns,
} from './comment-subject.ts';
import { commentMentions, comments, commentThreads } from './schema.ts';

/** Who does something to the comments of which subject, when. */
export type CommentChange = CommentSubject & Actor & { readonly now: Date };

/** What somebody says; `commentId` is new, and the same again when an answer got lost. */
export interface NewComment {
  readonly commentId: string;
  /** It went through `parseComment`. */
  readonly body: string;
  /** Ids of people who are named in it; those who may not see the subject are passed over. */
  readonly mentions: readonly string[];
}

/** The thread, if it is of this subject. */
export async function findThread(
  tx: Tx,
  { threadId, ...subject }: CommentSubject & { threadId: string },
): Promise<{ authorId: string | null } | null> {
  const [thread] = await tx
    .select({ authorId: commentThreads.authorId })
    .from(commentThreads)
    .where(and(eq(commentThreads.id, threadId), onSubject(tx, subject)));
  return thread ?? null;
}

/**
 * Stores a thread about a passage, or about the whole of its subject (null: a card only); the value is false when this person had
 * begun it already. Refuses 'comment.passageInvalid', 'access.notFound'.
 */
export async function insertThread(
  tx: Tx,
  {
    threadId,
    passage,
    activityId,
    verb,
    commentId,
    by,
    now,
    ...subject
  }: CommentSubject & {
    by: string;
    now: Date;
    /** What is said in it at once, if anything. */
    commentId?: string | undefined;
    threadId: string;
    passage: Passage | null;
    activityId: string;
    verb: ActivityVerb;
  },
): Promise<Result<boolean, 'comment.passageInvalid' | 'access.notFound'>> {
  const isWhole = passage === null && 'cardId' in subject;
  if (!isWhole && !(passage && isPosition(passage.start) && isPosition(passage.end)))
    return fail('comment.passageInvalid');
  const title = await findSubjectTitle(tx, subject);
  if (title === null) return fail('access.notFound');
  const { kind, id: objectId } = roomOf(subject);
  const [room] = await tx
    .select({ seq: docRooms.seq })
    .from(docRooms)
    .where(eq(docRooms.room, roomName({ kind, id: objectId })));
  const begun = await tx
    .insert(commentThreads)
    .values({
      id: threadId,
      ...subjectColumns(subject),
      authorId: by,
      ...passageColumns(passage ?? WHOLE),
      seq: room?.seq ?? 0,
      createdAt: now,
    })
    .onConflictDoNothing()
    .returning({ id: commentThreads.id });
  if (begun.length === 0) {
    const known = await findThread(tx, { ...subject, threadId });
    return known?.authorId === by ? ok(false) : fail('access.notFound');
  }
  await recordActivity(tx, {
    id: activityId,
    groupId: subject.groupId,
    actorId: by,
    verb,
    objectId,
    title,
    details: {
      thread: threadId,
      ...(commentId && { comment: commentId }),
      ...('cardId' in subject && { card: subject.cardId }),
    },
    now,
  });
  return ok(true);
}

const WHOLE: Passage = { start: new Uint8Array(0), end: new Uint8Array(0), quote: '', before: '', after: '' };

/** A passage as the columns of its thread. */
export function passageColumns({ start, end, quote, before, after }: Passage) {
  return {
    startAt: start,
    endAt: end,
    quote: storable(quote.slice(0, QUOTE_MAX)),
    before: storable(before.slice(-CONTEXT_MAX)),
    after: storable(after.slice(0, CONTEXT_MAX)),
  };
}

/** Stores what somebody says in a thread, the same comment again once: false the second time. */
export async function insertComment(
  tx: Tx,
  {
    threadId,
    commentId,
    body,
    by,
    now,
    ...change
  }: CommentSubject & { by: string; now: Date } & NewComment & { threadId: string },
): Promise<boolean> {
  const added = await tx
    .insert(comments)
    .values({ id: commentId, threadId, authorId: by, body, createdAt: now })
    .onConflictDoNothing()
    .returning({ id: comments.id });
  if (added.length === 0) return false;
  await insertMentions(tx, { ...change, commentId, now });
  return true;
}

/** Tells of an answer in a thread, under the comment's own id: it is one activity however often it is sent. */
export async function recordReply(
  tx: Tx,
  { threadId, commentId, by, now, ...change }: CommentChange & { threadId: string; commentId: string },
): Promise<void> {
  const { kind, id: objectId } = roomOf(change);
  await recordActivity(tx, {
    id: `reply ${commentId}`,
    groupId: change.groupId,
    actorId: by,
    verb: kind === 'document' ? 'document.replied' : 'board.replied',
    objectId,
    title: (await findSubjectTitle(tx, change)) ?? '',
    details: { thread: threadId, comment: commentId, ...('cardId' in change && { card: change.cardId }) },
    now,
  });
}

/** Stores who is named in a comment, of those who may see the subject. */
export async function insertMentions(
  tx: Tx,
  { commentId, mentions, ...subject }: CommentSubject & { now: Date } & Omit<NewComment, 'body'>,
): Promise<void> {
  if (mentions.length === 0) return;
  const people = await listSubjectPeople(tx, subject);
  const named = people.filter(({ id }) => mentions.includes(id));
  if (named.length === 0) return;
  await tx.insert(commentMentions).values(named.map(({ id }) => ({ commentId, userId: id })));
}
