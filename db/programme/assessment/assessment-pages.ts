import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Answers, Form } from '#shared/programme/application/form.ts';
import { depositForm } from '#shared/programme/application/form-parts.ts';
import type { AssessmentAccess } from '#shared/programme/assessment/assessment-access.ts';
import type { AssessmentState } from '#shared/programme/assessment/assigned.ts';
import type { Marks } from '#shared/programme/assessment/marks.ts';
import { summariesOf, summaryOf } from '#shared/programme/assessment/score.ts';
import { accessTo, activeAssessors, countingAssessors } from '#shared/programme/assessment/standing.ts';
import type { Db } from '../../kernel/client.ts';
import { submissions } from '../application/schema.ts';
import { callForms } from '../call/schema.ts';
import { type AssessmentReader, findAssessmentPerson, reachAssessment } from './assessment-access.ts';
import { type ApplicationFacts, loadFacts } from './assessment-facts.ts';
import { assessments, committees, expertOpinions } from './schema.ts';

/** What somebody who assesses an application sees of it, and no more. */
export interface AssessmentForReader {
  readonly application: Pick<
    ApplicationFacts,
    'id' | 'title' | 'number' | 'status' | 'isLate' | 'submissionRank' | 'organisation' | 'call'
  >;
  readonly access: AssessmentAccess;
  readonly isDecided: boolean;
  readonly form: Form;
  readonly answers: Answers;
  /** Of this reader, if they assess it. */
  readonly own: {
    readonly draft: Marks;
    readonly privateNotes: string;
    readonly draftSavedAt: Date | null;
    readonly givenAt: Date | null;
    readonly score: number | null;
    /** They gave marks to an earlier submission. */
    readonly isOutdated: boolean;
  } | null;
  /** Everybody who assesses it, without marks while they are not this reader's to see. */
  readonly assessors: readonly {
    readonly userId: string;
    readonly name: string;
    readonly organisationName: string;
    readonly hasGiven: boolean;
    readonly removedAt: Date | null;
    readonly marks: Marks | null;
    readonly score: number | null;
    readonly givenAt: Date | null;
  }[];
  readonly recusals: ApplicationFacts['recusals'];
  readonly summary: ReturnType<typeof summaryOf> | null;
  readonly byCriterion: ReturnType<typeof summariesOf> | null;
}

/** [AS1] [AS5] [AS7] The assessment of an application as this person may see it; null when it must look absent. */
export async function findAssessment(
  db: Db,
  asked: AssessmentReader & { applicationId: string },
): Promise<AssessmentForReader | null> {
  const reached = await reachAssessment(db, asked);
  if (!reached) return null;
  const { facts, access } = reached;
  const [submission] = await db
    .select({ answers: submissions.answers, form: callForms.form })
    .from(submissions)
    .innerJoin(
      callForms,
      and(eq(callForms.callId, facts.call.id), eq(callForms.version, submissions.formVersion)),
    )
    .where(eq(submissions.applicationId, facts.id))
    .orderBy(desc(submissions.rank))
    .limit(1);
  if (!submission) return null;
  const counting = countingAssessors(facts);
  const given = counting.flatMap((one) => (one.given ? [one.given.marks] : []));
  return {
    application: named(facts),
    access,
    isDecided: facts.announced !== null,
    ...submission,
    form: depositForm(submission.form),
    own: access.mayMark ? await ownOf(db, facts, asked.userId) : null,
    assessors: access.mayMark || access.mayManage ? facts.assessors.map((one) => shown(one, access)) : [],
    recusals: access.mayManage ? facts.recusals : [],
    summary: access.maySeeMarks ? summaryOf(counting.flatMap(({ score }) => score ?? [])) : null,
    byCriterion: access.maySeeMarks ? summariesOf(given, facts.call.criteria) : null,
  };
}

/** Only what names it: the rest of the facts is for `access` to give. */
function named({
  id,
  title,
  number,
  status,
  isLate,
  submissionRank,
  organisation,
  call,
}: ApplicationFacts): AssessmentForReader['application'] {
  return { id, title, number, status, isLate, submissionRank, organisation, call };
}

