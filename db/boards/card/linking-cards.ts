import { and, arrayOverlaps, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { LinkingCard } from '#shared/boards/card/linking-card.ts';
import type { ObjectRef } from '#shared/documents/attribute/document-objects.ts';
import { objectKey } from '#shared/documents/attribute/document-objects.ts';
import type { Db } from '../../kernel/client.ts';
import { acquaintancesOf, groupsAllowing } from '../../people/person/visible-people.ts';
import { boards, cards } from '../schema.ts';

/** A page that listed more would help nobody. */
const LIST_MAX = 100;

/**
 * [B31] The cards that point to an object, of boards that this person may read today; those in the archive are left out. As the
 * tables say ([K2]: at most some seconds late).
 */
export function listLinkingCards(
  db: Db,
  { to, ...reader }: { to: ObjectRef; userId: string; now: Date },
): Promise<LinkingCard[]> {
  return listCardsLinkingTo(db, { keys: [objectKey(to)], ...reader });
}

/** [B31] The same for several objects, by `objectKey`. */
export async function listCardsLinkingTo(
  db: Db,
  { keys, userId, now }: { keys: readonly string[]; userId: string; now: Date },
): Promise<LinkingCard[]> {
  if (keys.length === 0) return [];
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
        arrayOverlaps(cards.links, [...keys]),
        eq(cards.isArchived, false),
        inArray(boards.groupId, groupIds),
        isNull(boards.trashedAt),
      ),
    )
    .orderBy(asc(sql`lower(${boards.title})`), asc(cards.boardId), asc(cards.order), asc(cards.cardId))
    .limit(LIST_MAX);
}

/** [DN12] How many unfinished cards point to each of these objects, on boards that this person may read today. */
export async function countOpenCards(
  db: Db,
  { keys, userId, now }: { keys: readonly string[]; userId: string; now: Date },
): Promise<Map<string, number>> {
  const groupIds = groupsAllowing(await acquaintancesOf(db, { userId, now }), 'board.read');
  const counts = new Map<string, number>();
  if (groupIds.length === 0 || keys.length === 0) return counts;
  const rows = await db
    .select({ links: cards.links })
    .from(cards)
    .innerJoin(boards, eq(boards.id, cards.boardId))
    .where(
      and(
        arrayOverlaps(cards.links, [...keys]),
        eq(cards.isArchived, false),
        eq(cards.isDone, false),
        inArray(boards.groupId, groupIds),
        isNull(boards.trashedAt),
      ),
    );
  for (const { links } of rows) for (const key of links) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
