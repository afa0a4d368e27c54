import { and, asc, eq, inArray, isNull, or } from 'drizzle-orm';
import type { Readable } from '#shared/kernel/access/readable.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { PersonBadge } from '#shared/people/organisation/organisation.ts';
import type { TeamRole } from '#shared/programme/experiment/experiment.ts';
import type { CityOfExperiment, ExperimentFacts } from '#shared/programme/experiment/experiment-facts.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { organisationBadge } from '../../people/organisation/organisations.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { users } from '../../people/person/schema.ts';
import { type ExperimentChange, recordEvent } from './experiment-change.ts';
import { experimentOrganisations, experiments, experimentTeam } from './schema.ts';

/** [EX4] Changes what an experiment says of itself; other days are dated. */
export async function editExperiment(
  tx: Tx,
  { facts, ...change }: ExperimentChange & { facts: ExperimentFacts },
): Promise<void> {
  const { experimentId } = change;
  const { startsOn, endsOn } = facts;
  const [before] = await tx
    .select({ startsOn: experiments.startsOn, endsOn: experiments.endsOn })
    .from(experiments)
    .where(eq(experiments.id, experimentId))
    .for('update');
  await tx.update(experiments).set(facts).where(eq(experiments.id, experimentId));
  if (before?.startsOn !== startsOn || before.endsOn !== endsOn)
    await recordEvent(tx, change, 'period.changed', { startsOn: startsOn ?? '', endsOn: endsOn ?? '' });
}

/** [EX1] Says which cities an experiment is of, and which one leads. Refused: a city that is not there. */
export async function setCities(
  tx: Tx,
  { cities, ...change }: ExperimentChange & { cities: readonly CityOfExperiment[] },
): Promise<Result<void, 'experiment.citiesMissing'>> {
  const { experimentId } = change;
  await tx.delete(experimentOrganisations).where(eq(experimentOrganisations.experimentId, experimentId));
  const kept = await insertCities(tx, experimentId, cities);
  if (!kept.ok) return kept;
  const leadId = cities.find(({ isLead }) => isLead)?.organisationId ?? '';
  const organisationIds = cities.map(({ organisationId }) => organisationId).join(' ');
  await recordEvent(tx, change, 'cities.changed', { leadId, organisationIds });
  return ok();
}

/** Keeps the cities of an experiment that has none. Refused: one that is not there. */
export async function insertCities(
  tx: Tx,
  experimentId: string,
  cities: readonly CityOfExperiment[],
): Promise<Result<void, 'experiment.citiesMissing'>> {
  const ids = cities.map(({ organisationId }) => organisationId);
  const known = await tx
    .select({ id: organisations.id })
    .from(organisations)
    .where(inArray(organisations.id, ids));
  if (known.length !== ids.length) return fail('experiment.citiesMissing');
  await tx.insert(experimentOrganisations).values(cities.map((city) => ({ experimentId, ...city })));
  return ok();
}

/** Somebody who is named in a team. */
export interface TeamMember extends PersonBadge {
  readonly role: TeamRole;
  /** [EX3] They left the organisation that they were named for. */
  readonly hasLeft: boolean;
}

/** [EX3] Who is named in the team, the pair first. */
export async function listTeam(db: Db, experimentId: Readable<'experiment'>): Promise<TeamMember[]> {
  const rows = await db
    .select({
      id: users.id,
      name: users.name,
      organisation: organisationBadge,
      role: experimentTeam.role,
      namedFor: experimentTeam.organisationId,
      suspendedAt: users.suspendedAt,
    })
    .from(experimentTeam)
    .innerJoin(users, eq(users.id, experimentTeam.userId))
    .leftJoin(organisations, eq(organisations.id, users.organisationId))
    .where(eq(experimentTeam.experimentId, experimentId))
    .orderBy(asc(users.name));
  const rank = { business: 0, data: 1, sponsor: 2, other: 3 };
  return rows
    .map(({ namedFor, suspendedAt, ...member }) => ({
      ...member,
      hasLeft: suspendedAt !== null || (member.organisation?.id ?? null) !== namedFor,
    }))
    .sort((a, b) => rank[a.role] - rank[b.role]);
}

/** [EX3] Whom the team may be named from: the people of its cities. */
export async function listNameable(db: Db, experimentId: Readable<'experiment'>): Promise<PersonBadge[]> {
  return db
    .select({ id: users.id, name: users.name, organisation: organisationBadge })
    .from(experimentOrganisations)
    .innerJoin(users, eq(users.organisationId, experimentOrganisations.organisationId))
    .innerJoin(organisations, eq(organisations.id, users.organisationId))
    .where(and(eq(experimentOrganisations.experimentId, experimentId), isNull(users.suspendedAt)))
    .orderBy(asc(users.name))
    .limit(500);
}

/** [EX3] Names somebody of its cities; whoever manages it, anybody, by e-mail address too. Refused: nobody of that name. */
export async function nameTeamMember(
  tx: Tx,
  {
    person,
    role,
    isManager,
    ...change
  }: ExperimentChange & { person: string; role: TeamRole; isManager: boolean },
): Promise<Result<void, 'experiment.personNotFound'>> {
  const [found] = await tx
    .select({ id: users.id, organisationId: users.organisationId })
    .from(users)
    .where(
      and(isNull(users.suspendedAt), or(eq(users.id, person), eq(users.email, person.trim().toLowerCase()))),
    );
  if (!found) return fail('experiment.personNotFound');
  const cities = await tx
    .select({ id: experimentOrganisations.organisationId })
    .from(experimentOrganisations)
    .where(eq(experimentOrganisations.experimentId, change.experimentId));
  const isOfCity = cities.some(({ id }) => id === found.organisationId);
  if (!isOfCity && !isManager) return fail('experiment.personNotFound');
  await tx
    .insert(experimentTeam)
    .values({
      experimentId: change.experimentId,
      userId: found.id,
      role,
      organisationId: found.organisationId,
    })
    .onConflictDoUpdate({
      target: [experimentTeam.experimentId, experimentTeam.userId, experimentTeam.role],
      set: { organisationId: found.organisationId },
    });
  await recordEvent(tx, change, 'team.named', { userId: found.id, role });
  return ok();
}

/** [EX3] Takes a name off the team. */
export async function unnameTeamMember(
  tx: Tx,
  { memberId, role, ...change }: ExperimentChange & { memberId: string; role: TeamRole },
): Promise<void> {
  const removed = await tx
    .delete(experimentTeam)
    .where(
      and(
        eq(experimentTeam.experimentId, change.experimentId),
        eq(experimentTeam.userId, memberId),
        eq(experimentTeam.role, role),
      ),
    )
    .returning({ userId: experimentTeam.userId });
  if (removed.length > 0) await recordEvent(tx, change, 'team.unnamed', { userId: memberId, role });
}