function shown(one: ApplicationFacts['assessors'][number], { maySeeMarks }: AssessmentAccess) {
  const { userId, name, organisationName, removedAt, given, score } = one;
  const facts = { userId, name, organisationName, removedAt, hasGiven: given !== null };
  return maySeeMarks
    ? { ...facts, marks: given?.marks ?? null, score, givenAt: given?.givenAt ?? null }
    : { ...facts, marks: null, score: null, givenAt: null };
}

async function ownOf(db: Db, facts: ApplicationFacts, userId: string) {
  const own = facts.assessors.find((one) => one.userId === userId);
  const [row] = await db
    .select({
      draft: assessments.draft,
      privateNotes: assessments.privateNotes,
      draftSavedAt: assessments.draftSavedAt,
    })
    .from(assessments)
    .where(and(eq(assessments.applicationId, facts.id), eq(assessments.userId, userId)));
  if (!own || !row) return null;
  return {
    ...row,
    givenAt: own.given?.givenAt ?? null,
    score: own.score,
    isOutdated: own.given !== null && own.given.submissionRank < facts.submissionRank,
  };
}

/** An application that somebody has to assess. */
export interface AssignedApplication {
  readonly id: string;
  readonly title: string;
  readonly number: string;
  readonly organisationName: string;
  readonly callTitle: string;
  readonly role: 'assessor' | 'expert';
  readonly state: AssessmentState;
  /** ISO day, included; null when none was said. */
  readonly until: string | null;
  readonly givenCount: number;
  readonly assessorCount: number;
}

const ASSIGNED_MAX = 300;

/** [AS1] What this person has to assess or was asked about, what is to be done first. */
export async function listAssigned(
  db: Db,
  { userId, now }: AssessmentReader,
): Promise<AssignedApplication[]> {
  const person = await findAssessmentPerson(db, userId);
  if (!person) return [];
  const own = await db
    .select({ id: assessments.applicationId, savedAt: assessments.draftSavedAt })
    .from(assessments)
    .where(and(eq(assessments.userId, userId), isNull(assessments.removedAt)))
    .orderBy(desc(assessments.assignedAt))
    .limit(ASSIGNED_MAX);
  const asked = await db
    .select({ id: expertOpinions.applicationId, answeredAt: expertOpinions.answeredAt })
    .from(expertOpinions)
    .where(and(eq(expertOpinions.userId, userId), isNull(expertOpinions.withdrawnAt)))
    .limit(ASSIGNED_MAX);
  const all = await loadFacts(db, { ids: [...own, ...asked].map(({ id }) => id) }, now);
  const days = await db.select({ callId: committees.callId, until: committees.assessUntil }).from(committees);
  const until = new Map(days.map((row) => [row.callId, row.until]));
  const listed = all.flatMap((facts): AssignedApplication[] => {
    const access = accessTo(person, facts);
    if (!access || (!access.mayMark && !access.mayAdvise)) return [];
    const mine = facts.assessors.find((one) => one.userId === userId);
    const active = activeAssessors(facts);
    const opinion = asked.find(({ id }) => id === facts.id);
    const hasBegun = own.find(({ id }) => id === facts.id)?.savedAt ?? null;
    const isGiven = access.mayMark ? mine?.given !== null : opinion?.answeredAt !== null;
    const isOutdated = access.mayMark && (mine?.given?.submissionRank ?? Infinity) < facts.submissionRank;
    return [
      {
        id: facts.id,
        title: facts.title,
        number: facts.number,
        organisationName: facts.organisation.name,
        callTitle: facts.call.title,
        role: access.mayMark ? 'assessor' : 'expert',
        state: facts.announced
          ? 'decided'
          : isOutdated
            ? 'outdated'
            : isGiven
              ? 'given'
              : hasBegun
                ? 'begun'
                : 'toDo',
        until: until.get(facts.call.id) ?? null,
        givenCount: active.filter(({ given }) => given !== null).length,
        assessorCount: active.length,
      },
    ];
  });
  const order = ['outdated', 'begun', 'toDo', 'given', 'decided'];
  return listed.sort(
    (a, b) => order.indexOf(a.state) - order.indexOf(b.state) || (a.number < b.number ? -1 : 1),
  );
}
