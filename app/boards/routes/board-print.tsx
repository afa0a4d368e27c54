import { boardExchange } from '#shared/boards/exchange/board-exchange.fr.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { servicesContext } from '../../context.ts';
import { notFound } from '../../kernel/access.server.ts';
import { requireBoard } from '../board.server.ts';
import { PrintedBoard } from '../exchange/printed-board.tsx';
import type { Route } from './+types/board-print';

/** A whole board for paper: every card with all that it says, without script. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { member, board } = await requireBoard(context, params.tableau, 'board.read');
  const { boardExchange: exchange, now } = context.get(servicesContext);
  const read = await exchange.read({ boardId: board.id, userId: member.id });
  if (!read.ok) throw notFound();
  return {
    board: { id: board.id, title: board.title },
    group: board.group.name,
    file: read.value,
    now: now(),
  };
}

export default function BoardPrint({ loaderData: { board, group, file, now } }: Route.ComponentProps) {
  return (
    <main id="contenu" className="printed">
      <title>{frame.pageTitle(`${board.title}, ${boardExchange.print.toLowerCase()}`, group)}</title>
      <PrintedBoard board={board} group={group} file={file} printed={dates.exact(now)} />
    </main>
  );
}
