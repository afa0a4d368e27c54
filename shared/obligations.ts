import { partsOf } from './documents/text/object-address.ts';
import { keysOf } from './kernel/keys.ts';
import type { KindName } from './kinds.ts';
import { datePollPaths } from './meetings/date-poll/date-poll-paths.ts';
import { paths } from './paths.ts';
import { entryPaths } from './people/entry/entry-paths.ts';
import { assessmentPaths } from './programme/assessment/assessment-paths.ts';
import { deskPaths } from './programme/facilitator/desk-paths.ts';
import { programmePaths } from './programme/programme-paths.ts';
import { adoptionPaths } from './publication/adoption/adoption-paths.ts';
import { reviewPaths } from './reviews/review-paths.ts';

/** [AF1] What leads from a line of what is to be done to where it is done. */
export interface OwedPlace {
  readonly id: string;
  readonly title: string;
  /** What it is a part of: of a card, its board, of a deliverable, its mission. */
  readonly parentId: string | null;
}

interface Owed {
  /** The kind of object that is waited for. */
  readonly of: KindName;
  readonly path: (owed: OwedPlace) => string;
}

const parent = ({ parentId }: OwedPlace) => ({ id: parentId ?? '' });

/**
 * [AF1] Everything that somebody may be waited for with, whatever module it is of. Its words are in `news/to-do/to-do.fr.ts`, who owes
 * it in `db/to-do.ts`: neither compiles without a kind that stands here.
 */
export const OBLIGATIONS = {
  answer: { of: 'meeting', path: paths.meeting },
  datePoll: { of: 'meeting', path: datePollPaths.poll },
  item: { of: 'meeting', path: ({ id }) => paths.meeting({ id }) },
  prepare: { of: 'meeting', path: (owed) => paths.meeting(parent(owed)) },
  draftMinutes: { of: 'meeting', path: paths.meetingMinutes },
  minutes: { of: 'meeting', path: paths.meetingMinutes },
  review: { of: 'document', path: ({ id }) => reviewPaths.review(id) },
  gather: { of: 'document', path: ({ id }) => reviewPaths.review(id) },
  join: { of: 'group', path: paths.groupMembers },
  silent: { of: 'group', path: paths.group },
  tie: { of: 'organisation', path: () => entryPaths.answers() },
  entry: { of: 'organisation', path: () => entryPaths.answers() },
  access: { of: 'document', path: paths.documentAccess },
  suggestion: { of: 'document', path: paths.document },
  mention: { of: 'comment', path: (owed) => `${paths.document(parent(owed))}?fil=${owed.id}` },
  card: { of: 'card', path: (owed) => paths.boardCard(parent(owed), owed.id) },
  log: { of: 'log', path: (owed) => logPath(owed) },
  missingLog: { of: 'log', path: (owed) => logPath(owed) },
  question: {
    of: 'experiment',
    path: (owed) => programmePaths.experimentComment(parent(owed), partsOf(owed.id)[1] ?? ''),
  },
  milestone: { of: 'experiment', path: (owed) => programmePaths.experimentMilestones(parent(owed)) },
  need: { of: 'data-need', path: (owed) => paths.experimentNeed(parent(owed), owed) },
  draft: { of: 'application', path: programmePaths.application },
  complement: { of: 'application', path: programmePaths.application },
  correction: { of: 'application', path: programmePaths.application },
  assign: { of: 'application', path: (owed) => assessmentPaths.committee(owed) },
  assess: { of: 'application', path: () => assessmentPaths.assigned() },
  opinion: { of: 'application', path: assessmentPaths.assessment },
  deliverable: { of: 'mission', path: (owed) => programmePaths.mission(parent(owed)) },
  verdict: { of: 'mission', path: (owed) => programmePaths.mission(parent(owed)) },
  chapter: { of: 'document', path: (owed) => paths.document(parent(owed)) },
  cityText: { of: 'document', path: (owed) => paths.document(parent(owed)) },
  adoption: { of: 'adoption', path: adoptionPaths.adoption },
  support: { of: 'facilitator', path: ({ id }) => deskPaths.territoryCity(id) },
} as const satisfies Record<string, Owed>;

export type ObligationKind = keyof typeof OBLIGATIONS;
export const OBLIGATION_KINDS = keysOf(OBLIGATIONS);

/** [AF1] How near something is when it becomes a line, and how long it may wait; in days. */
export const OBLIGATION_DAYS = {
  /** Meetings that begin later ask for no answer yet: those of a long series would hide everything else. */
  answer: 31,
  /** A point of the agenda, a milestone, the opening of data. */
  prepare: 14,
  /** Minutes are sent so long after their meeting. */
  minutes: 7,
  /** A city that repeats a use case says so often how far it is. */
  adoption: 30,
  /** Whoever helps a city proposes it so long after it asked. */
  support: 7,
  /** What is asked of those who are selected is handed in so long after the announcement. */
  complement: 30,
  /** A city that nobody heard for so long is silent. */
  silent: 21,
} as const;

/** [AF1] Where it is done. */
export const obligationPath = (owed: OwedPlace & { readonly kind: ObligationKind }): string =>
  OBLIGATIONS[owed.kind].path(owed);

function logPath({ id }: OwedPlace): string {
  const [experimentId, month] = partsOf(id);
  return programmePaths.experimentLog({ id: experimentId }, month);
}
