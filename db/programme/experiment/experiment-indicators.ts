import { and, asc, count, eq, isNull } from 'drizzle-orm';
import type { Readable } from '#shared/kernel/access/readable.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import {
  INDICATORS_MAX,
  type Indicator,
  type IndicatorFields,
  MEASURES_MAX,
  type Measure,
} from '#shared/programme/experiment/indicator.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import type { ExperimentChange } from './experiment-change.ts';
import { experimentIndicators, experimentIndicatorValues } from './result-schema.ts';

/** [EX16] The indicators of an experiment with their measures by day. */
export async function listIndicators(db: Db, experimentId: Readable<'experiment'>): Promise<Indicator[]> {
  const { id, name, unit, target } = experimentIndicators;
  const indicators = await db
    .select({ id, name, unit, target })
    .from(experimentIndicators)
    .where(and(eq(experimentIndicators.experimentId, experimentId), isNull(experimentIndicators.removedAt)))
    .orderBy(asc(experimentIndicators.createdAt), asc(id));
  const measures = await db
    .select({
      indicatorId: experimentIndicatorValues.indicatorId,
      id: experimentIndicatorValues.id,
      on: experimentIndicatorValues.on,
      value: experimentIndicatorValues.value,
    })
    .from(experimentIndicatorValues)
    .innerJoin(experimentIndicators, eq(id, experimentIndicatorValues.indicatorId))
    .where(
      and(eq(experimentIndicators.experimentId, experimentId), isNull(experimentIndicatorValues.removedAt)),
    )
    .orderBy(asc(experimentIndicatorValues.on), asc(experimentIndicatorValues.writtenAt));
  const byIndicator = Map.groupBy(measures, ({ indicatorId }) => indicatorId);
  return indicators.map((indicator) => ({
    ...indicator,
    measures: (byIndicator.get(indicator.id) ?? []).map(({ indicatorId: _, ...measure }) => measure),
  }));
}

/** [EX16] Adds an indicator. Refused: too many. */
export async function addIndicator(
  tx: Tx,
  { fields, ...change }: ExperimentChange & { fields: IndicatorFields },
): Promise<Result<void, 'experiment.listFull'>> {
  const { experimentId, now } = change;
  const [kept] = await tx
    .select({ count: count() })
    .from(experimentIndicators)
    .where(and(eq(experimentIndicators.experimentId, experimentId), isNull(experimentIndicators.removedAt)));
  if ((kept?.count ?? 0) >= INDICATORS_MAX) return fail('experiment.listFull');
  await tx
    .insert(experimentIndicators)
    .values({ id: change.newId(), experimentId, ...fields, createdAt: now });
  return ok();
}

/** [EX16] Takes an indicator off with its measures, or gives it back. */
export async function removeIndicator(
  tx: Tx,
  { indicatorId, isBack, ...change }: ExperimentChange & { indicatorId: string; isBack: boolean },
): Promise<Result<void, 'experiment.changedMeanwhile'>> {
  const changed = await tx
    .update(experimentIndicators)
    .set({ removedAt: isBack ? null : change.now })
    .where(isOf(indicatorId, change.experimentId))
    .returning({ id: experimentIndicators.id });
  return changed.length > 0 ? ok() : fail('experiment.changedMeanwhile');
}

/** [EX16] Adds a measure; one of the same day is replaced. Refused: an indicator that is gone, too many. */
export async function addMeasure(
  tx: Tx,
  {
    indicatorId,
    measure,
    ...change
  }: ExperimentChange & { indicatorId: string; measure: Omit<Measure, 'id'> },
): Promise<Result<void, 'experiment.changedMeanwhile' | 'experiment.listFull'>> {
  const [indicator] = await tx
    .select({ id: experimentIndicators.id })
    .from(experimentIndicators)
    .where(and(isOf(indicatorId, change.experimentId), isNull(experimentIndicators.removedAt)))
    .for('update');
  if (!indicator) return fail('experiment.changedMeanwhile');
  await tx
    .update(experimentIndicatorValues)
    .set({ removedAt: change.now })
    .where(
      and(
        eq(experimentIndicatorValues.indicatorId, indicatorId),
        eq(experimentIndicatorValues.on, measure.on),
        isNull(experimentIndicatorValues.removedAt),
      ),
    );
  const [kept] = await tx
    .select({ count: count() })
    .from(experimentIndicatorValues)
    .where(
      and(
        eq(experimentIndicatorValues.indicatorId, indicatorId),
        isNull(experimentIndicatorValues.removedAt),
      ),
    );
  if ((kept?.count ?? 0) >= MEASURES_MAX) return fail('experiment.listFull');
  await tx.insert(experimentIndicatorValues).values({
    id: change.newId(),
    indicatorId,
    ...measure,
    writtenBy: change.userId,
    writtenAt: change.now,
  });
  return ok();
}

/** [EX16] Takes a measure off. */
export async function removeMeasure(
  tx: Tx,
  { indicatorId, measureId, ...change }: ExperimentChange & { indicatorId: string; measureId: string },
): Promise<Result<void, 'experiment.changedMeanwhile'>> {
  const [indicator] = await tx
    .select({ id: experimentIndicators.id })
    .from(experimentIndicators)
    .where(isOf(indicatorId, change.experimentId));
  if (!indicator) return fail('experiment.changedMeanwhile');
  await tx
    .update(experimentIndicatorValues)
    .set({ removedAt: change.now })
    .where(
      and(
        eq(experimentIndicatorValues.id, measureId),
        eq(experimentIndicatorValues.indicatorId, indicatorId),
        isNull(experimentIndicatorValues.removedAt),
      ),
    );
  return ok();
}

const isOf = (indicatorId: string, experimentId: string) =>
  and(eq(experimentIndicators.id, indicatorId), eq(experimentIndicators.experimentId, experimentId));
