import { and, asc, eq, isNull, like } from 'drizzle-orm';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { EVALUATION_PARTS } from '#shared/programme/experiment/evaluation.ts';
import { canInExperiment } from '#shared/programme/experiment/experiment-access.ts';
import type { ExperimentError } from '#shared/programme/experiment/experiment-errors.ts';
import { parseMonth } from '#shared/programme/experiment/log.ts';
import type { Db } from '../../kernel/client.ts';
import { users } from '../../people/person/schema.ts';
import { changing, type ExperimentChange, type ExperimentRefusal } from './experiment-change.ts';
import { experimentComments } from './result-schema.ts';

type Answer = Promise<Result<void, ExperimentRefusal | ExperimentError>>;

export interface ExperimentComment {
  readonly id: string;
  readonly subject: string;
  readonly text: string;
  readonly authorId: string | null;
  readonly author: string | null;
  readonly writtenAt: Date;
}

/** [EX19] What is said of the log or of the evaluation, in its order. The caller has checked the right. */
export function listExperimentComments(
  db: Db,
  { experimentId, about }: { experimentId: string; about: 'log' | 'evaluation' },
): Promise<ExperimentComment[]> {
  return db
    .select({
      id: experimentComments.id,
      subject: experimentComments.subject,
      text: experimentComments.text,
      authorId: experimentComments.writtenBy,
      author: users.name,
      writtenAt: experimentComments.writtenAt,
    })
    .from(experimentComments)
    .leftJoin(users, eq(users.id, experimentComments.writtenBy))
    .where(
      and(
        eq(experimentComments.experimentId, experimentId),
        isNull(experimentComments.removedAt),
        like(experimentComments.subject, `${about}:%`),
      ),
    )
    .orderBy(asc(experimentComments.writtenAt), asc(experimentComments.id))
    .limit(1_000);
}

/** A month of the log, or a part of the evaluation. */
function isSubject(subject: string): boolean {
  const [about, of = ''] = subject.split(':');
  if (about === 'log') return parseMonth(of) !== null;
  return about === 'evaluation' && EVALUATION_PARTS.some((part) => part === of);
}

/** [EX19] Says something of a month or of a part. Refused: who may not, nothing said, too long. */
export function addComment(
  db: Db,
  { subject, text: typed, ...change }: ExperimentChange & { subject: string; text: string },
): Answer {
  const { experimentId, userId, now } = change;
  return changing(db, change, 'experiment.comment', async (tx): Answer => {
    const text = typed.trim();
    if (!isSubject(subject)) return fail('experiment.monthInvalid');
    if (text === '') return fail('experiment.commentEmpty');
    if (text.length > 5_000) return fail('experiment.textTooLong');
    await tx
      .insert(experimentComments)
      .values({ id: change.newId(), experimentId, subject, text, writtenBy: userId, writtenAt: now });
    return ok();
  });
}

/** [EX19] Takes off what one said oneself, or gives it back; the coordination those of all. */
export function removeComment(
  db: Db,
  { commentId, isBack, ...change }: ExperimentChange & { commentId: string; isBack: boolean },
): Answer {
  return changing(db, change, 'experiment.comment', async (tx, role): Answer => {
    const own = canInExperiment(role, 'experiment.manage')
      ? undefined
      : eq(experimentComments.writtenBy, change.userId);
    const changed = await tx
      .update(experimentComments)
      .set({ removedAt: isBack ? null : change.now })
      .where(
        and(
          eq(experimentComments.id, commentId),
          eq(experimentComments.experimentId, change.experimentId),
          own,
        ),
      )
      .returning({ id: experimentComments.id });
    return changed.length > 0 ? ok() : fail('experiment.changedMeanwhile');
  });
}
