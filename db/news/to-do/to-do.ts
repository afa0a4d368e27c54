import { and, asc, count, eq, exists, gt, inArray, isNull, lt, ne, notExists, or, sql } from 'drizzle-orm';
import { canInGroup, type GroupAction } from '#shared/kernel/access/access.ts';
import { ANSWER_DAYS, AWAITED_KINDS, type Awaited, type AwaitedKind } from '#shared/news/to-do/to-do.ts';
import { accessRequests } from '../../documents/access/access-request-schema.ts';
import { commentThreads, suggestions } from '../../documents/comment/schema.ts';
import { isListedTo } from '../../documents/listed-documents.ts';
import { documents } from '../../documents/schema.ts';
import type { Db } from '../../kernel/client.ts';
import { minutes } from '../../meetings/held/schema.ts';
import { agendaItems, meetingAnswers, meetings } from '../../meetings/meeting/schema.ts';
import { type GroupForMember, isInGroup } from '../../people/group/groups.ts';
import { joinRequests } from '../../people/member/join-request-schema.ts';
import { users } from '../../people/person/schema.ts';
import { reviewAnswers, reviewOrganisations, reviewRounds } from '../../reviews/schema.ts';

interface Asked {
  readonly userId: string;
  readonly now: Date;
  /** Ids of the groups where they may do what the kind takes. */
  readonly groupIds: readonly string[];
  readonly limit: number;
}

type Found = Omit<Awaited, 'kind' | 'group'> & { readonly groupId: string };

/** What answering takes in the group, and where to look. */
const SOURCES: Record<AwaitedKind, [GroupAction, (db: Db, asked: Asked) => Promise<Found[]>]> = {
  answer: ['meeting.read', meetingsToAnswer],
  item: ['meeting.manage', itemsToAccept],
  minutes: ['minutes.approve', minutesToApprove],
  review: ['review.answer', roundsToAnswer],
  join: ['members.manage', joinsToAnswer],
  access: ['document.trash', accessToAnswer],
  suggestion: ['document.write', suggestionsToDecide],
};

/**
 * [HO1] What waits for this person in their groups, as `listGroupsForMember` found them, kind by kind, so many of each at most:
 * only what they may answer now.
 */
export async function listAwaited(
  db: Db,
  asked: { userId: string; now: Date; groups: readonly GroupForMember[]; limit: number },
): Promise<Awaited[]> {
  const { groups, ...reader } = asked;
  const found = await Promise.all(
    AWAITED_KINDS.map(async (kind) => {
      const [action, find] = SOURCES[kind];
      const able = groups.filter(({ role }) => canInGroup(role, action));
      if (able.length === 0) return [];
      const rows = await find(db, { ...reader, groupIds: able.map(({ id }) => id) });
      return rows.flatMap(({ groupId, ...row }) => {
        const group = able.find(({ id }) => id === groupId);
        return group
          ? [{ kind, ...row, title: row.title || group.name, group: { id: groupId, name: group.name } }]
          : [];
      });
    }),
  );
  return found.flat();
}

/** Meetings of the coming weeks of which they are a member and have not said whether they come. */
function meetingsToAnswer(db: Db, { userId, now, groupIds, limit }: Asked): Promise<Found[]> {
  const until = new Date(now.getTime() + ANSWER_DAYS * 86_400_000);
  const answered = db
    .select({ one: sql`1` })
    .from(meetingAnswers)
    .where(and(eq(meetingAnswers.meetingId, meetings.id), eq(meetingAnswers.userId, userId)));
  return db
    .select({
      id: meetings.id,
      title: meetings.title,
      groupId: meetings.groupId,
      count: sql<number>`1`,
      at: meetings.startsAt,
    })
    .from(meetings)
    .innerJoin(users, eq(users.id, userId))
    .where(
      and(
        inArray(meetings.groupId, [...groupIds]),
        eq(meetings.status, 'planned'),
        gt(meetings.startsAt, now),
        lt(meetings.startsAt, until),
        isInGroup(db, { groupId: sql`${meetings.groupId}`, now }),
        notExists(answered),
      ),
    )
    .orderBy(asc(meetings.startsAt), asc(meetings.id))
    .limit(limit);
}

/** Points that others proposed for a meeting to come. */
function itemsToAccept(db: Db, { now, groupIds, limit }: Asked): Promise<Found[]> {
  return db
    .select({
      id: meetings.id,
      title: meetings.title,
      groupId: meetings.groupId,
      count: count(),
      at: meetings.startsAt,
    })
    .from(agendaItems)
    .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
    .where(
      and(
        inArray(meetings.groupId, [...groupIds]),
        eq(meetings.status, 'planned'),
        gt(meetings.endsAt, now),
        eq(agendaItems.status, 'proposed'),
        isNull(agendaItems.removedAt),
      ),
    )
    .groupBy(meetings.id)
    .orderBy(asc(meetings.startsAt), asc(meetings.id))
    .limit(limit);
}

