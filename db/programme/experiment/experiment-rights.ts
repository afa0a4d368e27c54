import { and, eq, exists, inArray, isNull, or, type SQL, sql } from 'drizzle-orm';
import { canOnPlatform, type PlatformRole } from '#shared/kernel/access/access.ts';
import {
  mayReadEveryExperiment,
  mayReadProgramme,
  type ProgrammeStanding,
  programmeStandingOf,
} from '#shared/people/organisation/organisation-access.ts';
import { type ExperimentRole, experimentRoleOf } from '#shared/programme/experiment/experiment-access.ts';
import type { Db } from '../../kernel/client.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { users } from '../../people/person/schema.ts';
import { experimentsOfConsultant } from '../mission/mission-access.ts';
import { experimentOrganisations, experiments, experimentTeam } from './schema.ts';

/** Who asks, and when. */
export interface Asker {
  readonly userId: string;
  readonly now: Date;
}

/** Somebody as experiments know them. */
export interface ExperimentPerson {
  readonly userId: string;
  readonly platformRole: PlatformRole;
  readonly organisationId: string | null;
  readonly standing: ProgrammeStanding;
  /** Experiments of their running missions. */
  readonly consulted: readonly string[];
}

/** The person; null for nobody and for an account that is suspended. */
export async function findExperimentPerson(db: Db, asker: Asker): Promise<ExperimentPerson | null> {
  const [found] = await db
    .select({
      platformRole: users.platformRole,
      organisationId: users.organisationId,
      kind: organisations.kind,
      consulted: experimentsOfConsultant(db, asker),
    })
    .from(users)
    .leftJoin(organisations, eq(organisations.id, users.organisationId))
    .where(and(eq(users.id, asker.userId), isNull(users.suspendedAt)));
  if (!found) return null;
  const { kind, ...person } = found;
  const standing = programmeStandingOf({
    platformRole: person.platformRole,
    organisationKind: kind,
    hasMission: person.consulted.length > 0,
  });
  return { userId: asker.userId, ...person, standing };
}

/** [A13] The person, if what is the programme’s is there for them; null for nobody, and for guests. */
export async function findProgrammeReader(db: Db, asker: Asker): Promise<ExperimentPerson | null> {
  const person = await findExperimentPerson(db, asker);
  return person && mayReadProgramme(person.standing) ? person : null;
}

/** [EX1] [EX3] Of a row of `experiment`: this person is of one of its cities, or named in its team by the organisation they are of. */
export function isOfTeam(db: Db, { userId, organisationId }: ExperimentPerson): SQL {
  const isSame = organisationId
    ? eq(experimentTeam.organisationId, organisationId)
    : isNull(experimentTeam.organisationId);
  const named = db
    .select({ one: sql`1` })
    .from(experimentTeam)
    .where(and(eq(experimentTeam.experimentId, experiments.id), eq(experimentTeam.userId, userId), isSame));
  if (!organisationId) return exists(named);
  const ofCity = db
    .select({ one: sql`1` })
    .from(experimentOrganisations)
    .where(
      and(
        eq(experimentOrganisations.experimentId, experiments.id),
        eq(experimentOrganisations.organisationId, organisationId),
      ),
    );
  return or(exists(named), exists(ofCity)) ?? exists(named);
}

/** [EX3] Of rows of `user`: they are in the team of one of these experiments. */
export function isInTeamOf(experimentIds: SQL): SQL {
  return sql`(${users.organisationId} in (select ${experimentOrganisations.organisationId} from ${experimentOrganisations}
      where ${experimentOrganisations.experimentId} in (${experimentIds}))
    or exists (select from ${experimentTeam} where ${experimentTeam.experimentId} in (${experimentIds})
      and ${experimentTeam.userId} = ${users.id}
      and ${experimentTeam.organisationId} is not distinct from ${users.organisationId}))`;
}

/** [EX1] Of a row of `experiment`: this person may see that it exists. Undefined: all of them. */
export function isSeenBy(db: Db, person: ExperimentPerson): SQL | undefined {
  return mayReadEveryExperiment(person.standing) ? undefined : isReadInsideBy(db, person);
}

/** [EX2] Of a row of `experiment`: this person may read what is for those inside. Undefined: of all of them. */
export function isReadInsideBy(db: Db, person: ExperimentPerson): SQL | undefined {
  if (canOnPlatform(person.platformRole, 'programme.follow')) return undefined;
  const consulted = person.consulted.length > 0 ? inArray(experiments.id, [...person.consulted]) : undefined;
  return or(isOfTeam(db, person), consulted);
}

/** [EX1] The role of somebody for an experiment whose team they are, or are not, in. */
export function roleOfPerson(
  person: ExperimentPerson,
  experimentId: string,
  ofTeam: boolean,
): ExperimentRole | null {
  return experimentRoleOf({
    platformRole: person.platformRole,
    isOfTeam: ofTeam,
    isConsultant: person.consulted.includes(experimentId),
    standing: person.standing,
  });
}

/** [EX1] The role of this person for this experiment; null when it must look absent. */
export async function findExperimentRole(
  db: Db,
  { experimentId, ...asker }: Asker & { experimentId: string },
): Promise<ExperimentRole | null> {
  const person = await findExperimentPerson(db, asker);
  if (!person) return null;
  const [row] = await db
    .select({ isOfTeam: sql<boolean>`${isOfTeam(db, person)}` })
    .from(experiments)
    .where(eq(experiments.id, experimentId));
  return row ? roleOfPerson(person, experimentId, row.isOfTeam) : null;
}
