import { and, asc, eq, exists, inArray, isNull, not, or, type SQL, sql } from 'drizzle-orm';
import { canOnPlatform, PLATFORM_ROLES } from '#shared/kernel/access/access.ts';
import { domainOf, isPublicMail, TIES_MAX } from '#shared/people/entry/entry.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { groupMembers } from '../group/schema.ts';
import { organisationBadge } from '../organisation/organisations.ts';
import { organisations } from '../organisation/schema.ts';
import { changePerson, findPerson } from '../person/people.ts';
import { users } from '../person/schema.ts';
import { organisationTies } from './schema.ts';

/**
 * [EN4] Whether addresses of this domain are those of the organisation: people of it who may sign in have one, or its declared address is one.
 * Never where anybody gets an address.
 */
export async function isKnownDomain(
  db: Db,
  { organisationId, email }: { organisationId: string; email: string },
): Promise<boolean> {
  const domain = domainOf(email);
  if (isPublicMail(domain)) return false;
  const isThere = (address: SQL) => sql`split_part(lower(${address}), '@', 2) = ${domain}`;
  const [found] = await db
    .select({ id: organisations.id })
    .from(organisations)
    .where(
      and(
        eq(organisations.id, organisationId),
        or(
          isThere(sql`${organisations.declaredEmail}`),
          exists(
            db
              .select({ one: sql`1` })
              .from(users)
              .where(
                and(
                  eq(users.organisationId, organisations.id),
                  isNull(users.suspendedAt),
                  isNull(users.erasedAt),
                  isThere(sql`${users.email}`),
                ),
              ),
          ),
        ),
      ),
    );
  return found !== undefined;
}

/** [EN6] An account that a code made, whose tie nobody has confirmed, and whom nobody has taken into a group since. */
export async function isGuest(db: Db, userId: string): Promise<boolean> {
  const [found] = await db
    .select({ id: organisationTies.id })
    .from(organisationTies)
    .innerJoin(users, eq(users.id, organisationTies.userId))
    .where(
      and(
        eq(organisationTies.userId, userId),
        eq(organisationTies.madeAccount, true),
        isNull(users.organisationId),
        not(exists(db.select({ one: sql`1` }).from(groupMembers).where(eq(groupMembers.userId, userId)))),
      ),
    );
  return found !== undefined;
}

/** The tie that this person waits for, or was refused; null for none. */
export async function findTie(
  db: Db,
  userId: string,
): Promise<{ readonly organisationId: string; readonly isRefused: boolean } | null> {
  const [tie] = await db
    .select({
      organisationId: organisationTies.organisationId,
      isRefused: sql<boolean>`${organisationTies.refusedAt} is not null`,
    })
    .from(organisationTies)
    .where(eq(organisationTies.userId, userId));
  return tie ?? null;
}

/**
 * [EN3] [EN5] Ties somebody without organisation to one: at once when their address is one of its own, else it waits. Asking again, after a
 * refusal too, replaces what was asked. `elsewhere` while they wait for another one, `full` when too many wait for this one: nothing is changed.
 */
export async function askTie(
  tx: Tx,
  tie: {
    id: string;
    userId: string;
    email: string;
    organisationId: string;
    madeAccount: boolean;
    now: Date;
  },
): Promise<'tied' | 'waits' | 'elsewhere' | 'full'> {
  const { id, userId, organisationId, madeAccount, now } = tie;
  if (await isKnownDomain(tx, tie)) {
    await setPersonOrganisation(tx, tie);
    await tx.delete(organisationTies).where(eq(organisationTies.userId, userId));
    return 'tied';
  }
  const before = await findTie(tx, userId);
  if (before && !before.isRefused) return before.organisationId === organisationId ? 'waits' : 'elsewhere';
  const waiting = await tx.$count(
    organisationTies,
    and(eq(organisationTies.organisationId, organisationId), isNull(organisationTies.refusedAt)),
  );
  if (waiting >= TIES_MAX) return 'full';
  await tx
    .insert(organisationTies)
    .values({ id, userId, organisationId, madeAccount, askedAt: now })
    .onConflictDoUpdate({
      target: organisationTies.userId,
      set: { organisationId, askedAt: now, refusedAt: null },
    });
  return 'waits';
}

