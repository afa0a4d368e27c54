import { and, asc, eq, inArray, lte } from 'drizzle-orm';
import { phaseOf } from '#shared/meetings/meeting/meeting.ts';
import { REMINDER_KINDS } from '#shared/meetings/meeting/reminder.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { type Invitee, listInvitees } from './meeting-people.ts';
import { lockMeeting, type Meeting } from './meetings.ts';
import { meetingReminderSent, meetingReminders, meetings } from './schema.ts';

/** A reminder that leaves now, and whom for. */
interface TakenReminder {
  readonly meeting: Meeting;
  readonly words: string;
  readonly people: readonly Invitee[];
}

/** The meetings of which a reminder is due, the earliest first. */
export function listMeetingsToRemindOf(db: Db, now: Date): Promise<{ meetingId: string; groupId: string }[]> {
  const due = db
    .select({ meetingId: meetingReminders.meetingId })
    .from(meetingReminders)
    .where(lte(meetingReminders.leavesAt, now));
  return db
    .select({ meetingId: meetings.id, groupId: meetings.groupId })
    .from(meetings)
    .where(inArray(meetings.id, due))
    .orderBy(asc(meetings.startsAt), asc(meetings.id));
}

/**
 * [RM4] Takes what is due of a meeting: of two processes at once one finds it. Of several reminders that a stop held back only the last
 * one leaves. Null when nothing leaves; the mails leave in the same transaction.
 */
export async function takeReminder(
  tx: Tx,
  { meetingId, groupId, now }: { meetingId: string; groupId: string; now: Date },
): Promise<TakenReminder | null> {
  const meeting = await lockMeeting(tx, { meetingId, groupId });
  const taken = await tx
    .update(meetingReminders)
    .set({ leavesAt: null })
    .where(and(eq(meetingReminders.meetingId, meetingId), lte(meetingReminders.leavesAt, now)))
    .returning({ kind: meetingReminders.kind, words: meetingReminders.words });
  const [last] = taken.sort((a, b) => REMINDER_KINDS.indexOf(b.kind) - REMINDER_KINDS.indexOf(a.kind));
  if (!meeting || !last || phaseOf(meeting, now) !== 'next' || meeting.startsAt <= now) return null;
  const { kind, words } = last;
  const { startsAt } = meeting;
  const invitees = (await listInvitees(tx, { meetingId, groupId, now })).filter(isToBeReminded);
  if (invitees.length === 0) return null;
  const sent = invitees.map(({ id: userId }) => ({ meetingId, kind, startsAt, userId, sentAt: now }));
  const first = await tx
    .insert(meetingReminderSent)
    .values(sent)
    .onConflictDoNothing()
    .returning({ userId: meetingReminderSent.userId });
  const ids = new Set(first.map(({ userId }) => userId));
  return { meeting, words, people: invitees.filter(({ id }) => ids.has(id)) };
}

/** [RM4] Whoever was asked, or says of themselves that they come. */
function isToBeReminded({ toldSequence, answer }: Invitee): boolean {
  return answer !== 'no' && (toldSequence !== null || answer !== null);
}
