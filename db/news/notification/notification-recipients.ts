import { and, eq, inArray, isNull, or } from 'drizzle-orm';
import {
  type HeardKind,
  type HeardObject,
  levelOf,
  objectOf,
  type Reason,
  reasonFor,
  type WatchLevel,
} from '#shared/news/notification/notification.ts';
import { boards } from '../../boards/schema.ts';
import { commentMentions, comments, commentThreads } from '../../documents/comment/schema.ts';
import { documents } from '../../documents/schema.ts';
import type { Db } from '../../kernel/client.ts';
import { datasets } from '../../library/dataset/schema.ts';
import { resources } from '../../library/resource/schema.ts';
import { meetings } from '../../meetings/meeting/schema.ts';
import type { activities } from '../../people/activity/schema.ts';
import { users } from '../../people/person/schema.ts';
import { topics } from '../../programme/topic/schema.ts';
import { findPostAudience } from '../../programme/topic/topics.ts';
import { mayHear } from './notification-rights.ts';
import { audienceOf } from './programme-events.ts';
import { watches } from './schema.ts';

/** An activity as it is kept. */
export type KeptActivity = typeof activities.$inferSelect;

/** [NO2] [NO3] Who is to hear of an activity, each with their reason: those whom it concerns and those who follow, if they may see it now. */
export async function listRecipients(
  db: Db,
  event: KeptActivity,
  now: Date,
): Promise<{ userId: string; reason: Reason }[]> {
  const object = objectOf(event);
  const { groupId } = event;
  const { thread, comment, assignee, post } = event.data;
  const asked = event.data.for?.split(' ') ?? [];
  // In a text, by what was written just now.
  const namedInText = event.data.names?.split(' ') ?? [];
  const [namedInComment, spoke, inTopic, ofProgramme, owner, levels] = [
    comment ? await listMentioned(db, comment) : [],
    thread ? await listInThread(db, thread) : [],
    post ? await findPostAudience(db, post) : { named: [], spoke: [] as string[] },
    await audienceOf(db, event),
    await findOwner(db, object),
    await listWatches(db, object, groupId),
  ];
  // A message that was taken off before it was told is told to nobody.
  if (!inTopic) return [];
  const mentioned = [...namedInText, ...namedInComment, ...inTopic.named];
  const inThread = [...spoke, ...inTopic.spoke, ...ofProgramme.inThread];
  // Of a question on a sheet: those who did what it tells.
  const pilots = event.data.concerns?.split(' ') ?? [];
  const concerned = [...ofProgramme.concerned, ...pilots];
  const own = [owner, event.verb.startsWith('member.') ? event.objectId : null];
  const candidates = new Set([
    ...asked,
    ...mentioned,
    ...inThread,
    ...concerned,
    ...(assignee ? [assignee] : []),
    ...own.flatMap((id) => (id ? [id] : [])),
    ...levels.keys(),
  ]);
  const known = await listActive(db, [...candidates]);
  const recipients: { userId: string; reason: Reason }[] = [];
  for (const userId of known) {
    const reason = reasonFor({
      isActor: userId === event.actorId,
      isAsked: asked.includes(userId),
      isMentioned: mentioned.includes(userId),
      isInThread: inThread.includes(userId),
      isAssigned: userId === assignee,
      isConcerned: concerned.includes(userId),
      isOwn: own.includes(userId),
      isSuggestion: event.verb === 'document.suggested',
      level: levels.get(userId) ?? 'mine',
    });
    if (reason && (await mayHear(db, { ...object, groupId, verb: event.verb }, { userId, now })))
      recipients.push({ userId, reason });
  }
  return recipients;
}

async function listMentioned(db: Db, commentId: string): Promise<string[]> {
  const rows = await db
    .select({ userId: commentMentions.userId })
    .from(commentMentions)
    .innerJoin(comments, and(eq(comments.id, commentMentions.commentId), isNull(comments.deletedAt)))
    .where(eq(commentMentions.commentId, commentId));
  return rows.map(({ userId }) => userId);
}

async function listInThread(db: Db, threadId: string): Promise<string[]> {
  const [thread] = await db
    .select({ authorId: commentThreads.authorId })
    .from(commentThreads)
    .where(eq(commentThreads.id, threadId));
  const said = await db
    .selectDistinct({ authorId: comments.authorId })
    .from(comments)
    .where(and(eq(comments.threadId, threadId), isNull(comments.deletedAt)));
  return [...(thread ? [thread] : []), ...said].flatMap(({ authorId }) => (authorId ? [authorId] : []));
}

/** Who made it: what has no maker is nobody's own. */
async function findOwner(db: Db, { kind, id }: HeardObject): Promise<string | null> {
  const table = MADE[kind];
  if (!table) return null;
  const [found] = await db.select({ createdBy: table.createdBy }).from(table).where(eq(table.id, id));
  return found?.createdBy ?? null;
}

const MADE: Partial<Record<HeardKind, MadeTable>> = {
  document: documents,
  board: boards,
  meeting: meetings,
  resource: resources,
  dataset: datasets,
  topic: topics,
};
type MadeTable =
  | typeof documents
  | typeof boards
  | typeof meetings
  | typeof resources
  | typeof datasets
  | typeof topics;

/** What those chose who chose anything for the object or its group. */
async function listWatches(
  db: Db,
  object: HeardObject,
  groupId: string | null,
): Promise<Map<string, WatchLevel>> {
  const rows = await db
    .select({ userId: watches.userId, kind: watches.kind, level: watches.level, objectId: watches.objectId })
    .from(watches)
    .where(
      or(
        eq(watches.objectId, object.id),
        groupId ? and(eq(watches.kind, 'group'), eq(watches.objectId, groupId)) : undefined,
      ),
    );
  const chosen = (userId: string, objectId: string | null) =>
    rows.find((row) => row.userId === userId && row.objectId === objectId)?.level;
  return new Map(
    rows.map(({ userId }) => [userId, levelOf(chosen(userId, object.id), chosen(userId, groupId))]),
  );
}

async function listActive(db: Db, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .select({ id: users.id })
    .from(users)
    .where(and(inArray(users.id, [...ids]), isNull(users.suspendedAt)))
    .orderBy(users.id);
  return rows.map(({ id }) => id);
}
