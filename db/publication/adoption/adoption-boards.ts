import { and, eq, isNull } from 'drizzle-orm';
import type { BoardContent } from '#shared/boards/fill-board.ts';
import { canInGroup } from '#shared/kernel/access/access.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { canInAdoption } from '#shared/publication/adoption/adoption-access.ts';
import type { AdoptionError } from '#shared/publication/adoption/adoption-errors.ts';
import { createBoard } from '../../boards/boards.ts';
import { boards } from '../../boards/schema.ts';
import type { Db } from '../../kernel/client.ts';
import { findGroupRole } from '../../people/group/groups.ts';
import type { Asker } from '../../programme/experiment/experiment-rights.ts';
import { type AdoptionForReader, findAdoption } from './adoptions.ts';
import { adoptions } from './schema.ts';

/** Who makes the board of a plan, and where. */
export interface PlanBoard extends Asker {
  readonly adoptionId: string;
  readonly groupId: string;
  readonly newId: () => string;
  /** What it opens with, from the check as it stands. */
  readonly contentOf: (adoption: AdoptionForReader) => {
    readonly title: string;
    readonly start: BoardContent;
  };
}

/**
 * [RP8] Makes the board of a plan in a group of this person, once: a second time leads to the one that is there (`isNew` false), until
 * it is thrown away. Call `rooms.tellMade` after a new one. Refused: 'access.notFound' (not of the city), 'adoption.groupMissing' (a
 * group in which they may not make boards).
 */
export function makePlanBoard(
  db: Db,
  { adoptionId, groupId, newId, contentOf, ...asker }: PlanBoard,
): Promise<Result<{ id: string; title: string; isNew: boolean }, AdoptionError | 'access.notFound'>> {
  return db.transaction(async (tx) => {
    // A double click waits here, and finds the board of the first one.
    await tx.select({ id: adoptions.id }).from(adoptions).where(eq(adoptions.id, adoptionId)).for('update');
    const adoption = await findAdoption(tx, { adoptionId, ...asker });
    if (!adoption || !canInAdoption(adoption.role, 'board.make')) return fail('access.notFound');
    const known = adoption.boardId && (await findPresent(tx, adoption.boardId));
    if (known) return ok({ ...known, isNew: false });
    if (!canInGroup(await findGroupRole(tx, { groupId, ...asker }), 'board.create'))
      return fail('adoption.groupMissing');
    const boardId = newId();
    const { userId: by, now } = asker;
    const made = await createBoard(tx, {
      boardId,
      groupId,
      by,
      now,
      activityId: newId(),
      ...contentOf(adoption),
    });
    if (!made.ok) throw new Error(`a published sheet has no title: ${made.error}`);
    await tx.update(adoptions).set({ boardId }).where(eq(adoptions.id, adoptionId));
    return ok({ ...made.value, isNew: true });
  });
}

async function findPresent(db: Db, boardId: string): Promise<{ id: string; title: string } | null> {
  const [found] = await db
    .select({ id: boards.id, title: boards.title })
    .from(boards)
    .where(and(eq(boards.id, boardId), isNull(boards.trashedAt)));
  return found ?? null;
}

/** Is the board of the plan still there, for whoever may see it or not? */
export async function hasPlanBoard(
  db: Db,
  { boardId }: Pick<AdoptionForReader, 'boardId'>,
): Promise<boolean> {
  return boardId !== null && (await findPresent(db, boardId)) !== null;
}
