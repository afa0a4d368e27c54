import { and, asc, eq, isNull } from 'drizzle-orm';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { AssessmentError } from '#shared/programme/assessment/assessment-errors.ts';
import { recusalOf } from '#shared/programme/assessment/standing.ts';
import { recordAudit } from '../../kernel/audit/audit.ts';
import type { Db } from '../../kernel/client.ts';
import { users } from '../../people/person/schema.ts';
import {
  type AssessmentReader,
  findAssessmentPerson,
  holdAssessment,
  reachAssessment,
} from './assessment-access.ts';
import { subjectOf } from './assessments.ts';
import { expertOpinions } from './schema.ts';

type Refusal = 'access.notFound' | 'access.forbidden' | AssessmentError;
type Change = AssessmentReader & { readonly applicationId: string };

const TEXT_MAX = 10_000;

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

/** [AS13] Asks a person with an account, by address. Refused: 'access.notFound', 'access.forbidden', 'assessment.decided', 'assessment.textMissing', 'assessment.textTooLong', 'assessment.expertInvalid' (unknown, of the candidate, an assessor of it, asked already). */
export function askExpert(
  db: Db,
  { email, question, opinionId, ...change }: Change & { email: string; question: string; opinionId: string },
): Promise<Result<{ userId: string; email: string; name: string; title: string }, Refusal>> {
  return db.transaction(async (tx) => {
    const reached = await holdAssessment(tx, change);
    if (!reached) return fail('access.notFound');
    const { facts, access } = reached;
    if (!access.mayManage) return fail('access.forbidden');
    if (facts.announced) return fail('assessment.decided');
    const said = question.trim();
    if (said === '') return fail('assessment.textMissing');
    if (said.length > TEXT_MAX) return fail('assessment.textTooLong');
    const [account] = await tx
      .select({ id: users.id, email: users.email, name: users.name })
      .from(users)
      .where(and(eq(users.email, email.trim().toLowerCase()), isNull(users.suspendedAt)));
    const expert = account && (await findAssessmentPerson(tx, account.id));
    if (!account || !expert || recusalOf(expert, facts)) return fail('assessment.expertInvalid');
    const isAssessor = facts.assessors.some(({ userId, removedAt }) => userId === account.id && !removedAt);
    if (isAssessor || facts.expertIds.includes(account.id)) return fail('assessment.expertInvalid');
    const set = { question: said, askedBy: change.userId, askedAt: change.now, withdrawnAt: null };
    await tx
      .insert(expertOpinions)
      .values({ id: opinionId, applicationId: facts.id, userId: account.id, ...set })
      .onConflictDoUpdate({ target: [expertOpinions.applicationId, expertOpinions.userId], set });
    await recordAudit(tx, {
      actorId: change.userId,
      action: 'assessment.expertAsked',
      subject: subjectOf(facts),
      payload: { expertId: account.id },
      now: change.now,
    });
    return ok({ userId: account.id, email: account.email, name: account.name, title: facts.title });
  });
}

/** [AS13] Answers. It can be written again until the decision is announced. Refused: 'access.notFound', 'access.forbidden', 'assessment.decided', 'assessment.textMissing', 'assessment.textTooLong'. */
export function giveOpinion(
  db: Db,
  { opinion, ...change }: Change & { opinion: string },
): Promise<Result<void, Refusal>> {
  return db.transaction(async (tx) => {
    const reached = await holdAssessment(tx, change);
    if (!reached) return fail('access.notFound');
    if (!reached.access.mayAdvise) return fail('access.forbidden');
    if (reached.facts.announced) return fail('assessment.decided');
    const said = opinion.trim();
    if (said === '') return fail('assessment.textMissing');
    if (said.length > TEXT_MAX) return fail('assessment.textTooLong');
    await tx
      .update(expertOpinions)
      .set({ opinion: said, answeredAt: change.now })
      .where(
        and(eq(expertOpinions.applicationId, change.applicationId), eq(expertOpinions.userId, change.userId)),
      );
    await recordAudit(tx, {
      actorId: change.userId,
      action: 'assessment.expertAnswered',
      subject: subjectOf(reached.facts),
      now: change.now,
    });
    return ok();
  });
}

/** [AS13] Opinions for assessors and coordinators; an expert has their own only. */
export async function listOpinions(db: Db, asked: Change): Promise<ExpertOpinion[]> {
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
