import { and, asc, eq, isNull } from 'drizzle-orm';
import type { CardEvent } from '#shared/boards/card/card-history.ts';
import type { LoggedUpdate } from '#shared/boards/card/card-history-doc.ts';
import type { Readable } from '#shared/kernel/access/readable.ts';
import { comments, commentThreads } from '../../documents/comment/schema.ts';
import type { Db, RunSql } from '../../kernel/client.ts';
import { bytesOf } from '../../realtime/doc-updates.ts';
import { boards } from '../schema.ts';

/** The log of a room from its beginning, in order, with who wrote each row as far as the server noted it: of which the engine makes past states. */
export async function loadLog(run: RunSql, room: string): Promise<LoggedUpdate[]> {
  const { rows } = await run(
    `select data, at, coalesce(writers, array_remove(array[user_id], null)) as writers
     from doc_update where room = $1 order by seq`,
    [room],
  );
  return rows.map(({ data, at, writers }) => ({
    data: bytesOf(data),
    at: new Date(String(at)).toISOString(),
    writers: Array.isArray(writers) ? writers.map(String) : [],
  }));
}

/** [B32] When a card was commented, and by whom; what its author took away is not told. */
export async function listCommentEvents(
  db: Db,
  { boardId, cardId, groupId }: { boardId: Readable<'board'>; cardId: string; groupId: string },
): Promise<CardEvent[]> {
  const rows = await db
    .select({ at: comments.createdAt, by: comments.authorId })
    .from(comments)
    .innerJoin(commentThreads, eq(commentThreads.id, comments.threadId))
    .innerJoin(boards, eq(boards.id, commentThreads.boardId))
    .where(
      and(
        eq(boards.id, boardId),
        eq(boards.groupId, groupId),
        isNull(boards.trashedAt),
        eq(commentThreads.cardId, cardId),
        isNull(comments.deletedAt),
      ),
    )
    .orderBy(asc(comments.createdAt), asc(comments.id));
  return rows.map(({ at, by }) => ({ what: 'commented', at: at.toISOString(), by }));
}
