import { z } from 'zod';
import { inTransaction } from '#db/kernel/transaction.ts';
import { addGuest, leaveMeeting, markAttendance } from '#db/meetings/held/meeting-attendances.ts';
import { giveFloor, lowerHand, raiseHand } from '#db/meetings/held/meeting-hands.ts';
import { setProxy } from '#db/meetings/held/meeting-proxies.ts';
import {
  closeMeeting,
  giveTime,
  goToItem,
  openMeeting,
  reopenMeeting,
  takeBackOpening,
} from '#db/meetings/held/meeting-runs.ts';
import { castBallot, closeVote, openVote, withdrawVote } from '#db/meetings/held/meeting-votes.ts';
import { listAgenda } from '#db/meetings/meeting/agenda-lists.ts';
import { addItem } from '#db/meetings/meeting/agendas.ts';
import type { MeetingForMember } from '#db/meetings/meeting/meetings.ts';
import type { Services } from '#server/services.ts';
import type { DomainError } from '#shared/errors.ts';
import { canInGroup, type GroupAction } from '#shared/kernel/access/access.ts';
import type { Result } from '#shared/kernel/result.ts';
import { ATTENDANCE_MODES, PRESENCES } from '#shared/meetings/held/attendance.ts';
import { minutes as minutesWords } from '#shared/meetings/held/minutes.fr.ts';
import { QUORUMS, VOTE_BY } from '#shared/meetings/held/vote.ts';

const Id = z.string().max(64);
const Key = z.string().max(100);
const Line = z.string().max(20_000);
const Mode = z.enum(ATTENDANCE_MODES);

/** The gestures of the page of a held meeting. */
export const HeldGesture = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('open') }),
  z.object({ intent: z.literal('takeBackOpening') }),
  z.object({ intent: z.literal('close') }),
  z.object({ intent: z.literal('reopen') }),
  z.object({ intent: z.literal('item'), item: Id }),
  z.object({ intent: z.literal('time'), item: Id }),
  z.object({ intent: z.literal('attend'), mode: Mode }),
  z.object({ intent: z.literal('leave') }),
  z.object({ intent: z.literal('excuse') }),
  z.object({ intent: z.literal('mark'), user: Id, presence: z.enum(PRESENCES), mode: Mode }),
  z.object({ intent: z.literal('left'), user: Id }),
  z.object({ intent: z.literal('guest'), name: Line, organisation: Line, mode: Mode }),
  z.object({ intent: z.literal('guestLeft'), guest: Id }),
  z.object({ intent: z.literal('raise') }),
  z.object({ intent: z.literal('lower') }),
  z.object({ intent: z.literal('floor'), user: Id }),
  z.object({ intent: z.literal('unhand'), user: Id }),
  z.object({
    intent: z.literal('vote'),
    question: Line,
    choices: Line,
    voices: z.enum(VOTE_BY),
    quorum: z.enum(QUORUMS),
    secret: z.string().optional(),
  }),
  z.object({ intent: z.literal('ballot'), vote: Id, voter: Key, choice: Key.catch('') }),
  z.object({ intent: z.literal('closeVote'), vote: Id }),
  z.object({ intent: z.literal('withdrawVote'), vote: Id }),
  z.object({ intent: z.literal('proxy'), giver: Key, holder: Key }),
  z.object({ intent: z.literal('unproxy'), giver: Key }),
  z.object({ intent: z.literal('minutes') }),
  z.object({ intent: z.literal('propose'), of: Line }),
]);
type Gesture = z.output<typeof HeldGesture>;
type Presence = (typeof PRESENCES)[number];
type Mode = (typeof ATTENDANCE_MODES)[number];

/** Which right each gesture takes; the db decides on the rest. */
const RIGHTS: Readonly<Record<Gesture['intent'], GroupAction>> = {
  open: 'meeting.run',
  takeBackOpening: 'meeting.run',
  close: 'meeting.run',
  reopen: 'meeting.run',
  item: 'meeting.run',
  time: 'meeting.run',
  attend: 'meeting.attend',
  leave: 'meeting.attend',
  excuse: 'meeting.attend',
  mark: 'meeting.run',
  left: 'meeting.run',
  guest: 'meeting.run',
  guestLeft: 'meeting.run',
  raise: 'meeting.attend',
  lower: 'meeting.attend',
  floor: 'meeting.run',
  unhand: 'meeting.run',
  vote: 'meeting.run',
  ballot: 'meeting.vote',
  closeVote: 'meeting.run',
  withdrawVote: 'meeting.run',
  proxy: 'meeting.vote',
  unproxy: 'meeting.vote',
  minutes: 'minutes.write',
  propose: 'meeting.run',
};

