import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { depositForm, keysAsked } from '#shared/programme/application/form-parts.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import type { ApplicationChange } from './application-creation.ts';
import { recordApplicationEvent } from './application-events.ts';
import { findApplicationAccess } from './application-rights.ts';
import { formFor } from './application-submission.ts';
import { applications, corrections } from './schema.ts';

/** What an assessor asked to be corrected. */
export interface Correction {
  readonly id: string;
  /** Keys of the fields that are written again. */
  readonly fields: readonly string[];
  readonly message: string;
  readonly until: Date;
  readonly askedAt: Date;
  readonly closedAt: Date | null;
}

const MESSAGE_MAX = 5_000;

/** [AP10] Asks the authors to write these fields again, until a day. One at a time: another one once that day is over. */
export async function requestCorrection(
  tx: Tx,
  {
    application: { id: applicationId, status, callId, formVersion },
    userId,
    now,
    eventId,
    correctionId,
    fields,
    message,
    until,
  }: ApplicationChange & {
    readonly correctionId: string;
    readonly fields: readonly string[];
    readonly message: string;
    readonly until: Date;
  },
): Promise<
  Result<void, 'application.correctionOpen' | 'application.notSubmitted' | 'application.correctionInvalid'>
> {
  if (status === 'correction') {
    if (await isAwaited(tx, applicationId, now)) return fail('application.correctionOpen');
    await closeCorrections(tx, applicationId, now);
  } else if (status !== 'submitted') return fail('application.notSubmitted');
  const { form } = await formFor(tx, callId, formVersion);
  const known = new Set(keysAsked(depositForm(form)));
  const asked = [...new Set(fields)].filter((key) => known.has(key));
  const said = message.trim();
  if (asked.length === 0 || said === '' || said.length > MESSAGE_MAX || until <= now)
    return fail('application.correctionInvalid');
  const correction = { id: correctionId, applicationId, fields: asked, message: said, until };
  await tx.insert(corrections).values({ ...correction, askedBy: userId, askedAt: now });
  await tx.update(applications).set({ status: 'correction' }).where(eq(applications.id, applicationId));
  await recordApplicationEvent(tx, {
    id: eventId,
    applicationId,
    verb: 'correctionAsked',
    status: 'correction',
    note: said,
    by: userId,
    at: now,
  });
  return ok();
}

/** [AP10] The corrections that were asked for, the last first; nothing for whoever may not see the application. */
export async function listCorrections(
  db: Db,
  { applicationId, userId }: { applicationId: string; userId: string },
): Promise<Correction[]> {
  if (!(await findApplicationAccess(db, { applicationId, userId }))) return [];
  return db
    .select({
      id: corrections.id,
      fields: corrections.fields,
      message: corrections.message,
      until: corrections.until,
      askedAt: corrections.askedAt,
      closedAt: corrections.closedAt,
    })
    .from(corrections)
    .where(eq(corrections.applicationId, applicationId))
    .orderBy(desc(corrections.askedAt), desc(corrections.id));
}

/** A correction was asked for, and its day is not over. */
async function isAwaited(tx: Tx, applicationId: string, now: Date): Promise<boolean> {
  const open = await tx
    .select({ id: corrections.id })
    .from(corrections)
    .where(
      and(
        eq(corrections.applicationId, applicationId),
        isNull(corrections.closedAt),
        gt(corrections.until, now),
      ),
    );
  return open.length > 0;
}

/** Ends what was asked, when the application leaves by another way. */
export async function closeCorrections(tx: Tx, applicationId: string, now: Date): Promise<void> {
  await tx
    .update(corrections)
    .set({ closedAt: now })
    .where(and(eq(corrections.applicationId, applicationId), isNull(corrections.closedAt)));
}
