import { and, eq, inArray, isNull, or } from 'drizzle-orm';
import { parisWall } from '#shared/kernel/day/paris-time.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { ApplicationStatus } from '#shared/programme/application/application.ts';
import type { CallError } from '#shared/programme/call/call-errors.ts';
import { checkExtension } from '#shared/programme/call/call-plan.ts';
import type { Db } from '../../kernel/client.ts';
import { users } from '../../people/person/schema.ts';
import { applications } from '../application/schema.ts';
import { type CallChange, callToChange, noteCallEvent } from './call-changes.ts';
import type { Call } from './calls.ts';
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
 * organisation, coordinators and reviewers, without whoever decided. Refused: 'access.notFound', 'call.notPublished',
 * 'call.extensionNotLater', 'call.extensionPast'.
 */
export async function extendCall(
  tx: Db,
  { closesAt, reason, ...change }: CallChange & { closesAt: Date; reason: string },
): Promise<
  Result<{ call: Call; from: Date; concerned: readonly Concerned[] }, 'access.notFound' | CallError>
> {
  const call = await callToChange(tx, change);
  if (!call) return fail('access.notFound');
  const may = checkExtension(call, closesAt, change.now);
  if (!may.ok) return may;
  await tx.update(calls).set({ closesAt }).where(eq(calls.id, call.id));
  await tx.insert(callExtensions).values({
    id: change.newId(),
    callId: call.id,
    fromClosesAt: call.closesAt,
    toClosesAt: closesAt,
    reason,
    extendedBy: change.userId,
    extendedAt: change.now,
  });
  const concerned = await listConcerned(tx, call.id, change.userId);
  await noteCallEvent(tx, change, call, 'extended', {
    before: parisWall(call.closesAt),
    after: parisWall(closesAt),
    reason,
  });
  return ok({ call, from: call.closesAt, concerned });
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
      tx.select({ id: applications.organisationId }).from(applications).where(written),
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
