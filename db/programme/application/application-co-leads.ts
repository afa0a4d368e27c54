import { and, eq } from 'drizzle-orm';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { ApplicationError } from '#shared/programme/application/application-errors.ts';
import type { Db } from '../../kernel/client.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { type ApplicationChange, LEADING_KINDS } from './application-creation.ts';
import { recordApplicationEvent } from './application-events.ts';
import { lockApplication } from './application-rights.ts';
import { applicationCoLeads, applications } from './schema.ts';

interface CoLeadChange extends ApplicationChange {
  readonly organisationId: string;
}

type Refusal = ApplicationError | 'access.notFound';

/** [AP2] Lets the people of another city write too. Refused: 'access.notFound', 'application.leadOnly', 'application.notDraft', 'application.coLeadInvalid'. */
export function addCoLead(db: Db, change: CoLeadChange): Promise<Result<void, Refusal>> {
  return changing(db, change, 'coLeadAdded');
}

/** [AP2] They write no more, and no longer see it. Refused as `addCoLead`. Call `rooms.recheck({ room })` after. */
export function removeCoLead(db: Db, change: CoLeadChange): Promise<Result<void, Refusal>> {
  return changing(db, change, 'coLeadRemoved');
}

async function changing(
  db: Db,
  { applicationId, userId, now, eventId, organisationId }: CoLeadChange,
  verb: 'coLeadAdded' | 'coLeadRemoved',
): Promise<Result<void, Refusal>> {
  return db.transaction(async (tx) => {
    const found = await lockApplication(tx, { applicationId, userId });
    if (!found) return fail('access.notFound');
    if (!found.access.mayLead) return fail('application.leadOnly');
    if (found.status !== 'draft') return fail('application.notDraft');
    const [organisation] = await tx.select().from(organisations).where(eq(organisations.id, organisationId));
    const mayShare =
      organisation && LEADING_KINDS.includes(organisation.kind) && organisation.id !== found.organisationId;
    if (!mayShare) return fail('application.coLeadInvalid');
    const changed =
      verb === 'coLeadAdded'
        ? await tx
            .insert(applicationCoLeads)
            .values({ applicationId, organisationId, addedBy: userId, addedAt: now })
            .onConflictDoNothing()
            .returning({ id: applicationCoLeads.organisationId })
        : await tx
            .delete(applicationCoLeads)
            .where(
              and(
                eq(applicationCoLeads.applicationId, applicationId),
                eq(applicationCoLeads.organisationId, organisationId),
              ),
            )
            .returning({ id: applicationCoLeads.organisationId });
    if (changed.length === 0) return ok();
    await tx.update(applications).set({ updatedAt: now }).where(eq(applications.id, applicationId));
    await recordApplicationEvent(tx, {
      id: eventId,
      applicationId,
      verb,
      status: found.status,
      note: organisation.name,
      by: userId,
      at: now,
    });
    return ok();
  });
}
