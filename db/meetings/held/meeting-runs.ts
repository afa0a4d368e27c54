import { and, eq, isNull, sql } from 'drizzle-orm';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { addMinutes, moveTo, NOT_RUNNING, type Running } from '#shared/meetings/held/running.ts';
import type { ActivityVerb } from '#shared/people/activity/activity.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { recordActivity } from '../../people/activity/activities.ts';
import { agendaItems, meetings } from '../meeting/schema.ts';
import { meetingAttendances, meetingHands, meetingRuns, meetingVotes } from './schema.ts';

/** Which meeting of which group, by whom, when. */
export interface HeldChange {
  readonly meetingId: string;
  readonly groupId: string;
  readonly by: string;
  readonly now: Date;
}
/** The item that it was about; null for none. */
interface OfItem {
  readonly title: string | null;
}
type Told = HeldChange & { readonly activityId: string };
/** Why nothing is done in a meeting: people do not sit in it. */
export type NotOpen = 'access.notFound' | 'meetingHeld.notOpen';

/** Where a meeting stands; `revision` is 0 until something of it was held. */
export async function findRun(db: Db, meetingId: string): Promise<Running & { revision: number }> {
  const [run] = await db.select().from(meetingRuns).where(eq(meetingRuns.meetingId, meetingId));
  if (!run) return { ...NOT_RUNNING, revision: 0 };
  const { currentItemId, itemStartedAt, spent, added, revision } = run;
  return { currentItemId, itemStartedAt, spent, added, revision };
}

/** [MR2] Opens a meeting; one that is open stays as it is. */
export async function openMeeting(
  tx: Tx,
  change: Told,
): Promise<Result<void, 'access.notFound' | 'meetingHeld.cancelled' | 'meetingHeld.alreadyClosed'>> {
  const meeting = await lockMeeting(tx, change);
  if (!meeting) return fail('access.notFound');
  if (meeting.status === 'cancelled') return fail('meetingHeld.cancelled');
  if (meeting.closedAt) return fail('meetingHeld.alreadyClosed');
  if (meeting.openedAt) return ok();
  const { meetingId, groupId, now } = change;
  await tx.update(meetings).set({ openedAt: now, updatedAt: now }).where(inGroup({ meetingId, groupId }));
  await touchMeeting(tx, meetingId);
  await recordHeld(tx, change, 'meeting.opened', meeting.title);
  return ok();
}

/**
 * [MR2] Takes an opening back: the meeting is to be opened, as before. Not once
 * somebody is there, an item was begun, or a vote was put.
 */
export async function takeBackOpening(
  tx: Tx,
  change: Told,
): Promise<Result<void, NotOpen | 'meetingHeld.begun'>> {
  const open = await lockOpenMeeting(tx, change);
  if (!open.ok) return open;
  const { meetingId, now } = change;
  const { currentItemId, spent } = await findRun(tx, meetingId);
  const { meetingId: of, presence } = meetingAttendances;
  const noted =
    (await tx.$count(meetingAttendances, and(eq(of, meetingId), eq(presence, 'present')))) +
    (await tx.$count(meetingVotes, eq(meetingVotes.meetingId, meetingId)));
  if (noted > 0 || currentItemId !== null || Object.keys(spent).length > 0) return fail('meetingHeld.begun');
  await tx.update(meetings).set({ openedAt: null, updatedAt: now }).where(inGroup(change));
  await tx.delete(meetingHands).where(eq(meetingHands.meetingId, meetingId));
  await touchMeeting(tx, meetingId);
  await recordHeld(tx, change, 'meeting.changed', open.value.title);
  return ok();
}

/**
 * [MR2] [MR3] Closes a meeting: the present item's time is kept and the hands are lowered. Its votes must be closed before.
 */
export async function closeMeeting(
  tx: Tx,
  change: Told,
): Promise<Result<void, NotOpen | 'meetingHeld.voteOpen'>> {
  const open = await lockOpenMeeting(tx, change);
  if (!open.ok) return open;
  const { meetingId, groupId, now } = change;
  const openVotes = await tx.$count(
    meetingVotes,
    and(eq(meetingVotes.meetingId, meetingId), isNull(meetingVotes.closedAt)),
  );
  if (openVotes > 0) return fail('meetingHeld.voteOpen');
  await saveRun(tx, meetingId, moveTo(await findRun(tx, meetingId), null, now));
  await tx.delete(meetingHands).where(eq(meetingHands.meetingId, meetingId));
  await tx
    .update(meetings)
    .set({ closedAt: now, status: 'held', updatedAt: now })
    .where(inGroup({ meetingId, groupId }));
  await recordHeld(tx, change, 'meeting.closed', open.value.title);
  return ok();
}

