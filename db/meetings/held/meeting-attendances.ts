import { and, asc, eq } from 'drizzle-orm';
import { GROUP_ROLES } from '#shared/kernel/access/access.ts';
import type { Readable } from '#shared/kernel/access/readable.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import {
  type AttendanceMode,
  type Attended,
  attendedAs,
  isHere,
  type Presence,
} from '#shared/meetings/held/attendance.ts';
import type { Elector } from '#shared/meetings/held/electorate.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { type GroupMember, listMembers, membersIn } from '../../people/member/members.ts';
import { findPerson } from '../../people/person/people.ts';
import { meetingAnswers } from '../meeting/schema.ts';
import { type HeldChange, lockOpenMeeting, type NotOpen, touchMeeting } from './meeting-runs.ts';
import { meetingAttendances as attendances } from './schema.ts';

/** Somebody of the group and a meeting: what they said of coming, and whether they came. */
export interface Attendee extends Elector {
  /** Null while nothing is known; what they had answered counts as excused. */
  readonly attended: Attended | null;
}

/** Somebody who is not of the group: a guest, or a former member. */
export interface Guest extends Attended {
  readonly id: string;
  readonly name: string;
  readonly organisation: string;
}

/** Whom it was about. */
interface Named {
  readonly name: string;
}

const columns = {
  presence: attendances.presence,
  mode: attendances.mode,
  arrivedAt: attendances.arrivedAt,
  leftAt: attendances.leftAt,
};

/** Everybody of the group by name, and whether they are in the meeting. */
export async function listAttendees(
  db: Db,
  { meetingId, groupId, now }: { meetingId: string; groupId: Readable<'group'>; now: Date },
): Promise<Attendee[]> {
  return attendedBy(db, await listMembers(db, { groupId }), { meetingId, now });
}

/** The same, for what is written of the meeting. */
export async function attendeesIn(
  tx: Tx,
  { meetingId, groupId, now }: { meetingId: string; groupId: string; now: Date },
): Promise<Attendee[]> {
  return attendedBy(tx, await membersIn(tx, { groupId }), { meetingId, now });
}

async function attendedBy(
  db: Db,
  members: readonly GroupMember[],
  { meetingId, now }: { meetingId: string; now: Date },
): Promise<Attendee[]> {
  const rows = await db
    .select({ userId: attendances.userId, ...columns })
    .from(attendances)
    .where(eq(attendances.meetingId, meetingId));
  const answers = await db
    .select({ userId: meetingAnswers.userId, answer: meetingAnswers.answer })
    .from(meetingAnswers)
    .where(eq(meetingAnswers.meetingId, meetingId));
  const known = new Map<string | null, Attended>(rows.map(({ userId, ...attended }) => [userId, attended]));
  const excused: Attended = { presence: 'excused', mode: 'onSite', arrivedAt: null, leftAt: null };
  const said = new Set(answers.flatMap(({ userId, answer }) => (answer === 'no' ? [userId] : [])));
  return members.flatMap(({ id, name, organisation, own, inheritedRole, isSuspended }) => {
    const held = [own && (own.until === null || own.until > now) ? own.role : null, inheritedRole];
    const role = GROUP_ROLES.find((candidate) => held.includes(candidate));
    const attended = known.get(id) ?? (said.has(id) ? excused : null);
    if (!role || (isSuspended && !attended)) return [];
    return [{ id, name, organisation, role, attended, isHere: attended !== null && isHere(attended) }];
  });
}

/** [MR4] The guests of a meeting, by arrival. */
export async function listGuests(db: Db, meetingId: string): Promise<Guest[]> {
  const rows = await db
    .select({
      id: attendances.id,
      userId: attendances.userId,
      name: attendances.guestName,
      organisation: attendances.guestOrganisation,
      ...columns,
    })
    .from(attendances)
    .where(eq(attendances.meetingId, meetingId))
    .orderBy(asc(attendances.arrivedAt), asc(attendances.id));
  return rows.flatMap(({ userId, ...guest }) => (userId === null ? [guest] : []));
}

/**
 * [MR4] Says that somebody of the group is here, excused or absent. `attendanceId` is new.
 */
export async function markAttendance(
  tx: Tx,
  {
    userId,
    presence,
    mode,
    attendanceId,
    ...change
  }: HeldChange & { userId: string; presence: Presence; mode: AttendanceMode; attendanceId: string },
): Promise<Result<Named, NotOpen | 'meetingHeld.nobody'>> {
  const open = await lockOpenMeeting(tx, change);
  if (!open.ok) return open;
  const { meetingId, now } = change;
  const people = await attendeesIn(tx, change);
  const person = people.find(({ id }) => id === userId);
  if (!person) return fail('meetingHeld.nobody');
  const attended = attendedAs({ presence, mode }, person.attended, now);
  await tx
    .insert(attendances)
    .values({
      id: attendanceId,
      meetingId,
      userId,
      organisationId: person.organisation?.id ?? null,
      ...attended,
    })
    .onConflictDoUpdate({ target: [attendances.meetingId, attendances.userId], set: attended });
  await touchMeeting(tx, meetingId);
  return ok({ name: person.name });
}

/** [MR4] Adds a guest who is here. `attendanceId` is new. */
export async function addGuest(
  tx: Tx,
  {
    name,
    organisation,
    mode,
    attendanceId,
    ...change
  }: HeldChange & { name: string; organisation: string; mode: AttendanceMode; attendanceId: string },
): Promise<Result<Named, NotOpen>> {
  const open = await lockOpenMeeting(tx, change);
  if (!open.ok) return open;
  const { meetingId, now } = change;
  await tx.insert(attendances).values({
    id: attendanceId,
    meetingId,
    guestName: name,
    guestOrganisation: organisation,
    ...attendedAs({ presence: 'present', mode }, null, now),
  });
  await touchMeeting(tx, meetingId);
  return ok({ name });
}

/** [MR4] Somebody, or a guest, leaves: they were present. */
export async function leaveMeeting(
  tx: Tx,
  { who, ...change }: HeldChange & { who: { readonly userId: string } | { readonly guestId: string } },
): Promise<Result<Named, NotOpen | 'meetingHeld.nobody'>> {
  const open = await lockOpenMeeting(tx, change);
  if (!open.ok) return open;
  const { meetingId, now } = change;
  const isWho = 'userId' in who ? eq(attendances.userId, who.userId) : eq(attendances.id, who.guestId);
  const [left] = await tx
    .update(attendances)
    .set({ leftAt: now })
    .where(and(eq(attendances.meetingId, meetingId), isWho, eq(attendances.presence, 'present')))
    .returning({ guestName: attendances.guestName });
  if (!left) return fail('meetingHeld.nobody');
  await touchMeeting(tx, meetingId);
  return ok({ name: 'userId' in who ? await nameOf(tx, who.userId) : (left.guestName ?? '') });
}

export async function nameOf(tx: Tx, userId: string): Promise<string> {
  return (await findPerson(tx, userId))?.name ?? '';
}
