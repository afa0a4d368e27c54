import { asc, eq } from 'drizzle-orm';
import type { Readable } from '#shared/kernel/access/readable.ts';
import type { AuditAction } from '#shared/kernel/audit/audit.ts';
import type { PersonBadge } from '#shared/people/organisation/organisation.ts';
import type { ApplicationStatus, ApplicationVerb } from '#shared/programme/application/application.ts';
import { recordAudit } from '../../kernel/audit/audit.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { organisationBadge } from '../../people/organisation/organisations.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { users } from '../../people/person/schema.ts';
import { applicationEvents, applications } from './schema.ts';

/** Something that happened to an application. */
export interface ApplicationEvent {
  readonly id: string;
  readonly verb: ApplicationVerb;
  readonly status: ApplicationStatus;
  readonly note: string;
  readonly at: Date;
  readonly by: PersonBadge | null;
}

/** [AP7] [AU1] Keeps what happened, with a line of the audit trail when it engages the programme, in the transaction that makes it happen. Never changed afterwards. */
export async function recordApplicationEvent(
  tx: Tx,
  event: {
    readonly id: string;
    readonly applicationId: string;
    readonly verb: ApplicationVerb;
    readonly status: ApplicationStatus;
    readonly note?: string;
    readonly by: string | null;
    readonly at: Date;
  },
): Promise<void> {
  await tx.insert(applicationEvents).values(event);
  const action = AUDITED[event.verb];
  if (!action) return;
  const { applicationId: id, by: actorId, at: now, status } = event;
  const [named] = await tx
    .select({ title: applications.title })
    .from(applications)
    .where(eq(applications.id, id));
  const subject = { kind: 'application' as const, id, name: named?.title ?? '' };
  // What was said with it is the event's, which can go with its application; the trail never can.
  await recordAudit(tx, { actorId, action, subject, payload: { event: event.id, status }, now });
}

/** What of it engages the programme. */
const AUDITED: Readonly<Partial<Record<ApplicationVerb, AuditAction>>> = {
  submitted: 'application.submitted',
  resubmitted: 'application.resubmitted',
  correctionAsked: 'application.correctionRequested',
  withdrawn: 'application.withdrawn',
  restored: 'application.restored',
  completed: 'application.completed',
};

/** The history of an application, from its beginning. */
export async function listApplicationEvents(
  db: Db,
  applicationId: Readable<'application'>,
): Promise<ApplicationEvent[]> {
  const rows = await db
    .select({
      id: applicationEvents.id,
      verb: applicationEvents.verb,
      status: applicationEvents.status,
      note: applicationEvents.note,
      at: applicationEvents.at,
      person: { id: users.id, name: users.name },
      organisation: organisationBadge,
    })
    .from(applicationEvents)
    .leftJoin(users, eq(users.id, applicationEvents.by))
    .leftJoin(organisations, eq(organisations.id, users.organisationId))
    .where(eq(applicationEvents.applicationId, applicationId))
    .orderBy(asc(applicationEvents.at), asc(applicationEvents.id));
  return rows.map(({ person, organisation, ...event }) => ({
    ...event,
    by: person && { ...person, organisation },
  }));
}
