import { ATTENDANCE_MODES, PRESENCES } from '#shared/meetings/held/attendance.ts';
import { QUORUMS, VOTE_BY } from '#shared/meetings/held/vote.ts';
import { paths } from '#shared/paths.ts';
import { servicesContext } from '../../context.ts';
import { choice, type Gesture, gesturesOf, text } from '../../kernel/gesture.server.ts';
import { LATE_BALLOT } from './held-refusal.ts';
import { beginMinutesAt, type HeldPage } from './minutes-gestures.server.ts';

const ofMeeting = gesturesOf(({ meeting }: HeldPage) => ({ meetingId: meeting.id }));
const after = (_made: unknown, { meeting }: HeldPage) => paths.meetingRunning(meeting);
const whole = { form: () => '', done: after };

const mode = choice(ATTENDANCE_MODES);
const close = ofMeeting('meetingHeld.close', { fields: {}, ...whole });

/** [MR3] What the meeting was stands in its minutes when they were begun, and so in every export of them. */
const closeAndWrite: Gesture<HeldPage> = {
  async perform(context, page, form) {
    const done = await close.perform(context, page, form);
    // Without minutes, or with approved ones, there is nothing to write into: that is no reason not to close.
    if ('to' in done) await context.get(servicesContext).meetingMinutes.addSheet(page.meeting, page.userId);
    return done;
  },
};

/** What the buttons of the page of a held meeting do. */
export const heldGestures = {
  open: ofMeeting('meetingHeld.open', { fields: {}, ...whole }),
  takeBackOpening: ofMeeting('meetingHeld.takeBackOpening', { fields: {}, ...whole }),
  close: closeAndWrite,
  reopen: ofMeeting('meetingHeld.reopen', { fields: {}, ...whole }),
  item: ofMeeting('meetingHeld.goTo', { fields: { item: text }, ...whole }),
  time: ofMeeting('meetingHeld.giveTime', { fields: { item: text }, ...whole }),
  attend: ofMeeting('meetingAttendance.attend', { fields: { mode }, ...whole }),
  leave: ofMeeting('meetingAttendance.leave', { fields: {}, ...whole }),
  excuse: ofMeeting('meetingAttendance.excuse', { fields: {}, ...whole }),
  mark: ofMeeting('meetingAttendance.mark', {
    fields: { user: text, presence: choice(PRESENCES), mode },
    ...whole,
  }),
  left: ofMeeting('meetingAttendance.markLeft', { fields: { user: text }, ...whole }),
  guest: ofMeeting('meetingGuest.add', {
    fields: { name: text, organisation: text, mode },
    form: () => 'guest',
    done: after,
  }),
  guestLeft: ofMeeting('meetingGuest.markLeft', { fields: { guest: text }, ...whole }),
  raise: ofMeeting('meetingHand.raise', { fields: {}, ...whole }),
  lower: ofMeeting('meetingHand.lower', { fields: {}, ...whole }),
  floor: ofMeeting('meetingHand.giveFloor', { fields: { user: text }, ...whole }),
  unhand: ofMeeting('meetingHand.lowerOf', { fields: { user: text }, ...whole }),
  vote: ofMeeting('meetingVote.open', {
    fields: {
      question: text,
      choices: text,
      voices: choice(VOTE_BY),
      quorum: choice(QUORUMS),
      secret: text,
    },
    form: () => 'vote',
    done: after,
  }),
  ballot: ofMeeting('meetingVote.cast', {
    fields: { vote: text, voter: text, choice: text },
    form: (_typed, error) => (error === 'meetingHeld.voteClosed' ? LATE_BALLOT : ''),
    done: after,
  }),
  closeVote: ofMeeting('meetingVote.close', { fields: { vote: text }, ...whole }),
  withdrawVote: ofMeeting('meetingVote.withdraw', { fields: { vote: text }, ...whole }),
  proxy: ofMeeting('meetingProxy.give', {
    fields: { giver: text, holder: text },
    form: () => 'proxy',
    done: after,
  }),
  unproxy: ofMeeting('meetingProxy.takeBack', { fields: { giver: text }, ...whole }),
  minutes: beginMinutesAt(paths.meetingRunning),
  /** The approval of earlier minutes, as a point of the agenda. */
  propose: gesturesOf(({ meeting }: HeldPage) => ({
    meetingId: meeting.id,
    minutes: '5',
    owner: '',
    documents: [] as string[],
  }))('agendaItem.add', { fields: { title: text }, ...whole }),
};
