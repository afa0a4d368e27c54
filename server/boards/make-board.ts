import { createBoard } from '#db/boards/boards.ts';
import type { Db } from '#db/kernel/client.ts';
import { effectsOf, inTransaction } from '#db/kernel/transaction.ts';
import type { BoardContent } from '#shared/boards/fill-board.ts';
import type { TitleError } from '#shared/errors.ts';
import type { Result } from '#shared/kernel/result.ts';
import { roomName } from '#shared/realtime/realtime.ts';

/** [B14] [DA7] Makes a board that nobody asks for now: what follows from what somebody wrote, in their name. People ask by `board.create`. */
export async function makeBoard(
  { db, now, newId }: { readonly db: Db; readonly now: () => Date; readonly newId: () => string },
  board: {
    readonly groupId: string;
    readonly by: string;
    readonly title: string;
    readonly start: BoardContent;
  },
): Promise<Result<{ id: string; title: string }, TitleError>> {
  const boardId = newId();
  const change = { ...board, boardId, activityId: newId(), now: now() };
  return inTransaction(db, (tx) => {
    effectsOf(tx).made(roomName({ kind: 'board', id: boardId }));
    return createBoard(tx, change);
  });
}
