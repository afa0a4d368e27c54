import { eq, inArray } from 'drizzle-orm';
import {
  momentToCome,
  REMINDER_KINDS,
  type ReminderKind,
  type Reminders,
} from '#shared/meetings/meeting/reminder.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { meetingReminders } from './schema.ts';

/** A reminder that is switched on. */
export interface MeetingReminder {
  readonly meetingId: string;
  readonly kind: ReminderKind;
  readonly words: string;
  /** Null when it leaves no more. */
  readonly leavesAt: Date | null;
}

interface Occasion {
  readonly id: string;
  readonly startsAt: Date;
}

/** [RM1] The reminders of these meetings, of each the earliest first. */
export async function listReminders(db: Db, meetingIds: readonly string[]): Promise<MeetingReminder[]> {
  if (meetingIds.length === 0) return [];
  const rows = await db
    .select()
    .from(meetingReminders)
    .where(inArray(meetingReminders.meetingId, [...meetingIds]));
  return rows.sort((a, b) => REMINDER_KINDS.indexOf(a.kind) - REMINDER_KINDS.indexOf(b.kind));
}

/** Own words by kind, of the reminders of one meeting. */
export function byKind(reminders: readonly MeetingReminder[]): Reminders {
  return Object.fromEntries(reminders.map(({ kind, words }) => [kind, words]));
}

/** [RM1] [RM2] Switches these on for meetings that are new. */
export async function addReminders(
  tx: Tx,
  { occasions, reminders, now }: { occasions: readonly Occasion[]; reminders: Reminders; now: Date },
): Promise<void> {
  const rows = occasions.flatMap((occasion) => rowsOf(occasion, reminders, now));
  if (rows.length > 0) await tx.insert(meetingReminders).values(rows);
}

/** [RM2] Switches the reminders of a meeting on and off. One that was on already keeps its moment unless the meeting moves. */
export async function changeReminders(
  tx: Tx,
  {
    meeting,
    isMoved,
    reminders,
    now,
  }: { meeting: Occasion; isMoved: boolean; reminders: Reminders; now: Date },
): Promise<void> {
  const before = isMoved ? [] : await listReminders(tx, [meeting.id]);
  const kept = new Map(before.map(({ kind, leavesAt }) => [kind, leavesAt]));
  // One that is due waits for the next round, whatever is saved meanwhile.
  const rows = rowsOf(meeting, reminders, now).map((row) => ({
    ...row,
    leavesAt: kept.get(row.kind) ?? row.leavesAt,
  }));
  await tx.delete(meetingReminders).where(eq(meetingReminders.meetingId, meeting.id));
  if (rows.length > 0) await tx.insert(meetingReminders).values(rows);
}

function rowsOf({ id, startsAt }: Occasion, reminders: Reminders, now: Date): MeetingReminder[] {
  return REMINDER_KINDS.flatMap((kind) => {
    const words = reminders[kind];
    if (words === undefined) return [];
    return { meetingId: id, kind, words, leavesAt: momentToCome(kind, startsAt, now) };
  });
}
