import { and, asc, eq, inArray, isNull, ne, notInArray } from 'drizzle-orm';
import { canOnPlatform, type PlatformRole } from '#shared/kernel/access/access.ts';
import { canInMission } from '#shared/programme/mission/mission-access.ts';
import type { MissionForMember } from '#shared/programme/mission/mission-records.ts';
import type { Db } from '../../kernel/client.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { users } from '../../people/person/schema.ts';
import { experimentOrganisations, experiments, experimentTeam } from '../experiment/schema.ts';
import { consultingMissions, missionCities, missionConsultants } from './schema.ts';

/** Whom a mail about a mission goes to: the team of its experiment in its cities, or its consultants of today. */
export function listMissionPeople(
  db: Db,
  { missionId, whom }: { missionId: string; whom: 'team' | 'consultants' },
): Promise<{ id: string; name: string; email: string }[]> {
  const person = { id: users.id, name: users.name, email: users.email };
  if (whom === 'consultants')
    return db
      .select(person)
      .from(missionConsultants)
      .innerJoin(consultingMissions, eq(consultingMissions.id, missionConsultants.missionId))
      .innerJoin(users, eq(users.id, missionConsultants.userId))
      .where(
        and(
          eq(missionConsultants.missionId, missionId),
          isNull(missionConsultants.removedAt),
          isNull(users.suspendedAt),
          eq(users.organisationId, consultingMissions.firmId),
          ne(consultingMissions.state, 'ended'),
        ),
      )
      .orderBy(asc(users.name));
  return db
    .selectDistinct(person)
    .from(consultingMissions)
    .innerJoin(experimentTeam, eq(experimentTeam.experimentId, consultingMissions.experimentId))
    .innerJoin(users, eq(users.id, experimentTeam.userId))
    .innerJoin(
      missionCities,
      and(
        eq(missionCities.missionId, consultingMissions.id),
        eq(missionCities.organisationId, users.organisationId),
      ),
    )
    .where(and(eq(consultingMissions.id, missionId), isNull(users.suspendedAt)))
    .orderBy(asc(users.name));
}

/** What a new order may be for and of: experiments with their cities, consultancies with their people. For who coordinates; for others nothing. */
export async function listOrderChoices(db: Db, role: PlatformRole) {
  if (!canOnPlatform(role, 'programme.coordinate')) return { cities: [], people: [] };
  const rows = await db
    .select({
      id: experiments.id,
      title: experiments.title,
      cityId: organisations.id,
      city: organisations.name,
    })
    .from(experiments)
    .innerJoin(experimentOrganisations, eq(experimentOrganisations.experimentId, experiments.id))
    .innerJoin(organisations, eq(organisations.id, experimentOrganisations.organisationId))
    .where(inArray(experiments.state, ['preparing', 'running', 'suspended']))
    .orderBy(asc(experiments.title), asc(experiments.id), asc(organisations.name));
  const people = await db
    .select({ id: users.id, name: users.name, firmId: organisations.id, firm: organisations.name })
    .from(organisations)
    .leftJoin(users, and(eq(users.organisationId, organisations.id), isNull(users.suspendedAt)))
    .where(eq(organisations.kind, 'consultancy'))
    .orderBy(asc(organisations.name), asc(users.name));
  return { cities: rows, people };
}

/** People of the consultancy of a mission who are not named on it, for whoever may change it; for others nobody. */
export async function listNameable(
  db: Db,
  { id: missionId, firm, standing }: Pick<MissionForMember, 'id' | 'firm' | 'standing'>,
): Promise<{ id: string; name: string }[]> {
  if (!canInMission(standing, 'mission.change')) return [];
  const named = db
    .select({ id: missionConsultants.userId })
    .from(missionConsultants)
    .where(and(eq(missionConsultants.missionId, missionId), isNull(missionConsultants.removedAt)));
  return db
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(and(eq(users.organisationId, firm.id), isNull(users.suspendedAt), notInArray(users.id, named)))
    .orderBy(asc(users.name));
}
