import { and, asc, eq, inArray, isNull, lte, ne } from 'drizzle-orm';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { erasureDue } from '#shared/operations/personal-data/personal-data.ts';
import { recordAudit } from '../../kernel/audit/audit.ts';
import type { Db } from '../../kernel/client.ts';
import { inTransaction, type Tx } from '../../kernel/transaction.ts';
import { users } from '../../people/person/schema.ts';
import { erasures } from './schema.ts';

/** That an account is to be erased. */
export interface Erasure {
  readonly userId: string;
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly dueAt: Date;
}

interface Change {
  readonly userId: string;
  /** Whoever asks: the person, or an administrator. */
  readonly by: string;
  readonly now: Date;
}

/**
 * [PD4] Asks that an account be erased, thirty days from now. Refuses
 * 'person.notFound', 'personalData.erasureAsked', and 'person.lastAdmin' for the only one who could administer.
 */
export async function askErasure(
  tx: Tx,
  { userId, by, now }: Change,
): Promise<Result<void, 'person.notFound' | 'personalData.erasureAsked' | 'person.lastAdmin'>> {
  const person = await lockPerson(tx, userId);
  if (!person) return fail('person.notFound');
  if (await isLastAdministrator(tx, userId)) return fail('person.lastAdmin');
  const asked = await tx
    .insert(erasures)
    .values({ userId, askedBy: by, askedAt: now, dueAt: erasureDue(now) })
    .onConflictDoNothing()
    .returning({ userId: erasures.userId });
  if (asked.length === 0) return fail('personalData.erasureAsked');
  await tell(tx, 'person.erasureAsked', { userId, by, now });
  return ok();
}

/** [PD4] Takes it back, until it is done. Refuses 'personalData.erasureNotAsked'. */
export async function cancelErasure(
  tx: Tx,
  { userId, by, now }: Change,
): Promise<Result<void, 'personalData.erasureNotAsked'>> {
  const gone = await tx
    .delete(erasures)
    .where(eq(erasures.userId, userId))
    .returning({ userId: erasures.userId });
  if (gone.length === 0) return fail('personalData.erasureNotAsked');
  await tell(tx, 'person.erasureCancelled', { userId, by, now });
  return ok();
}

/** [PD4] The erasure of this account that is to come; null when none is. */
export async function findErasure(db: Db, { userId }: { userId: string }): Promise<Erasure | null> {
  const [found] = await db.select().from(erasures).where(eq(erasures.userId, userId));
  return found ?? null;
}

/** [PD4] The erasures that are to come, by account. */
export async function listErasures(db: Db): Promise<Erasure[]> {
  return db.select().from(erasures).orderBy(asc(erasures.dueAt), asc(erasures.userId));
}

/** [PD4] Whose delay is over, with what must be forgotten; the last administrator waits for another. */
export async function findDueErasures(
  db: Db,
  { now }: { now: Date },
): Promise<{ userId: string; name: string; email: string }[]> {
  const due = await db
    .select({ userId: users.id, name: users.name, email: users.email })
    .from(erasures)
    .innerJoin(users, eq(users.id, erasures.userId))
    .where(and(lte(erasures.dueAt, now), isNull(users.erasedAt)))
    .orderBy(asc(erasures.dueAt), asc(users.id));
  const found = [];
  for (const person of due) if (!(await isLastAdministrator(db, person.userId))) found.push(person);
  return found;
}

/** [P7] Would nobody be left who may administer and sign in? */
export async function isLastAdministrator(db: Db, userId: string): Promise<boolean> {
  const able = await db
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.platformRole, 'admin'), isNull(users.suspendedAt)))
    .orderBy(asc(users.id))
    .for('update');
  return able.length === 1 && able[0]?.id === userId;
}

async function lockPerson(tx: Db, id: string) {
  const [found] = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.id, id), isNull(users.erasedAt)))
    .for('update');
  return found ?? null;
}

function tell(
  tx: Db,
  action: 'person.erasureAsked' | 'person.erasureCancelled',
  { userId, by, now }: Change,
): Promise<void> {
  // No name: the line can never be changed, and the name must be able to go.
  return recordAudit(tx, { actorId: by, action, subject: { kind: 'person', id: userId, name: '' }, now });
}

/** Does somebody else bear this name? Then it cannot be taken out of texts: it may be theirs. */
export async function isNameShared(
  db: Db,
  { userId, name }: { userId: string; name: string },
): Promise<boolean> {
  const [other] = await db
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.name, name), ne(users.id, userId)))
    .limit(1);
  return other !== undefined;
}

/**
 * [PD11] After a restoration: those of these accounts that came back are erased the night after, and closed at once but for administrators,
 * so that somebody may still sign in. Gives how many.
 */
export function eraseAgain(
  db: Db,
  { userIds, now }: { userIds: readonly string[]; now: Date },
): Promise<number> {
  return inTransaction(db, async (tx) => {
    const back = await tx
      .select({ id: users.id })
      .from(users)
      .where(and(inArray(users.id, [...userIds]), isNull(users.erasedAt)));
    if (back.length === 0) return 0;
    const ids = back.map(({ id }) => id);
    await tx
      .insert(erasures)
      .values(ids.map((userId) => ({ userId, askedBy: userId, askedAt: now, dueAt: now })))
      .onConflictDoUpdate({ target: erasures.userId, set: { dueAt: now } });
    await tx
      .update(users)
      .set({ suspendedAt: now, updatedAt: now })
      .where(and(inArray(users.id, ids), isNull(users.suspendedAt), ne(users.platformRole, 'admin')));
    return ids.length;
  });
}
