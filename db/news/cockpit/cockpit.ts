import { and, asc, count, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm';
import type { Readable } from '#shared/kernel/access/readable.ts';
import type { AnswerValue } from '#shared/meetings/meeting/answer.ts';
import type { PersonBadge } from '#shared/people/organisation/organisation.ts';
import { LOOKED_BACK } from '#shared/people/reminder/reminder.ts';
import { boards } from '../../boards/schema.ts';
import { accessRequests } from '../../documents/access/access-request-schema.ts';
import { comments, commentThreads } from '../../documents/comment/schema.ts';
import { documents } from '../../documents/schema.ts';
import type { Db } from '../../kernel/client.ts';
import { minutes } from '../../meetings/held/schema.ts';
import { agendaItems, meetingAnswers, meetings } from '../../meetings/meeting/schema.ts';
import { listGroupPeople } from '../../people/group/groups.ts';
import { docUpdates } from '../../realtime/schema.ts';

interface Asked {
  readonly groupId: Readable<'group'>;
  readonly now: Date;
}

/** The next meeting of a group, with what is left to prepare. */
export interface NextMeeting {
  readonly id: string;
  readonly title: string;
  readonly startsAt: Date;
  readonly place: string;
  readonly link: string;
  readonly items: number;
  readonly minutes: number;
  /** Points that somebody proposed and nobody accepted yet. */
  readonly proposed: number;
  readonly coming: number;
  /** What the reader answered; null while they have not, and where nobody asks. */
  readonly mine: AnswerValue | null;
  /** People of the group who have not said whether they come. */
  readonly unanswered: readonly PersonBadge[];
}

/** [CK1] The meeting of this group that is on or comes next; null when none is planned. */
export async function findNextMeeting(
  db: Db,
  { groupId, now, userId }: Asked & { userId?: string },
): Promise<NextMeeting | null> {
  const [meeting] = await db
    .select({
      id: meetings.id,
      title: meetings.title,
      startsAt: meetings.startsAt,
      place: meetings.place,
      link: meetings.link,
    })
    .from(meetings)
    .where(and(eq(meetings.groupId, groupId), eq(meetings.status, 'planned'), gt(meetings.endsAt, now)))
    .orderBy(asc(meetings.startsAt), asc(meetings.id))
    .limit(1);
  if (!meeting) return null;
  const items = await db
    .select({ status: agendaItems.status, minutes: agendaItems.minutes })
    .from(agendaItems)
    .where(and(eq(agendaItems.meetingId, meeting.id), isNull(agendaItems.removedAt)));
  const answers = await db
    .select({ userId: meetingAnswers.userId, answer: meetingAnswers.answer })
    .from(meetingAnswers)
    .where(eq(meetingAnswers.meetingId, meeting.id));
  const answered = new Set(answers.map(({ userId }) => userId));
  const accepted = items.filter(({ status }) => status === 'accepted');
  const people = await listGroupPeople(db, { groupId, now });
  return {
    ...meeting,
    items: accepted.length,
    minutes: accepted.reduce((sum, item) => sum + item.minutes, 0),
    proposed: items.length - accepted.length,
    coming: answers.filter(({ answer }) => answer === 'yes').length,
    mine: answers.find((each) => each.userId === userId)?.answer ?? null,
    unanswered: people.filter(({ id }) => !answered.has(id)),
  };
}

/** [HO1] [PG3] The same of several groups: the one that comes first, whichever group it is of. */
export async function findFirstMeeting(
  db: Db,
  { groupIds, now, userId }: { groupIds: readonly Readable<'group'>[]; now: Date; userId: string },
): Promise<(NextMeeting & { readonly groupId: string }) | null> {
  const [first] = await db
    .select({ groupId: meetings.groupId })
    .from(meetings)
    .where(
      and(inArray(meetings.groupId, [...groupIds]), eq(meetings.status, 'planned'), gt(meetings.endsAt, now)),
    )
    .orderBy(asc(meetings.startsAt), asc(meetings.id))
    .limit(1);
  const groupId = groupIds.find((id) => id === first?.groupId);
  const next = groupId && (await findNextMeeting(db, { groupId, now, userId }));
  return next ? { groupId, ...next } : null;
}

/**
 * [CK1] When each of these people of the group last contributed: wrote in a document or on a board, commented, answered an
 * invitation. Those who did nothing in half a year are absent.
 */
export async function listLastContributions(db: Db, { groupId, now }: Asked): Promise<Map<string, Date>> {
  const from = new Date(now.getTime() - LOOKED_BACK * 7 * 86_400_000);
  const rooms = sql`(select 'document:' || ${documents.id} from ${documents} where ${documents.groupId} = ${groupId}
    union all select 'board:' || ${boards.id} from ${boards} where ${boards.groupId} = ${groupId})`;
  const writer = sql<string>`unnest(coalesce(${docUpdates.writers}, array[${docUpdates.userId}]))`.as(
    'writer',
  );
  const written = db
    .select({ writer, at: docUpdates.at })
    .from(docUpdates)
    .where(and(sql`${docUpdates.room} in ${rooms}`, gt(docUpdates.at, from)))
    .as('written');
  const last = new Map<string, Date>();
  const note = (rows: readonly { userId: string | null; at: Date }[]) => {
    for (const { userId, at } of rows) if (userId && at > (last.get(userId) ?? from)) last.set(userId, at);
  };
  const latest = sql<Date>`max(${written.at})`.mapWith(docUpdates.at);
  note(await db.select({ userId: written.writer, at: latest }).from(written).groupBy(written.writer));
  note(
    await db
      .select({
        userId: comments.authorId,
        at: sql<Date>`max(${comments.createdAt})`.mapWith(comments.createdAt),
      })
      .from(comments)
      .innerJoin(commentThreads, eq(commentThreads.id, comments.threadId))
      .leftJoin(documents, eq(documents.id, commentThreads.documentId))
      .leftJoin(boards, eq(boards.id, commentThreads.boardId))
      .where(
        and(
          gt(comments.createdAt, from),
          isNull(comments.deletedAt),
          or(eq(documents.groupId, groupId), eq(boards.groupId, groupId)),
        ),
      )
      .groupBy(comments.authorId),
  );
  note(
    await db
      .select({
        userId: meetingAnswers.userId,
        at: sql<Date>`max(${meetingAnswers.at})`.mapWith(meetingAnswers.at),
      })
      .from(meetingAnswers)
      .innerJoin(meetings, eq(meetings.id, meetingAnswers.meetingId))
      .where(and(eq(meetings.groupId, groupId), gt(meetingAnswers.at, from)))
      .groupBy(meetingAnswers.userId),
  );
  return last;
}

/** [CK1] Held meetings of this group whose minutes nobody has submitted, the oldest first. */
export function listMinutesToSubmit(
  db: Db,
  { groupId }: { groupId: Readable<'group'> },
): Promise<{ id: string; title: string; startsAt: Date }[]> {
  return db
    .select({ id: meetings.id, title: meetings.title, startsAt: meetings.startsAt })
    .from(meetings)
    .leftJoin(minutes, eq(minutes.meetingId, meetings.id))
    .where(
      and(
        eq(meetings.groupId, groupId),
        eq(meetings.status, 'held'),
        or(isNull(minutes.status), eq(minutes.status, 'draft')),
      ),
    )
    .orderBy(asc(meetings.startsAt));
}

/** [CK1] Documents of this group for which somebody waits for access, and how many do. */
export function listWaitingAccess(
  db: Db,
  { groupId }: { groupId: Readable<'facilitatedGroup'> },
): Promise<{ id: string; title: string; waiting: number }[]> {
  return db
    .select({ id: documents.id, title: documents.title, waiting: count() })
    .from(accessRequests)
    .innerJoin(documents, and(eq(documents.id, accessRequests.documentId), isNull(documents.trashedAt)))
    .where(eq(documents.groupId, groupId))
    .groupBy(documents.id, documents.title)
    .orderBy(asc(documents.title));
}