/** Whose word a tie waits for. */
export interface Confirmer {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** [EN5] Of rows of `user`: whoever answers for this organisation. Its administrators; without any, whoever of it has been here longest. */
function answersFor(organisationId: string | typeof organisationTies.organisationId): SQL | undefined {
  const mine = (alias: string) =>
    sql.raw(`${alias}.suspended_at is null and ${alias}.erased_at is null and ${alias}.organisation_id = `);
  return and(
    isNull(users.suspendedAt),
    isNull(users.erasedAt),
    eq(users.organisationId, organisationId),
    sql`case when exists (select from "user" a where ${mine('a')}${organisationId} and a.administers_id = ${organisationId})
      then ${users.administersId} is not null
      else ${users.id} = (select f.id from "user" f where ${mine('f')}${organisationId} order by f.created_at, f.id limit 1) end`,
  );
}

const CONFIRMING = PLATFORM_ROLES.filter((role) => canOnPlatform(role, 'people.invite'));

/** [EN5] Whoever is told of a tie to this organisation, and owes an answer: those who answer for it, else the coordination. */
export async function listConfirmers(db: Db, organisationId: string): Promise<readonly Confirmer[]> {
  const columns = { id: users.id, name: users.name, email: users.email };
  const own = await db.select(columns).from(users).where(answersFor(organisationId)).orderBy(users.email);
  return own.length > 0 ? own : listCoordination(db);
}

/** Whoever coordinates the programme, and may sign in. */
export function listCoordination(db: Db): Promise<Confirmer[]> {
  return db
    .select({ id: users.id, name: users.name, email: users.email })
    .from(users)
    .where(and(inArray(users.platformRole, CONFIRMING), isNull(users.suspendedAt), isNull(users.erasedAt)))
    .orderBy(users.email);
}

/** [EN5] Whether this person may answer for an organisation: the coordination always, so that none waits for somebody who never comes. */
export async function mayConfirm(
  db: Db,
  { userId, organisationId }: { userId: string; organisationId: string },
): Promise<boolean> {
  const [found] = await db
    .select({ id: users.id })
    .from(users)
    .where(
      and(
        eq(users.id, userId),
        isNull(users.suspendedAt),
        or(inArray(users.platformRole, CONFIRMING), answersFor(organisationId)),
      ),
    );
  return found !== undefined;
}

/** [EN5] Of rows of `organisation_tie`: this person owes the answer. */
export function owesTie(db: Db, { userId, isCoordinating }: { userId: string; isCoordinating: boolean }) {
  const anybody = db.select({ one: sql`1` }).from(users).where(answersFor(organisationTies.organisationId));
  return and(
    isNull(organisationTies.refusedAt),
    or(
      exists(
        db
          .select({ one: sql`1` })
          .from(users)
          .where(and(eq(users.id, userId), answersFor(organisationTies.organisationId))),
      ),
      isCoordinating ? not(exists(anybody)) : undefined,
    ),
  );
}

/** Somebody who waits for their tie. */
export interface WaitingTie {
  readonly id: string;
  readonly askedAt: Date;
  readonly person: { readonly id: string; readonly name: string; readonly email: string };
  readonly organisation: { readonly id: string; readonly name: string; readonly colour: number };
}

/** [EN5] The ties that this person may answer, the longest waiting first: those they owe, and for the coordination all of them. */
export async function listTies(
  db: Db,
  { userId, isCoordinating }: { userId: string; isCoordinating: boolean },
): Promise<readonly WaitingTie[]> {
  return db
    .select({
      id: organisationTies.id,
      askedAt: organisationTies.askedAt,
      person: { id: users.id, name: users.name, email: users.email },
      organisation: organisationBadge,
    })
    .from(organisationTies)
    .innerJoin(users, and(eq(users.id, organisationTies.userId), isNull(users.suspendedAt)))
    .innerJoin(organisations, eq(organisations.id, organisationTies.organisationId))
    .where(isCoordinating ? isNull(organisationTies.refusedAt) : owesTie(db, { userId, isCoordinating }))
    .orderBy(asc(organisationTies.askedAt), asc(organisationTies.id))
    .limit(TIES_LISTED);
}

const TIES_LISTED = 200;

/** What an answered tie was. */
export interface AnsweredTie {
  readonly person: Confirmer;
  readonly organisation: { readonly id: string; readonly name: string };
}

/** [EN5] A tie that waits, kept from being answered twice; null when it is answered, or this person may not answer it. */
export async function holdTie(
  tx: Tx,
  { tieId, by }: { tieId: string; by: string },
): Promise<{ readonly userId: string; readonly organisationId: string } | null> {
  const [tie] = await tx
    .select({ userId: organisationTies.userId, organisationId: organisationTies.organisationId })
    .from(organisationTies)
    .where(and(eq(organisationTies.id, tieId), isNull(organisationTies.refusedAt)))
    .for('update');
  if (!tie) return null;
  return (await mayConfirm(tx, { userId: by, organisationId: tie.organisationId })) ? tie : null;
}

/** [EN5] Confirms it: their account says the organisation from then on, with a line of the trail. Refuses 'person.lastAdmin' never: they are no administrator. */
export async function confirmTie(
  tx: Tx,
  { userId, organisationId, by, now }: { userId: string; organisationId: string; by: string; now: Date },
): Promise<AnsweredTie | null> {
  const person = await findPerson(tx, userId);
  if (!person) return null;
  const { platformRole } = person;
  const changed = await changePerson(tx, { id: userId, platformRole, organisationId, by, now });
  if (!changed.ok) return null;
  await tx.delete(organisationTies).where(eq(organisationTies.userId, userId));
  return answered(tx, { person, organisationId });
}

/** [EN5] Refuses it: the account stays, and may ask for another one. */
export async function refuseTie(
  tx: Tx,
  { userId, organisationId, now }: { userId: string; organisationId: string; now: Date },
): Promise<AnsweredTie | null> {
  await tx.update(organisationTies).set({ refusedAt: now }).where(eq(organisationTies.userId, userId));
  const person = await findPerson(tx, userId);
  return person && answered(tx, { person, organisationId });
}

async function answered(
  tx: Tx,
  { person, organisationId }: { person: Confirmer; organisationId: string },
): Promise<AnsweredTie | null> {
  const [organisation] = await tx
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(eq(organisations.id, organisationId));
  return organisation ? { person, organisation } : null;
}

/** [P12] Somebody without organisation is of the one into which they were invited. */
export async function setPersonOrganisation(
  tx: Tx,
  { userId, organisationId, now }: { userId: string; organisationId: string; now: Date },
): Promise<void> {
  await tx.update(users).set({ organisationId, updatedAt: now }).where(eq(users.id, userId));
}
