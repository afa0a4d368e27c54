import { and, eq, exists, isNull, type SQL, sql } from 'drizzle-orm';
import {
  type ApplicationAccess,
  type ApplicationStanding,
  applicationAccessOf,
} from '#shared/programme/application/application-access.ts';
import type { Db } from '../../kernel/client.ts';
import { users } from '../../people/person/schema.ts';
import { applicationCoLeads, applications, submissions } from './schema.ts';

/** [AP1] On which side of the application of the row the person of the row is. */
export const sideOnRow: SQL<ApplicationStanding['side']> = sql`case
  when ${applications.organisationId} = ${users.organisationId} then 'lead'
  when exists (
    select 1 from ${applicationCoLeads} where ${applicationCoLeads.applicationId} = ${applications.id}
      and ${applicationCoLeads.organisationId} = ${users.organisationId}) then 'coLead' end`;

/** Whether the application of the row was submitted at least once. */
export const wasSubmittedOnRow: SQL<boolean> = sql`exists (
  select 1 from ${submissions} where ${submissions.applicationId} = ${applications.id})`;

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
    })
    .from(applications)
    .innerJoin(users, and(eq(users.id, userId), isNull(users.suspendedAt)))
    .where(eq(applications.id, applicationId));
  return row ? applicationAccessOf(row) : null;
}

/** The row of an application, kept from changing, with what this person may do; null when it must look absent. */
export async function lockApplication(
  tx: Db,
  { applicationId, userId }: { applicationId: string; userId: string },
) {
  const [row] = await tx.select().from(applications).where(eq(applications.id, applicationId)).for('update');
  const access = row ? await findApplicationAccess(tx, { applicationId, userId }) : null;
  return row && access ? { ...row, access } : null;
}

/** Applications that this person writes: their organisation leads them, or shares their subject. */
export function isAuthoredBy(db: Db, userId: string): SQL {
  return exists(
    db
      .select({ one: sql`1` })
      .from(users)
      .where(and(eq(users.id, userId), isNull(users.suspendedAt), sql`${sideOnRow} is not null`)),
  );
}
