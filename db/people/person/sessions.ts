import { and, desc, eq, gt, isNotNull, isNull, ne } from 'drizzle-orm';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { recordAudit } from '../../kernel/audit/audit.ts';
import type { Db } from '../../kernel/client.ts';
import { effectsOf, type Tx } from '../../kernel/transaction.ts';
import { sessions, users } from './schema.ts';

/** A place where a person is signed in. */
export interface OwnSession {
  readonly id: string;
  readonly userAgent: string;
  readonly ipAddress: string;
  readonly createdAt: Date;
  /** Within the hour: written at most once an hour while it is used. */
  readonly updatedAt: Date;
}

/** Where this person is signed in at this moment, the last used first. */
export async function listSessions(
  db: Db,
  { userId, now }: { userId: string; now: Date },
): Promise<OwnSession[]> {
  const rows = await db
    .select()
    .from(sessions)
    .where(and(eq(sessions.userId, userId), gt(sessions.expiresAt, now)))
    .orderBy(desc(sessions.updatedAt), desc(sessions.id));
  return rows.map(({ id, userAgent, ipAddress, createdAt, updatedAt }) => ({
    id,
    userAgent: userAgent ?? '',
    ipAddress: ipAddress ?? '',
    createdAt,
    updatedAt,
  }));
}

/** Ends one session of this person; somebody else's is left alone. */
export async function endSession(tx: Tx, { id, userId }: { id: string; userId: string }): Promise<void> {
  await tx.delete(sessions).where(and(eq(sessions.id, id), eq(sessions.userId, userId)));
  effectsOf(tx).recheck({ userId });
}

/** [P10] Signs this person out everywhere, or everywhere but in the session `except`. */
export async function endSessions(
  tx: Tx,
  { userId, except }: { userId: string; except?: string },
): Promise<void> {
  await tx
    .delete(sessions)
    .where(and(eq(sessions.userId, userId), except ? ne(sessions.id, except) : undefined));
  effectsOf(tx).recheck({ userId });
}

/**
 * [ID11] Signs somebody else out everywhere, without closing the account; access tokens stay. Refuses 'person.notFound'.
 */
export async function closeSessionsOf(
  tx: Tx,
  { id, by, now }: { id: string; by: string; now: Date },
): Promise<Result<void, 'person.notFound'>> {
  const [person] = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.id, id), isNull(users.erasedAt)));
  if (!person) return fail('person.notFound');
  await endSessions(tx, { userId: id });
  const subject = { kind: 'person' as const, id, name: '' };
  await recordAudit(tx, { actorId: by, action: 'person.sessionsClosed', subject, now });
  return ok();
}

/** [SC17] Empties what the version before kept of tokens. Its instances, if one still runs, ask their people to sign in again. */
export async function forgetReadableTokens(db: Db): Promise<void> {
  await db.update(sessions).set({ token: null }).where(isNotNull(sessions.token));
}
