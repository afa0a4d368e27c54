import { desc, eq } from 'drizzle-orm';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { CallError } from '#shared/programme/call/call-errors.ts';
import { recordAudit } from '../../kernel/audit/audit.ts';
import type { Db } from '../../kernel/client.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { users } from '../../people/person/schema.ts';
import { type CallChange, callToChange } from './call-changes.ts';
import { isExempt } from './form-worlds.ts';
import { callDerogations } from './schema.ts';

/** One word about whom the rule of conventions does not bind. */
interface Derogation {
  readonly id: string;
  readonly organisation: { readonly id: string; readonly name: string };
  readonly isGranted: boolean;
  /** Nothing was said of this organisation since. */
  readonly isLast: boolean;
  readonly reason: string;
  readonly by: string | null;
  readonly at: Date;
}

/** More than a call ever had. */
const LISTED = 300;

/** [CA11] What was said of derogations for a call, the last word first. Whoever asks may prepare calls. */
export async function listDerogations(db: Db, callId: string): Promise<Derogation[]> {
  const rows = await db
    .select({
      id: callDerogations.id,
      organisation: { id: organisations.id, name: organisations.name },
      isGranted: callDerogations.isGranted,
      reason: callDerogations.reason,
      by: users.name,
      at: callDerogations.decidedAt,
    })
    .from(callDerogations)
    .innerJoin(organisations, eq(organisations.id, callDerogations.organisationId))
    .leftJoin(users, eq(users.id, callDerogations.decidedBy))
    .where(eq(callDerogations.callId, callId))
    .orderBy(desc(callDerogations.decidedAt), desc(callDerogations.id))
    .limit(LISTED);
  return rows.map((row, at) => ({
    ...row,
    isLast: rows.findIndex(({ organisation }) => organisation.id === row.organisation.id) === at,
  }));
}

/**
 * [CA11] Exempts an organisation from the rule of conventions, or no longer. To say again what holds already says nothing.
 * Refused: 'access.notFound', 'call.organisationMissing'.
 */
export function decideDerogation(
  db: Db,
  {
    organisationId,
    isGranted,
    reason,
    ...change
  }: CallChange & { organisationId: string; isGranted: boolean; reason: string },
): Promise<Result<void, 'access.notFound' | CallError>> {
  const { callId, userId, now, newId } = change;
  return db.transaction(async (tx) => {
    const call = await callToChange(tx, change);
    if (!call) return fail('access.notFound');
    const [organisation] = await tx
      .select({ name: organisations.name })
      .from(organisations)
      .where(eq(organisations.id, organisationId));
    if (!organisation) return fail('call.organisationMissing');
    if ((await isExempt(tx, { callId, organisationId })) === isGranted) return ok();
    await tx.insert(callDerogations).values({
      id: newId(),
      callId,
      organisationId,
      isGranted,
      reason,
      decidedBy: userId,
      decidedAt: now,
    });
    await recordAudit(tx, {
      actorId: userId,
      action: 'call.changed',
      subject: { kind: 'call', id: call.id, name: call.title },
      payload: { kind: 'derogation', organisation: organisation.name, isGranted, reason },
      now,
    });
    return ok();
  });
}
