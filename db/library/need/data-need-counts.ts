import { and, eq, isNotNull, lt, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/pg-core';
import type { AccessStatus, ProducerKind } from '#shared/library/dataset/dataset.ts';
import { endOfDay } from '#shared/library/need/status-history.ts';
import type { Db } from '../../kernel/client.ts';
import { type NeedFilters, ofExperiments, ofNeeds } from './data-need-filter.ts';
import { dataNeedSteps, dataNeeds } from './schema.ts';

/** How many needs stand in one cell of the table producer × status; cells without any are not told. */
export interface NeedCount {
  readonly producerKind: ProducerKind;
  readonly accessStatus: AccessStatus;
  readonly count: number;
}

/**
 * [DN7] The table of the programme, kinds of producer × statuses of access: at the end of a day in Paris (`YYYY-MM-DD`), or now (null).
 * A past day is the sum of every step until then, whatever became of the needs since; what is filtered on their experiment (theme, city,
 * region) is as it is today.
 */
export async function countNeedsAt(
  db: Db,
  { day, filters = {} }: { day: string | null; filters?: NeedFilters },
): Promise<NeedCount[]> {
  if (day === null)
    return db
      .select({
        producerKind: dataNeeds.producerKind,
        accessStatus: dataNeeds.accessStatus,
        count: sql<number>`count(*)`.mapWith(Number),
      })
      .from(dataNeeds)
      .where(ofNeeds(db, filters))
      .groupBy(dataNeeds.producerKind, dataNeeds.accessStatus);
  const end = endOfDay(day);
  const { importance, producerKind, accessStatus } = filters;
  const side = (way: 'to' | 'from') => {
    const [kind, status, weight] =
      way === 'to'
        ? [dataNeedSteps.toKind, dataNeedSteps.toStatus, dataNeedSteps.toImportance]
        : [dataNeedSteps.fromKind, dataNeedSteps.fromStatus, dataNeedSteps.fromImportance];
    return db
      .select({
        kind: sql<ProducerKind>`${kind}`.as('kind'),
        status: sql<AccessStatus>`${status}`.as('status'),
        one: sql<number>`${sql.raw(way === 'to' ? '1' : '-1')}`.as('one'),
      })
      .from(dataNeedSteps)
      .where(
        and(
          lt(dataNeedSteps.at, end),
          isNotNull(kind),
          importance && eq(weight, importance),
          producerKind && eq(kind, producerKind),
          accessStatus && eq(status, accessStatus),
          ofExperiments(db, dataNeedSteps.experimentId, filters),
        ),
      );
  };
  const moves = unionAll(side('to'), side('from')).as('moves');
  const total = sql<number>`sum(${moves.one})`.mapWith(Number);
  return db
    .select({ producerKind: moves.kind, accessStatus: moves.status, count: total })
    .from(moves)
    .groupBy(moves.kind, moves.status)
    .having(sql`sum(${moves.one}) > 0`);
}
