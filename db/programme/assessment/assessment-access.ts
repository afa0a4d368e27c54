import { and, eq, isNull } from 'drizzle-orm';
import type { AssessmentAccess } from '#shared/programme/assessment/assessment-access.ts';
import { type CommitteeAccess, committeeAccessOf } from '#shared/programme/assessment/committee-access.ts';
import { type AssessmentPerson, accessTo, recusalOf } from '#shared/programme/assessment/standing.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { organisationBadge } from '../../people/organisation/organisations.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { users } from '../../people/person/schema.ts';
import { applications } from '../application/schema.ts';
import { type ApplicationFacts, loadFacts } from './assessment-facts.ts';

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

interface Reached {
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
  tx: Tx,
  asked: AssessmentReader & { applicationId: string },
): Promise<Reached | null> {
  await hold(tx, asked.applicationId);
  return reachAssessment(tx, asked);
}

/** A gesture in the assessment of an application, which is held. */
export interface AssessmentChange extends AssessmentReader {
  readonly facts: ApplicationFacts;
}

/** [AS16] The application, held, and what this person may do with it on the committee; null when it must look absent. */
export async function holdForCommittee(
  tx: Tx,
  { applicationId, userId, now }: AssessmentReader & { applicationId: string },
): Promise<{ readonly facts: ApplicationFacts; readonly access: CommitteeAccess } | null> {
  await hold(tx, applicationId);
  const person = await findAssessmentPerson(tx, userId);
  const [facts] = person ? await loadFacts(tx, { applicationId }, now) : [];
  const access = person && facts ? committeeAccessOf(person, facts) : null;
  return facts && access ? { facts, access } : null;
}

async function hold(tx: Tx, applicationId: string): Promise<void> {
  await tx
    .select({ id: applications.id })
    .from(applications)
    .where(eq(applications.id, applicationId))
    .for('update');
}

/** [AS3] This person must not assess this application: of the candidate or a partner of it, or too near by their own word. */
export async function isRecused(
  db: Db,
  { applicationId, userId, now }: AssessmentReader & { applicationId: string },
): Promise<boolean> {
  const person = await findAssessmentPerson(db, userId);
  const [facts] = person ? await loadFacts(db, { applicationId }, now) : [];
  return !(person && facts) || recusalOf(person, facts) !== null;
}
