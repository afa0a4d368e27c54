import type { RouterContextProvider } from 'react-router';
import { type BoardForMember, findBoardForMember } from '#db/boards/boards.ts';
import { canInGroup, type GroupAction } from '#shared/kernel/access/access.ts';
import { idOfSegment } from '#shared/kernel/ids.ts';
import { type Member, servicesContext } from '../context.ts';
import { forbidden, notFound, requireMember } from '../kernel/access.server.ts';

/** The person and the board of an address segment, if their role in its group allows this. */
export async function requireBoard(
  context: Readonly<RouterContextProvider>,
  segment: string | undefined,
  action: GroupAction,
): Promise<{ member: Member; board: BoardForMember }> {
  const member = requireMember(context);
  const { db, now } = context.get(servicesContext);
  const boardId = idOfSegment(segment);
  const board = boardId ? await findBoardForMember(db, { boardId, userId: member.id, now: now() }) : null;
  if (!board) throw notFound();
  if (!canInGroup(board.group.role, action)) throw forbidden();
  return { member, board };
}
