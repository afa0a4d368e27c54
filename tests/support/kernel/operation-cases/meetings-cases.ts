import { randomUUID } from 'node:crypto';
import { signAnswerLink } from '#server/meetings/meeting/answer-links.ts';
import { unreminded } from '../../meetings/typed-reminders.ts';
import { SIGNATURE } from '../operations.ts';
import { type Cases, FACILITATORS, PEOPLE, SIGNED_IN, type TriedWorld } from './operation-case.ts';

const MEMBERS = ['observer', 'contributor', ...FACILITATORS] as const;
/** Observers watch. */
const ATTENDING = ['contributor', ...FACILITATORS] as const;

const TEXTS = { title: 'Séance', place: '', link: '', description: '' };
const WHEN = { day: '2023-04-04', start: '14:00', end: '16:00' };
const INSTANTS = { startsAt: new Date('2023-04-04T12:00:00Z'), endsAt: new Date('2023-04-04T14:00:00Z') };
const REMINDERS = { ...unreminded, remindDay: 'on' };
const ONCE = { repeat: '', endsBy: 'times', times: '', until: '', isHeld: '', invite: '' } as const;
const ANSWER = { answer: 'yes', note: '' };
const DRAFT = { title: 'Un point', minutes: '20', owner: '', documents: [] };

const SLOTS = {
  slotDay: ['2023-04-04', '2023-04-05'],
  slotStart: ['14:00', '14:00'],
  slotEnd: ['16:00', '16:00'],
};
const ofPoll = ({ pollId }: TriedWorld) => ({ pollId });
const ofMeeting = ({ meetingId }: TriedWorld) => ({ meetingId });
const scope = ({ meetingId }: TriedWorld) => ({ meetingId, scope: 'one' as const });
const ofItem = ({ meetingId }: TriedWorld) => ({ meetingId, item: randomUUID() });
const ofPerson = ({ meetingId, colleagueId }: TriedWorld) => ({ meetingId, user: colleagueId });
const ofVote = ({ meetingId }: TriedWorld) => ({ meetingId, vote: randomUUID() });
const running = { input: ofMeeting, allowed: FACILITATORS } as const;
const attending = { input: ofMeeting, allowed: ATTENDING } as const;

/** Operations of meetings, of what happens in them, of decisions and of calendars. */
export const meetingsCases: Cases<
  | `meeting.${'plan' | 'planAt' | 'change' | 'cancel' | 'restore' | 'invite' | 'remind' | 'answer' | 'takeAnswerBack' | 'answerByLink'}`
  | `agendaItem.${'add' | 'change' | 'accept' | 'takeAcceptanceBack' | 'move' | 'remove' | 'restore'}`
  | `meetingHeld.${'open' | 'takeBackOpening' | 'close' | 'reopen' | 'goTo' | 'giveTime'}`
  | `meetingAttendance.${'attend' | 'excuse' | 'leave' | 'mark' | 'markLeft'}`
  | `meetingGuest.${'add' | 'markLeft'}`
  | `meetingHand.${'raise' | 'lower' | 'lowerOf' | 'giveFloor'}`
  | `meetingVote.${'open' | 'cast' | 'close' | 'withdraw'}`
  | `meetingProxy.${'give' | 'takeBack'}`
  | 'minutes.takeApprovalBack'
  | `decision.${'change' | 'concern' | 'removeChange'}`
  | `datePoll.${'open' | 'answer' | 'remind' | 'choose' | 'withdraw' | 'restore'}`
  | 'actionBoard.choose'
  | `calendarFeed.${'create' | 'revoke'}`
