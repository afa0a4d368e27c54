import { and, asc, count, desc, eq, exists, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import { canOnPlatform } from '#shared/kernel/access/access.ts';
import { asReadable, type Readable } from '#shared/kernel/access/readable.ts';
import type { OrganisationBadge } from '#shared/people/organisation/organisation.ts';
import type { ApplicationStatus, ComplementFilter } from '#shared/programme/application/application.ts';
import type { ApplicationAccess } from '#shared/programme/application/application-access.ts';
import type { Db } from '../../kernel/client.ts';
import { organisationBadge } from '../../people/organisation/organisations.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { users } from '../../people/person/schema.ts';
import { calls } from '../call/schema.ts';
import { agreements } from '../territory/schema.ts';
import { findApplicationAccess, isAuthoredBy, wasSubmittedOnRow } from './application-rights.ts';
import { applicationCoLeads, applications, complements, submissions } from './schema.ts';

/** An application as lists show it. What was submitted has a number. */
export interface ListedApplication {
  readonly id: string;
  readonly title: string;
  readonly status: ApplicationStatus;
  /** Per cent of what must be answered. */
  readonly completeness: number;
  readonly organisation: OrganisationBadge;
  readonly agreement: { readonly id: string; readonly name: string } | null;
  readonly call: {
    readonly id: string;
    readonly title: string;
    readonly seasonId: string;
    readonly opensAt: Date;
    readonly closesAt: Date;
    readonly toleranceMinutes: number;
  };
  readonly createdAt: Date;
  readonly updatedAt: Date;
  /** Of the first submission; null before it. */
  readonly number: string | null;
  readonly submittedAt: Date | null;
  readonly isLate: boolean;
  /** [AP15] What is asked since it was selected: how far it is, and when it was handed in; null where nothing is. */
  readonly complement: { readonly completeness: number; readonly handedInAt: Date | null } | null;
}

/** The same as somebody who may see it sees it. */
export interface ApplicationForReader extends ListedApplication {
  readonly id: Readable<'application'>;
  readonly access: ApplicationAccess;
  readonly formVersion: number;
  readonly heldBy: { readonly id: string; readonly name: string } | null;
  readonly coLeads: readonly OrganisationBadge[];
}

const holder = sql<string | null>`(select h.name from "user" h where h.id = ${applications.heldBy})`;

const listed = {
  id: applications.id,
  title: applications.title,
  status: applications.status,
  completeness: applications.completeness,
  organisation: organisationBadge,
  agreement: { id: agreements.id, name: agreements.name },
  call: {
    id: calls.id,
    title: calls.title,
    seasonId: calls.seasonId,
    opensAt: calls.opensAt,
    closesAt: calls.closesAt,
    toleranceMinutes: calls.toleranceMinutes,
  },
  createdAt: applications.createdAt,
  updatedAt: applications.updatedAt,
  number: submissions.number,
  submittedAt: submissions.submittedAt,
  late: submissions.isLate,
  complement: { completeness: complements.completeness, handedInAt: complements.handedInAt },
};

function selectListed(db: Db) {
  return db
    .select({
      ...listed,
      formVersion: applications.formVersion,
      heldById: applications.heldBy,
      heldByName: holder,
    })
    .from(applications)
    .innerJoin(calls, eq(calls.id, applications.callId))
    .innerJoin(organisations, eq(organisations.id, applications.organisationId))
    .leftJoin(agreements, eq(agreements.id, applications.agreementId))
    .leftJoin(submissions, and(eq(submissions.applicationId, applications.id), eq(submissions.rank, 1)))
    .leftJoin(complements, eq(complements.applicationId, applications.id));
}

function present({
  late,
  formVersion: _version,
  heldById: _id,
  heldByName: _name,
  ...row
}: Awaited<ReturnType<typeof selectListed>>[number]): ListedApplication {
  return { ...row, isLate: late ?? false };
}

/** [AP1] The application, as this person may see it; null when it must look absent. */
export async function findApplication(
  db: Db,
  { applicationId, userId }: { applicationId: string; userId: string },
): Promise<ApplicationForReader | null> {
  const access = await findApplicationAccess(db, { applicationId, userId });
  if (!access) return null;
  const [row] = await selectListed(db).where(eq(applications.id, applicationId));
  if (!row) return null;
  const coLeads = await db
    .select(organisationBadge)
    .from(applicationCoLeads)
    .innerJoin(organisations, eq(organisations.id, applicationCoLeads.organisationId))
    .where(eq(applicationCoLeads.applicationId, applicationId))
    .orderBy(asc(organisations.name));
  const heldBy = row.heldById && row.heldByName ? { id: row.heldById, name: row.heldByName } : null;
  const id = asReadable<'application'>(row.id);
  return { ...present(row), id, access, formVersion: row.formVersion, heldBy, coLeads };
}

/** [AP1] The applications that this person writes, the last changed first; of one call when it is said. */
export async function listOwnApplications(
  db: Db,
  { userId, callId }: { userId: string; callId?: string },
): Promise<ListedApplication[]> {
  const rows = await selectListed(db)
    .where(and(isAuthoredBy(db, userId), callId ? eq(applications.callId, callId) : undefined))
    .orderBy(desc(applications.updatedAt), asc(applications.id))
    .limit(OWN_MAX);
  return rows.map(present);
}

/** An organisation applies to a handful of calls. */
const OWN_MAX = 200;

/** Which applications of a call a list shows. */
export interface ApplicationFilter {
  readonly status?: ApplicationStatus | undefined;
  /** [AP15] Those that are asked for more, by whether they have handed it in. */
  readonly complement?: ComplementFilter | undefined;
  readonly isLate?: boolean | undefined;
  /** Words of a title, a city or a number. */
  readonly text?: string | undefined;
  readonly offset?: number;
  readonly limit?: number;
}

/**
 * [AP3] What was submitted to a call, in the order of its numbers, for its assessors; nothing for anybody else, and never a draft.
 */
export async function listApplicationsOfCall(
  db: Db,
  { callId, userId, ...filter }: ApplicationFilter & { callId: string; userId: string },
): Promise<{ readonly total: number; readonly items: readonly ListedApplication[] }> {
  const [person] = await db
    .select({ platformRole: users.platformRole })
    .from(users)
    .where(and(eq(users.id, userId), isNull(users.suspendedAt)));
  if (!person || !canOnPlatform(person.platformRole, 'application.assess')) return { total: 0, items: [] };
  const condition = and(eq(applications.callId, callId), wasSubmittedOnRow, matching(filter));
  const [counted] = await db
    .select({ total: count() })
    .from(applications)
    .innerJoin(organisations, eq(organisations.id, applications.organisationId))
    .innerJoin(submissions, and(eq(submissions.applicationId, applications.id), eq(submissions.rank, 1)))
    .leftJoin(complements, eq(complements.applicationId, applications.id))
    .where(condition);
  const rows = await selectListed(db)
    .where(condition)
    .orderBy(asc(submissions.number))
    .offset(filter.offset ?? 0)
    .limit(filter.limit ?? PAGE);
  return { total: counted?.total ?? 0, items: rows.map(present) };
}

const PAGE = 50;

/** [AP3] The call that was last deposited to, which its assessors open on; null while nothing was. */
export async function findLastAnsweredCall(db: Db): Promise<string | null> {
  const [last] = await db
    .select({ callId: applications.callId })
    .from(submissions)
    .innerJoin(applications, eq(applications.id, submissions.applicationId))
    .orderBy(desc(submissions.submittedAt), desc(submissions.number))
    .limit(1);
  return last?.callId ?? null;
}

function matching({ status, complement, isLate, text }: ApplicationFilter): SQL | undefined {
  const words = text?.trim().replace(/[\\%_]/g, '\\$&');
  const like = words ? `%${words}%` : null;
  return and(
    status ? eq(applications.status, status) : undefined,
    complement === 'awaited'
      ? and(isNotNull(complements.applicationId), isNull(complements.handedInAt))
      : undefined,
    complement === 'handedIn' ? isNotNull(complements.handedInAt) : undefined,
    isLate === undefined ? undefined : eq(submissions.isLate, isLate),
    like
      ? sql`(${applications.title} ilike ${like} or ${organisations.name} ilike ${like} or ${submissions.number} ilike ${like})`
      : undefined,
  );
}

/** Whether anybody else of these organisations applies for this convention in this season already; withdrawn ones, and those of people whose tie is not confirmed, do not count. */
export function isForAgreement(db: Db, agreementId: string, seasonId: string): SQL | undefined {
  return and(
    eq(applications.agreementId, agreementId),
    sql`${applications.status} <> 'withdrawn'`,
    isNull(applications.claimedBy),
    exists(
      db
        .select({ one: sql`1` })
        .from(calls)
        .where(and(eq(calls.id, applications.callId), eq(calls.seasonId, seasonId))),
    ),
  );
}

/** The call that an application answers; null for one that does not exist. */
export async function findApplicationCall(db: Db, applicationId: string): Promise<string | null> {
  const [found] = await db
    .select({ callId: applications.callId })
    .from(applications)
    .where(eq(applications.id, applicationId));
  return found?.callId ?? null;
}
