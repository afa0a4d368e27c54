import type { GroupAction } from '../kernel/access/access.ts';

/** What can be found, in the order in which it is listed; a group's kind with the right that its readers have there. */
const RIGHTS = {
  document: 'document.read',
  card: 'board.read',
  decision: 'decision.read',
  meeting: 'meeting.read',
  resource: 'resource.read',
  dataset: 'dataset.read',
  comment: 'document.read',
  board: 'board.read',
  group: 'group.read',
  person: null,
  organisation: null,
  city: null,
} as const satisfies Record<string, GroupAction | null>;

export type SearchKind = keyof typeof RIGHTS;
export const SEARCH_KINDS = Object.keys(RIGHTS) as readonly SearchKind[];

/** Rights that somebody needs in a group to find what it holds; every role that has one has all of them. */
export const SEARCH_RIGHTS: readonly GroupAction[] = [
  ...new Set(Object.values(RIGHTS).filter((right) => right !== null)),
];

/** The kind of this name; null when there is none. */
export function searchKindOf(name: string | null | undefined): SearchKind | null {
  return SEARCH_KINDS.find((kind) => kind === name) ?? null;
}

/** On a page of results. */
export const RESULTS_A_PAGE = 20;
