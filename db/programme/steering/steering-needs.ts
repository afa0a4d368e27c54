import { and, asc, count, eq, gt, inArray, isNotNull, lt, notExists, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { AccessStatus, ProducerKind } from '#shared/library/dataset/dataset.ts';
import { cellsOf } from '#shared/programme/steering/need-cells.ts';
import type { NeedCell, SteeredNeed } from '#shared/programme/steering/overview.ts';
import type { Db } from '../../kernel/client.ts';
import { dataNeedSteps, dataNeeds, wantedDatasets } from '../../library/need/schema.ts';
import { experiments } from '../experiment/schema.ts';
import { steeredExperimentIds } from './steering-experiments.ts';
import type { SteeringScope } from './steering-scope.ts';

/** Lists are bounded: a longer one is told by its number. */
const SHOWN = 500;

/**
 * [PI12] How many needs of the experiments of the scope stood in each cell that day: every step until then, added up. Steps of one
 * kind are counted by the database, once; there are few kinds.
 */
export async function countSteeredNeeds(db: Db, scope: SteeringScope): Promise<NeedCell[]> {
  const { fromKind, fromStatus, toKind, toStatus } = dataNeedSteps;
  const moves = await db
    .select({ fromKind, fromStatus, toKind, toStatus, count: count() })
    .from(dataNeedSteps)
    .where(
      and(
        lt(dataNeedSteps.at, scope.end),
        inArray(dataNeedSteps.experimentId, steeredExperimentIds(db, scope)),
      ),
    )
    .groupBy(fromKind, fromStatus, toKind, toStatus);
  return cellsOf(moves);
}

/** [PI6] The needs of one cell, or of a row or a column, as they stood that day, by what is wanted. */
export function listSteeredNeeds(
  db: Db,
  scope: SteeringScope,
  { producer, access }: { producer: string; access: string },
): Promise<SteeredNeed[]> {
  const later = alias(dataNeedSteps, 'later_step');
  const isLast = notExists(
    db
      .select({ one: sql`1` })
      .from(later)
      .where(
        and(
          eq(later.needId, dataNeedSteps.needId),
          gt(later.rank, dataNeedSteps.rank),
          lt(later.at, scope.end),
        ),
      ),
  );
  return db
    .select({
      id: dataNeeds.id,
      wanted: wantedDatasets.name,
      experiment: { id: experiments.id, title: experiments.title },
      producer: sql<ProducerKind>`${dataNeedSteps.toKind}`,
      access: sql<AccessStatus>`${dataNeedSteps.toStatus}`,
    })
    .from(dataNeedSteps)
    .innerJoin(dataNeeds, eq(dataNeeds.id, dataNeedSteps.needId))
    .innerJoin(wantedDatasets, eq(wantedDatasets.id, dataNeeds.wantedId))
    .innerJoin(experiments, eq(experiments.id, dataNeeds.experimentId))
    .where(
      and(
        lt(dataNeedSteps.at, scope.end),
        isNotNull(dataNeedSteps.toKind),
        producer ? sql`${dataNeedSteps.toKind} = ${producer}` : undefined,
        access ? sql`${dataNeedSteps.toStatus} = ${access}` : undefined,
        isLast,
        inArray(dataNeedSteps.experimentId, steeredExperimentIds(db, scope)),
      ),
    )
    .orderBy(asc(wantedDatasets.name), asc(experiments.title), asc(dataNeeds.id))
    .limit(SHOWN);
}
