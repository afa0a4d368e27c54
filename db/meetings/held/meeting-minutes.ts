import { and, asc, eq, isNull, lt } from 'drizzle-orm';
import { saysSame } from '#shared/documents/history/exact-text.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import {
  type ApprovalError,
  checkApproval,
  checkSubmission,
  type MinutesStatus,
  type SubmissionError,
} from '#shared/meetings/held/minutes.ts';
import { documents } from '../../documents/schema.ts';
import { recordAudit } from '../../kernel/audit/audit.ts';
import { fingerprint } from '../../kernel/audit/fingerprint.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { users } from '../../people/person/schema.ts';
import { meetings } from '../meeting/schema.ts';
import { type HeldChange, lockMeeting, recordHeld, touchMeeting } from './meeting-runs.ts';
import { minutes } from './schema.ts';

/** How far the minutes of a meeting have come. */
export interface Minutes {
  readonly documentId: string;
  readonly title: string;
  readonly status: MinutesStatus;
  readonly sheetAt: Date | null;
  /** What was submitted; null while they are a draft. */
  readonly submitted: {
    readonly at: Date;
    readonly by: string | null;
    readonly seq: number;
    readonly exactText: string;
    readonly sha256: string;
  } | null;
  readonly approved: {
    readonly at: Date;
    readonly by: string | null;
    readonly meeting: { readonly id: string; readonly title: string } | null;
  } | null;
}

type NotBegun = 'access.notFound' | 'minutes.notBegun';
type Told = HeldChange & { readonly activityId: string };

/** [MR12] The minutes of a meeting; null when none were begun, or their document is in the trash. */
export async function findMinutes(db: Db, meetingId: string): Promise<Minutes | null> {
  const [row] = await db
    .select({ kept: minutes, title: documents.title })
    .from(minutes)
    .innerJoin(documents, and(eq(documents.id, minutes.documentId), isNull(documents.trashedAt)))
    .where(eq(minutes.meetingId, meetingId));
  if (!row) return null;
  const { kept, title } = row;
  const { documentId, status, sheetAt, submittedAt, seq, exactText, sha256, approvedAt } = kept;
  const isSubmitted = submittedAt && seq !== null && exactText !== null && sha256 !== null;
  return {
    documentId,
    title,
    status,
    sheetAt,
    submitted: isSubmitted
      ? { at: submittedAt, by: await nameOf(db, kept.submittedBy), seq, exactText, sha256 }
      : null,
    approved: approvedAt && {
      at: approvedAt,
      by: await nameOf(db, kept.approvedBy),
      meeting: await meetingOf(db, kept.approvedIn),
    },
  };
}

/** [MR13] The minutes of this group that wait for approval, of meetings before this one, the oldest first. */
export function listMinutesToApprove(
  db: Db,
  { groupId, before }: { groupId: string; before: Date },
): Promise<{ meetingId: string; title: string; startsAt: Date }[]> {
  return db
    .select({ meetingId: meetings.id, title: meetings.title, startsAt: meetings.startsAt })
    .from(minutes)
    .innerJoin(meetings, eq(meetings.id, minutes.meetingId))
    .innerJoin(documents, and(eq(documents.id, minutes.documentId), isNull(documents.trashedAt)))
    .where(and(eq(meetings.groupId, groupId), eq(minutes.status, 'submitted'), lt(meetings.startsAt, before)))
    .orderBy(asc(meetings.startsAt));
}

/** [MR12] Says which document is the minutes of a meeting; one in the trash is replaced. */
export async function beginMinutes(
  tx: Tx,
  { documentId, ...change }: HeldChange & { documentId: string },
): Promise<Result<void, 'access.notFound' | 'minutes.alreadyBegun'>> {
  const { meetingId } = change;
  if (!(await lockMeeting(tx, change))) return fail('access.notFound');
  if (await findMinutes(tx, meetingId)) return fail('minutes.alreadyBegun');
  await tx.delete(minutes).where(eq(minutes.meetingId, meetingId));
  await tx.insert(minutes).values({ meetingId, documentId });
  await touchMeeting(tx, meetingId);
  return ok();
}

/** Notes that the attendance stands in the text of the minutes. */
export async function noteSheet(tx: Tx, { meetingId, now }: { meetingId: string; now: Date }): Promise<void> {
  await tx.update(minutes).set({ sheetAt: now }).where(eq(minutes.meetingId, meetingId));
}

