import { and, eq, inArray, sql } from 'drizzle-orm';
import type { ExperimentRole } from '#shared/programme/experiment/experiment-access.ts';
import { type SheetRole, strongestSheetRole } from '#shared/publication/sheet/sheet-state.ts';
import type { Db } from '../../kernel/client.ts';
import {
  type Asker,
  findExperimentPerson,
  isOfTeam,
  isSeenBy,
  roleOfPerson,
} from '../../programme/experiment/experiment-rights.ts';
import { experiments } from '../../programme/experiment/schema.ts';
import { useCaseSheetExperiments } from './schema.ts';

const FROM_EXPERIMENT: Record<ExperimentRole, SheetRole> = {
  coordinator: 'manager',
  team: 'writer',
  consultant: 'insider',
  reviewer: 'insider',
  programme: 'reader',
};

/**
 * [US1] What this person is for each of these sheets: the strongest that its experiments give; whoever is of none reads what is
 * published. Null for nobody, and for an account that is suspended.
 */
export async function sheetRolesOf(
  db: Db,
  sheetIds: readonly string[],
  asker: Asker,
): Promise<((sheetId: string) => SheetRole) | null> {
  const person = await findExperimentPerson(db, asker);
  if (!person) return null;
  if (person.platformRole === 'admin' || person.platformRole === 'coordinator') return () => 'manager';
  if (sheetIds.length === 0) return () => 'reader';
  const rows = await db
    .select({
      sheetId: useCaseSheetExperiments.sheetId,
      experimentId: experiments.id,
      isOfTeam: sql<boolean>`${isOfTeam(db, person)}`,
    })
    .from(useCaseSheetExperiments)
    .innerJoin(experiments, eq(experiments.id, useCaseSheetExperiments.experimentId))
    .where(and(inArray(useCaseSheetExperiments.sheetId, [...sheetIds]), isSeenBy(db, person)));
  const roles = Map.groupBy(rows, ({ sheetId }) => sheetId);
  return (sheetId) =>
    strongestSheetRole(
      (roles.get(sheetId) ?? []).flatMap((row) => {
        const role = roleOfPerson(person, row.experimentId, row.isOfTeam);
        return role ? [FROM_EXPERIMENT[role]] : [];
      }),
    ) ?? 'reader';
}
