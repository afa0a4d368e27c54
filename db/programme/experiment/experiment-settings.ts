import { and, asc, eq, inArray, isNull, or } from 'drizzle-orm';
import type { TitleError } from '#shared/errors.ts';
import { parsePeriod } from '#shared/kernel/day/days.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { parseTitle } from '#shared/kernel/title.ts';
import type { PersonBadge } from '#shared/people/organisation/organisation.ts';
import type { TeamRole } from '#shared/programme/experiment/experiment.ts';
import { canInExperiment } from '#shared/programme/experiment/experiment-access.ts';
import type { ExperimentError } from '#shared/programme/experiment/experiment-errors.ts';
import type { Db } from '../../kernel/client.ts';
import { organisationBadge } from '../../people/organisation/organisations.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { users } from '../../people/person/schema.ts';
import { changing, type ExperimentChange, type ExperimentRefusal, recordEvent } from './experiment-change.ts';
import { experimentOrganisations, experiments, experimentTeam } from './schema.ts';

type Answer = Promise<Result<void, ExperimentRefusal | ExperimentError | TitleError>>;

/** What a form says of an experiment. */
interface TypedFacts {
  readonly title: string;
  readonly summary: string;
  readonly startsOn: string;
  readonly endsOn: string;
}

/** [EX4] Changes what an experiment says of itself; other days are dated. Refused: who may not, a title, days, a text. */
export function editExperiment(
  db: Db,
  { typed, ...change }: ExperimentChange & { typed: TypedFacts },
): Answer {
  const { experimentId } = change;
  return changing(db, change, 'experiment.write', async (tx): Answer => {
    const title = parseTitle(typed.title);
    if (!title.ok) return title;
    if (typed.summary.length > 2_000) return fail('experiment.textTooLong');
    const period = parsePeriod(typed.startsOn, typed.endsOn);
    if (typeof period === 'string') return fail(period);
    const [before] = await tx
      .select({ startsOn: experiments.startsOn, endsOn: experiments.endsOn })
      .from(experiments)
      .where(eq(experiments.id, experimentId))
      .for('update');
    await tx
      .update(experiments)
      .set({ title: title.value, summary: typed.summary.trim(), ...period })
      .where(eq(experiments.id, experimentId));
    if (before?.startsOn !== period.startsOn || before.endsOn !== period.endsOn)
      await recordEvent(tx, change, 'period.changed', {
        startsOn: period.startsOn ?? '',
        endsOn: period.endsOn ?? '',
      });
    return ok();
  });
}

/** [EX1] Says which cities an experiment is of, and which one leads: the coordination's. Refused: who may not, not exactly one lead. */
export function setCities(
  db: Db,
  {
    organisationIds,
    leadId,
    ...change
  }: ExperimentChange & { organisationIds: readonly string[]; leadId: string },
): Answer {
  const { experimentId } = change;
  return changing(db, change, 'experiment.manage', async (tx): Answer => {
    const ids = [...new Set(organisationIds)];
    if (ids.length === 0) return fail('experiment.citiesMissing');
    if (!ids.includes(leadId)) return fail('experiment.leadNotOne');
    const known = await tx
      .select({ id: organisations.id })
      .from(organisations)
      .where(inArray(organisations.id, ids));
    if (known.length !== ids.length) return fail('experiment.citiesMissing');
    await tx.delete(experimentOrganisations).where(eq(experimentOrganisations.experimentId, experimentId));
    await tx
      .insert(experimentOrganisations)
      .values(ids.map((id) => ({ experimentId, organisationId: id, isLead: id === leadId })));
    await recordEvent(tx, change, 'cities.changed', { leadId, organisationIds: ids.join(' ') });
    return ok();
  });
}

/** Somebody who is named in a team. */
export interface TeamMember extends PersonBadge {
  readonly role: TeamRole;
  /** [EX3] They left the organisation that they were named for. */
  readonly hasLeft: boolean;
}

/** [EX3] Who is named in the team, the pair first. The caller has checked the right. */
export async function listTeam(db: Db, experimentId: string): Promise<TeamMember[]> {
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
export async function listNameable(db: Db, experimentId: string): Promise<PersonBadge[]> {
  return db
    .select({ id: users.id, name: users.name, organisation: organisationBadge })
    .from(experimentOrganisations)
    .innerJoin(users, eq(users.organisationId, experimentOrganisations.organisationId))
    .innerJoin(organisations, eq(organisations.id, users.organisationId))
    .where(and(eq(experimentOrganisations.experimentId, experimentId), isNull(users.suspendedAt)))
    .orderBy(asc(users.name))
    .limit(500);
}

/** [EX3] Names somebody of its cities; the coordination anybody by e-mail address. Refused: who may not, nobody of that name. */
export function nameTeamMember(
  db: Db,
  { person, role, ...change }: ExperimentChange & { person: string; role: TeamRole },
): Answer {
  return changing(db, change, 'experiment.write', async (tx, own): Answer => {
    const [found] = await tx
      .select({ id: users.id, organisationId: users.organisationId })
      .from(users)
      .where(
        and(
          isNull(users.suspendedAt),
          or(eq(users.id, person), eq(users.email, person.trim().toLowerCase())),
        ),
      );
    if (!found) return fail('experiment.personNotFound');
    const cities = await tx
      .select({ id: experimentOrganisations.organisationId })
      .from(experimentOrganisations)
      .where(eq(experimentOrganisations.experimentId, change.experimentId));
    const isOfCity = cities.some(({ id }) => id === found.organisationId);
    if (!isOfCity && !canInExperiment(own, 'experiment.manage')) return fail('experiment.personNotFound');
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
  });
}

/** [EX3] Takes a name off the team. */
export function unnameTeamMember(
  db: Db,
  { memberId, role, ...change }: ExperimentChange & { memberId: string; role: TeamRole },
): Answer {
  return changing(db, change, 'experiment.write', async (tx): Answer => {
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
    return ok();
  });
}