> = {
  'meeting.plan': {
    input: ({ groupId }) => ({ groupId, ...TEXTS, ...WHEN, ...ONCE, ...REMINDERS }),
    allowed: FACILITATORS,
  },
  'meeting.planAt': {
    input: ({ groupId }) => ({ groupId, ...TEXTS, ...INSTANTS, isHeld: false, invite: false, reminders: {} }),
    allowed: FACILITATORS,
  },
  'meeting.change': {
    input: (world) => ({ ...scope(world), ...TEXTS, ...WHEN, ...REMINDERS }),
    allowed: FACILITATORS,
  },
  'meeting.cancel': { input: (world) => ({ ...scope(world), reason: '' }), allowed: FACILITATORS },
  'meeting.restore': { input: scope, allowed: FACILITATORS },
  'meeting.invite': { input: ofMeeting, allowed: FACILITATORS },
  'meeting.remind': { input: ofMeeting, allowed: FACILITATORS },
  // The coordination sees every group without being in it.
  'meeting.answer': {
    input: (world) => ({ ...ofMeeting(world), ...ANSWER }),
    allowed: ['observer', 'contributor', 'facilitator'],
  },
  'meeting.takeAnswerBack': { input: ofMeeting, allowed: ['observer', 'contributor', 'facilitator'] },
  // Whoever holds the link answers for whom it was sent to.
  'meeting.answerByLink': {
    input: ({ meetingId, colleagueId: userId }) => ({
      ...{ meetingId, ...ANSWER },
      link: signAnswerLink(SIGNATURE, { meetingId, userId }),
    }),
    allowed: PEOPLE,
  },
  'datePoll.open': {
    input: ({ groupId }) => ({ groupId, ...TEXTS, ...SLOTS, closesOn: '2023-03-20' }),
    allowed: FACILITATORS,
  },
  // The coordination sees every group without being in it.
  'datePoll.answer': {
    input: (world) => ({ ...ofPoll(world), answers: [] }),
    allowed: ['observer', 'contributor', 'facilitator'],
  },
  'datePoll.remind': { input: ofPoll, allowed: FACILITATORS },
  'datePoll.choose': {
    input: (world) => ({ ...ofPoll(world), slotId: randomUUID() }),
    allowed: FACILITATORS,
  },
  'datePoll.withdraw': { input: ofPoll, allowed: FACILITATORS },
  'datePoll.restore': { input: ofPoll, allowed: FACILITATORS },
  'agendaItem.add': { input: (world) => ({ ...ofMeeting(world), ...DRAFT }), allowed: MEMBERS },
  'agendaItem.change': { input: (world) => ({ ...ofItem(world), ...DRAFT }), allowed: MEMBERS },
  'agendaItem.accept': { input: ofItem, allowed: FACILITATORS },
  'agendaItem.takeAcceptanceBack': { input: ofItem, allowed: FACILITATORS },
  'agendaItem.move': { input: (world) => ({ ...ofItem(world), rank: '0' }), allowed: FACILITATORS },
  'agendaItem.remove': { input: ofItem, allowed: MEMBERS },
  'agendaItem.restore': { input: ofItem, allowed: MEMBERS },
  'meetingHeld.open': running,
  'meetingHeld.takeBackOpening': running,
  'meetingHeld.close': running,
  'meetingHeld.reopen': running,
  'meetingHeld.goTo': { input: (world) => ({ ...ofMeeting(world), item: '' }), allowed: FACILITATORS },
  'meetingHeld.giveTime': { input: ofItem, allowed: FACILITATORS },
  'meetingAttendance.attend': {
    input: (world) => ({ ...ofMeeting(world), mode: 'remote' }),
    allowed: ATTENDING,
  },
  'meetingAttendance.excuse': attending,
  'meetingAttendance.leave': attending,
  'meetingAttendance.mark': {
    input: (world) => ({ ...ofPerson(world), presence: 'present', mode: 'onSite' }),
    allowed: FACILITATORS,
  },
  'meetingAttendance.markLeft': { input: ofPerson, allowed: FACILITATORS },
  'meetingGuest.add': {
    input: (world) => ({ ...ofMeeting(world), name: 'Ana', organisation: '', mode: 'onSite' }),
    allowed: FACILITATORS,
  },
  'meetingGuest.markLeft': {
    input: (world) => ({ ...ofMeeting(world), guest: randomUUID() }),
    allowed: FACILITATORS,
  },
  'meetingHand.raise': attending,
  'meetingHand.lower': attending,
  'meetingHand.lowerOf': { input: ofPerson, allowed: FACILITATORS },
  'meetingHand.giveFloor': { input: ofPerson, allowed: FACILITATORS },
  'meetingVote.open': {
    input: (world) => ({
      ...ofMeeting(world),
      ...{ question: 'Oui ?', choices: 'Oui\nNon', voices: 'person', quorum: 'none', secret: '' },
    }),
    allowed: FACILITATORS,
  },
  'meetingVote.cast': {
    input: (world) => ({ ...ofVote(world), voter: 'x', choice: 'y' }),
    allowed: ATTENDING,
  },
  'meetingVote.close': { input: ofVote, allowed: FACILITATORS },
  'meetingVote.withdraw': { input: ofVote, allowed: FACILITATORS },
  'meetingProxy.give': {
    input: (world) => ({ ...ofMeeting(world), giver: 'x', holder: 'y' }),
    allowed: ATTENDING,
  },
  'meetingProxy.takeBack': { input: (world) => ({ ...ofMeeting(world), giver: 'x' }), allowed: ATTENDING },
  'minutes.takeApprovalBack': running,
  'decision.change': {
    input: ({ decisionId }) => ({ decisionId, kind: 'amends', target: randomUUID() }),
    allowed: ATTENDING,
  },
  'decision.concern': { input: ({ decisionId }) => ({ decisionId, address: 'x' }), allowed: ATTENDING },
  'decision.removeChange': {
    input: ({ decisionId }) => ({ decisionId, change: randomUUID() }),
    allowed: ATTENDING,
  },
  'actionBoard.choose': { input: ({ groupId }) => ({ groupId, board: randomUUID() }), allowed: ATTENDING },
  'calendarFeed.create': { input: ({ groupId }) => ({ board: `groupe-${groupId}` }), allowed: MEMBERS },
  'calendarFeed.revoke': { input: () => ({ feed: randomUUID() }), allowed: SIGNED_IN },
};
