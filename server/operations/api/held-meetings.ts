import { z } from 'zod';
import { listAttendees } from '#db/meetings/held/meeting-attendances.ts';
import { findMinutes } from '#db/meetings/held/meeting-minutes.ts';
import { listVotes } from '#db/meetings/held/meeting-votes.ts';
import { findMeetingForMember, type MeetingForMember } from '#db/meetings/meeting/meetings.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { ATTENDANCE_MODES, PRESENCES } from '#shared/meetings/held/attendance.ts';
import { QUORUMS, VOTE_BY } from '#shared/meetings/held/vote.ts';
import { paths } from '#shared/paths.ts';
import { answering } from '../../kernel/ready-write.ts';
import { type Call, operation, writeOperation } from './operation.ts';
import type { ApiError } from './problem.ts';
import { Id, listOf, Nothing, Organisation, UserId } from './shapes.ts';

const Attendance = z.object({
  id: UserId,
  name: z.string(),
  organisation: Organisation.nullable(),
  /** Null while nothing is known. */
  presence: z.enum(PRESENCES).nullable(),
  mode: z.enum(ATTENDANCE_MODES).nullable(),
  isHere: z.boolean(),
});
const VoteShape = z.object({
  id: Id,
  question: z.string(),
  choices: z.array(z.object({ id: z.string(), label: z.string() })),
  by: z.enum(VOTE_BY),
  isSecret: z.boolean(),
  quorum: z.enum(QUORUMS),
  isOpen: z.boolean(),
  /** Null while it is open. */
  result: z
    .object({
      counts: z.array(z.object({ choice: z.string(), voices: z.number().int() })),
      eligible: z.number().int(),
      represented: z.number().int(),
      needed: z.number().int(),
      cast: z.number().int(),
      leading: z.array(z.string()),
    })
    .nullable(),
});
const MinutesShape = z.object({
  documentId: Id,
  status: z.enum(['draft', 'submitted', 'approved']),
  /** Of the exact text that was submitted; null while it is a draft. */
  sha256: z.string().nullable(),
  approvedAt: z.iso.datetime().nullable(),
  url: z.url(),
});
const InMeeting = z.object({ meeting: Id });
const InVote = InMeeting.extend({ vote: Id });

async function meetingFor(
  { services: { db, now }, caller }: Pick<Call<unknown, unknown, unknown>, 'services' | 'caller'>,
  meetingId: string,
): Promise<Result<MeetingForMember, ApiError>> {
  const meeting = await findMeetingForMember(db, { meetingId, userId: caller.userId, now: now() });
  return meeting ? ok(meeting) : fail('access.notFound');
}

/** [MR15] What happens in meetings, for programs. */
export const heldMeetingOperations = [
  operation({
    path: '/meetings/{meeting}/attendance',
    name: 'attendance.list',
    scope: 'meetings:read',
    params: InMeeting,
    answer: listOf(Attendance),
    run: async (call) => {
      const meeting = await meetingFor(call, call.params.meeting);
      if (!meeting.ok) return meeting;
      const { db, now } = call.services;
      const { id: meetingId, groupId } = meeting.value;
      const people = await listAttendees(db, { meetingId, groupId, now: now() });
      return ok({
        items: people.map(({ id, name, organisation, attended, isHere }) => ({
          id,
          name,
          organisation: organisation && { id: organisation.id, name: organisation.name },
          presence: attended?.presence ?? null,
          mode: attended?.presence === 'present' ? attended.mode : null,
          isHere,
        })),
        next: null,
      });
    },
  }),
  operation({
    path: '/meetings/{meeting}/votes',
    name: 'votes.list',
    scope: 'meetings:read',
    params: InMeeting,
    answer: listOf(VoteShape),
    run: async (call) => {
      const meeting = await meetingFor(call, call.params.meeting);
      if (!meeting.ok) return meeting;
      const found = await listVotes(call.services.db, {
        meetingId: meeting.value.id,
        userId: call.caller.userId,
      });
      return ok({
        items: found.map(({ id, question, choices, by, isSecret, quorum, closedAt, result }) => ({
          ...{ id, question, by, isSecret, quorum },
          choices: [...choices],
          isOpen: closedAt === null,
          result: result && { ...result, counts: [...result.counts], leading: [...result.leading] },
        })),
        next: null,
      });
    },
  }),
  writeOperation({
    method: 'post',
    path: '/meetings/{meeting}/votes/{vote}/ballots',
    name: 'ballots.give',
    scope: 'meetings:write',
    params: InVote,
    body: z.object({ voter: z.string().max(100), choice: z.string().max(100) }),
    success: 204,
    answer: Nothing,
    run: async ({ services, caller, params, body }) => {
      const ballot = { ...body, meetingId: params.meeting, vote: params.vote };
      const ready = await services.operations.ready('meetingVote.cast', caller, ballot);
      return ready.ok ? ok(answering(ready.value, () => ({}))) : ready;
    },
  }),
  operation({
    path: '/meetings/{meeting}/minutes',
    name: 'minutes.read',
    scope: 'meetings:read',
    params: InMeeting,
    answer: MinutesShape,
    run: async (call) => {
      const meeting = await meetingFor(call, call.params.meeting);
      if (!meeting.ok) return meeting;
      const { db, origin } = call.services;
      const found = await findMinutes(db, meeting.value.id);
      if (!found) return fail('access.notFound');
      const { documentId, status, submitted, approved } = found;
      return ok({
        documentId,
        status,
        sha256: submitted?.sha256 ?? null,
        approvedAt: approved?.at.toISOString() ?? null,
        url: origin + paths.meetingMinutes(meeting.value),
      });
    },
  }),
];
