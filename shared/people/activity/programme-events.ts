import { keysOf } from '../../kernel/keys.ts';

/** [NO12] What of the programme events are of (`shared/kinds.ts`). */
export const PROGRAMME_KINDS = [
  ...(['experiment', 'log', 'data-need', 'issue', 'interview', 'note', 'track'] as const),
  ...([
    'call',
    'application',
    'mission',
    'adoption',
    'facilitator',
    'bulletin',
    'event',
    'newsletter',
  ] as const),
] as const;
export type ProgrammeKind = (typeof PROGRAMME_KINDS)[number];

/** Whom an event of the programme concerns, as `db/news/notification/programme-audiences.ts` finds them. */
export type Audience =
  | 'team'
  | 'sharingCities'
  | 'keepingCity'
  | 'trackPeople'
  | 'localAuthorities'
  | 'callWriters'
  | 'assessors'
  | 'applicationAuthors'
  | 'missionPeople'
  | 'interested'
  | 'structure'
  | 'everybody'
  | 'registered';

interface ProgrammeEvent {
  readonly concerns: Audience;
  /** `atOnce`: as its reader chose; `week`: with the others of the week; `own`: a mail of its own tells it already. */
  readonly mail: 'atOnce' | 'week' | 'own';
  /** Who may know of it: whoever opens its object (`db/kinds.ts`), unless it is of the inside of an experiment, of a declared interest, or for the people of a structure. */
  readonly readBy?: 'inside' | 'interest' | 'structure';
  /** It is told as what happens, not as somebody’s doing. */
  readonly isOfItself?: true;
  /** [WH10] Nothing in it is hidden from anybody of the programme: other programs may be told. */
  readonly isForAll?: true;
}

const forAll = { isForAll: true } as const;
const ofItself = { isOfItself: true } as const;

/**
 * [NO12] Every event of the programme: what is said of it is in `programme-event.fr.ts`; the centre, mails, news, change feed and
 * webhooks come from here and from nothing else. The first part of a verb is the kind of its object.
 */
export const PROGRAMME_EVENTS = {
  'experiment.opened': { concerns: 'team', mail: 'atOnce', ...forAll },
  'experiment.stateChanged': { concerns: 'team', mail: 'atOnce', ...forAll },
  'experiment.milestoneChanged': { concerns: 'team', mail: 'week', ...forAll },
  'experiment.commented': { concerns: 'team', mail: 'atOnce', readBy: 'inside' },
  'experiment.evaluated': { concerns: 'team', mail: 'week', readBy: 'inside' },
  'log.written': { concerns: 'team', mail: 'week' },
  'data-need.asked': { concerns: 'team', mail: 'week', ...forAll },
  'data-need.changed': { concerns: 'team', mail: 'week', ...forAll },
  'issue.created': { concerns: 'sharingCities', mail: 'week', ...forAll },
  'issue.shared': { concerns: 'sharingCities', mail: 'week', ...forAll },
  'interview.kept': { concerns: 'keepingCity', mail: 'week' },
  'note.kept': { concerns: 'keepingCity', mail: 'week' },
  'track.opened': { concerns: 'localAuthorities', mail: 'week', ...forAll },
  'track.moved': { concerns: 'trackPeople', mail: 'atOnce', ...forAll },
  'call.published': { concerns: 'localAuthorities', mail: 'atOnce', ...forAll },
  'call.extended': { concerns: 'callWriters', mail: 'own', ...forAll },
  'call.opened': { concerns: 'localAuthorities', mail: 'week', ...forAll, ...ofItself },
  'call.closed': { concerns: 'callWriters', mail: 'week', ...forAll, ...ofItself },
  'application.submitted': { concerns: 'assessors', mail: 'atOnce' },
  'application.resubmitted': { concerns: 'assessors', mail: 'atOnce' },
  'application.completed': { concerns: 'assessors', mail: 'week' },
  'application.decided': { concerns: 'applicationAuthors', mail: 'own', ...ofItself },
  'mission.ordered': { concerns: 'missionPeople', mail: 'atOnce' },
  'mission.stateChanged': { concerns: 'missionPeople', mail: 'atOnce' },
  'mission.delivered': { concerns: 'missionPeople', mail: 'own' },
  'mission.answered': { concerns: 'missionPeople', mail: 'own' },
  'adoption.declared': { concerns: 'interested', mail: 'atOnce', readBy: 'interest' },
  'adoption.moved': { concerns: 'interested', mail: 'week', readBy: 'interest' },
  'facilitator.added': { concerns: 'localAuthorities', mail: 'week', ...forAll },
  'facilitator.checked': { concerns: 'structure', mail: 'week', readBy: 'structure' },
  'facilitator.asked': { concerns: 'structure', mail: 'own', readBy: 'structure' },
  'facilitator.changed': { concerns: 'structure', mail: 'week', ...forAll },
  'bulletin.published': { concerns: 'everybody', mail: 'atOnce', ...forAll },
  'event.published': { concerns: 'everybody', mail: 'atOnce', ...forAll },
  'event.changed': { concerns: 'registered', mail: 'atOnce', ...forAll },
  'event.cancelled': { concerns: 'registered', mail: 'atOnce', ...forAll },
  'event.restored': { concerns: 'registered', mail: 'atOnce', ...forAll },
  'event.replayed': { concerns: 'registered', mail: 'week', ...forAll },
  'newsletter.sent': { concerns: 'everybody', mail: 'own', ...forAll },
} as const satisfies Record<`${ProgrammeKind}.${string}`, ProgrammeEvent>;

export type ProgrammeVerb = keyof typeof PROGRAMME_EVENTS;
export const PROGRAMME_VERBS = keysOf(PROGRAMME_EVENTS);

/** The kind of object that an event is of: each begins with one. */
export const kindOfEvent = (verb: ProgrammeVerb): ProgrammeKind =>
  PROGRAMME_KINDS.find((kind) => verb.startsWith(`${kind}.`)) ?? PROGRAMME_KINDS[0];

/** What is declared of an event; null for a verb that is none of the programme. */
export function programmeEventOf(verb: string): ProgrammeEvent | null {
  const known = PROGRAMME_VERBS.find((one) => one === verb);
  return known ? PROGRAMME_EVENTS[known] : null;
}

/** [WH10] Those of which other programs may be told. */
export type OutsideVerb = {
  [Verb in ProgrammeVerb]: (typeof PROGRAMME_EVENTS)[Verb] extends { isForAll: true } ? Verb : never;
}[ProgrammeVerb];
export const isOutside = (verb: string): verb is OutsideVerb => programmeEventOf(verb)?.isForAll === true;
