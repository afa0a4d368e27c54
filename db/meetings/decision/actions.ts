import { and, asc, eq, isNull, ne, or, sql } from 'drizzle-orm';
import { boards } from '../../boards/schema.ts';
import { isReadableBy, type Reader } from '../../documents/listed-documents.ts';
import { documents } from '../../documents/schema.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { acquaintancesOf, groupsAllowing } from '../../people/person/visible-people.ts';
import { actions, groupActionBoards } from './schema.ts';

/** An action whose card is to be made, or to get its new words. */
export interface ActionToFollow {
  readonly id: string;
  readonly groupId: string;
  readonly documentId: string;
  readonly text: string;
  readonly createdBy: string;
  readonly boardId: string | null;
  readonly cardId: string | null;
}

/* [DA6] Of a restricted document nothing goes to a board, where others read. */
const isToFollow = and(
  eq(actions.isInText, true),
  ne(actions.text, ''),
  or(isNull(actions.cardId), sql`${actions.cardText} is distinct from ${actions.text}`),
  ne(documents.visibility, 'restricted'),
  isNull(documents.trashedAt),
);

/** [DA5] The actions of a document without a card, or whose words changed since it got its title, in the order of the text. */
export function listActionsToFollow(db: Db, documentId: string): Promise<ActionToFollow[]> {
  return db
    .select({
      id: actions.id,
      groupId: actions.groupId,
      documentId: actions.documentId,
      text: actions.text,
      createdBy: actions.createdBy,
      boardId: actions.boardId,
      cardId: actions.cardId,
    })
    .from(actions)
    .innerJoin(documents, eq(documents.id, actions.documentId))
    .where(and(eq(actions.documentId, documentId), isToFollow))
    .orderBy(asc(actions.rank), asc(actions.id));
}

/** Documents that have such actions. */
export async function findDocumentsToFollow(db: Db): Promise<string[]> {
  const rows = await db
    .selectDistinct({ id: actions.documentId })
    .from(actions)
    .innerJoin(documents, eq(documents.id, actions.documentId))
    .where(isToFollow);
  return rows.map(({ id }) => id);
}

/** The board for the actions of a group: the chosen one, else its oldest; null without any outside the trash. */
export async function findActionBoard(
  db: Db,
  groupId: string,
): Promise<{ id: string; title: string; isChosen: boolean } | null> {
  const [board] = await db
    .select({
      id: boards.id,
      title: boards.title,
      isChosen: sql<boolean>`${groupActionBoards.boardId} is not null`,
    })
    .from(boards)
    .leftJoin(groupActionBoards, eq(groupActionBoards.boardId, boards.id))
    .where(and(eq(boards.groupId, groupId), isNull(boards.trashedAt)))
    .orderBy(sql`${groupActionBoards.boardId} is null`, asc(boards.createdAt), asc(boards.id))
    .limit(1);
  return board ?? null;
}

/** [DA7] Chooses it. False when the group has no such board. */
export async function chooseActionBoard(
  tx: Tx,
  { groupId, boardId }: { groupId: string; boardId: string },
): Promise<boolean> {
  const [board] = await tx
    .select({ id: boards.id })
    .from(boards)
    .where(and(eq(boards.id, boardId), eq(boards.groupId, groupId), isNull(boards.trashedAt)));
  if (!board) return false;
  await tx
    .insert(groupActionBoards)
    .values({ groupId, boardId })
    .onConflictDoUpdate({ target: groupActionBoards.groupId, set: { boardId } });
  return true;
}

/** [DA5] Says on which board the card of an action will be made, once: answers the board that counts. */
export async function claimActionBoard(
  tx: Tx,
  { actionId, boardId }: { actionId: string; boardId: string },
): Promise<string> {
  const alive = tx
    .select({ id: boards.id })
    .from(boards)
    .where(and(eq(boards.id, actions.boardId), isNull(boards.trashedAt)));
  await tx
    .update(actions)
    .set({ boardId })
    .where(and(eq(actions.id, actionId), isNull(actions.cardId), sql`not exists ${alive}`));
  const [row] = await tx.select({ boardId: actions.boardId }).from(actions).where(eq(actions.id, actionId));
  return row?.boardId ?? boardId;
}

/** Notes that the card of an action exists under its own id, or has these words. */
export async function noteActionCard(
  tx: Tx,
  { actionId, text }: { actionId: string; text: string },
): Promise<void> {
  await tx
    .update(actions)
    .set({ cardId: sql`coalesce(${actions.cardId}, ${actions.id})`, cardText: text })
    .where(eq(actions.id, actionId));
}

/** [B26] The card of an action has gone to another board. */
export async function moveActionCard(
  tx: Tx,
  from: { boardId: string; cardId: string },
  to: { boardId: string; cardId: string },
): Promise<void> {
  await tx
    .update(actions)
    .set(to)
    .where(and(eq(actions.boardId, from.boardId), eq(actions.cardId, from.cardId)));
}

/** [DA8] Copies what the cards of this board say of their actions; answers the documents where that is news. */
export async function mirrorActionCards(tx: Tx, boardId: string): Promise<string[]> {
  const { rows } = (await tx.execute(sql`
    update "action" a set is_done = c.is_done, due = c.due, assignee_ids = c.assignee_ids
    from card c
    where a.board_id = ${boardId} and c.board_id = a.board_id and c.card_id = a.card_id
      and (a.is_done, a.due, a.assignee_ids) is distinct from (c.is_done, c.due, c.assignee_ids)
    returning a.document_id`)) as unknown as { rows: { document_id: string }[] };
  return [...new Set(rows.map(({ document_id }) => document_id))];
}

/** An action for somebody who may read its document, with its card, if it has one; null for anybody else. */
export async function findAction(
  db: Db,
  { actionId, ...reader }: Reader & { actionId: string },
): Promise<{
  id: string;
  groupId: string;
  documentId: string;
  boardId: string | null;
  cardId: string | null;
  assigneeIds: string[];
  due: string | null;
} | null> {
  const groupIds = groupsAllowing(await acquaintancesOf(db, reader), 'document.read');
  const [action] = await db
    .select({
      id: actions.id,
      groupId: actions.groupId,
      documentId: actions.documentId,
      boardId: actions.boardId,
      cardId: actions.cardId,
      assigneeIds: actions.assigneeIds,
      due: actions.due,
    })
    .from(actions)
    .innerJoin(documents, eq(documents.id, actions.documentId))
    .where(
      and(eq(actions.id, actionId), isNull(documents.trashedAt), isReadableBy(db, { ...reader, groupIds })),
    );
  return action ?? null;
}
