import { and, eq } from 'drizzle-orm';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { type ApplicationChange, LEADING_KINDS } from './application-creation.ts';
import { recordApplicationEvent } from './application-events.ts';
import { applicationCoLeads, applications } from './schema.ts';

interface CoLeadChange extends ApplicationChange {
  readonly organisationId: string;
}

type Refusal = 'application.notDraft' | 'application.coLeadInvalid';

/** [AP2] Lets the people of another city write too. */
export function addCoLead(tx: Tx, change: CoLeadChange): Promise<Result<void, Refusal>> {
  return changing(tx, change, 'coLeadAdded');
}

/** [AP2] They write no more, and no longer see it. */
export function removeCoLead(tx: Tx, change: CoLeadChange): Promise<Result<void, Refusal>> {
  return changing(tx, change, 'coLeadRemoved');
}

async function changing(
  tx: Tx,
  { application, userId, now, eventId, organisationId }: CoLeadChange,
  verb: 'coLeadAdded' | 'coLeadRemoved',
): Promise<Result<void, Refusal>> {
  const { id: applicationId, status } = application;
  if (status !== 'draft') return fail('application.notDraft');
  const [organisation] = await tx.select().from(organisations).where(eq(organisations.id, organisationId));
  const mayShare =
    organisation &&
    LEADING_KINDS.includes(organisation.kind) &&
    organisation.id !== application.organisationId;
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
  const note = organisation.name;
  await recordApplicationEvent(tx, { id: eventId, applicationId, verb, status, note, by: userId, at: now });
  return ok();
}
