import { z } from 'zod';
import { addGuest, leaveMeeting, markAttendance } from '#db/meetings/held/meeting-attendances.ts';
import { giveFloor, lowerHand, raiseHand } from '#db/meetings/held/meeting-hands.ts';
import { Id, PersonId, read } from '#shared/kernel/input.ts';
import { ok } from '#shared/kernel/result.ts';
import { ATTENDANCE_MODES, guestLine, PRESENCES, parseGuestName } from '#shared/meetings/held/attendance.ts';
import { operation } from '../../kernel/operation.ts';
import { changeOf } from '../meeting/meeting-operations.ts';
import { inMeeting } from '../meeting/meeting-rights.ts';

const OfMeeting = z.object({ meetingId: Id });
const OfPerson = OfMeeting.extend({ user: PersonId });
const Mode = z.object({ mode: z.enum(ATTENDANCE_MODES) });

const NOT_OPEN = { 'meetingHeld.notOpen': '' } as const;
const NOBODY = { ...NOT_OPEN, 'meetingHeld.nobody': '' } as const;

/** [MR4] [MR11] Who is in a meeting, and who wants to speak there: people for themselves, whoever runs it for all. */
export const attendanceOperations = {
  'meetingAttendance.attend': operation({
    input: OfMeeting.extend(Mode.shape),
    right: inMeeting('meeting.attend'),
    refusals: NOBODY,
    run: (act, { mode }) =>
      markAttendance(act.tx, {
        ...changeOf(act),
        ...{ userId: act.by, presence: 'present', mode, attendanceId: act.newId() },
      }),
  }),

  'meetingAttendance.excuse': operation({
    input: OfMeeting,
    right: inMeeting('meeting.attend'),
    refusals: NOBODY,
    run: (act) =>
      markAttendance(act.tx, {
        ...changeOf(act),
        ...{ userId: act.by, presence: 'excused', mode: 'onSite', attendanceId: act.newId() },
      }),
  }),

  'meetingAttendance.leave': operation({
    input: OfMeeting,
    right: inMeeting('meeting.attend'),
    refusals: NOBODY,
    run: (act) => leaveMeeting(act.tx, { ...changeOf(act), who: { userId: act.by } }),
  }),

  'meetingAttendance.mark': operation({
    input: OfPerson.extend(Mode.shape).extend({ presence: z.enum(PRESENCES) }),
    right: inMeeting('meeting.run'),
    refusals: NOBODY,
    run: (act, { user: userId, presence, mode }) =>
      markAttendance(act.tx, { ...changeOf(act), userId, presence, mode, attendanceId: act.newId() }),
  }),

  'meetingAttendance.markLeft': operation({
    input: OfPerson,
    right: inMeeting('meeting.run'),
    refusals: NOBODY,
    run: (act, { user: userId }) => leaveMeeting(act.tx, { ...changeOf(act), who: { userId } }),
  }),

  'meetingGuest.add': operation({
    input: OfMeeting.extend(Mode.shape).extend({
      name: read(parseGuestName),
      organisation: read((text) => ok(guestLine(text))),
    }),
    right: inMeeting('meeting.run'),
    refusals: NOT_OPEN,
    run: (act, { name, organisation, mode }) =>
      addGuest(act.tx, { ...changeOf(act), name, organisation, mode, attendanceId: act.newId() }),
  }),

  'meetingGuest.markLeft': operation({
    input: OfMeeting.extend({ guest: Id }),
    right: inMeeting('meeting.run'),
    refusals: NOBODY,
    run: (act, { guest: guestId }) => leaveMeeting(act.tx, { ...changeOf(act), who: { guestId } }),
  }),

  'meetingHand.raise': operation({
    input: OfMeeting,
    right: inMeeting('meeting.attend'),
    refusals: NOT_OPEN,
    run: (act) => raiseHand(act.tx, changeOf(act)),
  }),

  'meetingHand.lower': operation({
    input: OfMeeting,
    right: inMeeting('meeting.attend'),
    refusals: NOT_OPEN,
    run: (act) => lowerHand(act.tx, { ...changeOf(act), userId: act.by }),
  }),

  /** Of somebody else; also ends their turn to speak. */
  'meetingHand.lowerOf': operation({
    input: OfPerson,
    right: inMeeting('meeting.run'),
    refusals: NOT_OPEN,
    run: (act, { user: userId }) => lowerHand(act.tx, { ...changeOf(act), userId }),
  }),

  'meetingHand.giveFloor': operation({
    input: OfPerson,
    right: inMeeting('meeting.run'),
    refusals: NOBODY,
    run: (act, { user: userId }) => giveFloor(act.tx, { ...changeOf(act), userId }),
  }),
};
