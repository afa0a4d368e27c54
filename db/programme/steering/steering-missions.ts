import { and, asc, eq, gt, inArray, lt, lte, notExists, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { SteeredMission } from '#shared/programme/steering/overview.ts';
import type { Db } from '../../kernel/client.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { consultingMissions, missionDays, missionGrants } from '../mission/schema.ts';
import { steeredExperimentIds } from './steering-experiments.ts';
import type { SteeringScope } from './steering-scope.ts';

/**
 * [PI13] What each mission of the experiments of the scope had been granted and had consumed by the end of that day, as it was known
 * then: what was logged or corrected later does not count. The longest consumed first.
 */
export function listSteeredMissions(db: Db, scope: SteeringScope): Promise<SteeredMission[]> {
  const { day, end } = scope;
  const granted = db
    .select({
      missionId: missionGrants.missionId,
      quarters: sql<number>`sum(${missionGrants.quarters})::int`.as('granted_then'),
    })
    .from(missionGrants)
    .where(lt(missionGrants.grantedAt, end))
    .groupBy(missionGrants.missionId)
    .as('granted');
  const correction = alias(missionDays, 'correction');
  const used = db
    .select({
      missionId: missionDays.missionId,
      quarters: sql<number>`sum(${missionDays.quarters})::int`.as('used_then'),
    })
    .from(missionDays)
    .where(
      and(
        lte(missionDays.day, day),
        lt(missionDays.loggedAt, end),
        gt(missionDays.quarters, 0),
        notExists(
          db
            .select({ one: sql`1` })
            .from(correction)
            .where(and(eq(correction.replacesId, missionDays.id), lt(correction.loggedAt, end))),
        ),
      ),
    )
    .groupBy(missionDays.missionId)
    .as('used');
  return db
    .select({
      id: consultingMissions.id,
      title: consultingMissions.title,
      firm: organisations.name,
      granted: sql<number>`coalesce(${granted.quarters}, 0)::float / 4`.mapWith(Number),
      used: sql<number>`coalesce(${used.quarters}, 0)::float / 4`.mapWith(Number),
    })
    .from(consultingMissions)
    .innerJoin(organisations, eq(organisations.id, consultingMissions.firmId))
    .leftJoin(granted, eq(granted.missionId, consultingMissions.id))
    .leftJoin(used, eq(used.missionId, consultingMissions.id))
    .where(
      and(
        lt(consultingMissions.createdAt, end),
        inArray(consultingMissions.experimentId, steeredExperimentIds(db, scope)),
      ),
    )
    .orderBy(
      sql`coalesce(${used.quarters}, 0)::float / greatest(coalesce(${granted.quarters}, 0), 1) desc`,
      asc(consultingMissions.title),
      asc(consultingMissions.id),
    );
}
