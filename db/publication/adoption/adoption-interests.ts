import { and, count, eq, inArray, isNotNull } from 'drizzle-orm';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { adoptionRoleOf, canInAdoption } from '#shared/publication/adoption/adoption-access.ts';
import type { AdoptionError } from '#shared/publication/adoption/adoption-errors.ts';
import { checkInterestMove, type InterestState } from '#shared/publication/adoption/interest.ts';
import type { Db } from '../../kernel/client.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { type Asker, findExperimentPerson } from '../../programme/experiment/experiment-rights.ts';
import { publications } from '../public-document/schema.ts';
import { useCaseSheets } from '../sheet/schema.ts';
import { adoptionSteps, adoptions } from './schema.ts';

/** Whoever moves an interest, and what they saw of it. */
export interface InterestMove extends Asker {
  readonly adoptionId: string;
  readonly to: InterestState;
  readonly reason: string;
  /** The number of the last step that they saw. */
  readonly seen: number;
}

/**
 * [RP6] Takes the interest of a city one step on, with its dated line. Refused: 'access.notFound' (neither of the city nor of the
 * coordination), what `checkInterestMove` says, and 'adoption.changedMeanwhile' when somebody took a step since `seen`.
 */
export function moveInterest(
  db: Db,
  { adoptionId, to, reason, seen, userId, now }: InterestMove,
): Promise<Result<void, AdoptionError | 'access.notFound'>> {
  return db.transaction(async (tx) => {
    const [row] = await tx
      .select({ organisationId: adoptions.organisationId, from: adoptions.interest })
      .from(adoptions)
      .where(eq(adoptions.id, adoptionId))
      .for('update');
    const person = row && (await findExperimentPerson(tx, { userId, now }));
    if (!row || !person || !canInAdoption(adoptionRoleOf(person, row.organisationId), 'interest.move'))
      return fail('access.notFound');
    const steps = await tx.$count(adoptionSteps, eq(adoptionSteps.adoptionId, adoptionId));
    if (steps !== seen) return fail('adoption.changedMeanwhile');
    const { from } = row;
    const may = checkInterestMove(from, to, reason);
    if (!may.ok) return may;
    await tx.update(adoptions).set({ interest: to }).where(eq(adoptions.id, adoptionId));
    const line = { rank: steps + 1, from, to, reason: reason.trim(), by: userId, at: now };
    await tx.insert(adoptionSteps).values({ adoptionId, ...line });
    return ok();
  });
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

/** [RP6] The local authorities that repeated this sheet, or prepare to, for people of the programme. */
export function listInterestedCities(
  db: Db,
  { sheetId, states }: { sheetId: string; states: readonly InterestState[] },
): Promise<{ id: string; name: string; municipalityCode: string | null }[]> {
  return db
    .select({
      id: organisations.id,
      name: organisations.name,
      municipalityCode: organisations.municipalityCode,
    })
    .from(adoptions)
    .innerJoin(organisations, eq(organisations.id, adoptions.organisationId))
    .where(and(eq(adoptions.sheetId, sheetId), inArray(adoptions.interest, [...states])))
    .orderBy(organisations.name);
}
