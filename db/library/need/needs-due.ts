import { and, asc, eq, inArray, isNull, lte } from 'drizzle-orm';
import { addDays } from '#shared/kernel/day/days.ts';
import { OBLIGATION_DAYS } from '#shared/obligations.ts';
import { DUE_MAX, type DueAsking, due } from '../../people/due.ts';
import { isExpectedOf } from '../../programme/experiment/experiments-due.ts';
import { experiments } from '../../programme/experiment/schema.ts';
import { dataNeeds, wantedDatasets } from './schema.ts';

/** [DN5] Data that were to open by now, and are still on their way. */
export function needsDue(asking: DueAsking) {
  const { db, today } = asking;
  const { id, opensOn, removedAt, accessStatus } = dataNeeds;
  return db
    .select(
      due('need', {
        ...{ id, title: wantedDatasets.name, parentId: experiments.id, place: experiments.title },
        day: opensOn,
      }),
    )
    .from(dataNeeds)
    .innerJoin(experiments, eq(experiments.id, dataNeeds.experimentId))
    .innerJoin(wantedDatasets, eq(wantedDatasets.id, dataNeeds.wantedId))
    .where(
      and(
        isExpectedOf(asking),
        inArray(experiments.state, ['running', 'suspended']),
        isNull(removedAt),
        eq(accessStatus, 'candidate'),
        lte(opensOn, addDays(today, OBLIGATION_DAYS.prepare)),
      ),
    )
    .orderBy(asc(opensOn), asc(id))
    .limit(DUE_MAX);
}
