import { and, arrayContains, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { LinkingCard } from '#shared/board/linking-card.ts';
import type { ObjectRef } from '#shared/document/document-objects.ts';
import { objectKey } from '#shared/document/document-objects.ts';
import { acquaintancesOf, groupsAllowing } from './acquaintances.ts';
import type { Db } from './client.ts';
import { boards, cards } from './schema/board.ts';

/** A page that listed more would help nobody. */
const LIST_MAX = 100;

/**
 * [B31] The cards that point to an object, of boards that this person may read today; those in the archive are left out. As the
 * tables say ([K2]: at most some seconds late). The caller has checked that they may see the object.
 */
export async function listLinkingCards(
  db: Db,
  { to, userId, now }: { to: ObjectRef; userId: string; now: Date },
): Promise<LinkingCard[]> {
  const groupIds = groupsAllowing(await acquaintancesOf(db, { userId, now }), 'board.read');
  if (groupIds.length === 0) return [];
  return db
    .select({
      boardId: cards.boardId,
      cardId: cards.cardId,
      title: cards.title,
      columnName: cards.columnName,
      isDone: cards.isDone,
      boardTitle: boards.title,
    })
    .from(cards)
    .innerJoin(boards, eq(boards.id, cards.boardId))
    .where(
      and(
        arrayContains(cards.links, [objectKey(to)]),
        eq(cards.isArchived, false),
        inArray(boards.groupId, groupIds),
        isNull(boards.trashedAt),
      ),
    )
    .orderBy(asc(sql`lower(${boards.title})`), asc(cards.boardId), asc(cards.order), asc(cards.cardId))
    .limit(LIST_MAX);
}
