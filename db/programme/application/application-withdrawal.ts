import { and, eq, ne } from 'drizzle-orm';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { ApplicationStatus } from '#shared/programme/application/application.ts';
import type { ApplicationError } from '#shared/programme/application/application-errors.ts';
import { callStateAt } from '#shared/programme/call/call.ts';
import type { Db } from '../../kernel/client.ts';
import { isExempt } from '../call/form-worlds.ts';
import { calls } from '../call/schema.ts';
import { closeCorrections } from './application-corrections.ts';
import { type ApplicationChange, lockSeason } from './application-creation.ts';
import { recordApplicationEvent } from './application-events.ts';
import { lockApplication } from './application-rights.ts';
import { isForAgreement } from './applications.ts';
import { applications, submissions } from './schema.ts';

type Refusal = ApplicationError | 'access.notFound';

/** [AP11] Withdraws an application, whether submitted or a draft. Refused: 'access.notFound', 'application.leadOnly', 'application.withdrawn', 'application.notSubmitted' (decided). */
export async function withdrawApplication(
  db: Db,
  { applicationId, userId, now, eventId, note = '' }: ApplicationChange & { note?: string },
): Promise<Result<void, Refusal>> {
  return db.transaction(async (tx) => {
    const found = await lockApplication(tx, { applicationId, userId });
    if (!found) return fail('access.notFound');
    if (!found.access.mayLead) return fail('application.leadOnly');
    if (found.status === 'withdrawn') return fail('application.withdrawn');
    if (found.status === 'decided') return fail('application.notSubmitted');
    await closeCorrections(tx, applicationId, now);
    await move(tx, { applicationId, userId, now, eventId }, 'withdrawn', note.trim().slice(0, 1_000));
    return ok();
  });
}

/**
 * [AP11] Takes a withdrawal back, as long as the call is open. Refused: 'access.notFound', 'application.leadOnly',
 * 'application.notWithdrawn', 'application.callClosed', 'application.agreementTaken'.
 */
export async function restoreApplication(
  db: Db,
  { applicationId, userId, now, eventId }: ApplicationChange,
): Promise<Result<void, Refusal>> {
  return db.transaction(async (tx) => {
    const [known] = await tx
      .select({ callId: applications.callId })
      .from(applications)
      .where(eq(applications.id, applicationId));
    if (known) await lockSeason(tx, known.callId);
    const found = await lockApplication(tx, { applicationId, userId });
    if (!found) return fail('access.notFound');
    if (!found.access.mayLead) return fail('application.leadOnly');
    if (found.status !== 'withdrawn') return fail('application.notWithdrawn');
    const { callId, organisationId, agreementId } = found;
    const [call] = await tx.select().from(calls).where(eq(calls.id, callId));
    if (!call || callStateAt(call, now) !== 'open') return fail('application.callClosed');
    const isFree = await isExempt(tx, { callId, organisationId });
    if (agreementId && !isFree) {
      const [taken] = await tx
        .select({ id: applications.id })
        .from(applications)
        .where(and(isForAgreement(tx, agreementId, call.seasonId), ne(applications.id, applicationId)))
        .limit(1);
      if (taken) return fail('application.agreementTaken');
    }
    const [submitted] = await tx
      .select({ rank: submissions.rank })
      .from(submissions)
      .where(eq(submissions.applicationId, applicationId))
      .limit(1);
    await move(tx, { applicationId, userId, now, eventId }, submitted ? 'submitted' : 'draft', '');
    return ok();
  });
}

async function move(
  tx: Db,
  { applicationId, userId, now, eventId }: ApplicationChange,
  status: ApplicationStatus,
  note: string,
): Promise<void> {
  await tx.update(applications).set({ status, updatedAt: now }).where(eq(applications.id, applicationId));
  const verb = status === 'withdrawn' ? 'withdrawn' : 'restored';
  await recordApplicationEvent(tx, { id: eventId, applicationId, verb, status, note, by: userId, at: now });
}
