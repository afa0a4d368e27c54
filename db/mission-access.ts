import { and, eq, exists, gte, isNull, lte, type SQL, sql } from 'drizzle-orm';
import { parisDay } from '#shared/paris-time.ts';
import type { Db } from './client.ts';
import { users } from './schema/auth.ts';
import { consultingMissions, missionConsultants } from './schema/mission.ts';

/**
 * [CM2] Is this person a consultant of this experiment at this very moment? Named on a mission of it that runs, between its first and
 * its last day, and still of the consultancy that has the order. A mission that is suspended or ended gives nothing.
 */
export async function isConsultantOf(
  db: Db,
  { experimentId, ...who }: { userId: string; experimentId: string; now: Date },
): Promise<boolean> {
  const [found] = await db
    .select({ one: sql`1` })
    .from(consultingMissions)
    .where(and(eq(consultingMissions.experimentId, experimentId), gives(db, who)))
    .limit(1);
  return found !== undefined;
}

/** [CM2] The experiments of which this person is a consultant at this moment. */
export async function listExperimentsOfConsultant(
  db: Db,
  who: { userId: string; now: Date },
): Promise<string[]> {
  const rows = await db
    .selectDistinct({ id: consultingMissions.experimentId })
    .from(consultingMissions)
    .where(gives(db, who));
  return rows.map(({ id }) => id);
}

/** Of rows of `consulting_mission`: it gives this person access at this moment. */
function gives(db: Db, { userId, now }: { userId: string; now: Date }): SQL | undefined {
  const today = parisDay(now);
  return and(
    eq(consultingMissions.state, 'running'),
    lte(consultingMissions.startsOn, today),
    gte(consultingMissions.endsOn, today),
    isNamedOn(db, userId),
  );
}

/** Of rows of `consulting_mission`: this person is named on it, and still of its consultancy. */
function isNamedOn(db: Db, userId: string): SQL {
  return exists(
    db
      .select({ one: sql`1` })
      .from(missionConsultants)
      .innerJoin(users, and(eq(users.id, missionConsultants.userId), isNull(users.suspendedAt)))
      .where(
        and(
          eq(missionConsultants.missionId, consultingMissions.id),
          eq(missionConsultants.userId, userId),
          isNull(missionConsultants.removedAt),
          eq(users.organisationId, consultingMissions.firmId),
        ),
      ),
  );
}
