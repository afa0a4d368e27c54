import { and, eq, isNull, ne, sql } from 'drizzle-orm';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { DataNeedFields } from '#shared/library/need/data-need.ts';
import { isStep, type NeedPlace, placeOf } from '#shared/library/need/status-history.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { dataNeedSteps, dataNeeds, wantedDatasets } from './schema.ts';
import { findOrMakeWanted } from './wanted-datasets.ts';

/** Who changes a need, and when. */
export interface NeedChange {
  readonly experimentId: string;
  readonly needId: string;
  readonly userId: string;
  readonly now: Date;
}

interface Written extends NeedChange {
  readonly fields: DataNeedFields;
  /** The id of the wanted dataset, when nobody named it before. */
  readonly newWantedId: string;
  /** Said once that the table has it already, they want it all the same. */
  readonly mayBeTwice?: boolean;
}

/** [DN3] Writes a need of an experiment with its first step. */
export async function createDataNeed(
  tx: Tx,
  { experimentId, needId, userId, now, fields, newWantedId, mayBeTwice = false }: Written,
): Promise<Result<void, 'dataNeed.twice'>> {
  const wantedId = await findOrMakeWanted(tx, { name: fields.wanted, newId: newWantedId, now });
  if (!mayBeTwice && (await isTwice(tx, { experimentId, needId, wantedId, fields })))
    return fail('dataNeed.twice');
  const { wanted: _, ...said } = fields;
  await tx.insert(dataNeeds).values({
    id: needId,
    experimentId,
    wantedId,
    ...said,
    createdBy: userId,
    createdAt: now,
    updatedAt: now,
  });
  await addStep(tx, { experimentId, needId, userId, now }, { rank: 1, from: null, to: fields, why: '' });
  return ok();
}

/**
 * [DN4] [DN5] Changes what a need says; what moves it in the table of the programme is a new step. `rank`: the last step that
 * whoever changes it has seen.
 */
export async function changeDataNeed(
  tx: Tx,
  { fields, newWantedId, mayBeTwice = false, rank, why, ...change }: Written & { rank: number; why: string },
): Promise<Result<void, 'dataNeed.notFound' | 'dataNeed.changedSince' | 'dataNeed.twice'>> {
  const { experimentId, needId, now } = change;
  const before = await lockNeed(tx, change);
  if (!before || before.removedAt) return fail('dataNeed.notFound');
  const seen = await lastRank(tx, needId);
  if (seen !== rank) return fail('dataNeed.changedSince');
  const wantedId = await findOrMakeWanted(tx, { name: fields.wanted, newId: newWantedId, now });
  if (!mayBeTwice && (await isTwice(tx, { experimentId, needId, wantedId, fields })))
    return fail('dataNeed.twice');
  const { wanted: _, ...said } = fields;
  await tx
    .update(dataNeeds)
    .set({ ...said, wantedId, updatedAt: now })
    .where(and(eq(dataNeeds.id, needId), eq(dataNeeds.experimentId, experimentId)));
  if (isStep(before, fields)) await addStep(tx, change, { rank: seen + 1, from: before, to: fields, why });
  return ok();
}

/** What data it was about. */
type Switched = Result<{ wanted: string }, 'dataNeed.notFound'>;

/** [DN6] Takes a need off the table; it can be taken back. */
export function removeDataNeed(tx: Tx, change: NeedChange): Promise<Switched> {
  return switching(tx, change, true);
}

/** [DN6] Takes it back, where it stood. */
export function restoreDataNeed(tx: Tx, change: NeedChange): Promise<Switched> {
  return switching(tx, change, false);
}

async function switching(tx: Tx, change: NeedChange, isRemoving: boolean): Promise<Switched> {
  const { experimentId, needId, now } = change;
  const need = await lockNeed(tx, change);
  if (!need || (need.removedAt !== null) === isRemoving) return fail('dataNeed.notFound');
  await tx
    .update(dataNeeds)
    .set({ removedAt: isRemoving ? now : null, updatedAt: now })
    .where(and(eq(dataNeeds.id, needId), eq(dataNeeds.experimentId, experimentId)));
  const rank = (await lastRank(tx, needId)) + 1;
  const [from, to] = isRemoving ? [need, null] : [null, need];
  await addStep(tx, change, { rank, from, to, why: '' });
  const [wanted] = await tx
    .select({ wanted: wantedDatasets.name })
    .from(wantedDatasets)
    .where(eq(wantedDatasets.id, need.wantedId));
  return ok({ wanted: wanted?.wanted ?? '' });
}

async function lockNeed(tx: Tx, { needId, experimentId }: NeedChange) {
  const [need] = await tx
    .select()
    .from(dataNeeds)
    .where(and(eq(dataNeeds.id, needId), eq(dataNeeds.experimentId, experimentId)))
    .for('update');
  return need ?? null;
}

async function lastRank(tx: Tx, needId: string): Promise<number> {
  const [last] = await tx
    .select({ rank: sql<number>`coalesce(max(${dataNeedSteps.rank}), 0)`.mapWith(Number) })
    .from(dataNeedSteps)
    .where(eq(dataNeedSteps.needId, needId));
  return last?.rank ?? 0;
}

/** [DN3] The same data of the same producer is one need of an experiment. */
async function isTwice(
  tx: Tx,
  {
    experimentId,
    needId,
    wantedId,
    fields: { producerKind, producerName },
  }: { experimentId: string; needId: string; wantedId: string; fields: DataNeedFields },
): Promise<boolean> {
  const [other] = await tx
    .select({ id: dataNeeds.id })
    .from(dataNeeds)
    .where(
      and(
        eq(dataNeeds.experimentId, experimentId),
        eq(dataNeeds.wantedId, wantedId),
        eq(dataNeeds.producerKind, producerKind),
        sql`lower(${dataNeeds.producerName}) = lower(${producerName})`,
        ne(dataNeeds.id, needId),
        isNull(dataNeeds.removedAt),
      ),
    )
    .limit(1);
  return other !== undefined;
}

type Stood = NeedPlace & Pick<DataNeedFields, 'accessReason' | 'opensOn'>;

async function addStep(
  tx: Tx,
  { needId, experimentId, userId, now }: NeedChange,
  { rank, from, to, why }: { rank: number; from: Stood | null; to: Stood | null; why: string },
): Promise<void> {
  const [before, after] = [from && placeOf(from), to && placeOf(to)];
  await tx.insert(dataNeedSteps).values({
    needId,
    rank,
    experimentId,
    fromKind: before?.producerKind ?? null,
    fromStatus: before?.accessStatus ?? null,
    fromImportance: before?.importance ?? null,
    toKind: after?.producerKind ?? null,
    toStatus: after?.accessStatus ?? null,
    toImportance: after?.importance ?? null,
    accessReason: to?.accessReason ?? null,
    opensOn: to?.opensOn ?? null,
    why,
    by: userId,
    at: now,
  });
}
