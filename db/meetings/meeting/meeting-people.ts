import { and, eq, inArray } from 'drizzle-orm';
import type { Readable } from '#shared/kernel/access/readable.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { inFrench } from '#shared/kernel/text/order.ts';
import { type AnswerValue, checkAnswerable } from '#shared/meetings/meeting/answer.ts';
import { type MeetingState, overlaps, type Span } from '#shared/meetings/meeting/meeting.ts';
import type { PersonBadge } from '#shared/people/organisation/organisation.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { isInGroup, listGroupPeople } from '../../people/group/groups.ts';
import { groups } from '../../people/group/schema.ts';
import { organisationBadge } from '../../people/organisation/organisations.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { users } from '../../people/person/schema.ts';
import { listMeetingsDuring } from './meetings.ts';
import { meetingAnswers, meetingInvitations, meetings } from './schema.ts';

/** Somebody whom a meeting concerns, with what they said and what they were sent. */
export interface Invitee extends PersonBadge {
  readonly email: string;
  readonly answer: AnswerValue | null;
  readonly note: string | null;
  readonly answeredAt: Date | null;
  /** The meeting's sequence in the last mail; null before the first. */
  readonly toldSequence: number | null;
  readonly remindedAt: Date | null;
}

/** [M10] The people of the meeting's group today, by name. */
export async function listInvitees(
  db: Db,
  { meetingId, groupId, now }: { meetingId: string; groupId: string; now: Date },
): Promise<Invitee[]> {
  const rows = await db
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      organisation: organisationBadge,
      answer: meetingAnswers.answer,
      note: meetingAnswers.note,
      answeredAt: meetingAnswers.at,
      toldSequence: meetingInvitations.sequence,
      remindedAt: meetingInvitations.remindedAt,
    })
    .from(users)
    .innerJoin(meetings, and(eq(meetings.id, meetingId), eq(meetings.groupId, groupId)))
    .leftJoin(organisations, eq(organisations.id, users.organisationId))
    .leftJoin(
      meetingAnswers,
      and(eq(meetingAnswers.meetingId, meetings.id), eq(meetingAnswers.userId, users.id)),
    )
    .leftJoin(
      meetingInvitations,
      and(eq(meetingInvitations.meetingId, meetings.id), eq(meetingInvitations.userId, users.id)),
    )
    .where(isInGroup(db, { groupId, now }));
  return rows.sort((a, b) => inFrench(a.name, b.name));
}

/** Whether somebody is asked to the meetings of a group: one may see it without being in it. */
export async function isInvited(
  db: Db,
  { groupId, userId, now }: { groupId: string; userId: string; now: Date },
): Promise<boolean> {
  const isTheirs = and(eq(users.id, userId), isInGroup(db, { groupId, now }));
  return (await db.select({ id: users.id }).from(users).where(isTheirs)).length > 0;
}

/** What was said of these meetings. */
export async function listAnswers(
  db: Db,
  { meetingIds }: { meetingIds: readonly string[] },
): Promise<{ meetingId: string; userId: string; answer: AnswerValue }[]> {
  if (meetingIds.length === 0) return [];
  const { meetingId, userId, answer } = meetingAnswers;
  return db
    .select({ meetingId, userId, answer })
    .from(meetingAnswers)
    .where(inArray(meetingId, [...meetingIds]));
}

/** [M10] Keeps what somebody says of coming; saying something else replaces it. */
export async function answerMeeting(
  tx: Tx,
  {
    meeting,
    userId,
    answer,
    note,
    now,
  }: {
    meeting: MeetingState & { readonly id: string };
    userId: string;
    answer: AnswerValue;
    note: string;
    now: Date;
  },
): Promise<Result<void, 'meeting.isCancelled' | 'meeting.isOver'>> {
  const answerable = checkAnswerable(meeting, now);
  if (!answerable.ok) return answerable;
  const said = { answer, note, at: now };
  await tx
    .insert(meetingAnswers)
    .values({ meetingId: meeting.id, userId, ...said })
    .onConflictDoUpdate({ target: [meetingAnswers.meetingId, meetingAnswers.userId], set: said });
  return ok();
}

