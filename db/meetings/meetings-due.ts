import {
  type AnyColumn,
  and,
  asc,
  count,
  eq,
  exists,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  notExists,
  or,
  sql,
} from 'drizzle-orm';
import { OBLIGATION_DAYS } from '#shared/obligations.ts';
import { documents } from '../documents/schema.ts';
import { DUE_MAX, type DueAsking, due } from '../people/due.ts';
import { isInGroup } from '../people/group/groups.ts';
import { groups } from '../people/group/schema.ts';
import { users } from '../people/person/schema.ts';
import { datePollAnswers, datePollSlots, datePolls } from './date-poll/schema.ts';
import { minutes } from './held/schema.ts';
import { agendaItems, meetingAnswers, meetings } from './meeting/schema.ts';

const DAY_MS = 86_400_000;
const { id, title, startsAt, endsAt } = meetings;

/** Meetings of the coming weeks of which they are a member and have not said whether they come. */
export function answersDue({ db, userId, now, groupsFor }: DueAsking) {
  const answered = db
    .select({ one: sql`1` })
    .from(meetingAnswers)
    .where(and(eq(meetingAnswers.meetingId, id), eq(meetingAnswers.userId, userId)));
  return db
    .select(due('answer', { id, title, place: groups.name, at: startsAt }))
    .from(meetings)
    .innerJoin(groups, eq(groups.id, meetings.groupId))
    .innerJoin(users, eq(users.id, userId))
    .where(
      and(
        inArray(meetings.groupId, [...groupsFor('meeting.read')]),
        eq(meetings.status, 'planned'),
        gt(startsAt, now),
        lt(startsAt, new Date(now.getTime() + OBLIGATION_DAYS.answer * DAY_MS)),
        isInGroup(db, { groupId: sql`${meetings.groupId}`, now }),
        notExists(answered),
      ),
    )
    .orderBy(asc(startsAt), asc(id))
    .limit(DUE_MAX);
}

/** [DP9] Polls of their groups of which a slot to come waits for their answer, until the last day. */
export function datePollsDue({ db, userId, now, today, groupsFor }: DueAsking) {
  const chosen = db
    .select({ one: sql`1` })
    .from(datePollSlots)
    .where(and(eq(datePollSlots.pollId, datePolls.id), isNotNull(datePollSlots.chosenAt)));
  const answered = db
    .select({ one: sql`1` })
    .from(datePollAnswers)
    .where(and(eq(datePollAnswers.slotId, datePollSlots.id), eq(datePollAnswers.userId, userId)));
  const waiting = db
    .select({ one: sql`1` })
    .from(datePollSlots)
    .where(and(eq(datePollSlots.pollId, datePolls.id), gt(datePollSlots.startsAt, now), notExists(answered)));
  const { closesOn } = datePolls;
  return db
    .select(due('datePoll', { id: datePolls.id, title: datePolls.title, place: groups.name, day: closesOn }))
    .from(datePolls)
    .innerJoin(groups, eq(groups.id, datePolls.groupId))
    .innerJoin(users, eq(users.id, userId))
    .where(
      and(
        inArray(datePolls.groupId, [...groupsFor('meeting.read')]),
        isNull(datePolls.withdrawnAt),
        gte(closesOn, today),
        isInGroup(db, { groupId: sql`${datePolls.groupId}`, now }),
        notExists(chosen),
        exists(waiting),
      ),
    )
    .orderBy(asc(closesOn), asc(datePolls.id))
    .limit(DUE_MAX);
}

/** Points that others proposed for a meeting to come. */
/** Of the one that is there; null where there are several. */
const alone = (column: AnyColumn) => sql<string | null>`case when count(*) = 1 then min(${column}) end`;

export function itemsDue({ db, now, groupsFor }: DueAsking) {
  return db
    .select(
      due('item', {
        id,
        // One is named, and answered in its line; more are read on the page of their meeting.
        parentId: alone(agendaItems.id),
        title: sql<string>`coalesce(${alone(agendaItems.title)}, ${title})`,
        place: sql<string>`case when count(*) = 1 then ${title} || ', ' || ${groups.name} else ${groups.name} end`,
        by: alone(users.name),
        count: count(),
        at: startsAt,
      }),
    )
    .from(agendaItems)
    .innerJoin(meetings, eq(id, agendaItems.meetingId))
    .innerJoin(groups, eq(groups.id, meetings.groupId))
    .leftJoin(users, eq(users.id, agendaItems.proposedBy))
    .where(
      and(
        inArray(meetings.groupId, [...groupsFor('meeting.manage')]),
        eq(meetings.status, 'planned'),
        gt(endsAt, now),
        eq(agendaItems.status, 'proposed'),
        isNull(agendaItems.removedAt),
      ),
    )
    .groupBy(id, groups.id)
    .orderBy(asc(startsAt), asc(id))
    .limit(DUE_MAX);
}

/** Their own points of a meeting that is near. */
export function preparationsDue({ db, userId, now, groupsFor }: DueAsking) {
  return db
    .select(
      due('prepare', {
        id: agendaItems.id,
        parentId: id,
        title: agendaItems.title,
        place: sql<string>`${title} || ', ' || ${groups.name}`,
        at: startsAt,
      }),
    )
    .from(agendaItems)
    .innerJoin(meetings, eq(id, agendaItems.meetingId))
    .innerJoin(groups, eq(groups.id, meetings.groupId))
    .where(
      and(
        inArray(meetings.groupId, [...groupsFor('meeting.read')]),
        eq(agendaItems.ownerId, userId),
        eq(agendaItems.status, 'accepted'),
        isNull(agendaItems.removedAt),
        eq(meetings.status, 'planned'),
        gt(startsAt, now),
        lt(startsAt, new Date(now.getTime() + OBLIGATION_DAYS.prepare * DAY_MS)),
      ),
    )
    .orderBy(asc(startsAt), asc(agendaItems.order))
    .limit(DUE_MAX);
}

/** [CK1] Meetings that were held and whose minutes nobody has submitted. */
export function draftMinutesDue({ db, groupsFor }: DueAsking) {
  return db
    .select(
      due('draftMinutes', {
        ...{ id, title, place: groups.name },
        day: sql`(${startsAt} at time zone 'Europe/Paris')::date + ${OBLIGATION_DAYS.minutes}::int`,
      }),
    )
    .from(meetings)
    .innerJoin(groups, eq(groups.id, meetings.groupId))
    .leftJoin(minutes, eq(minutes.meetingId, id))
    .where(
      and(
        inArray(meetings.groupId, [...groupsFor('meeting.manage')]),
        eq(meetings.status, 'held'),
        or(isNull(minutes.status), eq(minutes.status, 'draft')),
      ),
    )
    .orderBy(asc(startsAt), asc(id))
    .limit(DUE_MAX);
}

/** Minutes that were submitted and that a meeting is to approve. */
export function minutesDue({ db, groupsFor }: DueAsking) {
  return db
    .select(due('minutes', { id, title, place: groups.name, by: users.name }))
    .from(minutes)
    .innerJoin(meetings, eq(id, minutes.meetingId))
    .innerJoin(groups, eq(groups.id, meetings.groupId))
    .innerJoin(documents, and(eq(documents.id, minutes.documentId), isNull(documents.trashedAt)))
    .leftJoin(users, eq(users.id, minutes.submittedBy))
    .where(and(inArray(meetings.groupId, [...groupsFor('minutes.approve')]), eq(minutes.status, 'submitted')))
    .orderBy(asc(sql`coalesce(${minutes.submittedAt}, ${startsAt})`), asc(id))
    .limit(DUE_MAX);
}