/** May this person make the gesture in this meeting? */
export function mayGesture(gesture: Gesture, { group }: MeetingForMember): boolean {
  return canInGroup(group.role, RIGHTS[gesture.intent]);
}

/** Does what a form of the page asks; the caller has checked that this person may. */
export async function doGesture(
  services: Services,
  gesture: Gesture,
  { meeting, by }: { meeting: MeetingForMember; by: string },
): Promise<Result<unknown, DomainError>> {
  const { db, meetingMinutes, now, newId } = services;
  const { id: meetingId, groupId } = meeting;
  const change = { meetingId, groupId, by, now: now(), activityId: newId() };
  const isRunner = canInGroup(meeting.group.role, 'meeting.run');
  const mark = (userId: string, presence: Presence, mode: Mode) =>
    markAttendance(db, { ...change, userId, presence, mode, attendanceId: newId() });
  switch (gesture.intent) {
    case 'open':
      return openMeeting(db, change);
    case 'takeBackOpening':
      return takeBackOpening(db, change);
    case 'close':
      return closeAndWrite(services, meeting, by, change);
    case 'reopen':
      return reopenMeeting(db, change);
    case 'item':
      return goToItem(db, { ...change, itemId: gesture.item || null });
    case 'time':
      return giveTime(db, { ...change, itemId: gesture.item });
    case 'attend':
      return mark(by, 'present', gesture.mode);
    case 'excuse':
      return mark(by, 'excused', 'onSite');
    case 'mark':
      return mark(gesture.user, gesture.presence, gesture.mode);
    case 'leave':
      return leaveMeeting(db, { ...change, who: { userId: by } });
    case 'left':
      return leaveMeeting(db, { ...change, who: { userId: gesture.user } });
    case 'guest':
      return addGuest(db, { ...change, ...gesture, attendanceId: newId() });
    case 'guestLeft':
      return leaveMeeting(db, { ...change, who: { guestId: gesture.guest } });
    case 'raise':
      return raiseHand(db, change);
    case 'lower':
      return lowerHand(db, { ...change, userId: by });
    case 'floor':
      return giveFloor(db, { ...change, userId: gesture.user });
    case 'unhand':
      return lowerHand(db, { ...change, userId: gesture.user });
    case 'vote':
      return openVote(db, { ...change, ...gesture, voteId: newId(), isSecret: gesture.secret !== undefined });
    case 'ballot':
      return castBallot(db, {
        ...change,
        voteId: gesture.vote,
        voter: gesture.voter,
        choice: gesture.choice,
      });
    case 'closeVote':
      return closeVote(db, { ...change, voteId: gesture.vote });
    case 'withdrawVote':
      return withdrawVote(db, { ...change, voteId: gesture.vote });
    case 'proxy':
      return setProxy(db, { ...change, giver: gesture.giver, holder: gesture.holder, isRunner });
    case 'unproxy':
      return setProxy(db, { ...change, giver: gesture.giver, holder: null, isRunner });
    case 'minutes': {
      const items = await listAgenda(db, { meetingId, userId: by, now: change.now });
      return meetingMinutes.begin(
        meeting,
        by,
        items.filter(({ status }) => status === 'accepted'),
      );
    }
    case 'propose': {
      const title = minutesWords.proposedItem(gesture.of).slice(0, 200);
      const draft = { title, minutes: 5, ownerId: null, documentIds: [] };
      return inTransaction(db, (tx) =>
        addItem(tx, { ...change, itemId: newId(), isFacilitator: true, draft }),
      );
    }
  }
}

/** [MR3] What the meeting was stands in its minutes when they were begun, and so in every export of them. */
async function closeAndWrite(
  { db, meetingMinutes }: Services,
  meeting: MeetingForMember,
  by: string,
  change: Parameters<typeof closeMeeting>[1],
): Promise<Result<unknown, DomainError>> {
  const closed = await closeMeeting(db, change);
  // Without minutes, or with approved ones, there is nothing to write into: that is no reason not to close.
  if (closed.ok) await meetingMinutes.addSheet(meeting, by);
  return closed;
}
