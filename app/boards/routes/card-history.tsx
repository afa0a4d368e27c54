import { z } from 'zod';
import { listCommentEvents } from '#db/boards/card/card-history.ts';
import { listPeople } from '#db/documents/history/document-history.ts';
import { historyPage } from '#shared/boards/card/card-history.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { servicesContext } from '../../context.ts';
import { orUnavailable } from '../../kernel/room-content.server.ts';
import { requireBoard } from '../board.server.ts';
import type { HistoryAnswer } from '../history/history-answer.ts';
import type { Route } from './+types/card-history';

const Skip = z.coerce.number().int().min(0).max(100_000).catch(0);

/** [B32] What happened to a card, the newest first (`?apres=` leaves out so many), with the people who did it. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { board } = await requireBoard(context, params.tableau, 'board.read');
  const { db, rooms } = context.get(servicesContext);
  const { carte: cardId } = params;
  const room = roomName({ kind: 'board', id: board.id });
  const [changes, comments] = await Promise.all([
    orUnavailable(context, room, (asking) => rooms.cardHistory(room, cardId, asking), request.signal),
    listCommentEvents(db, { boardId: board.id, cardId, groupId: board.group.id }),
  ]);
  const page = historyPage([changes, comments], Skip.parse(new URL(request.url).searchParams.get('apres')));
  const people = await listPeople(db, [...new Set(page.events.flatMap(({ by }) => by ?? []))]);
  const answer: HistoryAnswer = { ...page, people: [...people.values()] };
  return Response.json(answer, { headers: { 'Cache-Control': 'private, no-store' } });
}
