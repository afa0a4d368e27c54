import { desc, eq } from 'drizzle-orm';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import {
  completenessOf,
  type EvaluationVersion,
  parseEvaluation,
} from '#shared/programme/experiment/evaluation.ts';
import type { ExperimentError } from '#shared/programme/experiment/experiment-errors.ts';
import type { Db } from '../../kernel/client.ts';
import { users } from '../../people/person/schema.ts';
import { changing, type ExperimentChange, type ExperimentRefusal, recordEvent } from './experiment-change.ts';
import { experimentEvaluations } from './follow-up-schema.ts';

/** A version and who wrote it; null for somebody who left. */
export interface WrittenEvaluation extends EvaluationVersion {
  readonly author: string | null;
}

/** [EX18] Every version of an evaluation, the latest first. The caller has checked the right. */
export function listEvaluations(db: Db, experimentId: string): Promise<WrittenEvaluation[]> {
  return db
    .select({
      version: experimentEvaluations.version,
      answers: experimentEvaluations.answers,
      publishedAt: experimentEvaluations.publishedAt,
      writtenAt: experimentEvaluations.writtenAt,
      author: users.name,
    })
    .from(experimentEvaluations)
    .leftJoin(users, eq(users.id, experimentEvaluations.writtenBy))
    .where(eq(experimentEvaluations.experimentId, experimentId))
    .orderBy(desc(experimentEvaluations.version))
    .limit(200);
}

/**
 * [EX18] Writes an evaluation as a new version; published, it may be cited from then on. Refused: who may not, a text that is too
 * long, nothing to publish, and 'experiment.changedMeanwhile' when somebody wrote another version since `seen`.
 */
export function writeEvaluation(
  db: Db,
  {
    seen,
    typed,
    isPublished,
    ...change
  }: ExperimentChange & { seen: number; typed: Readonly<Record<string, unknown>>; isPublished: boolean },
): Promise<Result<{ version: number }, ExperimentRefusal | ExperimentError>> {
  const { experimentId, userId, now } = change;
  return changing(
    db,
    change,
    'experiment.write',
    async (tx): Promise<Result<{ version: number }, ExperimentError>> => {
      const parsed = parseEvaluation(typed);
      if (!parsed.ok) return parsed;
      if (isPublished && completenessOf(parsed.value).answered === 0)
        return fail('experiment.evaluationEmpty');
      const [last] = await tx
        .select({ version: experimentEvaluations.version })
        .from(experimentEvaluations)
        .where(eq(experimentEvaluations.experimentId, experimentId))
        .orderBy(desc(experimentEvaluations.version))
        .limit(1);
      if ((last?.version ?? 0) !== seen) return fail('experiment.changedMeanwhile');
      const version = seen + 1;
      const kept = await tx
        .insert(experimentEvaluations)
        .values({
          experimentId,
          version,
          answers: parsed.value,
          publishedAt: isPublished ? now : null,
          writtenBy: userId,
          writtenAt: now,
        })
        .onConflictDoNothing()
        .returning({ version: experimentEvaluations.version });
      if (kept.length === 0) return fail('experiment.changedMeanwhile');
      if (isPublished) await recordEvent(tx, change, 'evaluation.published', { version: String(version) });
      return ok({ version });
    },
  );
}
