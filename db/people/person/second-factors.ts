import { eq } from 'drizzle-orm';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { recordAudit } from '../../kernel/audit/audit.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { twoFactors, users, verifications } from './schema.ts';
import { endSessions } from './sessions.ts';

/**
 * [ID4] Takes the second factor from somebody who lost it, forgets their devices and signs them out everywhere; the trail says who did
 * it, null for the command of the machine. They sign in by the first factor and set up another.
 * Refuses 'person.notFound', and 'person.noSecondFactor'.
 */
export async function resetSecondFactor(
  tx: Tx,
  { id, by, now }: { id: string; by: string | null; now: Date },
): Promise<Result<void, 'person.notFound' | 'person.noSecondFactor'>> {
  const [person] = await tx
    .select({ name: users.name, isOn: users.twoFactorEnabled })
    .from(users)
    .where(eq(users.id, id))
    .for('update');
  if (!person) return fail('person.notFound');
  if (!person.isOn) return fail('person.noSecondFactor');
  await tx.update(users).set({ twoFactorEnabled: false, updatedAt: now }).where(eq(users.id, id));
  await tx.delete(twoFactors).where(eq(twoFactors.userId, id));
  await forgetDevices(tx, id);
  await endSessions(tx, { userId: id });
  await recordAudit(tx, {
    actorId: by,
    action: 'person.secondFactorReset',
    subject: { kind: 'person', id, name: person.name },
    now,
  });
  return ok();
}

/** [ID2] No device of this person is remembered any more, and nothing that was begun goes on: each asks for a code again. */
export async function forgetDevices(db: Db, userId: string): Promise<void> {
  // better-auth keeps whose a verification is as its value, and only the hash of what it is called.
  await db.delete(verifications).where(eq(verifications.value, userId));
}
