import { and, asc, eq, isNull, ne } from 'drizzle-orm';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { findTie } from '../../people/entry/ties.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { users } from '../../people/person/schema.ts';
import { type ApplicationChange, createApplication, lockSeason } from './application-creation.ts';
import { applications } from './schema.ts';

/** A draft that somebody is in from now on. */
export interface Begun {
  readonly id: string;
  /** Who began it, when that was a colleague. */
  readonly by: string | null;
  readonly isNew: boolean;
  readonly organisation: { readonly id: string; readonly name: string };
  /** [AP14] Their tie to the organisation is known or confirmed. */
  readonly isTied: boolean;
}

type Beginning = Omit<ApplicationChange, 'application'> & {
  readonly applicationId: string;
  readonly callId: string;
  readonly agreementId: string | null;
};

type Refused = Extract<Awaited<ReturnType<typeof createApplication>>, { ok: false }>;

/** Without organisation nothing is begun, and creation says so. */
function refusedBy(made: Awaited<ReturnType<typeof createApplication>>): Refused {
  if (made.ok) throw new Error('an application was begun for nobody');
  return made;
}

/**
 * [AP14] The draft of this person’s organisation to a call: the one that colleagues have begun, else a new one; two at once make one. Of whoever waits
 * for their tie, a draft of their own. Refuses what `createApplication` refuses.
 */
export async function beginApplication(
  tx: Tx,
  beginning: Beginning,
): Promise<Result<Begun, Refused['error']>> {
  const { callId, userId } = beginning;
  await lockSeason(tx, callId);
  const [person] = await tx
    .select({ organisationId: users.organisationId })
    .from(users)
    .where(eq(users.id, userId));
  const tie = person?.organisationId ? null : await findTie(tx, userId);
  const claimedId = tie && !tie.isRefused ? tie.organisationId : null;
  const [organisation] = await tx
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(eq(organisations.id, person?.organisationId ?? claimedId ?? ''));
  if (!organisation) return refusedBy(await createApplication(tx, beginning));
  const isTied = claimedId === null;
  const [existing] = await tx
    .select({ id: applications.id, createdBy: applications.createdBy, by: users.name })
    .from(applications)
    .leftJoin(users, eq(users.id, applications.createdBy))
    .where(
      and(
        eq(applications.callId, callId),
        eq(applications.organisationId, organisation.id),
        ne(applications.status, 'withdrawn'),
        isTied ? isNull(applications.claimedBy) : eq(applications.claimedBy, userId),
      ),
    )
    .orderBy(asc(applications.createdAt), asc(applications.id))
    .limit(1);
  const at = { organisation, isTied };
  if (existing) {
    const by = existing.createdBy === userId ? null : existing.by;
    return ok({ id: existing.id, by, isNew: false, ...at });
  }
  const made = await createApplication(tx, { ...beginning, claimedId });
  return made.ok ? ok({ id: made.value.id, by: null, isNew: true, ...at }) : made;
}

/** [AP14] Their tie is confirmed: what they began is their organisation’s. */
export async function releaseClaims(tx: Tx, userId: string): Promise<void> {
  await tx.update(applications).set({ claimedBy: null }).where(eq(applications.claimedBy, userId));
}

/** [AP14] What they began and nobody has confirmed; it is theirs alone still. */
export async function listClaimed(tx: Tx, userId: string) {
  return tx
    .select()
    .from(applications)
    .where(and(eq(applications.claimedBy, userId), eq(applications.status, 'draft')))
    .orderBy(asc(applications.id))
    .for('update');
}
