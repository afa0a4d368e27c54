import { and, eq, inArray, isNull, or } from 'drizzle-orm';
import { parisWall } from '#shared/kernel/day/paris-time.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { ApplicationStatus } from '#shared/programme/application/application.ts';
import { checkExtension } from '#shared/programme/call/call-plan.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { users } from '../../people/person/schema.ts';
import { applications } from '../application/schema.ts';
import { type CallChange, noteCallEvent } from './call-changes.ts';
import { callExtensions, calls } from './schema.ts';

/** Somebody who hears that a closing was put off. */
interface Concerned {
  readonly name: string;
  readonly email: string;
  /** They, or their organisation, have begun an application; else they follow calls. */
  readonly writes: boolean;
}

/**
 * [CA3] Puts the closing off, and says whom to tell: whoever has an application that may still be written, the people of their
 * organisation, coordinators and reviewers, without whoever decided.
 */
export async function extendCall(
  tx: Tx,
  { closesAt, reason, call, ...by }: CallChange & { closesAt: Date; reason: string },
): Promise<
  Result<readonly Concerned[], 'call.notPublished' | 'call.extensionNotLater' | 'call.extensionPast'>
> {
  const may = checkExtension(call, closesAt, by.now);
  if (!may.ok) return may;
  await tx.update(calls).set({ closesAt }).where(eq(calls.id, call.id));
  await tx.insert(callExtensions).values({
    id: by.newId(),
    callId: call.id,
    fromClosesAt: call.closesAt,
    toClosesAt: closesAt,
    reason,
    extendedBy: by.userId,
    extendedAt: by.now,
  });
  const concerned = await listConcerned(tx, call.id, by.userId);
  await noteCallEvent(tx, by, call, 'extended', {
    before: parisWall(call.closesAt),
    after: parisWall(closesAt),
    reason,
  });
  return ok(concerned);
}

/** Everybody who may write an application of this call that is in one of these states: its author and the people of its organisation. */
export function listApplicationWriters(
  tx: Db,
  callId: string,
  statuses: readonly ApplicationStatus[],
): Promise<{ id: string; name: string; email: string }[]> {
  const written = and(eq(applications.callId, callId), inArray(applications.status, [...statuses]));
  const writers = or(
    inArray(
      users.organisationId,
      tx
        .select({ id: applications.organisationId })
        .from(applications)
        .where(and(written, isNull(applications.claimedBy))),
    ),
    inArray(users.id, tx.select({ id: applications.createdBy }).from(applications).where(written)),
  );
  return tx
    .select({ id: users.id, name: users.name, email: users.email })
    .from(users)
    .where(and(isNull(users.suspendedAt), writers))
    .orderBy(users.email);
}

async function listConcerned(tx: Db, callId: string, exceptId: string): Promise<Concerned[]> {
  const write = await listApplicationWriters(tx, callId, ['draft', 'correction']);
  const follow = await tx
    .select({ id: users.id, name: users.name, email: users.email })
    .from(users)
    .where(and(isNull(users.suspendedAt), inArray(users.platformRole, ['coordinator', 'reviewer'])))
    .orderBy(users.email);
  const known = new Set([exceptId, ...write.map(({ id }) => id)]);
  return [
    ...write.filter(({ id }) => id !== exceptId).map(({ name, email }) => ({ name, email, writes: true })),
    ...follow.filter(({ id }) => !known.has(id)).map(({ name, email }) => ({ name, email, writes: false })),
  ];
}
