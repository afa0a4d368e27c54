import { and, asc, count, eq, isNull } from 'drizzle-orm';
import { parisDay } from '#shared/kernel/day/paris-time.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { type DifficultyFields, parseDifficulty } from '#shared/programme/experiment/difficulty.ts';
import type { ExperimentError } from '#shared/programme/experiment/experiment-errors.ts';
import type { Db } from '../../kernel/client.ts';
import { changing, type ExperimentChange, type ExperimentRefusal } from './experiment-change.ts';
import { experimentDifficulties } from './follow-up-schema.ts';

type Answer = Promise<Result<void, ExperimentRefusal | ExperimentError>>;

const DIFFICULTIES_MAX = 200;

export interface Difficulty extends DifficultyFields {
  readonly id: string;
}

/** [EX14] The difficulties of an experiment, by the day they were met. The caller has checked the right. */
export function listDifficulties(db: Db, experimentId: string): Promise<Difficulty[]> {
  const { id, kind, description, lever, metOn, resolvedOn } = experimentDifficulties;
  return db
    .select({ id, kind, description, lever, metOn, resolvedOn })
    .from(experimentDifficulties)
    .where(
      and(eq(experimentDifficulties.experimentId, experimentId), isNull(experimentDifficulties.removedAt)),
    )
    .orderBy(asc(metOn), asc(id));
}

/** [EX14] Keeps a difficulty, new (`difficultyId` null) or changed. Refused: who may not, what is typed. */
export function writeDifficulty(
  db: Db,
  {
    difficultyId,
    typed,
    ...change
  }: ExperimentChange & {
    difficultyId: string | null;
    typed: Readonly<Record<keyof DifficultyFields, string>>;
  },
): Answer {
  const { experimentId, userId, now } = change;
  return changing(db, change, 'experiment.write', async (tx): Answer => {
    const parsed = parseDifficulty(typed, parisDay(now));
    if (!parsed.ok) return parsed;
    if (difficultyId) {
      const changed = await tx
        .update(experimentDifficulties)
        .set(parsed.value)
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
      .values({ id: change.newId(), experimentId, ...parsed.value, createdBy: userId, createdAt: now });
    return ok();
  });
}

/** [EX14] Takes a difficulty off, or gives it back. */
export function removeDifficulty(
  db: Db,
  { difficultyId, isBack, ...change }: ExperimentChange & { difficultyId: string; isBack: boolean },
): Answer {
  return changing(db, change, 'experiment.write', async (tx): Answer => {
    const changed = await tx
      .update(experimentDifficulties)
      .set({ removedAt: isBack ? null : change.now })
      .where(isOf(difficultyId, change.experimentId))
      .returning({ id: experimentDifficulties.id });
    return changed.length > 0 ? ok() : fail('experiment.changedMeanwhile');
  });
}

const isOf = (difficultyId: string, experimentId: string) =>
  and(eq(experimentDifficulties.id, difficultyId), eq(experimentDifficulties.experimentId, experimentId));