/** [M10] Takes back what somebody answered; nothing to do where they had not. */
export async function takeAnswerBack(
  tx: Tx,
  { meeting, userId, now }: { meeting: MeetingState & { readonly id: string }; userId: string; now: Date },
): Promise<Result<void, 'meeting.isCancelled' | 'meeting.isOver'>> {
  const answerable = checkAnswerable(meeting, now);
  if (!answerable.ok) return answerable;
  await tx
    .delete(meetingAnswers)
    .where(and(eq(meetingAnswers.meetingId, meeting.id), eq(meetingAnswers.userId, userId)));
  return ok();
}

/** Notes that these people were just told of the meeting as it is now. */
export async function markTold(
  tx: Tx,
  {
    meeting,
    userIds,
    isReminder,
    now,
  }: {
    meeting: { readonly id: string; readonly sequence: number };
    userIds: readonly string[];
    isReminder: boolean;
    now: Date;
  },
): Promise<void> {
  const told = { sequence: meeting.sequence, sentAt: now, ...(isReminder && { remindedAt: now }) };
  for (const userId of userIds) {
    await tx
      .insert(meetingInvitations)
      .values({ meetingId: meeting.id, userId, ...told })
      .onConflictDoUpdate({
        target: [meetingInvitations.meetingId, meetingInvitations.userId],
        set: told,
      });
  }
}

/** A meeting at the same time as another one, as far as whoever plans may know it. */
export interface Overlap {
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** Null for one of a group that is not theirs. */
  readonly meeting: { readonly id: string; readonly title: string; readonly groupName: string } | null;
  readonly isSameGroup: boolean;
  /** Who would have to be in both. */
  readonly people: readonly string[];
}

/** Those of these people who are in another group too. */
async function alsoIn(
  db: Db,
  groupId: string,
  { people, now }: { people: readonly PersonBadge[]; now: Date },
): Promise<PersonBadge[]> {
  const ids = people.map(({ id }) => id);
  const rows = await db
    .select({ id: users.id })
    .from(users)
    .where(and(inArray(users.id, ids), isInGroup(db, { groupId, now })));
  const there = new Set(rows.map(({ id }) => id));
  return people.filter(({ id }) => there.has(id));
}

/** [M7] What takes place at the same time, in the group or with its people. */
export async function listOverlaps(
  db: Db,
  {
    groupId,
    spans,
    exceptIds,
    seenGroupIds,
    now,
  }: {
    groupId: Readable<'group'>;
    spans: readonly Span[];
    exceptIds: readonly string[];
    /** The groups that the reader may see. */
    seenGroupIds: readonly string[];
    now: Date;
  },
): Promise<Overlap[]> {
  if (spans.length === 0) return [];
  const times = (of: (span: Span) => Date) => spans.map((span) => of(span).getTime());
  const whole = {
    startsAt: new Date(Math.min(...times(({ startsAt }) => startsAt))),
    endsAt: new Date(Math.max(...times(({ endsAt }) => endsAt))),
  };
  const names = new Map(
    (await db.select({ id: groups.id, name: groups.name }).from(groups)).map(({ id, name }) => [id, name]),
  );
  const others = (await listMeetingsDuring(db, { groupIds: [...names.keys()], span: whole })).filter(
    (other) => !exceptIds.includes(other.id) && spans.some((span) => overlaps(span, other)),
  );
  if (others.length === 0) return [];
  const here = await listGroupPeople(db, { groupId, now });
  const found: Overlap[] = [];
  for (const other of others) {
    const isSameGroup = other.groupId === groupId;
    const declined = await db
      .select({ userId: meetingAnswers.userId })
      .from(meetingAnswers)
      .where(and(eq(meetingAnswers.meetingId, other.id), eq(meetingAnswers.answer, 'no')));
    const away = new Set(declined.map(({ userId }) => userId));
    const there = isSameGroup ? here : await alsoIn(db, other.groupId, { people: here, now });
    const both = there.filter(({ id }) => !away.has(id));
    if (!isSameGroup && both.length === 0) continue;
    const isSeen = seenGroupIds.includes(other.groupId);
    const groupName = names.get(other.groupId) ?? '';
    found.push({
      startsAt: other.startsAt,
      endsAt: other.endsAt,
      meeting: isSeen ? { id: other.id, title: other.title, groupName } : null,
      isSameGroup,
      people: isSameGroup ? [] : both.map(({ name }) => name),
    });
  }
  return found;
}
