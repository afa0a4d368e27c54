import { and, asc, eq, inArray, notExists, sql } from 'drizzle-orm';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { UseCaseSheetError } from '#shared/publication/sheet/sheet-errors.ts';
import { documentAccess } from '../../documents/access/schema.ts';
import type { Db } from '../../kernel/client.ts';
import {
  type Asker,
  findExperimentPerson,
  findExperimentRole,
  isOfTeam,
  isSeenBy,
  roleOfPerson,
} from '../../programme/experiment/experiment-rights.ts';
import { experimentOrganisations, experiments, experimentTeam } from '../../programme/experiment/schema.ts';
import { useCaseSheetExperiments, useCaseSheets } from './schema.ts';
import { findSheet, nameWriters, type SheetForMember } from './use-case-sheets.ts';

type Change = Asker & { readonly sheetId: string; readonly experimentId: string };
type Refusal = 'access.notFound' | 'access.forbidden' | UseCaseSheetError;

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
 * [US11] Tells one more experiment on a sheet; its cities and its team write the text from now on. Refused: who writes not both, an
 * experiment that has a sheet.
 */
export function addExperiment(
  db: Db,
  { newId, ...change }: Change & { newId: () => string },
): Promise<Result<void, Refusal>> {
  return db.transaction(async (tx) => {
    const writing = await lockWritten(tx, change);
    if (!writing.ok) return writing;
    const { sheetId, experimentId, userId, now } = change;
    const [taken] = await tx
      .select({ sheetId: useCaseSheetExperiments.sheetId })
      .from(useCaseSheetExperiments)
      .where(eq(useCaseSheetExperiments.experimentId, experimentId));
    if (taken) return fail('useCaseSheet.exists');
    const { documentId } = writing.value;
    await tx.insert(useCaseSheetExperiments).values({ sheetId, experimentId, addedAt: now });
    await nameWriters(tx, { documentId, experimentId, userId, now, newId });
    return ok();
  });
}

/**
 * [US11] No longer tells an experiment on a sheet; who is of none of the others no longer writes the text. Refused: who writes not both,
 * an experiment that the sheet does not tell, its last one.
 */
export function removeExperiment(db: Db, change: Change): Promise<Result<void, Refusal>> {
  return db.transaction(async (tx) => {
    const writing = await lockWritten(tx, change);
    if (!writing.ok) return writing;
    const { sheetId, experimentId } = change;
    const { documentId, experiments: told } = writing.value;
    const others = told.filter(({ id }) => id !== experimentId).map(({ id }) => id);
    if (others.length === told.length) return fail('access.notFound');
    if (others.length === 0) return fail('useCaseSheet.lastExperiment');
    await tx
      .delete(useCaseSheetExperiments)
      .where(
        and(
          eq(useCaseSheetExperiments.sheetId, sheetId),
          eq(useCaseSheetExperiments.experimentId, experimentId),
        ),
      );
    const [before, after] = [await writersOf(tx, [experimentId]), await writersOf(tx, others)];
    const gone = <T>(had: readonly T[], have: readonly T[]) => had.filter((one) => !have.includes(one));
    await tx
      .delete(documentAccess)
      .where(
        and(
          eq(documentAccess.documentId, documentId),
          inArray(documentAccess.organisationId, gone(before.cities, after.cities)),
        ),
      );
    await tx
      .delete(documentAccess)
      .where(
        and(
          eq(documentAccess.documentId, documentId),
          inArray(documentAccess.userId, gone(before.people, after.people)),
        ),
      );
    return ok();
  });
}

/** The sheet, locked with its experiment so that gestures follow one another, if this person writes both. */
async function lockWritten(tx: Db, change: Change): Promise<Result<SheetForMember, Refusal>> {
  const { sheetId, experimentId, ...asker } = change;
  await tx
    .select({ id: useCaseSheets.id })
    .from(useCaseSheets)
    .where(eq(useCaseSheets.id, sheetId))
    .for('update');
  await tx
    .select({ id: experiments.id })
    .from(experiments)
    .where(eq(experiments.id, experimentId))
    .for('update');
  const sheet = await findSheet(tx, { sheetId, ...asker });
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
