import type { AddressedVerb } from '#shared/people/activity/activity.ts';
import {
  PROGRAMME_KINDS,
  type ProgrammeKind,
  programmeEventOf,
} from '#shared/people/activity/programme-events.ts';

/** Why somebody hears of something. */
export type Reason = ChosenReason | 'request';

/** How a kind of news reaches somebody; whatever it is, the line is in the centre. */
export const DELIVERIES = ['app', 'mail', 'digest'] as const;
export type Delivery = (typeof DELIVERIES)[number];

/** From what concerns them most. Requests for access, and their answers, have mails of their own: their kind is not for choosing. */
export const CHOSEN_REASONS = [
  'mention',
  'reply',
  'assigned',
  'suggestion',
  'programme',
  'own',
  'group',
] as const;
export type ChosenReason = (typeof CHOSEN_REASONS)[number];
export type Deliveries = Record<ChosenReason, Delivery>;

/** What each activity that is for somebody asks of them, or answers. */
const ASKED = {
  'accessRequest.asked': 'access',
  'accessRequest.granted': 'accessAnswered',
  'accessRequest.declined': 'accessAnswered',
  'document.reviewOpened': 'review',
  'document.reviewAnswered': 'ownReview',
  'document.reviewClosed': 'ownReview',
} as const satisfies Record<AddressedVerb, string>;
/** Why, as a line says it: what is asked has a name of its own. */
export type SaidReason = ChosenReason | (typeof ASKED)[AddressedVerb];

/** Null for what asks nothing that is known. */
export function saidReason(reason: Reason, verb: string): SaidReason | null {
  if (reason !== 'request') return reason;
  const asked: Readonly<Partial<Record<string, SaidReason>>> = ASKED;
  return asked[verb] ?? null;
}

/** What a link of a mail ends: one kind of news, the weekly mail, newsletters, or every mail. */
export type Unsubscribed = ChosenReason | 'digest' | 'newsletter' | 'all';

/** What came by mail before a link of a mail ended it, by link. */
export type EndedMails = Partial<
  Record<
    Unsubscribed,
    {
      readonly deliveries: Deliveries;
      readonly digest: boolean;
      /** Absent of what was ended before there were newsletters. */
      readonly newsletter?: boolean;
    }
  >
>;

/** [NO4] What somebody who chose nothing gets. */
export const DEFAULT_DELIVERIES: Deliveries = {
  mention: 'mail',
  reply: 'mail',
  assigned: 'mail',
  suggestion: 'digest',
  programme: 'mail',
  own: 'digest',
  group: 'digest',
};

/** How closely somebody follows: everything, what concerns them, nothing. */
export const WATCH_LEVELS = ['all', 'mine', 'none'] as const;
export type WatchLevel = (typeof WATCH_LEVELS)[number];
export const WATCHED_KINDS = ['group', 'document', 'board'] as const;
export type WatchedKind = (typeof WATCHED_KINDS)[number];

/** An activity, as far as it says whom it concerns. */
export interface HeardEvent {
  readonly verb: string;
  readonly objectId: string;
  readonly groupId: string | null;
}

/** What lines are of: what is opened from them, and read together. */
const GROUP_KINDS = [
  'document',
  'board',
  'meeting',
  'resource',
  'dataset',
  'check',
  'topic',
  'group',
  'request',
] as const;
export type HeardKind = (typeof GROUP_KINDS)[number] | ProgrammeKind;
export const HEARD_KINDS: readonly HeardKind[] = [...GROUP_KINDS, ...PROGRAMME_KINDS];

/** What is opened from a line, and whose lines are read together. */
export interface HeardObject {
  readonly kind: HeardKind;
  readonly id: string;
}

/** What an activity is about: an object of its own (of minutes: their meeting), a request for access, else its group. */
export function objectOf({ verb, objectId, groupId }: HeardEvent): HeardObject {
  const noun = verb.slice(0, verb.indexOf('.'));
  if (verb === 'accessRequest.declined') return { kind: 'request', id: objectId };
  if (noun === 'accessRequest') return { kind: 'document', id: objectId };
  if (noun === 'minutes') return { kind: 'meeting', id: objectId };
  const kind = HEARD_KINDS.find((known) => known === noun);
  return kind && kind !== 'group' ? { kind, id: objectId } : { kind: 'group', id: groupId ?? objectId };
}

/** How one person stands towards an activity. */
export interface Standing {
  /** They did it. */
  readonly isActor: boolean;
  /** They asked for it, or are asked for an answer. */
  readonly isAsked: boolean;
  readonly isMentioned: boolean;
  /** They said something in its thread, or their suggestion is decided. */
  readonly isInThread: boolean;
  readonly isAssigned: boolean;
  /** It happens to what they have a part in, or look after, in the programme. */
  readonly isConcerned: boolean;
  /** It happens to what they made, or to themselves. */
  readonly isOwn: boolean;
  readonly isSuggestion: boolean;
  readonly level: WatchLevel;
}

/**
 * [NO2] [NO3] Why somebody hears of an activity, or null: never of one's own doing; of an answer to what one asked always; else
 * nothing of what one does not want to hear, what concerns oneself, and the rest for those who follow everything.
 */
export function reasonFor(standing: Standing): Reason | null {
  if (standing.isActor) return null;
  if (standing.isAsked) return 'request';
  if (standing.level === 'none') return null;
  if (standing.isMentioned) return 'mention';
  if (standing.isInThread) return 'reply';
  if (standing.isAssigned) return 'assigned';
  if (standing.isConcerned) return 'programme';
  if (standing.isOwn) return standing.isSuggestion ? 'suggestion' : 'own';
  return standing.level === 'all' ? 'group' : null;
}

/** [NO3] The level that counts: the object's own, else its group's, else what concerns oneself. */
export function levelOf(own: WatchLevel | undefined, ofGroup: WatchLevel | undefined): WatchLevel {
  return own ?? ofGroup ?? 'mine';
}

/** Written by hand of whoever did it: a mail of its own tells of it already. */
const MAILED_OTHERWISE = [
  'member.added',
  'accessRequest.asked',
  'accessRequest.granted',
  'accessRequest.declined',
];

/** [NO4] How a line reaches somebody. */
export function deliveryOf(reason: Reason, verb: string, chosen: Partial<Deliveries>): Delivery {
  const mail = programmeEventOf(verb)?.mail;
  if (reason === 'request' || MAILED_OTHERWISE.includes(verb) || mail === 'own') return 'app';
  const delivery = chosen[reason] ?? DEFAULT_DELIVERIES[reason];
  return delivery === 'mail' && mail === 'week' ? 'digest' : delivery;
}