/** [MR2] Takes a closing back: the meeting is open again. */
export async function reopenMeeting(tx: Tx, change: Told): Promise<Result<void, NotOpen>> {
  const meeting = await lockMeeting(tx, change);
  if (!meeting) return fail('access.notFound');
  if (!meeting.closedAt || !meeting.openedAt) return fail('meetingHeld.notOpen');
  const { meetingId, now } = change;
  await tx.update(meetings).set({ closedAt: null, status: 'planned', updatedAt: now }).where(inGroup(change));
  await touchMeeting(tx, meetingId);
  await recordHeld(tx, change, 'meeting.reopened', meeting.title);
  return ok();
}

/** [MR3] Goes to an item of the agenda, or to none. */
export function goToItem(
  tx: Tx,
  { itemId, ...change }: HeldChange & { itemId: string | null },
): Promise<Result<OfItem, NotOpen | 'meetingHeld.itemNotFound'>> {
  return changeRun(tx, change, itemId, (running) => moveTo(running, itemId, change.now));
}

/** [MR3] Gives an item more minutes. */
export function giveTime(
  tx: Tx,
  { itemId, ...change }: HeldChange & { itemId: string },
): Promise<Result<OfItem, NotOpen | 'meetingHeld.itemNotFound'>> {
  return changeRun(tx, change, itemId, (running) => addMinutes(running, itemId));
}

async function changeRun(
  tx: Tx,
  change: HeldChange,
  itemId: string | null,
  next: (running: Running) => Running,
): Promise<Result<OfItem, NotOpen | 'meetingHeld.itemNotFound'>> {
  const open = await lockOpenMeeting(tx, change);
  if (!open.ok) return open;
  const { meetingId } = change;
  const title = itemId === null ? null : await findItemTitle(tx, meetingId, itemId);
  if (title === undefined) return fail('meetingHeld.itemNotFound');
  await saveRun(tx, meetingId, next(await findRun(tx, meetingId)));
  return ok({ title });
}

async function findItemTitle(tx: Tx, meetingId: string, itemId: string): Promise<string | undefined> {
  const { id, meetingId: of, title, status, removedAt } = agendaItems;
  const isIt = and(eq(id, itemId), eq(of, meetingId), eq(status, 'accepted'), isNull(removedAt));
  const [item] = await tx.select({ title }).from(agendaItems).where(isIt);
  return item?.title;
}

async function saveRun(tx: Tx, meetingId: string, running: Running): Promise<void> {
  const { currentItemId, itemStartedAt, spent, added } = running;
  const set = { currentItemId, itemStartedAt, spent, added };
  await tx
    .insert(meetingRuns)
    .values({ meetingId, ...set, revision: 1 })
    .onConflictDoUpdate({
      target: meetingRuns.meetingId,
      set: { ...set, revision: sql`${meetingRuns.revision} + 1` },
    });
}

/** Tells open pages that something of a meeting changed. */
export async function touchMeeting(tx: Tx, meetingId: string): Promise<void> {
  await tx
    .insert(meetingRuns)
    .values({ meetingId, revision: 1 })
    .onConflictDoUpdate({
      target: meetingRuns.meetingId,
      set: { revision: sql`${meetingRuns.revision} + 1` },
    });
}

/** The meeting, of this group only, held until the transaction ends: of two who change it one waits. */
export async function lockMeeting(tx: Tx, key: { meetingId: string; groupId: string }) {
  const { title, status, startsAt, openedAt, closedAt } = meetings;
  const [meeting] = await tx
    .select({ title, status, startsAt, openedAt, closedAt })
    .from(meetings)
    .where(inGroup(key))
    .for('update');
  return meeting ?? null;
}

/** The same, if people sit in it. */
export async function lockOpenMeeting(
  tx: Tx,
  key: { meetingId: string; groupId: string },
): Promise<Result<{ title: string; startsAt: Date }, NotOpen>> {
  const meeting = await lockMeeting(tx, key);
  if (!meeting) return fail('access.notFound');
  const isOpen = meeting.openedAt && !meeting.closedAt && meeting.status !== 'cancelled';
  return isOpen ? ok(meeting) : fail('meetingHeld.notOpen');
}

/** Writes down what people should hear about a held meeting. */
export function recordHeld(tx: Tx, change: Told, verb: ActivityVerb, title: string): Promise<void> {
  const { activityId: id, groupId, by: actorId, meetingId: objectId, now } = change;
  return recordActivity(tx, { id, groupId, actorId, verb, objectId, title, now });
}

function inGroup({ meetingId, groupId }: { meetingId: string; groupId: string }) {
  return and(eq(meetings.id, meetingId), eq(meetings.groupId, groupId));
}
