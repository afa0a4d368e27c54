import { desc, eq } from 'drizzle-orm';
import type { Readable } from '#shared/kernel/access/readable.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { EvaluationAnswers, EvaluationVersion } from '#shared/programme/experiment/evaluation.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { users } from '../../people/person/schema.ts';
import { type ExperimentChange, recordEvent } from './experiment-change.ts';
import { experimentEvaluations } from './follow-up-schema.ts';

/** A version and who wrote it; null for somebody who left. */
export interface WrittenEvaluation extends EvaluationVersion {
  readonly author: string | null;
}

/** [EX18] Every version of an evaluation, the latest first. */
export function listEvaluations(db: Db, experimentId: Readable<'experiment'>): Promise<WrittenEvaluation[]> {
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
 * [EX18] Writes an evaluation as a new version; published, it may be cited from then on. Refused when somebody wrote another version
 * since `seen`.
 */
export async function writeEvaluation(
  tx: Tx,
  {
    seen,
    answers,
    isPublished,
    ...change
  }: ExperimentChange & { seen: number; answers: EvaluationAnswers; isPublished: boolean },
): Promise<Result<void, 'experiment.changedMeanwhile'>> {
  const { experimentId, userId, now } = change;
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
      answers,
      publishedAt: isPublished ? now : null,
      writtenBy: userId,
      writtenAt: now,
    })
    .onConflictDoNothing()
    .returning({ version: experimentEvaluations.version });
  if (kept.length === 0) return fail('experiment.changedMeanwhile');
  if (isPublished) await recordEvent(tx, change, 'evaluation.published', { version: String(version) });
  return ok();
}
