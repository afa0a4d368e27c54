import { countCardComments } from '#db/boards/card/card-comments.ts';
import { servicesContext } from '../../context.ts';
import { answerUnlessKnown } from '../../realtime/comment/discussion-requests.server.ts';
import { requireBoard } from '../board.server.ts';
import type { Route } from './+types/board-comments';

/** [CM10] How many comments each card of a board has, and what of them this person has not read: `{ cards }`. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { member, board } = await requireBoard(context, params.tableau, 'board.read');
  const { db } = context.get(servicesContext);
  const cards = await countCardComments(db, {
    boardId: board.id,
    groupId: board.group.id,
    userId: member.id,
  });
  return answerUnlessKnown(request, { cards });
}
