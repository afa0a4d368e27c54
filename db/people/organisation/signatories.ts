import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { canOnPlatform } from '#shared/kernel/access/access.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { basisOf, type SigningBasis } from '#shared/people/organisation/signatory.ts';
import { recordAudit } from '../../kernel/audit/audit.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { findPerson } from '../person/people.ts';
import { users } from '../person/schema.ts';
import { organisations } from './schema.ts';
import { signatories } from './signatory-schema.ts';

/** Somebody who may speak for their organisation, and on what ground. */
interface Signatory {
  readonly organisationId: string;
  readonly basis: SigningBasis;
}

/** [O7] The organisation that this person may speak for at this moment, and why; null when they may not. */
export async function findSignatory(db: Db, userId: string): Promise<Signatory | null> {
  const [found] = await db
    .select({
      organisationId: signatories.organisationId,
      confirmedAt: signatories.confirmedAt,
      confirmedAddress: signatories.confirmedAddress,
    })
    .from(signatories)
    .innerJoin(users, isTheirs)
    .where(eq(signatories.userId, userId));
  const basis = found ? basisOf(found) : null;
  return found && basis ? { organisationId: found.organisationId, basis } : null;
}

/** A row counts while its organisation is that of its person, who may sign in. */
export const isTheirs = and(
  eq(users.id, signatories.userId),
  eq(users.organisationId, signatories.organisationId),
  isNull(users.suspendedAt),
  isNull(users.erasedAt),
);

/**
 * [O7] The one gate of every act that is given for an organisation: who may not speak for theirs is refused 'signatory.unconfirmed'.
 * Ask it in the transaction of the act.
 */
export async function requireSignatory(
  tx: Db,
  userId: string,
): Promise<Result<Signatory, 'signatory.unconfirmed'>> {
  const found = await findSignatory(tx, userId);
  return found ? ok(found) : fail('signatory.unconfirmed');
}

/** What a mail about somebody says. */
export interface SignatoryNews {
  readonly person: { readonly name: string; readonly email: string };
  readonly organisation: string;
}

interface ByColleague {
  readonly userId: string;
  /** Who confirms. */
  readonly by: string;
  readonly now: Date;
}

/**
 * [O7] Confirms a colleague, by a signatory of the same organisation. Refuses 'signatory.unconfirmed' (who asks is none),
 * 'signatory.notFound' (of another organisation, suspended, absent) and 'signatory.already', of oneself too.
 */
export async function confirmColleague(
  tx: Tx,
  { userId, by, now }: ByColleague,
): Promise<Result<SignatoryNews, 'signatory.unconfirmed' | 'signatory.notFound' | 'signatory.already'>> {
  const asking = await requireSignatory(tx, by);
  if (!asking.ok) return asking;
  const person = await lockPerson(tx, userId);
  if (person?.organisation?.id !== asking.value.organisationId) return fail('signatory.notFound');
  if (await findSignatory(tx, userId)) return fail('signatory.already');
  await confirm(tx, { userId, by, now, organisationId: person.organisation.id, basis: 'colleague' });
  return ok({ person: { name: person.name, email: person.email }, organisation: person.organisation.name });
}

/** [O7] Confirms somebody whose account was just made by the invitation of a signatory of their organisation; else does nothing. */
export async function confirmInvited(
  tx: Db,
  { userId, organisationId, by, now }: ByColleague & { organisationId: string },
): Promise<void> {
  const inviter = await findSignatory(tx, by);
  if (inviter?.organisationId === organisationId)
    await confirm(tx, { userId, by, now, organisationId, basis: 'invitation' });
}

async function confirm(
  tx: Db,
  {
    basis,
    userId,
    organisationId,
    by,
    now,
  }: ByColleague & { organisationId: string; basis: 'colleague' | 'invitation' },
): Promise<void> {
  const confirmed = {
    ...{ tokenHash: null, askedAt: null, askedAddress: null },
    ...{ organisationId, confirmedAt: now, confirmedBy: by, confirmedAddress: null },
  };
  await tx
    .insert(signatories)
    .values({ userId, ...confirmed })
    .onConflictDoUpdate({ target: signatories.userId, set: confirmed });
  await tellSignatory(tx, 'person.signatoryConfirmed', { userId, organisationId, by, now, basis });
}

/**
 * [O7] Takes away that somebody speaks for this organisation: by themselves, another signatory of it, or the coordination. Refuses
 * 'signatory.notFound', to whoever may not too.
 */
export async function withdrawSignatory(
  tx: Tx,
  { organisationId, userId, by, now }: ByColleague & { organisationId: string },
): Promise<Result<SignatoryNews, 'signatory.notFound'>> {
  if (!(await mayWithdraw(tx, { organisationId, by }))) return fail('signatory.notFound');
  const person = await lockPerson(tx, userId);
  const gone = await tx
    .delete(signatories)
    .where(
      and(
        eq(signatories.userId, userId),
        eq(signatories.organisationId, organisationId),
        isNotNull(signatories.confirmedAt),
      ),
    )
    .returning({ userId: signatories.userId });
  if (gone.length === 0 || !person?.organisation) return fail('signatory.notFound');
  await tellSignatory(tx, 'person.signatoryWithdrawn', { userId, organisationId, by, now });
  return ok({ person: { name: person.name, email: person.email }, organisation: person.organisation.name });
}

async function mayWithdraw(
  tx: Db,
  { organisationId, by }: { organisationId: string; by: string },
): Promise<boolean> {
  const own = await findSignatory(tx, by);
  if (own?.organisationId === organisationId) return true;
  const person = await findPerson(tx, by);
  return person !== null && !person.suspendedAt && canOnPlatform(person.platformRole, 'people.invite');
}

/** The person with their row locked and their organisation; null for nobody, and for an account that is suspended or erased. */
export async function lockPerson(tx: Db, userId: string) {
  const [found] = await tx
    .select({
      name: users.name,
      email: users.email,
      organisation: {
        id: organisations.id,
        name: organisations.name,
        declaredEmail: organisations.declaredEmail,
      },
    })
    .from(users)
    .leftJoin(organisations, eq(organisations.id, users.organisationId))
    .where(and(eq(users.id, userId), isNull(users.suspendedAt), isNull(users.erasedAt)))
    .for('update', { of: users });
  return found ?? null;
}

/** [AU6] By ids only; `by` is null when the declared address answered. */
export function tellSignatory(
  tx: Db,
  action: 'person.signatoryConfirmed' | 'person.signatoryRefused' | 'person.signatoryWithdrawn',
  {
    userId,
    organisationId,
    by,
    basis,
    now,
  }: { userId: string; organisationId: string; by: string | null; basis?: string; now: Date },
): Promise<void> {
  const subject = { kind: 'person' as const, id: userId, name: '' };
  return recordAudit(tx, { actorId: by, action, subject, payload: { organisationId, basis }, now });
}
