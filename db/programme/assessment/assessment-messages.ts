import { asc, eq } from 'drizzle-orm';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { AssessmentError } from '#shared/programme/assessment/assessment-errors.ts';
import type { Db } from '../../kernel/client.ts';
import { users } from '../../people/person/schema.ts';
import { type AssessmentReader, holdAssessment, reachAssessment } from './assessment-access.ts';
import { assessmentMessages } from './schema.ts';

type Asked = AssessmentReader & { readonly applicationId: string };

const TEXT_MAX = 5_000;

/** Something that was said about an application. */
export interface AssessmentMessage {
  readonly id: string;
  readonly author: string | null;
  readonly text: string;
  readonly at: Date;
}

/** [AS7] What was said, for those who may talk; nothing for anybody else. */
export async function listMessages(db: Db, asked: Asked): Promise<AssessmentMessage[]> {
  const reached = await reachAssessment(db, asked);
  if (!reached?.access.mayDiscuss) return [];
  return db
    .select({
      id: assessmentMessages.id,
      author: users.name,
      text: assessmentMessages.text,
      at: assessmentMessages.at,
    })
    .from(assessmentMessages)
    .leftJoin(users, eq(users.id, assessmentMessages.authorId))
    .where(eq(assessmentMessages.applicationId, asked.applicationId))
    .orderBy(asc(assessmentMessages.at), asc(assessmentMessages.id))
    .limit(500);
}

/** [AS7] Says something. Refused: 'access.notFound', 'assessment.discussionClosed', 'assessment.textMissing', 'assessment.textTooLong'. */
export function sayToAssessors(
  db: Db,
  { text, messageId, ...asked }: Asked & { text: string; messageId: string },
): Promise<Result<void, 'access.notFound' | AssessmentError>> {
  return db.transaction(async (tx) => {
    const reached = await holdAssessment(tx, asked);
    if (!reached) return fail('access.notFound');
    if (!reached.access.mayDiscuss) return fail('assessment.discussionClosed');
    const said = text.trim();
    if (said === '') return fail('assessment.textMissing');
    if (said.length > TEXT_MAX) return fail('assessment.textTooLong');
    await tx.insert(assessmentMessages).values({
      id: messageId,
      applicationId: asked.applicationId,
      authorId: asked.userId,
      text: said,
      at: asked.now,
    });
    return ok();
  });
}
