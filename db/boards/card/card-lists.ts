import { and, arrayContains, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { canInGroup } from '#shared/kernel/access/access.ts';
import type { Readable } from '#shared/kernel/access/readable.ts';
import type { Db } from '../../kernel/client.ts';
import { DUE_MAX, type DueAsking, due } from '../../people/due.ts';
import { listGroupsForMember } from '../../people/group/groups.ts';
import { groups } from '../../people/group/schema.ts';
import { boards, cards } from '../schema.ts';

/** A card that is neither finished nor archived, where it stands ([K2]: at most some seconds late). */
export interface ListedCard {
  readonly id: string;
  readonly title: string;
  readonly columnName: string;
  /** `YYYY-MM-DD`. */
  readonly due: string | null;
  readonly board: { readonly id: string; readonly title: string };
  readonly group: { readonly id: string; readonly name: string };
}

/** The same, with whom and which organisations it is for; ids as a peer wrote them. */
export interface GroupCard extends ListedCard {
  readonly assigneeIds: readonly string[];
  readonly organisationIds: readonly string[];
}

/** A page that listed more would help nobody. */
const LIST_MAX = 2_000;

const listed = {
  id: cards.cardId,
  title: cards.title,
  columnName: cards.columnName,
  due: cards.due,
  board: { id: boards.id, title: boards.title },
  group: { id: groups.id, name: groups.name },
};

/**
 * [B66] The open cards that this person is named on, on the boards of every group that they may read now, the nearest due
 * day first. Of a group that is not theirs, or no longer, nothing comes: whoever writes on a board may name anybody.
 */
export async function listCardsOfPerson(
  db: Db,
  { userId, now }: { userId: string; now: Date },
): Promise<ListedCard[]> {
  const readable = await listGroupsForMember(db, { userId, now });
  const groupIds = readable.filter(({ role }) => canInGroup(role, 'board.read')).map(({ id }) => id);
  if (groupIds.length === 0) return [];
  return db
    .select(listed)
    .from(cards)
    .innerJoin(boards, eq(boards.id, cards.boardId))
    .innerJoin(groups, eq(groups.id, boards.groupId))
    .where(and(inArray(boards.groupId, groupIds), isOpen, arrayContains(cards.assigneeIds, [userId])))
    .orderBy(...byUrgency)
    .limit(LIST_MAX);
}

/** [B66] Open cards that carry their name, on the boards of the groups that they read. */
export function cardsDue({ db, userId, groupsFor }: DueAsking) {
  return db
    .select(
      due('card', {
        id: cards.cardId,
        parentId: boards.id,
        title: cards.title,
        place: sql<string>`${boards.title} || ', ' || ${groups.name}`,
        day: cards.due,
        may: inArray(boards.groupId, [...groupsFor('board.write')]),
      }),
    )
    .from(cards)
    .innerJoin(boards, eq(boards.id, cards.boardId))
    .innerJoin(groups, eq(groups.id, boards.groupId))
    .where(
      and(
        inArray(boards.groupId, [...groupsFor('board.read')]),
        isOpen,
        arrayContains(cards.assigneeIds, [userId]),
      ),
    )
    .orderBy(...byUrgency)
    .limit(DUE_MAX);
}

/** [B67] The open cards of a group's boards, the nearest due day first. */
export function listCardsOfGroup(db: Db, { groupId }: { groupId: Readable<'group'> }): Promise<GroupCard[]> {
  return db
    .select({ ...listed, assigneeIds: cards.assigneeIds, organisationIds: cards.organisationIds })
    .from(cards)
    .innerJoin(boards, eq(boards.id, cards.boardId))
    .innerJoin(groups, eq(groups.id, boards.groupId))
    .where(and(eq(boards.groupId, groupId), isOpen))
    .orderBy(...byUrgency)
    .limit(LIST_MAX);
}

/** The column where a card stood when the table was last made ([K2]); null for one that is not there. */
export async function findCardColumn(
  db: Db,
  { boardId, cardId }: { boardId: Readable<'board'>; cardId: string },
): Promise<string | null> {
  const [card] = await db
    .select({ columnId: cards.columnId })
    .from(cards)
    .where(and(eq(cards.boardId, boardId), eq(cards.cardId, cardId)));
  return card?.columnId ?? null;
}

const isOpen = and(isNull(boards.trashedAt), eq(cards.isDone, false), eq(cards.isArchived, false));
const byUrgency = [sql`${cards.due} asc nulls last`, asc(boards.title), asc(cards.order), asc(cards.cardId)];
