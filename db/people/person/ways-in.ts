import { and, asc, count, eq, isNotNull, ne, or, sql } from 'drizzle-orm';
import type { PersonError } from '#shared/errors.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { municipalities } from '../../programme/territory/schema.ts';
import { organisations } from '../organisation/schema.ts';
import { accounts, users } from './schema.ts';

/** What better-auth calls the row that has a password. */
const PASSWORD = 'credential';

/** One of the ways by which a person signs in: their password, or who they are for a provider of identities. */
export interface WayIn {
  readonly id: string;
  /** Null for the password. */
  readonly issuer: string | null;
  readonly since: Date;
}

/** An identity as its provider signed it. */
interface Identity {
  readonly issuer: string;
  readonly subject: string;
  readonly siret: string;
}

/** By which ways this person signs in, the oldest first. A link by mail is open to everybody besides. */
export async function listWaysIn(db: Db, userId: string): Promise<WayIn[]> {
  const rows = await db
    .select({ id: accounts.id, providerId: accounts.providerId, since: accounts.createdAt })
    .from(accounts)
    .where(isOpen(userId))
    .orderBy(asc(accounts.createdAt), asc(accounts.id));
  return rows.map(({ id, providerId, since }) => ({
    id,
    issuer: providerId === PASSWORD ? null : providerId,
    since,
  }));
}

function isOpen(userId: string) {
  return and(
    eq(accounts.userId, userId),
    or(ne(accounts.providerId, PASSWORD), isNotNull(accounts.password)),
  );
}

/**
 * [ID8] Whose this identity is: whoever it is linked with, by issuer and subject; else whoever has its address, when the provider
 * says that the address was verified. Null for nobody: an identity makes no account ([P1]).
 */
export async function findByIdentity(
  db: Db,
  {
    issuer,
    subject,
    email,
    isEmailVerified,
  }: { issuer: string; subject: string; email: string; isEmailVerified: boolean },
): Promise<{ userId: string } | null> {
  const [linked] = await db
    .select({ userId: accounts.userId })
    .from(accounts)
    .where(and(eq(accounts.providerId, issuer), eq(accounts.accountId, subject)));
  if (linked) return linked;
  if (!isEmailVerified) return null;
  const [named] = await db.select({ userId: users.id }).from(users).where(eq(users.email, email));
  return named ?? null;
}

/**
 * [ID8] Links an identity with an account, or notes what the provider says of it today (`known`). Null when it is somebody else's: an
 * identity opens one account.
 */
export async function linkIdentity(
  db: Db,
  { issuer, subject, siret, userId, id, now }: Identity & { userId: string; id: string; now: Date },
): Promise<'new' | 'known' | null> {
  const [linked] = await db
    .insert(accounts)
    .values({
      id,
      providerId: issuer,
      accountId: subject,
      userId,
      siret: siret || null,
      createdAt: now,
      updatedAt: now,
    })
    .onConflictDoUpdate({
      target: [accounts.providerId, accounts.accountId],
      set: { siret: siret || null, updatedAt: now },
      setWhere: eq(accounts.userId, userId),
    })
    .returning({ id: accounts.id });
  if (!linked) return null;
  // A row that was there keeps its id.
  return linked.id === id ? 'new' : 'known';
}

/** [ID9] Takes a provider away from the ways in of this person. Gives its issuer, null when there was none to take: passwords and others' rows stay. Refuses 'person.lastWayIn'. */
export async function unlinkIdentity(
  tx: Tx,
  { id, userId }: { id: string; userId: string },
): Promise<Result<{ issuer: string | null }, PersonError>> {
  // One after another: two at once must not each find the other's way in.
  await tx.select({ id: users.id }).from(users).where(eq(users.id, userId)).for('update');
  const [open] = await tx.select({ ways: count() }).from(accounts).where(isOpen(userId));
  if ((open?.ways ?? 0) < 2) return fail('person.lastWayIn');
  const [unlinked] = await tx
    .delete(accounts)
    .where(and(eq(accounts.id, id), eq(accounts.userId, userId), ne(accounts.providerId, PASSWORD)))
    .returning({ issuer: accounts.providerId });
  return ok({ issuer: unlinked?.issuer ?? null });
}

/**
 * [ID8] Organisations of the programme that the providers say this person works for: those whose commune has the SIREN of a SIRET.
 * A proposal for whoever administers; nobody is put anywhere by it.
 */
export function listProposedOrganisations(db: Db, userId: string): Promise<{ id: string; name: string }[]> {
  return db
    .selectDistinct({ id: organisations.id, name: organisations.name })
    .from(accounts)
    .innerJoin(municipalities, eq(municipalities.siren, sql`left(${accounts.siret}, 9)`))
    .innerJoin(organisations, eq(organisations.municipalityCode, municipalities.code))
    .where(eq(accounts.userId, userId))
    .orderBy(asc(organisations.name));
}
