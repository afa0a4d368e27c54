import { and, asc, eq, isNull } from 'drizzle-orm';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { recusalOf } from '#shared/programme/assessment/standing.ts';
import { recordAudit } from '../../kernel/audit/audit.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { users } from '../../people/person/schema.ts';
import {
  type AssessmentChange,
  type AssessmentReader,
  findAssessmentPerson,
  reachAssessment,
} from './assessment-access.ts';
import { subjectOf } from './assessments.ts';
import { expertOpinions } from './schema.ts';

/** What an expert was asked, and said. */
export interface ExpertOpinion {
  readonly id: string;
  readonly userId: string;
  readonly name: string;
  readonly question: string;
  readonly askedAt: Date;
  readonly opinion: string;
  readonly answeredAt: Date | null;
}

/** [AS13] Asks a person with an account, by address: none of the candidate, no assessor of it, nobody who is asked already. */
export async function askExpert(
  tx: Tx,
  {
    facts,
    email,
    question,
    opinionId,
    userId,
    now,
  }: AssessmentChange & {
    email: string;
    question: string;
    opinionId: string;
  },
): Promise<Result<{ email: string; name: string }, 'assessment.decided' | 'assessment.expertInvalid'>> {
  if (facts.announced) return fail('assessment.decided');
  const [account] = await tx
    .select({ id: users.id, email: users.email, name: users.name })
    .from(users)
    .where(and(eq(users.email, email.trim().toLowerCase()), isNull(users.suspendedAt)));
  const expert = account && (await findAssessmentPerson(tx, account.id));
  if (!account || !expert || recusalOf(expert, facts)) return fail('assessment.expertInvalid');
  const isAssessor = facts.assessors.some((one) => one.userId === account.id && !one.removedAt);
  if (isAssessor || facts.expertIds.includes(account.id)) return fail('assessment.expertInvalid');
  const set = { question, askedBy: userId, askedAt: now, withdrawnAt: null };
  await tx
    .insert(expertOpinions)
    .values({ id: opinionId, applicationId: facts.id, userId: account.id, ...set })
    .onConflictDoUpdate({ target: [expertOpinions.applicationId, expertOpinions.userId], set });
  await recordAudit(tx, {
    actorId: userId,
    action: 'assessment.expertAsked',
    subject: subjectOf(facts),
    payload: { expertId: account.id },
    now,
  });
  return ok({ email: account.email, name: account.name });
}

/** [AS13] Answers. It can be written again until the decision is announced. */
export async function giveOpinion(
  tx: Tx,
  { facts, opinion, userId, now }: AssessmentChange & { opinion: string },
): Promise<Result<void, 'assessment.decided'>> {
  if (facts.announced) return fail('assessment.decided');
  await tx
    .update(expertOpinions)
    .set({ opinion, answeredAt: now })
    .where(and(eq(expertOpinions.applicationId, facts.id), eq(expertOpinions.userId, userId)));
  await recordAudit(tx, {
    actorId: userId,
    action: 'assessment.expertAnswered',
    subject: subjectOf(facts),
    now,
  });
  return ok();
}

/** [AS13] Opinions for assessors and coordinators; an expert has their own only. */
export async function listOpinions(
  db: Db,
  asked: AssessmentReader & { readonly applicationId: string },
): Promise<ExpertOpinion[]> {
  const reached = await reachAssessment(db, asked);
  if (!reached) return [];
  const { mayMark, mayManage } = reached.access;
  return db
    .select({
      id: expertOpinions.id,
      userId: expertOpinions.userId,
      name: users.name,
      question: expertOpinions.question,
      askedAt: expertOpinions.askedAt,
      opinion: expertOpinions.opinion,
      answeredAt: expertOpinions.answeredAt,
    })
    .from(expertOpinions)
    .innerJoin(users, eq(users.id, expertOpinions.userId))
    .where(
      and(
        eq(expertOpinions.applicationId, asked.applicationId),
        isNull(expertOpinions.withdrawnAt),
        mayMark || mayManage ? undefined : eq(expertOpinions.userId, asked.userId),
      ),
    )
    .orderBy(asc(expertOpinions.askedAt), asc(expertOpinions.id));
}
