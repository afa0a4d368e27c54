import { and, eq, isNull } from 'drizzle-orm';
import { boards } from '../../boards/schema.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import type { AdoptionForReader } from './adoptions.ts';
import { adoptions } from './schema.ts';

/** [RP8] The board of a plan; null until it is made, and once it is thrown away. */
export function findPlanBoard(
  db: Db,
  { boardId }: Pick<AdoptionForReader, 'boardId'>,
): Promise<{ id: string; title: string } | null> {
  return boardId === null ? Promise.resolve(null) : findPresent(db, boardId);
}

/** [RP8] Keeps which board has the plan of a check. */
export async function keepPlanBoard(
  tx: Tx,
  { adoptionId, boardId }: { adoptionId: string; boardId: string },
): Promise<void> {
  await tx.update(adoptions).set({ boardId }).where(eq(adoptions.id, adoptionId));
}

async function findPresent(db: Db, boardId: string): Promise<{ id: string; title: string } | null> {
  const [found] = await db
    .select({ id: boards.id, title: boards.title })
    .from(boards)
    .where(and(eq(boards.id, boardId), isNull(boards.trashedAt)));
  return found ?? null;
}
