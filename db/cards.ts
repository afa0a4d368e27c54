import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Db } from './client.ts';
import { cards } from './schema/board.ts';

/** What is left to do on a board, as its tables say ([K2]: at most some seconds late). */
export interface CardCount {
  /** Neither finished nor in the archive. */
  readonly open: number;
  /** [B16] Open, and past their due day. */
  readonly late: number;
  /** The first due day, `YYYY-MM-DD`, among open cards that are not late; null when there is none. */
  readonly nextDue: string | null;
}

/** The count of each of these boards that has cards; `today` is `YYYY-MM-DD`. The caller has checked that they may be read. */
export async function countCards(
  db: Db,
  { boardIds, today }: { boardIds: readonly string[]; today: string },
): Promise<Map<string, CardCount>> {
  if (boardIds.length === 0) return new Map();
  const isOpen = sql`not ${cards.isDone}`;
  const rows = await db
    .select({
      boardId: cards.boardId,
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