/** Minutes that were submitted and that a meeting is to approve. */
function minutesToApprove(db: Db, { groupIds, limit }: Asked): Promise<Found[]> {
  const at = sql<Date>`coalesce(${minutes.submittedAt}, ${meetings.startsAt})`.mapWith(meetings.startsAt);
  return db
    .select({ id: meetings.id, title: meetings.title, groupId: meetings.groupId, count: sql<number>`1`, at })
    .from(minutes)
    .innerJoin(meetings, eq(meetings.id, minutes.meetingId))
    .innerJoin(documents, and(eq(documents.id, minutes.documentId), isNull(documents.trashedAt)))
    .where(and(inArray(meetings.groupId, [...groupIds]), eq(minutes.status, 'submitted')))
    .orderBy(asc(at), asc(meetings.id))
    .limit(limit);
}

/** Open rounds that ask their organisation, which has not answered. */
function roundsToAnswer(db: Db, { userId, now, groupIds, limit }: Asked): Promise<Found[]> {
  const { id, deadline } = reviewRounds;
  const { organisationId } = reviewOrganisations;
  const answered = db
    .select({ one: sql`1` })
    .from(reviewAnswers)
    .where(and(eq(reviewAnswers.roundId, id), eq(reviewAnswers.organisationId, organisationId)));
  return db
    .select({ id, title: documents.title, groupId: documents.groupId, count: sql<number>`1`, at: deadline })
    .from(reviewRounds)
    .innerJoin(documents, and(eq(documents.id, reviewRounds.documentId), isNull(documents.trashedAt)))
    .innerJoin(reviewOrganisations, eq(reviewOrganisations.roundId, id))
    .innerJoin(users, and(eq(users.id, userId), eq(users.organisationId, organisationId)))
    .where(
      and(
        inArray(documents.groupId, [...groupIds]),
        isListedTo(db, { userId, now }),
        isNull(reviewRounds.closedAt),
        gt(deadline, now),
        notExists(answered),
      ),
    )
    .orderBy(asc(deadline), asc(id))
    .limit(limit);
}

/** People who ask to join: neither suspended ones nor those who came in another way. */
function joinsToAnswer(db: Db, { now, groupIds, limit }: Asked): Promise<Found[]> {
  const { groupId } = joinRequests;
  const at = sql<Date>`min(${joinRequests.askedAt})`.mapWith(joinRequests.askedAt);
  const isIn = isInGroup(db, { groupId: sql`${groupId}`, now });
  return db
    .select({ id: groupId, title: sql<string>`''`, groupId, count: count(), at })
    .from(joinRequests)
    .innerJoin(users, and(eq(users.id, joinRequests.userId), isNull(users.suspendedAt)))
    .where(and(inArray(groupId, [...groupIds]), sql`not ${isIn}`))
    .groupBy(groupId)
    .orderBy(asc(at), asc(groupId))
    .limit(limit);
}

/** Documents that somebody asks access to, for their author and for those who facilitate the group. */
function accessToAnswer(db: Db, { userId, now, groupIds, limit }: Asked): Promise<Found[]> {
  const at = sql<Date>`min(${accessRequests.askedAt})`.mapWith(accessRequests.askedAt);
  const facilitates = exists(
    db
      .select({ one: sql`1` })
      .from(users)
      .where(
        and(
          eq(users.id, userId),
          isInGroup(db, { groupId: sql`${documents.groupId}`, role: 'facilitator', now }),
        ),
      ),
  );
  const asker = db
    .select({ one: sql`1` })
    .from(users)
    .where(and(eq(users.id, accessRequests.userId), isNull(users.suspendedAt)));
  return db
    .select({ id: documents.id, title: documents.title, groupId: documents.groupId, count: count(), at })
    .from(accessRequests)
    .innerJoin(documents, and(eq(documents.id, accessRequests.documentId), isNull(documents.trashedAt)))
    .where(
      and(
        inArray(documents.groupId, [...groupIds]),
        isListedTo(db, { userId, now }),
        or(eq(documents.createdBy, userId), facilitates),
        exists(asker),
      ),
    )
    .groupBy(documents.id)
    .orderBy(asc(at), asc(documents.id))
    .limit(limit);
}

/** Suggestions of others on the documents that they began. */
function suggestionsToDecide(db: Db, { userId, now, groupIds, limit }: Asked): Promise<Found[]> {
  const at = sql<Date>`min(${commentThreads.createdAt})`.mapWith(commentThreads.createdAt);
  return db
    .select({ id: documents.id, title: documents.title, groupId: documents.groupId, count: count(), at })
    .from(suggestions)
    .innerJoin(commentThreads, eq(commentThreads.id, suggestions.threadId))
    .innerJoin(documents, eq(documents.id, commentThreads.documentId))
    .where(
      and(
        inArray(documents.groupId, [...groupIds]),
        eq(documents.createdBy, userId),
        isListedTo(db, { userId, now }),
        isNull(documents.trashedAt),
        isNull(documents.frozenAt),
        eq(suggestions.state, 'open'),
        or(isNull(commentThreads.authorId), ne(commentThreads.authorId, userId)),
      ),
    )
    .groupBy(documents.id)
    .orderBy(asc(at), asc(documents.id))
    .limit(limit);
}
