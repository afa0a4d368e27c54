import { and, asc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import type { OrganisationBadge } from '#shared/people/organisation/organisation.ts';
import type { ApplicationStatus } from '#shared/programme/application/application.ts';
import type { Outcome } from '#shared/programme/assessment/decision.ts';
import type { Marks } from '#shared/programme/assessment/marks.ts';
import { scoreOf } from '#shared/programme/assessment/score.ts';
import { type CallCriterion, endOfTolerance } from '#shared/programme/call/call.ts';
import type { Db } from '../../kernel/client.ts';
import { organisationBadge } from '../../people/organisation/organisations.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { users } from '../../people/person/schema.ts';
import { applicationCoLeads, applications, submissions } from '../application/schema.ts';
import { calls } from '../call/schema.ts';
import {
  announcedDecisions,
  assessmentGivings,
  assessments,
  committeeDecisions,
  expertOpinions,
  recusals,
} from './schema.ts';

/** One assessor of an application, with the marks that count of them. */
export interface AssessorFacts {
  readonly assessmentId: string;
  readonly userId: string;
  readonly name: string;
  readonly organisationName: string;
  readonly assignedAt: Date;
  readonly removedAt: Date | null;
  readonly given: { readonly marks: Marks; readonly submissionRank: number; readonly givenAt: Date } | null;
  readonly score: number | null;
}

/** A decision, as it is prepared or as it was announced. */
export interface DecisionFacts {
  readonly rank: number;
  readonly outcome: Outcome | null;
  readonly waitingRank: number | null;
  readonly motivation: string;
  readonly at: Date;
}

/** All that there is of one application for those who assess it; nobody sees it whole but by `assessmentAccessOf`. */
export interface ApplicationFacts {
  readonly id: string;
  readonly title: string;
  readonly number: string;
  readonly status: ApplicationStatus;
  readonly isLate: boolean;
  readonly submissionRank: number;
  readonly organisation: OrganisationBadge;
  readonly coLeadIds: readonly string[];
  readonly partnerNames: readonly string[];
  readonly call: {
    readonly id: string;
    readonly title: string;
    readonly seasonId: string;
    readonly isClosed: boolean;
    readonly criteria: readonly CallCriterion[];
  };
  readonly assessors: readonly AssessorFacts[];
  readonly recusals: readonly {
    readonly id: string;
    readonly userId: string;
    readonly name: string;
    readonly reason: string;
    readonly at: Date;
  }[];
  readonly expertIds: readonly string[];
  readonly decision: DecisionFacts | null;
  readonly announced: DecisionFacts | null;
}

/** What was submitted to a call, or one application of it, in the order of its numbers. */
export async function loadFacts(
  db: Db,
  which:
    | { readonly callId: string }
    | { readonly applicationId: string }
    | { readonly ids: readonly string[] },
  now: Date,
): Promise<ApplicationFacts[]> {
  const rows = await db
    .select({
      id: applications.id,
      title: applications.title,
      status: applications.status,
      number: submissions.number,
      isLate: submissions.isLate,
      submissionRank:
        sql<number>`(select max(s.rank) from ${submissions} s where s.application_id = ${applications.id})`.mapWith(
          Number,
        ),
      partners: sql<unknown>`(select s.answers->'partenaires' from ${submissions} s
        where s.application_id = ${applications.id} order by s.rank desc limit 1)`,
      organisation: organisationBadge,
      call: {
        id: calls.id,
        title: calls.title,
        seasonId: calls.seasonId,
        opensAt: calls.opensAt,
        closesAt: calls.closesAt,
        toleranceMinutes: calls.toleranceMinutes,
        publishedAt: calls.publishedAt,
        criteria: calls.criteria,
      },
    })
    .from(applications)
    .innerJoin(submissions, and(eq(submissions.applicationId, applications.id), eq(submissions.rank, 1)))
    .innerJoin(organisations, eq(organisations.id, applications.organisationId))
    .innerJoin(calls, eq(calls.id, applications.callId))
    .where(condition(which))
    .orderBy(asc(submissions.number));
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  // One after the other: inside a transaction there is one connection.
  const coLeads = await db
    .select({ applicationId: applicationCoLeads.applicationId, id: applicationCoLeads.organisationId })
    .from(applicationCoLeads)
    .where(inArray(applicationCoLeads.applicationId, ids));
  const assessors = await listAssessors(db, ids);
  const declared = await listDeclared(db, ids);
  const experts = await db
    .select({ applicationId: expertOpinions.applicationId, id: expertOpinions.userId })
    .from(expertOpinions)
    .where(and(inArray(expertOpinions.applicationId, ids), isNull(expertOpinions.withdrawnAt)));
  const decisions = await db
    .select()
    .from(committeeDecisions)
    .where(inArray(committeeDecisions.applicationId, ids))
    .orderBy(asc(committeeDecisions.rank));
  const announced = await db
    .select()
    .from(announcedDecisions)
    .where(inArray(announcedDecisions.applicationId, ids))
    .orderBy(asc(announcedDecisions.rank));
  const lasting = new Map(decisions.map((row) => [row.applicationId, { ...row, at: row.decidedAt }]));
  const known = new Map(announced.map((row) => [row.applicationId, { ...row, at: row.announcedAt }]));
  return rows.map(({ partners, call, ...row }) => ({
    ...row,
    call: {
      id: call.id,
      title: call.title,
      seasonId: call.seasonId,
      isClosed: now >= endOfTolerance(call),
      criteria: call.criteria,
    },
    coLeadIds: coLeads.flatMap((one) => (one.applicationId === row.id ? [one.id] : [])),
    partnerNames: namesOf(partners),
    assessors: assessors.flatMap(({ applicationId, ...one }) =>
      applicationId === row.id
        ? [{ ...one, score: one.given && scoreOf(one.given.marks, call.criteria) }]
        : [],
    ),
    recusals: declared.flatMap(({ applicationId, ...one }) => (applicationId === row.id ? [one] : [])),
    expertIds: experts.flatMap((one) => (one.applicationId === row.id ? [one.id] : [])),
    decision: factsOf(lasting.get(row.id)),
    announced: factsOf(known.get(row.id)),
  }));
}

function condition(which: Parameters<typeof loadFacts>[1]): SQL {
  if ('callId' in which) return eq(applications.callId, which.callId);
  if ('applicationId' in which) return eq(applications.id, which.applicationId);
  return which.ids.length > 0 ? inArray(applications.id, [...which.ids]) : sql`false`;
}

function factsOf(row: DecisionFacts | undefined): DecisionFacts | null {
  return (
    (row !== undefined && {
      rank: row.rank,
      outcome: row.outcome,
      waitingRank: row.waitingRank,
      motivation: row.motivation,
      at: row.at,
    }) ||
    null
  );
}

/** Assessors, those who were taken off too, with the last marks that each gave. */
async function listAssessors(db: Db, ids: readonly string[]) {
  const rows = await db
    .select({
      assessmentId: assessments.id,
      applicationId: assessments.applicationId,
      userId: assessments.userId,
      name: users.name,
      organisationName: sql<string>`coalesce(${organisations.name}, '')`,
      assignedAt: assessments.assignedAt,
      removedAt: assessments.removedAt,
    })
    .from(assessments)
    .innerJoin(users, eq(users.id, assessments.userId))
    .leftJoin(organisations, eq(organisations.id, users.organisationId))
    .where(inArray(assessments.applicationId, [...ids]))
    .orderBy(asc(users.name), asc(assessments.id));
  const givings = rows.length
    ? await db
        .select()
        .from(assessmentGivings)
        .where(
          inArray(
            assessmentGivings.assessmentId,
            rows.map(({ assessmentId }) => assessmentId),
          ),
        )
        .orderBy(asc(assessmentGivings.rank))
    : [];
  const last = new Map(givings.map((giving) => [giving.assessmentId, giving]));
  return rows.map((row) => {
    const giving = last.get(row.assessmentId);
    return {
      ...row,
      given: giving
        ? { marks: giving.marks, submissionRank: giving.submissionRank, givenAt: giving.givenAt }
        : null,
    };
  });
}

function listDeclared(db: Db, ids: readonly string[]) {
  return db
    .select({
      id: recusals.id,
      applicationId: recusals.applicationId,
      userId: recusals.userId,
      name: users.name,
      reason: recusals.reason,
      at: recusals.declaredAt,
    })
    .from(recusals)
    .innerJoin(users, eq(users.id, recusals.userId))
    .where(and(inArray(recusals.applicationId, [...ids]), isNull(recusals.liftedAt)))
    .orderBy(asc(recusals.declaredAt));
}

/** Names of the lines of a block, whatever stands there. */
function namesOf(partners: unknown): string[] {
  if (!Array.isArray(partners)) return [];
  return partners.flatMap((row: unknown) => {
    const name = (row as { nom?: unknown } | null)?.nom;
    return typeof name === 'string' && name.trim() !== '' ? [name] : [];
  });
}
