import { z } from 'zod';
import type { BoardFormat } from '#server/boards/board-exchange.ts';
import { idOfSegment } from '#shared/kernel/ids.ts';
import { memberContext, servicesContext } from '../../context.ts';
import { notFound } from '../../kernel/access.server.ts';
import { madeFile } from '../../kernel/made-file.server.ts';
import type { Route } from './+types/board-export';

const Query = z.object({ format: z.enum(['tableur', 'csv', 'json'] satisfies BoardFormat[]) });

/** [B70] A board as a file. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const member = context.get(memberContext);
  const boardId = idOfSegment(params.tableau);
  const query = Query.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!member || !boardId || !query.success) throw notFound();
  const { boardExchange } = context.get(servicesContext);
  const made = await boardExchange.export({ boardId, userId: member.id, format: query.data.format });
  if (!made.ok) throw notFound();
  const { body, contentType, disposition } = made.value;
  return madeFile(body, disposition, { contentType });
}
