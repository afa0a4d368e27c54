import { and, eq, gt, isNull, notExists, sql } from 'drizzle-orm';
import { roomName } from '#shared/realtime/realtime.ts';
import type { Db } from '../../kernel/client.ts';
import { inTransaction, type Tx } from '../../kernel/transaction.ts';
import { toldAssignments } from '../../news/notification/schema.ts';
import { recordActivity } from '../../people/activity/activities.ts';
import { users } from '../../people/person/schema.ts';
import { docUpdates } from '../../realtime/schema.ts';
import { boards, cards } from '../schema.ts';

/** A card given longer ago than this, when it is first seen, is no news. */
const NEWS_MS = 3_600_000;
/** Whoever wrote on the board in the last moments, alone, gave the card. */
const MOMENTS_MS = 150_000;

/**
 * [NO10] Makes each name that came onto a card into one activity: a name that leaves and comes back is told again. Whose doing it
 * was is known when one person only wrote on the board just before.
 */
export async function tellAssignments(
  db: Db,
  { now, newId }: { now: Date; newId: () => string },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await forgetRemoved(tx);
    for (const { boardId, cardId, userId, title, groupId } of await listUntold(tx)) {
      const added = await tx
        .insert(toldAssignments)
        .values({ boardId, cardId, userId })
        .onConflictDoNothing()
        .returning({ userId: toldAssignments.userId });
      const writers = await listWritersSince(tx, boardId, new Date(now.getTime() - NEWS_MS));
      if (added.length === 0 || writers.length === 0) continue;
      const since = now.getTime() - MOMENTS_MS;
      const recent = new Set(writers.filter(({ at }) => at.getTime() > since).map((row) => row.userId));
      const [only] = recent;
      await recordActivity(tx, {
        id: newId(),
        groupId,
        actorId: recent.size === 1 ? (only ?? null) : null,
        verb: 'board.assigned',
        objectId: boardId,
        title,
        details: { card: cardId, assignee: userId },
        now,
      });
    }
  });
}

async function forgetRemoved(tx: Tx): Promise<void> {
  const stands = tx
    .select({ one: sql`1` })
    .from(cards)
    .where(
      and(
        eq(cards.boardId, toldAssignments.boardId),
        eq(cards.cardId, toldAssignments.cardId),
        sql`${toldAssignments.userId} = any(${cards.assigneeIds})`,
      ),
    );
  await tx.delete(toldAssignments).where(notExists(stands));
}

function listUntold(tx: Db) {
  const told = tx
    .select({ one: sql`1` })
    .from(toldAssignments)
    .where(
      and(
        eq(toldAssignments.boardId, cards.boardId),
        eq(toldAssignments.cardId, cards.cardId),
        eq(toldAssignments.userId, users.id),
      ),
    );
  return tx
    .select({
      boardId: cards.boardId,
      cardId: cards.cardId,
      userId: users.id,
      title: boards.title,
      groupId: boards.groupId,
    })
    .from(cards)
    .innerJoin(boards, and(eq(boards.id, cards.boardId), isNull(boards.trashedAt)))
    .innerJoin(users, sql`${users.id} = any(${cards.assigneeIds})`)
    .where(and(eq(cards.isArchived, false), notExists(told)))
    .orderBy(cards.boardId, cards.cardId, users.id);
}

function listWritersSince(tx: Db, boardId: string, since: Date) {
  const room = roomName({ kind: 'board', id: boardId });
  return tx
    .select({ userId: docUpdates.userId, at: docUpdates.at })
    .from(docUpdates)
    .where(and(eq(docUpdates.room, room), gt(docUpdates.at, since)));
}
