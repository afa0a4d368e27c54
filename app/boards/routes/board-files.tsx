import { data } from 'react-router';
import { takesFile } from '#shared/boards/file-limit.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import { memberContext, servicesContext } from '../../context.ts';
import { notFound } from '../../kernel/access.server.ts';
import { bodyFileOf, fileRefusal } from '../../kernel/body-file.server.ts';
import { readRoom } from '../../kernel/room-content.server.ts';
import { requireBoard } from '../board.server.ts';
import type { Route } from './+types/board-files';

/**
 * [B55] [B56] Receives a file for a card of a board: its bytes are the body, its name a header, as for documents. Answers the file as
 * a card names it (`CardFile`), or `{ error }` with a code of the catalogue. Which card takes it is the live board's.
 */
export async function action({ request, params, context }: Route.ActionArgs) {
  if (!context.get(memberContext)) throw notFound();
  const { member, board } = await requireBoard(context, params.tableau, 'board.write');
  const { files } = context.get(servicesContext);
  const file = bodyFileOf(request);
  if (!file) return fileRefusal('file.missing');
  const { value } = await readRoom(context, roomName({ kind: 'board', id: board.id }), 'board');
  if (!takesFile(value)) return fileRefusal('board.filesFull');
  const received = await files.receiveCardFile(file, {
    groupId: board.group.id,
    boardId: board.id,
    by: member.id,
  });
  return received.ok ? Response.json(received.value, { status: 201 }) : fileRefusal(received.error);
}

export function loader() {
  throw data(null, { status: 404 });
}
