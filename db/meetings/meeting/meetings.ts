import { and, asc, eq, gt, inArray, lt, ne } from 'drizzle-orm';
import type { Readable } from '#shared/kernel/access/readable.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import {
  type MeetingState,
  type MeetingTexts,
  type Span,
  statusAtPlanning,
} from '#shared/meetings/meeting/meeting.ts';
import type { Reminders } from '#shared/meetings/meeting/reminder.ts';
import type { Frequency } from '#shared/meetings/meeting/series.ts';
import type { ActivityVerb } from '#shared/people/activity/activity.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { recordActivity } from '../../people/activity/activities.ts';
import { findGroupForMember, type GroupForMember } from '../../people/group/groups.ts';
import { addReminders } from './meeting-reminders.ts';
import { meetingSeries, meetings } from './schema.ts';

/** A meeting in its group's list. */
export interface Meeting extends MeetingTexts, MeetingState {
  readonly id: string;
  readonly groupId: string;
  readonly seriesId: string | null;
  readonly closedAt: Date | null;
  readonly sequence: number;
  readonly cancelReason: string;
}

/** A meeting as somebody who may see it sees it, with its group and their role there. */
export interface MeetingForMember extends Meeting {
  readonly groupId: Readable<'group'>;
  readonly group: GroupForMember;
}

/** What each change of a meeting says: which one, of which group, by whom, when. */
export interface MeetingChange {
  readonly meetingId: string;
  readonly groupId: string;
  readonly by: string;
  readonly now: Date;
  readonly activityId: string;
}

const columns = {
  id: meetings.id,
  groupId: meetings.groupId,
  seriesId: meetings.seriesId,
  title: meetings.title,
  startsAt: meetings.startsAt,
  endsAt: meetings.endsAt,
  place: meetings.place,
  link: meetings.link,
  description: meetings.description,
  status: meetings.status,
  openedAt: meetings.openedAt,
  closedAt: meetings.closedAt,
  sequence: meetings.sequence,
  cancelReason: meetings.cancelReason,
};

/** Every meeting of these groups, cancelled ones included, the earliest first. */
export async function listMeetings(
  db: Db,
  { groupIds }: { groupIds: readonly string[] },
): Promise<Meeting[]> {
  if (groupIds.length === 0) return [];
  return db
    .select(columns)
    .from(meetings)
    .where(inArray(meetings.groupId, [...groupIds]))
    .orderBy(asc(meetings.startsAt), asc(meetings.id));
}

/** The meetings of these groups that take place while one of these spans lasts. */
export async function listMeetingsDuring(
  db: Db,
  { groupIds, span }: { groupIds: readonly string[]; span: Span },
): Promise<Meeting[]> {
  if (groupIds.length === 0) return [];
  return db
    .select(columns)
    .from(meetings)
    .where(
      and(
        inArray(meetings.groupId, [...groupIds]),
        ne(meetings.status, 'cancelled'),
        lt(meetings.startsAt, span.endsAt),
        gt(meetings.endsAt, span.startsAt),
      ),
    )
    .orderBy(asc(meetings.startsAt), asc(meetings.id));
}

/** [M5] The meeting, if this person may see it; null when it is of a group that is not theirs, or absent: both look the same. */
export async function findMeetingForMember(
  db: Db,
  { meetingId, userId, now }: { meetingId: string; userId: string; now: Date },
): Promise<MeetingForMember | null> {
  const [meeting] = await db.select(columns).from(meetings).where(eq(meetings.id, meetingId));
  if (!meeting) return null;
  const group = await findGroupForMember(db, { groupId: meeting.groupId, userId, now });
  return group && { ...meeting, groupId: group.id, group };
}

/** The meeting of this group, held for this transaction: of two who change it at once one waits. */
export async function lockMeeting(
  tx: Tx,
  { meetingId, groupId }: { meetingId: string; groupId: string },
): Promise<Meeting | null> {
  const [meeting] = await tx
    .select(columns)
    .from(meetings)
    .where(and(eq(meetings.id, meetingId), eq(meetings.groupId, groupId)))
    .for('update');
  return meeting ?? null;
}

/** What is to be planned: one meeting, or those of a series. Ids are new. */
export interface NewMeetings extends MeetingTexts {
  readonly groupId: string;
  readonly by: string;
  readonly now: Date;
  readonly activityId: string;
  readonly occasions: readonly (Span & { readonly id: string })[];
  /** Null for a meeting by itself. */
  readonly series: { readonly id: string; readonly frequency: Frequency } | null;
  /** It took place already: only what comes after is to be written. */
  readonly isHeld: boolean;
  /** Of each of them; of what was held none is kept. */
  readonly reminders: Reminders;
}

/** [M1] [M3] Plans one meeting or a series, all of it or nothing. */
export async function planMeetings(
  tx: Tx,
  { groupId, by, now, activityId, occasions, series, isHeld, reminders, ...texts }: NewMeetings,
): Promise<Result<{ id: string; title: string }, 'meeting.past' | 'meeting.notOver'>> {
  const [first] = occasions;
  if (!first) throw new Error('no occasion to plan');
  const rows: Omit<typeof meetings.$inferInsert, 'groupId' | 'createdAt' | 'updatedAt'>[] = [];
  for (const { id, startsAt, endsAt } of occasions) {
    const status = statusAtPlanning({ startsAt, endsAt }, { isHeld, now });
    if (!status.ok) return status;
    const [openedAt, closedAt] = isHeld ? [startsAt, endsAt] : [null, null];
    rows.push({ ...texts, id, startsAt, endsAt, status: status.value, openedAt, closedAt });
  }
  const made = { groupId, createdBy: by, createdAt: now };
  const { title } = texts;
  if (series) await tx.insert(meetingSeries).values({ ...series, ...made });
  const seriesId = series?.id ?? null;
  await tx.insert(meetings).values(rows.map((row) => ({ ...row, ...made, seriesId, updatedAt: now })));
  if (!isHeld) await addReminders(tx, { occasions, reminders, now });
  const change = { meetingId: first.id, groupId, by, now, activityId };
  await recordMeeting(tx, change, { verb: 'meeting.planned', title });
  return ok({ id: first.id, title });
}

/** Writes down what happened to a meeting. */
export function recordMeeting(
  tx: Tx,
  { activityId: id, groupId, by: actorId, meetingId: objectId, now }: MeetingChange,
  { verb, title }: { verb: ActivityVerb; title: string },
): Promise<void> {
  return recordActivity(tx, { id, groupId, actorId, verb, objectId, title, now });
}
