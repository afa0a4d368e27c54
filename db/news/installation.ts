import { gte, sql } from 'drizzle-orm';
import type { Db } from '../kernel/client.ts';
import { groups, seasons } from '../people/group/schema.ts';
import { invitations } from '../people/invitation/schema.ts';
import { users } from '../people/person/schema.ts';
import { agreementMunicipalities } from '../programme/territory/schema.ts';

/** [HO2] How much there is on this installation, for the first steps of whoever administers it. `today` is a day of Paris. */
export async function countInstallation(
  db: Db,
  { userId, today }: { userId: string; today: string },
): Promise<{
  hasSecondFactor: boolean;
  cities: number;
  seasons: number;
  groups: number;
  invitations: number;
  people: number;
}> {
  const open = db.select({ id: seasons.id }).from(seasons).where(gte(seasons.endsOn, today));
  const [found] = await db
    .select({
      hasSecondFactor: users.twoFactorEnabled,
      cities: sql<number>`(select count(*)::int from ${agreementMunicipalities})`,
      seasons: sql<number>`(select count(*)::int from ${open} as open)`,
      groups: sql<number>`(select count(*)::int from ${groups})`,
      invitations: sql<number>`(select count(*)::int from ${invitations})`,
      people: sql<number>`(select count(*)::int from ${users} as others where others.erased_at is null)`,
    })
    .from(users)
    .where(sql`${users.id} = ${userId}`);
  return found ?? { hasSecondFactor: false, cities: 0, seasons: 0, groups: 0, invitations: 0, people: 0 };
}
