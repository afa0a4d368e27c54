import { canInGroup, type GroupAction, type GroupRole } from '../../kernel/access/access.ts';

/** What is begun from the home page, in the order in which it is offered. */
export const MADE = ['document', 'board', 'meeting'] as const;
export type Made = (typeof MADE)[number];

const NEEDS = {
  document: 'document.create',
  board: 'board.create',
  meeting: 'meeting.manage',
} as const satisfies Record<Made, GroupAction>;

/** A place where the reader may make something. */
export interface PlaceToCreate {
  readonly id: string;
  readonly name: string;
  readonly makes: readonly Made[];
}

/** So many groups are offered; the page of groups leads to the others. */
export const PLACES_MAX = 6;

/** [HO3] Where the reader may make what, by their right there: the space of their organisation first, then their groups in the order given. */
export function placesToCreate(
  groups: readonly {
    readonly id: string;
    readonly name: string;
    readonly role: GroupRole;
    readonly organisationId: string | null;
  }[],
): PlaceToCreate[] {
  const isSpace = ({ organisationId }: (typeof groups)[number]) => organisationId !== null;
  return groups
    .toSorted((a, b) => Number(isSpace(b)) - Number(isSpace(a)))
    .map((group) => ({
      id: group.id,
      name: group.name,
      // Those of an organisation do not meet in its space.
      makes: MADE.filter(
        (made) => canInGroup(group.role, NEEDS[made]) && !(made === 'meeting' && isSpace(group)),
      ),
    }))
    .filter(({ makes }) => makes.length > 0)
    .slice(0, PLACES_MAX);
}
