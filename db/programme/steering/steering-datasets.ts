import { and, asc, desc, eq, gt, isNull, lt, or, sql } from 'drizzle-orm';
import type { Share } from '#shared/programme/steering/overview.ts';
import type { Db } from '../../kernel/client.ts';
import { datasetChecks, datasets } from '../../library/dataset/schema.ts';
import { groups, themes } from '../../people/group/schema.ts';
import { isOfSeason, isOfTerritory, type SteeringScope } from './steering-scope.ts';

/** A record of that day with what the last finished check of that day had found. */
export interface SteeredDataset {
  readonly id: string;
  readonly title: string;
  readonly group: string;
  /** Null when no file had been checked. */
  readonly check: { readonly hasSchema: boolean; readonly errors: number; readonly at: Date } | null;
}

/** Lists are bounded: a longer one is told by its number. */
const SHOWN = 500;

/** The last finished check of each record before that instant: the index holds all that is read of it. */
function lastChecks(db: Db, end: Date) {
  return db
    .selectDistinctOn([datasetChecks.datasetId], {
      datasetId: datasetChecks.datasetId,
      hasSchema: datasetChecks.hasSchema,
      errors: datasetChecks.errors,
      at: datasetChecks.createdAt,
    })
    .from(datasetChecks)
    .where(and(eq(datasetChecks.state, 'done'), lt(datasetChecks.createdAt, end)))
    .orderBy(datasetChecks.datasetId, desc(datasetChecks.createdAt), desc(datasetChecks.id))
    .as('last_check');
}

function isSteered(db: Db, scope: SteeringScope) {
  return and(
    isOfSeason(scope),
    isOfTerritory(db, scope, datasets.organisationId),
    lt(datasets.createdAt, scope.end),
    or(isNull(datasets.trashedAt), gt(datasets.trashedAt, scope.end)),
  );
}

/** [PI7] Of all records of that day, those whose last check found no error; of those checked against a schema, the same. */
export async function countDatasetShares(
  db: Db,
  scope: SteeringScope,
): Promise<{ datasetsValid: Share; schemaConformity: Share }> {
  const last = lastChecks(db, scope.end);
  const counted = (condition: ReturnType<typeof sql>) =>
    sql<number>`count(*) filter (where ${condition})`.mapWith(Number);
  const [found] = await db
    .select({
      all: sql<number>`count(*)`.mapWith(Number),
      valid: counted(sql`${last.errors} = 0`),
      against: counted(sql`${last.hasSchema}`),
      conform: counted(sql`${last.hasSchema} and ${last.errors} = 0`),
    })
    .from(datasets)
    .innerJoin(groups, eq(groups.id, datasets.groupId))
    .innerJoin(themes, eq(themes.id, groups.themeId))
    .leftJoin(last, eq(last.datasetId, datasets.id))
    .where(isSteered(db, scope));
  const { all = 0, valid = 0, against = 0, conform = 0 } = found ?? {};
  return { datasetsValid: { part: valid, whole: all }, schemaConformity: { part: conform, whole: against } };
}

/** [PI6] The records of that day by title, each with its last check; those whose check found no error, or kept its schema. */
export async function listSteeredDatasets(
  db: Db,
  scope: SteeringScope,
  { state = '' }: { state?: string } = {},
): Promise<SteeredDataset[]> {
  const last = lastChecks(db, scope.end);
  const kept = {
    valides: eq(last.errors, 0),
    conformes: and(eq(last.hasSchema, true), eq(last.errors, 0)),
  };
  const rows = await db
    .select({
      id: datasets.id,
      title: datasets.title,
      group: groups.name,
      hasSchema: last.hasSchema,
      errors: last.errors,
      at: last.at,
    })
    .from(datasets)
    .innerJoin(groups, eq(groups.id, datasets.groupId))
    .innerJoin(themes, eq(themes.id, groups.themeId))
    .leftJoin(last, eq(last.datasetId, datasets.id))
    .where(and(isSteered(db, scope), state === 'valides' || state === 'conformes' ? kept[state] : undefined))
    .orderBy(asc(datasets.title), asc(datasets.id))
    .limit(SHOWN);
  return rows.map(({ hasSchema, errors, at, ...dataset }) => ({
    ...dataset,
    check: at === null ? null : { hasSchema: hasSchema === true, errors: errors ?? 0, at },
  }));
}
