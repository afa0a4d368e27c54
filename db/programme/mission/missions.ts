import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { asReadable, type Readable } from '#shared/kernel/access/readable.ts';
import type {
  ListedMission,
  MissionForMember,
  MissionHistory,
} from '#shared/programme/mission/mission-records.ts';
import type { Reader } from '../../documents/listed-documents.ts';
import { documents } from '../../documents/schema.ts';
import type { Db } from '../../kernel/client.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { users } from '../../people/person/schema.ts';
import { experiments } from '../experiment/schema.ts';
import { findMissionStanding, isSeenBy } from './mission-access.ts';
import {
  consultingMissions,
  missionCities,
  missionConsultants,
  missionGrants,
  missionStateChanges,
} from './schema.ts';

const listed = {
  id: consultingMissions.id,
  title: consultingMissions.title,
  state: consultingMissions.state,
  startsOn: consultingMissions.startsOn,
  endsOn: consultingMissions.endsOn,
  grantedQuarters: consultingMissions.grantedQuarters,
  usedQuarters: sql<number>`(select coalesce(sum(d.quarters), 0)::int from mission_day d where d.mission_id = ${consultingMissions.id}
    and not exists (select from mission_day r where r.replaces_id = d.id))`,
  dailyPriceCents: consultingMissions.dailyPriceCents,
  experiment: { id: experiments.id, title: experiments.title },
  firm: { id: organisations.id, name: organisations.name },
};

/** [MS3] The missions that this person may see, the last one to end first; those of one experiment when it is named. */
export async function listMissionsForMember(
  db: Db,
  { experimentId, ...who }: Reader & { experimentId?: string },
): Promise<ListedMission[]> {
  const rows = await db
    .select(listed)
    .from(consultingMissions)
    .innerJoin(experiments, eq(experiments.id, consultingMissions.experimentId))
    .innerJoin(organisations, eq(organisations.id, consultingMissions.firmId))
    .where(
      and(
        await isSeenBy(db, who),
        experimentId ? eq(consultingMissions.experimentId, experimentId) : undefined,
      ),
    )
    .orderBy(desc(consultingMissions.endsOn), asc(consultingMissions.id));
  const cities = await listMissionCities(
    db,
    rows.map(({ id }) => id),
  );
  const byMission = Map.groupBy(cities, ({ missionId }) => missionId);
  return rows.map((row) => ({
    ...row,
    cities: (byMission.get(row.id) ?? []).map(({ id, name }) => ({ id, name })),
  }));
}

function listMissionCities(db: Db, ids: readonly string[]) {
  return db
    .select({ missionId: missionCities.missionId, id: organisations.id, name: organisations.name })
    .from(missionCities)
    .innerJoin(organisations, eq(organisations.id, missionCities.organisationId))
    .where(inArray(missionCities.missionId, [...ids]))
    .orderBy(asc(organisations.name));
}

/** [MS3] The mission, if this person may see it. */
export async function findMissionForMember(
  db: Db,
  { missionId, ...who }: Reader & { missionId: string },
): Promise<MissionForMember | null> {
  const standing = await findMissionStanding(db, { missionId, ...who });
  if (!standing) return null;
  const [row] = await db
    .select({
      ...listed,
      purpose: consultingMissions.purpose,
      letter: { id: documents.id, title: documents.title },
      createdAt: consultingMissions.createdAt,
    })
    .from(consultingMissions)
    .innerJoin(experiments, eq(experiments.id, consultingMissions.experimentId))
    .innerJoin(organisations, eq(organisations.id, consultingMissions.firmId))
    .leftJoin(
      documents,
      and(eq(documents.id, consultingMissions.letterDocumentId), isNull(documents.trashedAt)),
    )
    .where(eq(consultingMissions.id, missionId));
  if (!row) return null;
  const consultants = await db
    .select({ id: users.id, name: users.name })
    .from(missionConsultants)
    .innerJoin(users, eq(users.id, missionConsultants.userId))
    .where(and(eq(missionConsultants.missionId, missionId), isNull(missionConsultants.removedAt)))
    .orderBy(asc(users.name));
  const cities = await listMissionCities(db, [missionId]);
  return { ...row, id: asReadable(row.id), standing, consultants, cities };
}

/** What was granted and what became of a mission, the first one first. */
export async function listMissionHistory(db: Db, missionId: Readable<'mission'>): Promise<MissionHistory> {
  const grants = await db
    .select({
      id: missionGrants.id,
      quarters: missionGrants.quarters,
      endsOn: missionGrants.endsOn,
      reason: missionGrants.reason,
      at: missionGrants.grantedAt,
      by: users.name,
    })
    .from(missionGrants)
    .leftJoin(users, eq(users.id, missionGrants.grantedBy))
    .where(eq(missionGrants.missionId, missionId))
    .orderBy(asc(missionGrants.grantedAt));
  const changes = await db
    .select({
      id: missionStateChanges.id,
      from: missionStateChanges.from,
      to: missionStateChanges.to,
      reason: missionStateChanges.reason,
      at: missionStateChanges.changedAt,
      by: users.name,
    })
    .from(missionStateChanges)
    .leftJoin(users, eq(users.id, missionStateChanges.changedBy))
    .where(eq(missionStateChanges.missionId, missionId))
    .orderBy(asc(missionStateChanges.changedAt));
  return { grants, changes };
}
