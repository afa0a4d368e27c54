import { createBoard } from '#db/boards/boards.ts';
import type { Db } from '#db/kernel/client.ts';
import type { BoardContent } from '#shared/boards/fill-board.ts';
import type { TitleError } from '#shared/errors.ts';
import type { Result } from '#shared/kernel/result.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import type { DraftChange } from '#shared/realtime/room-draft.ts';
import { type ReadyWrite, writeNow } from '../kernel/ready-write.ts';
import type { Rooms } from '../realtime/rooms.ts';

interface BoardMaking {
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

interface Made {
  readonly id: string;
  readonly title: string;
}

/** [B14] Makes a board whose cards are found at once, in lists as by a search. Refuses 'title.empty', 'title.tooLong'. */
export function makeBoard(
  { db, ...making }: BoardMaking & { db: Db },
  board: NewBoard,
): Promise<Result<Made, TitleError>> {
  return writeNow(db, readyBoard(making, board));
}

/** The same up to its transaction. */
export function readyBoard(
  { rooms, now, newId }: BoardMaking,
  board: NewBoard,
): ReadyWrite<Made, TitleError> {
  const boardId = newId();
  return {
    make: (tx) => createBoard(tx, { ...board, boardId, activityId: newId(), now: now() }),
    tell: () => rooms.tellMade(roomName({ kind: 'board', id: boardId })),
  };
}
