import { and, eq, inArray, isNull, lte, sql } from 'drizzle-orm';
import type { Readable } from '#shared/kernel/access/readable.ts';
import type { Db } from '../../kernel/client.ts';
import { boards, cards } from '../schema.ts';

/** What is left to do on a board, as its tables say ([K2]: at most some seconds late). */
export interface CardCount {
  /** Finished, and not in the archive. */
  readonly done: number;
  /** Neither finished nor in the archive. */
  readonly open: number;
  /** [B16] Open, and past their due day. */
  readonly late: number;
  /** The first due day, `YYYY-MM-DD`, among open cards that are not late; null when there is none. */
  readonly nextDue: string | null;
}

/** The count of each of these boards that has cards; `today` is `YYYY-MM-DD`. */
export async function countCards(
  db: Db,
  { boardIds, today }: { boardIds: readonly Readable<'board'>[]; today: string },
): Promise<Map<string, CardCount>> {
  if (boardIds.length === 0) return new Map();
  const isOpen = sql`not ${cards.isDone}`;
  const rows = await db
    .select({
      boardId: cards.boardId,
      done: sql<number>`count(*) filter (where ${cards.isDone})`.mapWith(Number),
      open: sql<number>`count(*) filter (where ${isOpen})`.mapWith(Number),
      late: sql<number>`count(*) filter (where ${isOpen} and ${cards.due} < ${today}::date)`.mapWith(Number),
      nextDue: sql<
        string | null
      >`(min(${cards.due}) filter (where ${isOpen} and ${cards.due} >= ${today}::date))::text`,
    })
    .from(cards)
    .where(and(inArray(cards.boardId, [...boardIds]), eq(cards.isArchived, false)))
    .groupBy(cards.boardId);
  return new Map(rows.map(({ boardId, ...count }) => [boardId, count]));
}

/** [B28] The boards, trash excepted, with a card that comes back on this day (`YYYY-MM-DD`) or should have before. */
export async function findBoardsToRepeat(db: Db, { today }: { today: string }): Promise<string[]> {
  const rows = await db
    .selectDistinct({ id: cards.boardId })
    .from(cards)
    .innerJoin(boards, eq(boards.id, cards.boardId))
    .where(and(lte(cards.repeatOn, today), eq(cards.isArchived, false), isNull(boards.trashedAt)))
    .orderBy(cards.boardId);
  return rows.map(({ id }) => id);
}
