import { and, count, eq, inArray, isNotNull, type SQL, sql } from 'drizzle-orm';
import { canOnPlatform, PLATFORM_ROLES } from '#shared/kernel/access/access.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import {
  type AdoptionRole,
  adoptionRoleOf,
  canInAdoption,
} from '#shared/publication/adoption/adoption-access.ts';
import {
  checkInterestMove,
  type InterestRefusal,
  type InterestState,
} from '#shared/publication/adoption/interest.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { users } from '../../people/person/schema.ts';
import {
  type Asker,
  type ExperimentPerson,
  findExperimentPerson,
  isInTeamOf,
} from '../../programme/experiment/experiment-rights.ts';
import { organisationsCovering } from '../../programme/facilitator/department-facilitators.ts';
import { publications } from '../public-document/schema.ts';
import { useCaseSheetExperiments, useCaseSheets } from '../sheet/schema.ts';
import type { HeldAdoption } from './adoptions.ts';
import { adoptionSteps, adoptions } from './schema.ts';

/** [RP6] Takes the interest of a city one step on, with its dated line. `seen`: the number of the last step that whoever does it saw. */
export async function moveInterest(
  tx: Tx,
  {
    adoption: { id: adoptionId, interest: from },
    to,
    reason,
    seen,
    userId: by,
    now: at,
  }: Asker & { adoption: HeldAdoption; to: InterestState; reason: string; seen: number },
): Promise<Result<void, InterestRefusal | 'adoption.changedMeanwhile'>> {
  const steps = await tx.$count(adoptionSteps, eq(adoptionSteps.adoptionId, adoptionId));
  if (steps !== seen) return fail('adoption.changedMeanwhile');
  const may = checkInterestMove(from, to, reason);
  if (!may.ok) return may;
  await tx.update(adoptions).set({ interest: to }).where(eq(adoptions.id, adoptionId));
  const line = { rank: steps + 1, from, to, reason: reason.trim(), by, at };
  await tx.insert(adoptionSteps).values({ adoptionId, ...line });
  return ok();
}

/** [RP5] Of rows of `adoption`: this person may know that there is an interest, whose, and in which state. */
export function isInterestKnownTo(person: ExperimentPerson): SQL {
  const mayAnywhere = canInAdoption(adoptionRoleOf({ ...person, organisationId: null }, ''), 'interest.read');
  return sql`(${adoptions.interest} is not null and (${mayAnywhere} or ${adoptions.organisationId} = ${person.organisationId}))`;
}

/** [RP5] Whose interest it is, and in what; null for whoever may not know it, and while none was declared. */
export async function findInterest(
  db: Db,
  { adoptionId, ...asker }: Asker & { adoptionId: string },
): Promise<{ role: AdoptionRole | null; city: string; sheet: string } | null> {
  const person = await findExperimentPerson(db, asker);
  if (!person) return null;
  const [found] = await db
    .select({ cityId: organisations.id, city: organisations.name, sheet: publications.title })
    .from(adoptions)
    .innerJoin(organisations, eq(organisations.id, adoptions.organisationId))
    .innerJoin(useCaseSheets, eq(useCaseSheets.id, adoptions.sheetId))
    .innerJoin(publications, eq(publications.documentId, useCaseSheets.documentId))
    .where(and(eq(adoptions.id, adoptionId), isInterestKnownTo(person)));
  return found ? { ...found, role: adoptionRoleOf(person, found.cityId) } : null;
}

/** [NO15] Of rows of `user`: the interest of a city concerns them, who did it, help the city with its data, or coordinate. */
export function isConcernedBy(adoptionId: string): SQL {
  const told = sql`select ${useCaseSheetExperiments.experimentId} from ${useCaseSheetExperiments}
    join ${adoptions} on ${adoptions.sheetId} = ${useCaseSheetExperiments.sheetId} where ${adoptions.id} = ${adoptionId}`;
  const covering = organisationsCovering(adoptions.organisationId, adoptions.departmentCode);
  const coordinating = PLATFORM_ROLES.filter((role) => canOnPlatform(role, 'programme.coordinate'));
  return sql`(${isInTeamOf(told)} or ${inArray(users.platformRole, coordinating)}
    or ${users.organisationId} in (select c.organisation_id from ${adoptions}, lateral (${covering}) c
      where ${adoptions.id} = ${adoptionId}))`;
}

/** How many cities say so of a sheet: never which. */
export interface InterestCount {
  /** Declared, or preparing. */
  readonly wanting: number;
  readonly done: number;
}

/** [RP6] How many local authorities want to repeat the sheet of this address, or did. */
export async function countInterests(db: Db, address: string): Promise<InterestCount> {
  const rows = await db
    .select({ interest: adoptions.interest, cities: count() })
    .from(adoptions)
    .innerJoin(useCaseSheets, eq(useCaseSheets.id, adoptions.sheetId))
    .innerJoin(publications, eq(publications.documentId, useCaseSheets.documentId))
    .where(and(eq(publications.address, address), isNotNull(adoptions.interest)))
    .groupBy(adoptions.interest);
  const of = (state: InterestState) => rows.find(({ interest }) => interest === state)?.cities ?? 0;
  return { wanting: of('declared') + of('preparing'), done: of('done') };
}
