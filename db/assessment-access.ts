import { and, eq, isNull } from 'drizzle-orm';
import type { AssessmentAccess } from '#shared/assessment/assessment-access.ts';
import { type AssessmentPerson, accessTo } from '#shared/assessment/standing.ts';
import { type ApplicationFacts, loadFacts } from './assessment-facts.ts';
import type { Db } from './client.ts';
import { organisationBadge } from './organisations.ts';
import { applications } from './schema/application.ts';
import { users } from './schema/auth.ts';
import { organisations } from './schema/organisation.ts';

/** Who asks, and when. */
export interface AssessmentReader {
  readonly userId: string;
  readonly now: Date;
}

/** Somebody with an account that may sign in; null for all others. */
export async function findAssessmentPerson(db: Db, userId: string): Promise<AssessmentPerson | null> {
  const [row] = await db
    .select({ platformRole: users.platformRole, organisation: organisationBadge })
    .from(users)
    .leftJoin(organisations, eq(organisations.id, users.organisationId))
    .where(and(eq(users.id, userId), isNull(users.suspendedAt)));
  return row ? { userId, ...row } : null;
}

export interface Reached {
  readonly person: AssessmentPerson;
  readonly facts: ApplicationFacts;
  readonly access: AssessmentAccess;
}

/** [AS1] The application and what this person may do in its assessment; null when it must look absent. */
export async function reachAssessment(
  db: Db,
  { applicationId, userId, now }: AssessmentReader & { applicationId: string },
): Promise<Reached | null> {
  const person = await findAssessmentPerson(db, userId);
  const [facts] = person ? await loadFacts(db, { applicationId }, now) : [];
  const access = person && facts ? accessTo(person, facts) : null;
  return person && facts && access ? { person, facts, access } : null;
}

/** The same with the application held, so that two gestures on it wait for one another. */
export async function holdAssessment(
  tx: Db,
  asked: AssessmentReader & { applicationId: string },
): Promise<Reached | null> {
  await tx
    .select({ id: applications.id })
    .from(applications)
    .where(eq(applications.id, asked.applicationId))
    .for('update');
  return reachAssessment(tx, asked);
}
