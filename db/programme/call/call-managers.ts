import { and, eq, isNull } from 'drizzle-orm';
import { canOnPlatform } from '#shared/kernel/access/access.ts';
import type { Db } from '../../kernel/client.ts';
import { users } from '../../people/person/schema.ts';

/** [CA2] Whether this person may prepare calls: asked again where something is written, for a page may be older than a right. */
export async function mayManageCalls(db: Db, userId: string): Promise<boolean> {
  const [person] = await db
    .select({ platformRole: users.platformRole })
    .from(users)
    .where(and(eq(users.id, userId), isNull(users.suspendedAt)));
  return person !== undefined && canOnPlatform(person.platformRole, 'call.manage');
}
