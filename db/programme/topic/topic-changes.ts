import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { ok, type Result } from '#shared/kernel/result.ts';
import {
  checkClosedNow,
  checkDelete,
  checkEdit,
  checkWritable,
  namedIn,
} from '#shared/programme/topic/topic.ts';
import type { TopicActor } from '#shared/programme/topic/topic-access.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { recordActivity } from '../../people/activity/activities.ts';
import { topicMentions, topicPosts, topics } from './schema.ts';
import { listTopicPeople } from './topics.ts';

interface TopicChange extends TopicActor {
  readonly topicId: string;
  readonly groupId: string;
  readonly now: Date;
}
/** What is said: ids are new. */
interface Said {
  readonly postId: string;
  readonly activityId: string;
  readonly body: string;
}

/** [TP1] Begins a discussion with its first message, of which these people are told besides those of its group who follow. */
export async function openTopic(
  tx: Tx,
  {
    title,
    documentId,
    concerns,
    ...change
  }: Omit<TopicChange, 'isModerator'> &
    Said & { title: string; documentId: string | null; concerns: readonly string[] },
): Promise<void> {
  const { topicId: id, groupId, by, now, postId, activityId } = change;
  await tx
    .insert(topics)
    .values({ id, groupId, documentId, title, createdBy: by, createdAt: now, updatedAt: now });
  await insertPost(tx, change);
  await recordActivity(tx, {
    ...{ id: activityId, groupId, actorId: by, verb: 'topic.opened', objectId: id, title, now },
    details: { post: postId, ...(concerns.length > 0 && { concerns: concerns.join(' ') }) },
  });
}

/** [TP1] Says something in a discussion that is open. */
export async function writePost(
  tx: Tx,
  { title, ...change }: Omit<TopicChange, 'isModerator'> & Said & { title: string },
): Promise<Result<void, 'topic.isClosed'>> {
  const { topicId, groupId, by, now, postId, activityId } = change;
  const [open] = await tx
    .update(topics)
    .set({ updatedAt: now })
    .where(and(eq(topics.id, topicId), isNull(topics.closedAt)))
    .returning({ id: topics.id });
  const writable = checkWritable(open !== undefined);
  if (!writable.ok) return writable;
  await insertPost(tx, change);
  await recordActivity(tx, {
    ...{ id: activityId, groupId, actorId: by, verb: 'topic.replied', objectId: topicId, title, now },
    details: { post: postId },
  });
  return ok();
}

async function insertPost(
  tx: Tx,
  { topicId, groupId, by, now, postId, body }: Omit<TopicChange, 'isModerator'> & Said,
): Promise<void> {
  await tx.insert(topicPosts).values({ id: postId, topicId, authorId: by, body, createdAt: now });
  await nameIn(tx, { topicId, groupId, postId, body, now });
}

/** [TP3] Keeps whom a message names, of those who may be named there. */
async function nameIn(
  tx: Tx,
  { postId, body, ...place }: { topicId: string; groupId: string; postId: string; body: string; now: Date },
): Promise<void> {
  await tx.delete(topicMentions).where(eq(topicMentions.postId, postId));
  if (!body.includes('@')) return;
  const ids = namedIn(body, await listTopicPeople(tx, place));
  if (ids.length > 0) await tx.insert(topicMentions).values(ids.map((userId) => ({ postId, userId })));
}

type NotYours = 'topic.postNotFound' | 'topic.notYours';

/** [TP4] Says one’s own message in other words, dated. */
export async function editPost(
  tx: Tx,
  { postId, body, ...change }: TopicChange & { postId: string; body: string },
): Promise<Result<void, NotYours | 'topic.isClosed'>> {
  const post = checkEdit(change, await findPost(tx, { ...change, postId }));
  if (!post.ok) return post;
  if (post.value.body === body) return ok();
  const { topicId, groupId, now } = change;
  await tx.update(topicPosts).set({ body, editedAt: now }).where(eq(topicPosts.id, postId));
  await nameIn(tx, { topicId, groupId, postId, body, now });
  return ok();
}

/** [TP4] [TP5] Takes a message off, or gives it back. */
export async function setPostDeleted(
  tx: Tx,
  { postId, isDeleted, ...change }: TopicChange & { postId: string; isDeleted: boolean },
): Promise<Result<void, NotYours>> {
  const post = checkDelete(change, await findPost(tx, { ...change, postId }));
  if (!post.ok) return post;
  if (post.value.isDeleted === isDeleted) return ok();
  await tx
    .update(topicPosts)
    .set(isDeleted ? { deletedAt: change.now, deletedBy: change.by } : { deletedAt: null, deletedBy: null })
    .where(eq(topicPosts.id, postId));
  return ok();
}

/** [TP5] Closes a discussion, or opens it again: of several people at once, one. */
export async function setTopicClosed(
  tx: Tx,
  { isClosed, ...change }: TopicChange & { isClosed: boolean },
): Promise<Result<void, 'topic.isClosed' | 'topic.isOpen'>> {
  const { topicId, by, now } = change;
  const changed = await tx
    .update(topics)
    .set(isClosed ? { closedAt: now, closedBy: by } : { closedAt: null, closedBy: null })
    .where(and(eq(topics.id, topicId), isClosed ? isNull(topics.closedAt) : isNotNull(topics.closedAt)))
    .returning({ id: topics.id });
  return checkClosedNow(changed.length > 0, isClosed);
}

async function findPost(tx: Tx, { postId, topicId }: { postId: string; topicId: string }) {
  const [post] = await tx
    .select({
      authorId: topicPosts.authorId,
      deletedBy: topicPosts.deletedBy,
      deletedAt: topicPosts.deletedAt,
      body: topicPosts.body,
      closedAt: topics.closedAt,
    })
    .from(topicPosts)
    .innerJoin(topics, eq(topics.id, topicPosts.topicId))
    .where(and(eq(topicPosts.id, postId), eq(topicPosts.topicId, topicId)))
    .for('update', { of: topicPosts });
  return post && { ...post, isDeleted: post.deletedAt !== null };
}
