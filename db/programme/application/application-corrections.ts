import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { ApplicationError } from '#shared/programme/application/application-errors.ts';
import type { Db } from '../../kernel/client.ts';
import { isRecused } from '../assessment/assessment-access.ts';
import type { ApplicationChange } from './application-creation.ts';
import { recordApplicationEvent } from './application-events.ts';
import { findApplicationAccess, lockApplication } from './application-rights.ts';
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

/**
 * [AP10] Asks the authors to write these fields again, until a day. One at a time: another one once that day is over. Refused:
 * 'access.notFound' (also a draft), 'access.forbidden' (an author, somebody who is recused), 'application.correctionOpen', 'application.notSubmitted' (withdrawn, decided),
 * 'application.correctionInvalid' (no message, no field of the form, a day that is past). Call `rooms.recheck({ room })` after.
 */
export async function requestCorrection(
  db: Db,
  {
    applicationId,
    userId,
    now,
    eventId,
    correctionId,
    fields,
    message,
    until,
    tell,
  }: ApplicationChange & {
    readonly correctionId: string;
    readonly fields: readonly string[];
    readonly message: string;
    readonly until: Date;
    /** Done in the same transaction: mails that leave if, and only if, it was asked. */
    readonly tell?: (tx: Db) => Promise<void>;
  },
): Promise<Result<void, ApplicationError | 'access.notFound' | 'access.forbidden'>> {
  return db.transaction(async (tx) => {
    const found = await lockApplication(tx, { applicationId, userId });
    if (!found) return fail('access.notFound');
    if (!found.access.mayAssess || (await isRecused(tx, { applicationId, userId, now })))
      return fail('access.forbidden');
    if (found.status === 'correction') {
      if (await isAwaited(tx, applicationId, now)) return fail('application.correctionOpen');
      await closeCorrections(tx, applicationId, now);
    } else if (found.status !== 'submitted') return fail('application.notSubmitted');
    const { form } = await formFor(tx, found.callId, found.formVersion);
    const known = new Set(form.sections.flatMap((section) => section.fields.map(({ key }) => key)));
    const asked = [...new Set(fields)].filter((key) => known.has(key));
    const said = message.trim();
    if (asked.length === 0 || said === '' || said.length > MESSAGE_MAX || until <= now)
      return fail('application.correctionInvalid');
    await tx.insert(corrections).values({
      id: correctionId,
      applicationId,
      fields: asked,
      message: said,
      until,
      askedBy: userId,
      askedAt: now,
    });
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
    await tell?.(tx);
    return ok();
  });
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
async function isAwaited(tx: Db, applicationId: string, now: Date): Promise<boolean> {
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
export async function closeCorrections(tx: Db, applicationId: string, now: Date): Promise<void> {
  await tx
    .update(corrections)
    .set({ closedAt: now })
    .where(and(eq(corrections.applicationId, applicationId), isNull(corrections.closedAt)));
}
