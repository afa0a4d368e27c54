import { and, eq, inArray, isNull, or } from 'drizzle-orm';
import type { Db } from '../../kernel/client.ts';
import { users } from '../../people/person/schema.ts';
import { docClients } from '../../realtime/schema.ts';
import { applicationCoLeads, applications } from './schema.ts';

/** Whom a mail about an application goes to. */
export interface ApplicationAuthor {
  readonly name: string;
  readonly email: string;
}

/**
 * [AP12] Who hears of an application by mail: whoever is in charge of it and those who wrote in it, as long as they are of a city
 * that writes it, and may sign in.
 */
export function listApplicationAuthors(db: Db, applicationId: string): Promise<ApplicationAuthor[]> {
  const writers = db
    .select({ id: docClients.userId })
    .from(docClients)
    .where(eq(docClients.room, `application:${applicationId}`));
  const coLeads = db
    .select({ id: applicationCoLeads.organisationId })
    .from(applicationCoLeads)
    .where(eq(applicationCoLeads.applicationId, applicationId));
  return db
    .select({ name: users.name, email: users.email })
    .from(applications)
    .innerJoin(
      users,
      and(
        isNull(users.suspendedAt),
        or(eq(users.id, applications.heldBy), inArray(users.id, writers)),
        or(eq(users.organisationId, applications.organisationId), inArray(users.organisationId, coLeads)),
      ),
    )
    .where(eq(applications.id, applicationId))
    .orderBy(users.email);
}
