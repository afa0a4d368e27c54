import { and, asc, eq, gte, inArray } from 'drizzle-orm';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { LocalTimeError } from '#shared/meetings/meeting/local-time.ts';
import {
  checkChangeable,
  checkSpan,
  type MeetingTexts,
  type Span,
  statusAtPlanning,
} from '#shared/meetings/meeting/meeting.ts';
import type { Reminders } from '#shared/meetings/meeting/reminder.ts';
import { follow, type LocalSpan, localSpanOf } from '#shared/meetings/meeting/reschedule.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { changeReminders } from './meeting-reminders.ts';
import { lockMeeting, type Meeting, type MeetingChange, recordMeeting } from './meetings.ts';
import { meetings } from './schema.ts';

/** Of a series: this meeting only, or this one and those that follow. */
export type Scope = 'one' | 'following';

type Unchangeable = 'access.notFound' | 'meeting.isCancelled' | 'meeting.begun';
type Immovable = LocalTimeError | 'meeting.endBeforeStart' | 'meeting.tooLong' | 'meeting.past';

/**
 * [M6] Changes what a meeting says and when it is; with `following`, the rest of its series goes along, as many days further
 * and at the same hours. Reminders change without anybody being told. Answers those that are different now.
 */
export async function changeMeeting(
  tx: Tx,
  {
    texts,
    when,
    scope,
    reminders,
    ...change
  }: MeetingChange & { texts: MeetingTexts; when: LocalSpan; scope: Scope; reminders: Reminders },
): Promise<Result<readonly Meeting[], Unchangeable | Immovable>> {
  const meeting = await lockMeeting(tx, change);
  if (!meeting) return fail('access.notFound');
  const changeable = checkChangeable(meeting);
  if (!changeable.ok) return changeable;
  const from = localSpanOf(meeting);
  const changed: Meeting[] = [];
  const kept: { readonly meeting: Meeting; readonly isMoved: boolean }[] = [];
  for (const one of await inScope(tx, meeting, scope)) {
    if (!checkChangeable(one).ok) continue;
    const span = follow(one, { from, to: when });
    if (!span.ok) return span;
    const next = { ...one, ...texts, ...span.value, sequence: one.sequence + 1 };
    kept.push({ meeting: next, isMoved: one.startsAt.getTime() !== next.startsAt.getTime() });
    if (isSame(one, next)) continue;
    const allowed = checkMove(one, next, change.now);
    if (!allowed.ok) return allowed;
    changed.push(next);
  }
  for (const { id, sequence, startsAt, endsAt } of changed) {
    const values = { ...texts, startsAt, endsAt, sequence, updatedAt: change.now };
    await tx
      .update(meetings)
      .set(values)
      .where(isOfGroup(change.groupId, [id]));
  }
  for (const one of kept) await changeReminders(tx, { ...one, reminders, now: change.now });
  const { title } = texts;
  if (changed.length > 0) await recordMeeting(tx, change, { verb: 'meeting.changed', title });
  return ok(changed);
}

/** One that only gets other words may be over; one that moves is in the future afterwards. */
function checkMove(before: Span, after: Span, now: Date): Result<void, Immovable> {
  const isMoved =
    before.startsAt.getTime() !== after.startsAt.getTime() ||
    before.endsAt.getTime() !== after.endsAt.getTime();
  if (!isMoved) return ok();
  const span = checkSpan(after);
  if (!span.ok) return span;
  const status = statusAtPlanning(after, { isHeld: false, now });
  return status.ok ? ok() : fail('meeting.past');
}

function isSame(a: Meeting, b: Meeting): boolean {
  const key = ({ title, place, link, description, startsAt, endsAt }: Meeting) =>
    JSON.stringify([title, place, link, description, startsAt, endsAt]);
  return key(a) === key(b);
}

/** [M6] Cancels a meeting, or the rest of its series: what has begun stays. Answers those that are cancelled now. */
export async function cancelMeeting(
  tx: Tx,
  { reason, scope, ...change }: MeetingChange & { reason: string; scope: Scope },
): Promise<Result<readonly Meeting[], Unchangeable>> {
  const meeting = await lockMeeting(tx, change);
  if (!meeting) return fail('access.notFound');
  const changeable = checkChangeable(meeting);
  if (!changeable.ok) return changeable;
  const cancelReason = reason.replace(/\s+/gu, ' ').trim().slice(0, REASON_MAX);
  const ended = (await inScope(tx, meeting, scope)).filter((one) => checkChangeable(one).ok);
  const cancelled = ended.map((one) => ({ ...one, status: 'cancelled' as const, cancelReason }));
  const answered = await setStatus(tx, change, cancelled, change.now);
  await recordMeeting(tx, change, { verb: 'meeting.cancelled', title: meeting.title });
  return ok(answered);
}

const REASON_MAX = 500;

/** [M6] Takes a cancellation back. Answers those that take place again. */
export async function restoreMeeting(
  tx: Tx,
  { scope, ...change }: MeetingChange & { scope: Scope },
): Promise<Result<readonly Meeting[], 'access.notFound' | 'meeting.notCancelled'>> {
  const meeting = await lockMeeting(tx, change);
  if (!meeting) return fail('access.notFound');
  if (meeting.status !== 'cancelled') return fail('meeting.notCancelled');
  const cancelled = (await inScope(tx, meeting, scope)).filter(({ status }) => status === 'cancelled');
  const planned = cancelled.map((one) => ({ ...one, status: 'planned' as const, cancelReason: '' }));
  const answered = await setStatus(tx, change, planned, null);
  await recordMeeting(tx, change, { verb: 'meeting.restored', title: meeting.title });
  return ok(answered);
}

async function setStatus(
  tx: Tx,
  { groupId, now }: MeetingChange,
  wished: readonly Meeting[],
  cancelledAt: Date | null,
): Promise<Meeting[]> {
  const raised = wished.map((one) => ({ ...one, sequence: one.sequence + 1 }));
  for (const { id, status, cancelReason, sequence } of raised) {
    await tx
      .update(meetings)
      .set({ status, cancelReason, sequence, cancelledAt, updatedAt: now })
      .where(isOfGroup(groupId, [id]));
  }
  return raised;
}

/** This meeting, with those of its series that come after it when they are meant too, held for this transaction. */
async function inScope(tx: Tx, meeting: Meeting, scope: Scope): Promise<readonly Meeting[]> {
  if (scope === 'one' || !meeting.seriesId) return [meeting];
  const following = await tx
    .select({ id: meetings.id })
    .from(meetings)
    .where(
      and(
        eq(meetings.seriesId, meeting.seriesId),
        eq(meetings.groupId, meeting.groupId),
        gte(meetings.startsAt, meeting.startsAt),
      ),
    )
    .orderBy(asc(meetings.startsAt), asc(meetings.id));
  const found: Meeting[] = [];
  for (const { id } of following) {
    const one = await lockMeeting(tx, { meetingId: id, groupId: meeting.groupId });
    if (one) found.push(one);
  }
  return found;
}

function isOfGroup(groupId: string, ids: readonly string[]) {
  return and(eq(meetings.groupId, groupId), inArray(meetings.id, [...ids]));
}
