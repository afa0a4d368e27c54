import { type BoardForMember, findBoardForMember } from '#db/boards/boards.ts';
import { canInGroup, type GroupAction } from '#shared/kernel/access/access.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import type { Right } from '../kernel/operation.ts';
import type { ByPerson } from '../people/rights.ts';

/** Who acts, on which board. */
export interface OnBoard extends ByPerson {
  readonly board: BoardForMember;
}

/** [A5] Whoever's role in the group of a board allows this: for outsiders it is absent, for a role that is too weak forbidden. */
export function onBoard(action: GroupAction): Right<{ readonly boardId: string }, OnBoard> {
  return async ({ tx, now }, { userId }, { boardId }) => {
    const board = userId === null ? null : await findBoardForMember(tx, { boardId, userId, now });
    if (userId === null || !board) return fail('access.notFound');
    return canInGroup(board.group.role, action) ? ok({ by: userId, board }) : fail('access.forbidden');
  };
}

/** [B26] Whoever writes on a board and on another. */
export const betweenBoards: Right<
  { readonly boardId: string; readonly toBoardId: string },
  OnBoard & { readonly to: BoardForMember }
> = async (act, asker, { boardId, toBoardId }) => {
  const from = await onBoard('board.write')(act, asker, { boardId });
  if (!from.ok) return from;
  const to = await onBoard('board.write')(act, asker, { boardId: toBoardId });
  return to.ok ? ok({ ...from.value, to: to.value.board }) : to;
};
