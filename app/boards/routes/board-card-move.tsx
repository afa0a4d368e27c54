import { data } from 'react-router';
import { z } from 'zod';
import { listAudiences, listDestinations } from '#db/boards/destinations.ts';
import { fr } from '#shared/words.fr.ts';
import { servicesContext } from '../../context.ts';
import { forbidden, notFound } from '../../kernel/access.server.ts';
import { parseForm } from '../../kernel/refusal.server.ts';
import { requireBoard } from '../board.server.ts';
import type { Route } from './+types/board-card-move';

/** [B26] Where a card of this board may go, and who would see it there. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { member, board } = await requireBoard(context, params.tableau, 'board.write');
  const { db, now } = context.get(servicesContext);
  const at = now();
  const found = await listDestinations(db, { userId: member.id, boardId: board.id, now: at });
  const groupIds = found.map(({ group }) => group.id);
  const audiences = await listAudiences(db, { boardId: board.id, groupIds, now: at });
  return {
    destinations: found.map((destination) => ({
      ...destination,
      audience: audiences.get(destination.group.id) ?? { count: 0, peopleIds: [], organisationIds: [] },
    })),
  };
}

const CardMove = z.object({ cardId: z.string().max(200), toBoardId: z.string().max(64) });

/** [B26] Moves a card to another board: rights on both are asked for by the service. */
export async function action({ params, request, context }: Route.ActionArgs) {
  const { member, board } = await requireBoard(context, params.tableau, 'board.write');
  const form = parseForm(CardMove, await request.formData());
  const { boards } = context.get(servicesContext);
  const moved = await boards.moveCard({ ...form, boardId: board.id, by: member.id });
  if (moved.ok) return { moved: moved.value };
  if (moved.error === 'access.notFound') throw notFound();
  if (moved.error === 'access.forbidden') throw forbidden();
  return data({ error: fr.errors[moved.error] }, { status: 400 });
}
