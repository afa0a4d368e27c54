import { desc, eq } from 'drizzle-orm';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { recordAudit } from '../../kernel/audit/audit.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { users } from '../../people/person/schema.ts';
import type { CallChange } from './call-changes.ts';
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

/** [CA11] Exempts an organisation from the rule of conventions, or no longer. To say again what holds already says nothing. */
export async function decideDerogation(
  tx: Tx,
  {
    organisationId,
    isGranted,
    reason,
    call,
    ...by
  }: CallChange & { organisationId: string; isGranted: boolean; reason: string },
): Promise<Result<void, 'call.organisationMissing'>> {
  const { userId, now, newId } = by;
  const [organisation] = await tx
    .select({ name: organisations.name })
    .from(organisations)
    .where(eq(organisations.id, organisationId));
  if (!organisation) return fail('call.organisationMissing');
  const callId = call.id;
  if ((await isExempt(tx, { callId, organisationId })) === isGranted) return ok();
  const said = { organisationId, isGranted, reason, decidedBy: userId, decidedAt: now };
  await tx.insert(callDerogations).values({ id: newId(), callId, ...said });
  await recordAudit(tx, {
    actorId: userId,
    action: 'call.changed',
    subject: { kind: 'call', id: call.id, name: call.title },
    payload: { kind: 'derogation', organisation: organisation.name, isGranted, reason },
    now,
  });
  return ok();
}
