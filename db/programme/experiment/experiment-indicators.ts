import { and, asc, count, eq, isNull } from 'drizzle-orm';
import { parisDay } from '#shared/kernel/day/paris-time.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { ExperimentError } from '#shared/programme/experiment/experiment-errors.ts';
import {
  INDICATORS_MAX,
  type Indicator,
  MEASURES_MAX,
  parseIndicator,
  parseMeasure,
} from '#shared/programme/experiment/indicator.ts';
import type { Db } from '../../kernel/client.ts';
import { changing, type ExperimentChange, type ExperimentRefusal } from './experiment-change.ts';
import { experimentIndicators, experimentIndicatorValues } from './result-schema.ts';

type Answer = Promise<Result<void, ExperimentRefusal | ExperimentError>>;

/** [EX16] The indicators of an experiment with their measures by day. The caller has checked the right. */
export async function listIndicators(db: Db, experimentId: string): Promise<Indicator[]> {
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

/** [EX16] Adds an indicator. Refused: who may not, what is typed, too many. */
export function addIndicator(
  db: Db,
  { typed, ...change }: ExperimentChange & { typed: { name: string; unit: string; target: string } },
): Answer {
  const { experimentId, now } = change;
  return changing(db, change, 'experiment.write', async (tx): Answer => {
    const parsed = parseIndicator(typed);
    if (!parsed.ok) return parsed;
    const [kept] = await tx
      .select({ count: count() })
      .from(experimentIndicators)
      .where(
        and(eq(experimentIndicators.experimentId, experimentId), isNull(experimentIndicators.removedAt)),
      );
    if ((kept?.count ?? 0) >= INDICATORS_MAX) return fail('experiment.listFull');
    await tx
      .insert(experimentIndicators)
      .values({ id: change.newId(), experimentId, ...parsed.value, createdAt: now });
    return ok();
  });
}

/** [EX16] Takes an indicator off with its measures, or gives it back. */
export function removeIndicator(
  db: Db,
  { indicatorId, isBack, ...change }: ExperimentChange & { indicatorId: string; isBack: boolean },
): Answer {
  return changing(db, change, 'experiment.write', async (tx): Answer => {
    const changed = await tx
      .update(experimentIndicators)
      .set({ removedAt: isBack ? null : change.now })
      .where(isOf(indicatorId, change.experimentId))
      .returning({ id: experimentIndicators.id });
    return changed.length > 0 ? ok() : fail('experiment.changedMeanwhile');
  });
}

/** [EX16] Adds a measure; one of the same day is replaced. Refused: who may not, what is typed, too many. */
export function addMeasure(
  db: Db,
  {
    indicatorId,
    typed,
    ...change
  }: ExperimentChange & { indicatorId: string; typed: { on: string; value: string } },
): Answer {
  return changing(db, change, 'experiment.write', async (tx): Answer => {
    const parsed = parseMeasure(typed, parisDay(change.now));
    if (!parsed.ok) return parsed;
    const [indicator] = await tx
      .select({ id: experimentIndicators.id })
      .from(experimentIndicators)
      .where(and(isOf(indicatorId, change.experimentId), isNull(experimentIndicators.removedAt)))
      .for('update');
    if (!indicator) return fail('experiment.changedMeanwhile');
    const { on } = parsed.value;
    await tx
      .update(experimentIndicatorValues)
      .set({ removedAt: change.now })
      .where(
        and(
          eq(experimentIndicatorValues.indicatorId, indicatorId),
          eq(experimentIndicatorValues.on, on),
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
      ...parsed.value,
      writtenBy: change.userId,
      writtenAt: change.now,
    });
    return ok();
  });
}

/** [EX16] Takes a measure off. */
export function removeMeasure(
  db: Db,
  { indicatorId, measureId, ...change }: ExperimentChange & { indicatorId: string; measureId: string },
): Answer {
  return changing(db, change, 'experiment.write', async (tx): Answer => {
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
  });
}

const isOf = (indicatorId: string, experimentId: string) =>
  and(eq(experimentIndicators.id, indicatorId), eq(experimentIndicators.experimentId, experimentId));
