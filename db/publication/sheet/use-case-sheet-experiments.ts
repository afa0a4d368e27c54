import { and, asc, eq, inArray, notExists, sql } from 'drizzle-orm';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { documentAccess } from '../../documents/access/schema.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import {
  type Asker,
  findExperimentPerson,
  findExperimentRole,
  isOfTeam,
  isSeenBy,
  roleOfPerson,
} from '../../programme/experiment/experiment-rights.ts';
import { experimentOrganisations, experiments, experimentTeam } from '../../programme/experiment/schema.ts';
import { useCaseSheetExperiments } from './schema.ts';
import { holdSheet, nameWriters, type SheetForMember } from './use-case-sheets.ts';

/** A gesture on the experiments of a sheet, which is held with this one. */
interface Change extends Asker {
  readonly sheet: SheetForMember;
  readonly experimentId: string;
}

const CHOICE_MAX = 200;

/** [US11] The experiments that this person could add to a sheet: they write them, and no sheet tells them yet. By title. */
export async function listAddable(db: Db, asker: Asker): Promise<{ id: string; title: string }[]> {
  const person = await findExperimentPerson(db, asker);
  if (!person) return [];
  const told = db
    .select({ one: sql`1` })
    .from(useCaseSheetExperiments)
    .where(eq(useCaseSheetExperiments.experimentId, experiments.id));
  const rows = await db
    .select({
      id: experiments.id,
      title: experiments.title,
      isOfTeam: sql<boolean>`${isOfTeam(db, person)}`,
    })
    .from(experiments)
    .where(and(isSeenBy(db, person), notExists(told)))
    .orderBy(asc(experiments.title), asc(experiments.id))
    .limit(CHOICE_MAX);
  return rows.flatMap(({ isOfTeam: ofTeam, ...experiment }) => {
    const role = roleOfPerson(person, experiment.id, ofTeam);
    return role === 'coordinator' || role === 'team' ? [experiment] : [];
  });
}

/**
 * [US11] Tells one more experiment on a sheet; its cities and its team write the text from now on. Refused: an experiment that has a
 * sheet.
 */
export async function addExperiment(
  tx: Tx,
  { sheet: { id: sheetId, documentId }, experimentId, userId, now, newId }: Change & { newId: () => string },
): Promise<Result<void, 'useCaseSheet.exists'>> {
  if ((await tx.$count(useCaseSheetExperiments, eq(useCaseSheetExperiments.experimentId, experimentId))) > 0)
    return fail('useCaseSheet.exists');
  await tx.insert(useCaseSheetExperiments).values({ sheetId, experimentId, addedAt: now });
  await nameWriters(tx, { documentId, experimentId, userId, now, newId });
  return ok();
}

/**
 * [US11] No longer tells an experiment on a sheet; who is of none of the others no longer writes the text. Refused: an experiment that
 * the sheet does not tell, its last one.
 */
export async function removeExperiment(
  tx: Tx,
  { sheet: { id: sheetId, documentId, experiments: told }, experimentId }: Change,
): Promise<Result<void, 'access.notFound' | 'useCaseSheet.lastExperiment'>> {
  const others = told.filter(({ id }) => id !== experimentId).map(({ id }) => id);
  if (others.length === told.length) return fail('access.notFound');
  if (others.length === 0) return fail('useCaseSheet.lastExperiment');
  const { sheetId: ofSheet, experimentId: ofExperiment } = useCaseSheetExperiments;
  await tx.delete(useCaseSheetExperiments).where(and(eq(ofSheet, sheetId), eq(ofExperiment, experimentId)));
  const [before, after] = [await writersOf(tx, [experimentId]), await writersOf(tx, others)];
  const gone = <T>(had: readonly T[], have: readonly T[]) => had.filter((one) => !have.includes(one));
  const { organisationId, userId } = documentAccess;
  for (const left of [
    inArray(organisationId, gone(before.cities, after.cities)),
    inArray(userId, gone(before.people, after.people)),
  ])
    await tx.delete(documentAccess).where(and(eq(documentAccess.documentId, documentId), left));
  return ok();
}

/**
 * [US11] The sheet, held with this experiment so that gestures follow one another, for whoever writes both. Refused: one of the two
 * is absent, or they do not write it.
 */
export async function holdWritten(
  tx: Tx,
  { sheetId, experimentId, ...asker }: Asker & { sheetId: string; experimentId: string },
): Promise<Result<SheetForMember, 'access.notFound' | 'access.forbidden'>> {
  const sheet = await holdSheet(tx, { sheetId, ...asker });
  await tx
    .select({ id: experiments.id })
    .from(experiments)
    .where(eq(experiments.id, experimentId))
    .for('update');
  const role = await findExperimentRole(tx, { experimentId, ...asker });
  if (!sheet || !role) return fail('access.notFound');
  const writesSheet = sheet.role === 'manager' || sheet.role === 'writer';
  return writesSheet && (role === 'coordinator' || role === 'team') ? ok(sheet) : fail('access.forbidden');
}

async function writersOf(tx: Db, experimentIds: readonly string[]) {
  const ids = [...experimentIds];
  const cities = await tx
    .selectDistinct({ id: experimentOrganisations.organisationId })
    .from(experimentOrganisations)
    .where(inArray(experimentOrganisations.experimentId, ids));
  const people = await tx
    .selectDistinct({ id: experimentTeam.userId })
    .from(experimentTeam)
    .where(inArray(experimentTeam.experimentId, ids));
  return { cities: cities.map(({ id }) => id), people: people.map(({ id }) => id) };
}