/** [MR12] Keeps the exact text that is submitted. */
export function submitMinutes(
  tx: Tx,
  {
    seq,
    exactText,
    sha256,
    hasText,
    ...change
  }: Told & { seq: number; exactText: string; sha256: string; hasText: boolean },
): Promise<Result<void, NotBegun | SubmissionError>> {
  return inMinutes(tx, change, async ({ found, title }) => {
    const checked = checkSubmission(found.status, hasText);
    if (!checked.ok) return checked;
    const { meetingId, by: submittedBy, now: submittedAt } = change;
    await tx
      .update(minutes)
      .set({ status: 'submitted', submittedAt, submittedBy, seq, exactText, sha256 })
      .where(eq(minutes.meetingId, meetingId));
    await recordHeld(tx, change, 'minutes.submitted', title);
    return ok();
  });
}

/**
 * [MR13] Approves minutes at a later meeting of the group, and freezes their document. `exactText` is what it says now.
 */
export function approveMinutes(
  tx: Tx,
  { at, exactText, ...change }: Told & { at: string; exactText: string },
): Promise<Result<void, NotBegun | ApprovalError>> {
  return inMinutes(tx, change, async ({ found, startsAt, title }) => {
    const { meetingId, groupId, by: approvedBy, now } = change;
    const later = await lockMeeting(tx, { meetingId: at, groupId });
    if (!later) return fail('access.notFound');
    const checked = checkApproval({
      status: found.status,
      isUnchanged: found.submitted !== null && saysSame(found.submitted.exactText, exactText),
      meeting: { id: meetingId, startsAt, openedAt: null },
      at: { id: at, ...later },
    });
    if (!checked.ok) return checked;
    const [kept] = await tx
      .update(minutes)
      .set({ status: 'approved', approvedAt: now, approvedBy, approvedIn: at })
      .where(eq(minutes.meetingId, meetingId))
      .returning();
    await setFrozen(tx, found.documentId, now);
    await touchMeeting(tx, at);
    await recordHeld(tx, change, 'minutes.approved', title);
    const { seq, sha256, submittedAt, submittedBy } = kept ?? {};
    const origin = fingerprint({ seq, submittedAt: submittedAt?.toISOString(), submittedBy });
    await recordAudit(tx, {
      actorId: approvedBy,
      action: 'document.minutesApproved',
      subject: { kind: 'document', id: found.documentId, name: found.title },
      payload: { meeting: meetingId, in: at, sha256, origin },
      now,
    });
    return ok();
  });
}

/** [MR13] Takes an approval back: the document is written again. */
export function takeApprovalBack(
  tx: Tx,
  change: Told,
): Promise<Result<void, NotBegun | 'minutes.notApproved'>> {
  return inMinutes(tx, change, async ({ found, title }) => {
    if (found.status !== 'approved') return fail('minutes.notApproved');
    await tx
      .update(minutes)
      .set({ status: 'submitted', approvedAt: null, approvedBy: null, approvedIn: null })
      .where(eq(minutes.meetingId, change.meetingId));
    await setFrozen(tx, found.documentId, null);
    await recordHeld(tx, change, 'minutes.approvalTakenBack', title);
    await recordAudit(tx, {
      actorId: change.by,
      action: 'document.minutesReopened',
      subject: { kind: 'document', id: found.documentId, name: found.title },
      payload: { meeting: change.meetingId },
      now: change.now,
    });
    return ok();
  });
}

async function inMinutes<E extends string>(
  tx: Tx,
  change: HeldChange,
  run: (known: { found: Minutes; title: string; startsAt: Date }) => Promise<Result<void, E>>,
): Promise<Result<void, NotBegun | E>> {
  const meeting = await lockMeeting(tx, change);
  if (!meeting) return fail('access.notFound');
  const found = await findMinutes(tx, change.meetingId);
  if (!found) return fail('minutes.notBegun');
  const done = await run({ found, title: meeting.title, startsAt: meeting.startsAt });
  if (done.ok) await touchMeeting(tx, change.meetingId);
  return done;
}

function setFrozen(tx: Tx, documentId: string, frozenAt: Date | null) {
  return tx.update(documents).set({ frozenAt }).where(eq(documents.id, documentId));
}

async function nameOf(db: Db, userId: string | null): Promise<string | null> {
  if (userId === null) return null;
  const [person] = await db.select({ name: users.name }).from(users).where(eq(users.id, userId));
  return person?.name ?? null;
}

async function meetingOf(db: Db, id: string | null) {
  if (id === null) return null;
  const [meeting] = await db
    .select({ id: meetings.id, title: meetings.title })
    .from(meetings)
    .where(eq(meetings.id, id));
  return meeting ?? null;
}
