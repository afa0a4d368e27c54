import { asc, eq } from 'drizzle-orm';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { users } from '../../people/person/schema.ts';
import { type AssessmentChange, type AssessmentReader, reachAssessment } from './assessment-access.ts';
import { assessmentMessages } from './schema.ts';

type Asked = AssessmentReader & { readonly applicationId: string };

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

/** [AS7] Says something. */
export async function sayToAssessors(
  tx: Tx,
  { facts, text, messageId, userId, now }: AssessmentChange & { text: string; messageId: string },
): Promise<void> {
  await tx
    .insert(assessmentMessages)
    .values({ id: messageId, applicationId: facts.id, authorId: userId, text, at: now });
}
