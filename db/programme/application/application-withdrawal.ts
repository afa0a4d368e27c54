import { and, eq, ne } from 'drizzle-orm';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { ApplicationStatus } from '#shared/programme/application/application.ts';
import { callStateAt } from '#shared/programme/call/call.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { isExempt } from '../call/form-worlds.ts';
import { calls } from '../call/schema.ts';
import { closeCorrections } from './application-corrections.ts';
import type { ApplicationChange } from './application-creation.ts';
import { recordApplicationEvent } from './application-events.ts';
import { isForAgreement } from './applications.ts';
import { applications, submissions } from './schema.ts';

/** [AP11] Withdraws an application, whether submitted or a draft; not one that is decided. */
export async function withdrawApplication(
  tx: Tx,
  { note, ...change }: ApplicationChange & { note: string },
): Promise<Result<void, 'application.withdrawn' | 'application.notSubmitted'>> {
  const { id, status } = change.application;
  if (status === 'withdrawn') return fail('application.withdrawn');
  if (status === 'decided') return fail('application.notSubmitted');
  await closeCorrections(tx, id, change.now);
  await move(tx, change, 'withdrawn', note.trim().slice(0, 1_000));
  return ok();
}

/** [AP11] Takes a withdrawal back, as long as the call is open. Nobody else of its season applies at the same time (`lockSeason`). */
export async function restoreApplication(
  tx: Tx,
  change: ApplicationChange,
): Promise<
  Result<void, 'application.notWithdrawn' | 'application.callClosed' | 'application.agreementTaken'>
> {
  const { id, status, callId, organisationId, agreementId } = change.application;
  if (status !== 'withdrawn') return fail('application.notWithdrawn');
  const [call] = await tx.select().from(calls).where(eq(calls.id, callId));
  if (!call || callStateAt(call, change.now) !== 'open') return fail('application.callClosed');
  const isFree = await isExempt(tx, { callId, organisationId });
  if (agreementId && !isFree) {
    const [taken] = await tx
      .select({ id: applications.id })
      .from(applications)
      .where(and(isForAgreement(tx, agreementId, call.seasonId), ne(applications.id, id)))
      .limit(1);
    if (taken) return fail('application.agreementTaken');
  }
  const [submitted] = await tx
    .select({ rank: submissions.rank })
    .from(submissions)
    .where(eq(submissions.applicationId, id))
    .limit(1);
  await move(tx, change, submitted ? 'submitted' : 'draft', '');
  return ok();
}

async function move(
  tx: Tx,
  { application: { id: applicationId }, userId, now, eventId }: ApplicationChange,
  status: ApplicationStatus,
  note: string,
): Promise<void> {
  await tx.update(applications).set({ status, updatedAt: now }).where(eq(applications.id, applicationId));
  const verb = status === 'withdrawn' ? 'withdrawn' : 'restored';
  await recordApplicationEvent(tx, { id: eventId, applicationId, verb, status, note, by: userId, at: now });
}
