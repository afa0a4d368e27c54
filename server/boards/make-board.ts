import { createBoard } from '#db/boards/boards.ts';
import type { Db } from '#db/kernel/client.ts';
import type { BoardContent } from '#shared/boards/fill-board.ts';
import type { TitleError } from '#shared/errors.ts';
import type { Result } from '#shared/kernel/result.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import type { DraftChange } from '#shared/realtime/room-draft.ts';
import type { Rooms } from '../realtime/rooms.ts';

interface BoardMaking {
  readonly db: Db;
  readonly rooms: Pick<Rooms, 'tellMade'>;
  readonly now: () => Date;
  readonly newId: () => string;
}

/** A board to make. The caller has checked that this person may make boards in the group. */
export interface NewBoard {
  readonly groupId: string;
  readonly by: string;
  readonly title: string;
  readonly start: BoardContent | DraftChange;
}

/** [B14] Makes a board whose cards are found at once, in lists as by a search. Refuses 'title.empty', 'title.tooLong'. */
export async function makeBoard(
  { db, rooms, now, newId }: BoardMaking,
  board: NewBoard,
): Promise<Result<{ id: string; title: string }, TitleError>> {
  const made = await createBoard(db, { ...board, boardId: newId(), activityId: newId(), now: now() });
  if (made.ok) rooms.tellMade(roomName({ kind: 'board', id: made.value.id }));
  return made;
}
