import { and, asc, count, eq, isNull } from 'drizzle-orm';
import type { Readable } from '#shared/kernel/access/readable.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { DifficultyFields } from '#shared/programme/experiment/difficulty.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import type { ExperimentChange } from './experiment-change.ts';
import { experimentDifficulties } from './follow-up-schema.ts';

const DIFFICULTIES_MAX = 200;

export interface Difficulty extends DifficultyFields {
  readonly id: string;
}

/** [EX14] The difficulties of an experiment, by the day they were met. */
export function listDifficulties(db: Db, experimentId: Readable<'experiment'>): Promise<Difficulty[]> {
  const { id, kind, description, lever, metOn, resolvedOn } = experimentDifficulties;
  return db
    .select({ id, kind, description, lever, metOn, resolvedOn })
    .from(experimentDifficulties)
    .where(
      and(eq(experimentDifficulties.experimentId, experimentId), isNull(experimentDifficulties.removedAt)),
    )
    .orderBy(asc(metOn), asc(id));
}

/** [EX14] Keeps a difficulty, new (`difficultyId` null) or changed. Refused: one that is gone, too many. */
export async function writeDifficulty(
  tx: Tx,
  {
    difficultyId,
    fields,
    ...change
  }: ExperimentChange & { difficultyId: string | null; fields: DifficultyFields },
): Promise<Result<void, 'experiment.changedMeanwhile' | 'experiment.listFull'>> {
  const { experimentId, userId, now } = change;
  if (difficultyId) {
    const changed = await tx
      .update(experimentDifficulties)
      .set(fields)
      .where(and(isOf(difficultyId, experimentId), isNull(experimentDifficulties.removedAt)))
      .returning({ id: experimentDifficulties.id });
    return changed.length > 0 ? ok() : fail('experiment.changedMeanwhile');
  }
  const [kept] = await tx
    .select({ count: count() })
    .from(experimentDifficulties)
    .where(eq(experimentDifficulties.experimentId, experimentId));
  if ((kept?.count ?? 0) >= DIFFICULTIES_MAX) return fail('experiment.listFull');
  await tx
    .insert(experimentDifficulties)
    .values({ id: change.newId(), experimentId, ...fields, createdBy: userId, createdAt: now });
  return ok();
}

/** [EX14] Takes a difficulty off, or gives it back. */
export async function removeDifficulty(
  tx: Tx,
  { difficultyId, isBack, ...change }: ExperimentChange & { difficultyId: string; isBack: boolean },
): Promise<Result<void, 'experiment.changedMeanwhile'>> {
  const changed = await tx
    .update(experimentDifficulties)
    .set({ removedAt: isBack ? null : change.now })
    .where(isOf(difficultyId, change.experimentId))
    .returning({ id: experimentDifficulties.id });
  return changed.length > 0 ? ok() : fail('experiment.changedMeanwhile');
}

const isOf = (difficultyId: string, experimentId: string) =>
  and(eq(experimentDifficulties.id, difficultyId), eq(experimentDifficulties.experimentId, experimentId));
