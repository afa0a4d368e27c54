import { asc } from 'drizzle-orm';
import type { Db } from '../../kernel/client.ts';
import { isInGroup } from '../group/groups.ts';
import { users } from '../person/schema.ts';

/** Enough to write to. */
const NAMED = 3;

/** [PS15] Names of those who facilitate a group, for a member of it whose role is not enough. */
export async function listWhomToAsk(
  db: Db,
  { groupId, now }: { groupId: string; now: Date },
): Promise<string[]> {
  const found = await db
    .select({ name: users.name })
    .from(users)
    .where(isInGroup(db, { groupId, role: 'facilitator', now }))
    .orderBy(asc(users.name))
    .limit(NAMED);
  return found.map(({ name }) => name);
}
