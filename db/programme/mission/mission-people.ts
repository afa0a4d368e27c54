import { and, asc, eq, inArray, isNull, ne, notInArray } from 'drizzle-orm';
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

/** What a new order may be for and of: experiments with their cities, consultancies with their people. The caller is a coordinator. */
export async function listOrderChoices(db: Db) {
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

/** People of a consultancy who are not named on a mission of it. The caller is a coordinator. */
export async function listNameable(db: Db, { missionId, firmId }: { missionId: string; firmId: string }) {
  const named = db
    .select({ id: missionConsultants.userId })
    .from(missionConsultants)
    .where(and(eq(missionConsultants.missionId, missionId), isNull(missionConsultants.removedAt)));
  return db
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(and(eq(users.organisationId, firmId), isNull(users.suspendedAt), notInArray(users.id, named)))
    .orderBy(asc(users.name));
}
