import { ATTENDANCE_MODES, PRESENCES } from '#shared/meetings/held/attendance.ts';
import { heldDone as words } from '#shared/meetings/held/held-done.fr.ts';
import { QUORUMS, VOTE_BY } from '#shared/meetings/held/vote.ts';
import { meeting } from '#shared/meetings/meeting/meeting.fr.ts';
import { paths } from '#shared/paths.ts';
import { servicesContext } from '../../context.ts';
import { afterOn } from '../../kernel/done.server.ts';
import { choice, type Gesture, gesturesOf, text } from '../../kernel/gesture.server.ts';
import { LATE_BALLOT } from './held-refusal.ts';
import { beginMinutesAt, type HeldPage } from './minutes-gestures.server.ts';

type Part = 'ordre-du-jour' | 'votes' | 'compte-rendu' | 'presences' | 'parole' | 'pouvoirs';

const ofMeeting = gesturesOf(({ meeting }: HeldPage) => ({ meetingId: meeting.id }));
const whole = () => '';
const after = afterOn(({ meeting }: HeldPage) => paths.meetingRunning(meeting));
/** In a part of the page; in none, what changes the page as a whole. */
const here = (page: HeldPage, said: string, focus: Part | null) => after(said, focus)(null, page);
interface Named {
  readonly name: string;
}
const ofPerson = (said: (name: string) => string, focus: Part) => (made: Named, page: HeldPage) =>
  here(page, said(made.name), focus);
const ofVote =
  (said: (question: string) => string) =>
  ({ question }: { readonly question: string }, page: HeldPage) =>
    here(page, said(question), 'votes');

const mode = choice(ATTENDANCE_MODES);
const presence = choice(PRESENCES);
const close = ofMeeting('meetingHeld.close', { fields: {}, form: whole, done: after(words.closed, null) });

/** [MR3] What the meeting was stands in its minutes when they were begun, and so in every export of them. */
const closeAndWrite: Gesture<HeldPage> = {
  async perform(context, page, form) {
    const done = await close.perform(context, page, form);
    // Without minutes, or with approved ones, there is nothing to write into: that is no reason not to close.
    if ('to' in done) await context.get(servicesContext).meetingMinutes.addSheet(page.meeting, page.userId);
    return done;
  },
};

const runGestures = {
  open: ofMeeting('meetingHeld.open', { fields: {}, form: whole, done: after(words.opened, null) }),
  takeBackOpening: ofMeeting('meetingHeld.takeBackOpening', {
    fields: {},
    form: whole,
    done: after(words.openingTakenBack, null),
  }),
  close: closeAndWrite,
  reopen: ofMeeting('meetingHeld.reopen', { fields: {}, form: whole, done: after(words.reopened, null) }),
  item: ofMeeting('meetingHeld.goTo', {
    fields: { item: text },
    form: whole,
    done: ({ title }, page) =>
      here(page, title === null ? words.agendaEnded : words.item(title), 'ordre-du-jour'),
  }),
  time: ofMeeting('meetingHeld.giveTime', {
    fields: { item: text },
    form: whole,
    done: ({ title }, page) => here(page, words.moreTime(title ?? ''), 'ordre-du-jour'),
  }),
};

const attendanceGestures = {
  attend: ofMeeting('meetingAttendance.attend', {
    fields: { mode },
    form: whole,
    done: (_made, page, { mode: how }) => here(page, words.attending[how], 'presences'),
  }),
  leave: ofMeeting('meetingAttendance.leave', {
    fields: {},
    form: whole,
    done: after(words.leaving, 'presences'),
  }),
  excuse: ofMeeting('meetingAttendance.excuse', {
    fields: {},
    form: whole,
    done: after(words.excused, 'presences'),
  }),
  mark: ofMeeting('meetingAttendance.mark', {
    fields: { user: text, presence, mode },
    form: whole,
    done: ({ name }, page, { presence: came, mode: how }) =>
      here(page, words.marked[came](name, how), 'presences'),
  }),
  left: ofMeeting('meetingAttendance.markLeft', {
    fields: { user: text },
    form: whole,
    done: ofPerson(words.left, 'presences'),
  }),
  guest: ofMeeting('meetingGuest.add', {
    fields: { name: text, organisation: text, mode },
    form: () => 'guest',
    done: ofPerson(words.guestAdded, 'presences'),
  }),
  guestLeft: ofMeeting('meetingGuest.markLeft', {
    fields: { guest: text },
    form: whole,
    done: ofPerson(words.left, 'presences'),
  }),
  raise: ofMeeting('meetingHand.raise', { fields: {}, form: whole, done: after(words.raised, 'parole') }),
  lower: ofMeeting('meetingHand.lower', {
    fields: {},
    form: whole,
    done: ({ hadFloor }, page) => here(page, hadFloor ? words.spoken : words.lowered, 'parole'),
  }),
  floor: ofMeeting('meetingHand.giveFloor', {
    fields: { user: text },
    form: whole,
    done: ofPerson(words.floorGiven, 'parole'),
  }),
  unhand: ofMeeting('meetingHand.lowerOf', {
    fields: { user: text },
    form: whole,
    done: ofPerson(words.handTaken, 'parole'),
  }),
};

const voteGestures = {
  vote: ofMeeting('meetingVote.open', {
    fields: {
      question: text,
      choices: text,
      voices: choice(VOTE_BY),
      quorum: choice(QUORUMS),
      secret: text,
    },
    form: () => 'vote',
    done: ofVote(words.voteOpened),
  }),
  ballot: ofMeeting('meetingVote.cast', {
    fields: { vote: text, voter: text, choice: text },
    form: (_typed, error) => (error === 'meetingHeld.voteClosed' ? LATE_BALLOT : ''),
    done: ({ voter }, page) => here(page, words.cast(voter), 'votes'),
  }),
  closeVote: ofMeeting('meetingVote.close', {
    fields: { vote: text },
    form: whole,
    done: ofVote(words.voteClosed),
  }),
  withdrawVote: ofMeeting('meetingVote.withdraw', {
    fields: { vote: text },
    form: whole,
    done: ofVote(words.voteWithdrawn),
  }),
  proxy: ofMeeting('meetingProxy.give', {
    fields: { giver: text, holder: text },
    form: () => 'proxy',
    done: ({ giver, holder }, page) => here(page, words.proxyGiven(giver, holder), 'pouvoirs'),
  }),
  unproxy: ofMeeting('meetingProxy.takeBack', {
    fields: { giver: text },
    form: whole,
    done: ({ giver }, page) => here(page, words.proxyTakenBack(giver), 'pouvoirs'),
  }),
};

/** What the buttons of the page of a held meeting do. */
export const heldGestures = {
  ...runGestures,
  ...attendanceGestures,
  ...voteGestures,
  minutes: beginMinutesAt(paths.meetingRunning),
  /** The approval of earlier minutes, as a point of the agenda. */
  propose: gesturesOf(({ meeting }: HeldPage) => ({
    meetingId: meeting.id,
    minutes: '5',
    owner: '',
    documents: [] as string[],
  }))('agendaItem.add', {
    fields: { title: text },
    form: whole,
    done: ({ isAccepted }, page, { title }) =>
      here(page, isAccepted ? words.proposed(title) : meeting.news.propose, 'ordre-du-jour'),
  }),
};
