/** Before the id of a group, where boards are by their id alone. */
export const GROUP_PREFIX = 'groupe-';

/** What a calendar shows: one board, the meetings of a group, or, with neither, the cards of its owner. */
export interface FeedSubject {
  readonly boardId: string | null;
  readonly groupId: string | null;
}

/** What was chosen, as the value of its option. */
export function feedSubjectOf(chosen: string): FeedSubject {
  const ofGroup = chosen.startsWith(GROUP_PREFIX);
  return {
    boardId: ofGroup ? null : chosen || null,
    groupId: ofGroup ? chosen.slice(GROUP_PREFIX.length) : null,
  };
}
