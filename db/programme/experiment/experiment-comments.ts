import { and, asc, eq, isNull, like } from 'drizzle-orm';
import type { Readable } from '#shared/kernel/access/readable.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { users } from '../../people/person/schema.ts';
import type { ExperimentChange } from './experiment-change.ts';
import { experimentComments } from './result-schema.ts';

export interface ExperimentComment {
  readonly id: string;
  readonly subject: string;
  readonly text: string;
  readonly authorId: string | null;
  readonly author: string | null;
  readonly writtenAt: Date;
}

/** [EX19] What is said of the log or of the evaluation, in its order. */
export function listExperimentComments(
  db: Db,
  { experimentId, about }: { experimentId: Readable<'experiment'>; about: 'log' | 'evaluation' },
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

/** [NO13] Who says this of a month or of a part, what was taken off left aside. */
export async function listSpeakers(db: Db, experimentId: string, subject: string): Promise<string[]> {
  const { experimentId: of, subject: about, writtenBy: id, removedAt } = experimentComments;
  const rows = await db
    .selectDistinct({ id })
    .from(experimentComments)
    .where(and(eq(of, experimentId), eq(about, subject), isNull(removedAt)));
  return rows.flatMap((row) => row.id ?? []);
}

/** [EX19] Says something of a month or of a part. */
export async function addComment(
  tx: Tx,
  {
    subject,
    text,
    experimentId,
    userId: writtenBy,
    now: writtenAt,
    newId,
  }: ExperimentChange & { subject: string; text: string },
): Promise<void> {
  await tx
    .insert(experimentComments)
    .values({ id: newId(), experimentId, subject, text, writtenBy, writtenAt });
}

/** [EX19] Takes off what one said oneself, or gives it back; whoever manages the experiment, what anybody said. */
export async function removeComment(
  tx: Tx,
  {
    commentId,
    isBack,
    isManager,
    ...change
  }: ExperimentChange & { commentId: string; isBack: boolean; isManager: boolean },
): Promise<Result<void, 'experiment.changedMeanwhile'>> {
  const changed = await tx
    .update(experimentComments)
    .set({ removedAt: isBack ? null : change.now })
    .where(
      and(
        eq(experimentComments.id, commentId),
        eq(experimentComments.experimentId, change.experimentId),
        isManager ? undefined : eq(experimentComments.writtenBy, change.userId),
      ),
    )
    .returning({ id: experimentComments.id });
  return changed.length > 0 ? ok() : fail('experiment.changedMeanwhile');
}
