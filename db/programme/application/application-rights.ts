import { and, eq, exists, inArray, isNull, or, type SQL, sql } from 'drizzle-orm';
import { canOnPlatform, PLATFORM_ROLES, type PlatformRole } from '#shared/kernel/access/access.ts';
import {
  type ApplicationAccess,
  type ApplicationStanding,
  applicationAccessOf,
} from '#shared/programme/application/application-access.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { users } from '../../people/person/schema.ts';
import { recusals } from '../assessment/schema.ts';
import { applicationCoLeads, applications, complements, submissions } from './schema.ts';

/** [AP1] [AP14] On which side of the application of the row the person of the row is. */
export const sideOnRow: SQL<ApplicationStanding['side']> = sql`case
  when ${applications.claimedBy} is not null then case when ${applications.claimedBy} = ${users.id} then 'lead' end
  when ${applications.organisationId} = ${users.organisationId} then 'lead'
  when exists (
    select 1 from ${applicationCoLeads} where ${applicationCoLeads.applicationId} = ${applications.id}
      and ${applicationCoLeads.organisationId} = ${users.organisationId}) then 'coLead' end`;

/** Whether the application of the row was submitted at least once. */
export const wasSubmittedOnRow: SQL<boolean> = sql`exists (
  select 1 from ${submissions} where ${submissions.applicationId} = ${applications.id})`;

/** [AP15] Whether the application of the row is asked for more since it was selected, and has not handed it in. */
export const isCompletingOnRow: SQL<boolean> = sql`exists (
  select 1 from ${complements} where ${complements.applicationId} = ${applications.id} and ${complements.handedInAt} is null)`;

/** [AP1] What this person may do with an application; null when it must look absent: unknown, not theirs, a suspended account. */
export async function findApplicationAccess(
  db: Db,
  { applicationId, userId }: { applicationId: string; userId: string },
): Promise<ApplicationAccess | null> {
  const [row] = await db
    .select({
      platformRole: users.platformRole,
      status: applications.status,
      side: sideOnRow,
      wasSubmitted: wasSubmittedOnRow,
      isCompleting: isCompletingOnRow,
    })
    .from(applications)
    .innerJoin(users, and(eq(users.id, userId), isNull(users.suspendedAt)))
    .where(eq(applications.id, applicationId));
  return row ? applicationAccessOf(row) : null;
}

/** The row of an application, kept from changing, with what this person may do; null when it must look absent. */
export async function lockApplication(
  tx: Tx,
  { applicationId, userId }: { applicationId: string; userId: string },
) {
  const [row] = await tx.select().from(applications).where(eq(applications.id, applicationId)).for('update');
  const access = row ? await findApplicationAccess(tx, { applicationId, userId }) : null;
  return row && access ? { ...row, access } : null;
}

/** An application that nobody else changes until the end of the transaction. */
export type HeldApplication = NonNullable<Awaited<ReturnType<typeof lockApplication>>>;

/** Applications that this person writes: their organisation leads them, or shares their subject. */
export function isAuthoredBy(db: Db, userId: string): SQL {
  return exists(
    db
      .select({ one: sql`1` })
      .from(users)
      .where(and(eq(users.id, userId), isNull(users.suspendedAt), sql`${sideOnRow} is not null`)),
  );
}

/** [AP1] Of rows of `user`: they write this application. */
export function isAuthorOf(applicationId: string): SQL {
  return sql`exists (select from ${applications} where ${applications.id} = ${applicationId} and ${sideOnRow} is not null)`;
}

/** [AP1] Of rows of `application`: those that this person may see. */
export function isReadBy(
  db: Db,
  { userId, platformRole }: { userId: string; platformRole: PlatformRole },
): SQL | undefined {
  const assessed = canOnPlatform(platformRole, 'application.assess') ? wasSubmittedOnRow : undefined;
  return or(isAuthoredBy(db, userId), assessed);
}

/** [AP3] [AS3] Of rows of `user`: they may assess this application, neither of a city that writes it nor recused. */
export function mayAssess(applicationId: string): SQL {
  const assessing = PLATFORM_ROLES.filter((role) => canOnPlatform(role, 'application.assess'));
  return sql`(${inArray(users.platformRole, assessing)}
    and exists (select from ${applications} where ${applications.id} = ${applicationId} and ${sideOnRow} is null)
    and not exists (select from ${recusals} where ${recusals.applicationId} = ${applicationId}
      and ${recusals.userId} = ${users.id} and ${recusals.liftedAt} is null))`;
}
