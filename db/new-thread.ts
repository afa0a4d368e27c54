import { and, eq, isNull } from 'drizzle-orm';
import type { ActivityVerb } from '#shared/activity/activity.ts';
import type { Actor } from '#shared/document/comment.ts';
import { CONTEXT_MAX, isPosition, type Passage, QUOTE_MAX } from '#shared/document/passage.ts';
import { roomName } from '#shared/realtime.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { storable } from '#shared/storable.ts';
import { recordActivity } from './activities.ts';
import type { Db } from './client.ts';
import { type InDocument, inDocument } from './comment-threads.ts';
import { listDocumentPeople } from './document-people.ts';
import { commentMentions, comments, commentThreads } from './schema/comment.ts';
import { documents } from './schema/document.ts';
import { docRooms } from './schema/realtime.ts';

/** Who does something to the comments of which document, when. */
export interface CommentChange extends InDocument, Actor {
  readonly now: Date;
}

/** What somebody says; `commentId` is new, and the same again when an answer got lost. */
export interface NewComment {
  readonly commentId: string;
  readonly body: string;
  /** Ids of people who are named in it; those who may not see the document are passed over. */
  readonly mentions: readonly string[];
}

/** The thread, if it is of this document of this group. */
export async function findThread(
  tx: Db,
  { threadId, ...place }: InDocument & { threadId: string },
): Promise<{ authorId: string | null; title: string } | null> {
  const [thread] = await tx
    .select({ authorId: commentThreads.authorId, title: documents.title })
    .from(commentThreads)
    .innerJoin(documents, eq(documents.id, commentThreads.documentId))
    .where(and(eq(commentThreads.id, threadId), inDocument(place)));
  return thread ?? null;
}

/** Stores a thread; the value is false when this person had begun it already. Refuses 'comment.passageInvalid', 'access.notFound'. */
export async function insertThread(
  tx: Db,
  {
    threadId,
    passage,
    activityId,
    verb,
    documentId,
    groupId,
    by,
    now,
  }: Omit<CommentChange, 'access'> & {
    threadId: string;
    passage: Passage;
    activityId: string;
    verb: ActivityVerb;
  },
): Promise<Result<boolean, 'comment.passageInvalid' | 'access.notFound'>> {
  if (!isPosition(passage.start) || !isPosition(passage.end)) return fail('comment.passageInvalid');
  const [document] = await tx
    .select({ title: documents.title })
    .from(documents)
    .where(and(eq(documents.id, documentId), eq(documents.groupId, groupId), isNull(documents.trashedAt)));
  if (!document) return fail('access.notFound');
  const [room] = await tx
    .select({ seq: docRooms.seq })
    .from(docRooms)
    .where(eq(docRooms.room, roomName({ kind: 'document', id: documentId })));
  const begun = await tx
    .insert(commentThreads)
    .values({
      id: threadId,
      documentId,
      authorId: by,
      ...passageColumns(passage),
      seq: room?.seq ?? 0,
      createdAt: now,
    })
    .onConflictDoNothing()
    .returning({ id: commentThreads.id });
  if (begun.length === 0) {
    const known = await findThread(tx, { documentId, groupId, threadId });
    return known?.authorId === by ? ok(false) : fail('access.notFound');
  }
  await recordActivity(tx, {
    id: activityId,
    groupId,
    actorId: by,
    verb,
    objectId: documentId,
    title: document.title,
    details: { thread: threadId },
    now,
  });
  return ok(true);
}

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

/** Stores what somebody says in a thread, the same comment again once. */
export async function insertComment(
  tx: Db,
  { threadId, commentId, body, by, now, ...change }: CommentChange & NewComment & { threadId: string },
): Promise<void> {
  const added = await tx
    .insert(comments)
    .values({ id: commentId, threadId, authorId: by, body, createdAt: now })
    .onConflictDoNothing()
    .returning({ id: comments.id });
  if (added.length > 0) await insertMentions(tx, { ...change, commentId, now });
}

/** Stores who is named in a comment, of those who may see the document. */
export async function insertMentions(
  tx: Db,
  {
    documentId,
    groupId,
    commentId,
    mentions,
    now,
  }: Pick<CommentChange, 'documentId' | 'groupId' | 'now'> & Omit<NewComment, 'body'>,
): Promise<void> {
  if (mentions.length === 0) return;
  const people = await listDocumentPeople(tx, { documentId, groupId, now });
  const named = people.filter(({ id }) => mentions.includes(id));
  if (named.length === 0) return;
  await tx.insert(commentMentions).values(named.map(({ id }) => ({ commentId, userId: id })));
}
