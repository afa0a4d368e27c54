import { and, asc, eq, gt, inArray, isNotNull, lt, notExists, sql } from 'drizzle-orm';
import { alias, unionAll } from 'drizzle-orm/pg-core';
import type { AccessStatus, ProducerKind } from '#shared/dataset/dataset.ts';
import type { NeedCell, SteeredNeed } from '#shared/steering/overview.ts';
import type { Db } from './client.ts';
import { dataNeedSteps, dataNeeds, wantedDatasets } from './schema/data-need.ts';
import { experiments } from './schema/experiment.ts';
import { steeredExperimentIds } from './steering-experiments.ts';
import type { SteeringScope } from './steering-scope.ts';

/** Lists are bounded: a longer one is told by its number. */
const SHOWN = 500;

/** [PI12] How many needs of the experiments of the scope stood in each cell that day: every step until then, added up. */
export async function countSteeredNeeds(db: Db, scope: SteeringScope): Promise<NeedCell[]> {
  const moves = (way: 'to' | 'from') => {
    const [kind, status] =
      way === 'to'
        ? [dataNeedSteps.toKind, dataNeedSteps.toStatus]
        : [dataNeedSteps.fromKind, dataNeedSteps.fromStatus];
    return db
      .select({
        kind: sql<ProducerKind>`${kind}`.as('kind'),
        status: sql<AccessStatus>`${status}`.as('status'),
        one: sql<number>`${sql.raw(way === 'to' ? '1' : '-1')}`.as('one'),
      })
      .from(dataNeedSteps)
      .where(
        and(
          lt(dataNeedSteps.at, scope.end),
          isNotNull(kind),
          inArray(dataNeedSteps.experimentId, steeredExperimentIds(db, scope)),
        ),
      );
  };
  const all = unionAll(moves('to'), moves('from')).as('moves');
  const count = sql<number>`sum(${all.one})`;
  return db
    .select({ producer: all.kind, access: all.status, count: count.mapWith(Number) })
    .from(all)
    .groupBy(all.kind, all.status)
    .having(sql`${count} > 0`);
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
