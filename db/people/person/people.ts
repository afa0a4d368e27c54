import { and, asc, count, eq, inArray, isNull, notExists, or, type SQL, sql } from 'drizzle-orm';
import type { PlatformRole } from '#shared/kernel/access/access.ts';
import { LINES_A_PAGE, type PagePlace, placeOfPage } from '#shared/kernel/paging.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { OrganisationBadge } from '#shared/people/organisation/organisation.ts';
import { recordAudit } from '../../kernel/audit/audit.ts';
import type { Db } from '../../kernel/client.ts';
import { nameKey } from '../../kernel/columns.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { accessTokens } from '../../operations/token/schema.ts';
import { groupMembers } from '../group/schema.ts';
import { findOrganisationBadge, organisationBadge } from '../organisation/organisations.ts';
import { organisations } from '../organisation/schema.ts';
import { accounts, users } from './schema.ts';
import { endSessions } from './sessions.ts';

/** An account as administration sees it. */
export interface Person {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly jobTitle: string;
  readonly platformRole: PlatformRole;
  readonly organisation: OrganisationBadge | null;
  readonly createdAt: Date;
  /** Null while the account may sign in. */
  readonly suspendedAt: Date | null;
  /** [O4] Their own organisation, when they administer it. */
  readonly administersId: string | null;
  /** Nobody signs in as them without a second factor. */
  readonly hasSecondFactor: boolean;
}

/** What an account is made of. */
export interface NewPerson {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly jobTitle: string;
  readonly platformRole: PlatformRole;
  readonly organisationId: string | null;
  /** By better-auth's own `hashPassword`; null for whoever comes in by codes and links alone. */
  readonly passwordHash: string | null;
  readonly now: Date;
}

const personColumns = {
  id: users.id,
  email: users.email,
  name: users.name,
  jobTitle: users.jobTitle,
  platformRole: users.platformRole,
  organisation: organisationBadge,
  createdAt: users.createdAt,
  suspendedAt: users.suspendedAt,
  administersId: users.administersId,
  hasSecondFactor: users.twoFactorEnabled,
};

function selectPeople(db: Db) {
  return db
    .select(personColumns)
    .from(users)
    .leftJoin(organisations, eq(organisations.id, users.organisationId));
}

/**
 * [P1] [P2] Makes an account, its address taken as verified: whoever calls has seen the invitation, or the code that went there ([EN1]). One account an address, whatever its case. Refuses 'person.emailTaken'.
 */
export async function createPerson(
  tx: Tx,
  { passwordHash, now, email, ...person }: NewPerson,
): Promise<Result<void, 'person.emailTaken'>> {
  const made = await tx
    .insert(users)
    .values({
      ...person,
      email: email.trim().toLowerCase(),
      emailVerified: true,
      createdAt: now,
      updatedAt: now,
    })
    // A violation would abort the caller's whole transaction.
    .onConflictDoNothing({ target: users.email })
    .returning({ id: users.id });
  if (made.length === 0) return fail('person.emailTaken');
  if (passwordHash === null) return ok();
  await tx.insert(accounts).values({
    // better-auth finds the password of a person by these two: one credential a person, so one id serves both rows.
    id: person.id,
    accountId: person.id,
    providerId: 'credential',
    userId: person.id,
    password: passwordHash,
    createdAt: now,
    updatedAt: now,
  });
  return ok();
}

/** [P5] The first account, an administrator. Refuses 'person.alreadyInstalled' once anybody exists, two at once included. */
export async function createFirstAdministrator(
  tx: Tx,
  person: Omit<NewPerson, 'platformRole' | 'organisationId'>,
): Promise<Result<void, 'person.emailTaken' | 'person.alreadyInstalled'>> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('cordee.first-installation'))`);
  if (await hasAnyPerson(tx)) return fail('person.alreadyInstalled');
  return createPerson(tx, { ...person, platformRole: 'admin', organisationId: null });
}

/** Whether anybody has an account here; false on a new installation. */
export async function hasAnyPerson(db: Db): Promise<boolean> {
  return (await db.select({ id: users.id }).from(users).limit(1)).length > 0;
}

/** The account of this id, suspended or not; null when there is none. */
export async function findPerson(db: Db, id: string): Promise<Person | null> {
  const [person] = await selectPeople(db).where(eq(users.id, id));
  return person ?? null;
}

/** [P6] The name and the role on the platform of an account that may sign in; null for one that is suspended, erased or unknown. */
export async function findStanding(
  db: Db,
  id: string,
): Promise<{ name: string; platformRole: PlatformRole } | null> {
  const [standing] = await db
    .select({ name: users.name, platformRole: users.platformRole })
    .from(users)
    .where(and(eq(users.id, id), isNull(users.suspendedAt)));
  return standing ?? null;
}

/** The account of this address, whatever its case; null when there is none. */
export async function findPersonByEmail(db: Db, email: string): Promise<Person | null> {
  const [person] = await selectPeople(db).where(eq(users.email, email.trim().toLowerCase()));
  return person ?? null;
}

/**
 * [PG1] A page of everybody, or of those of an organisation, suspended accounts included, by name, and how many they are. `search`
 * narrows by words of a name, an address or an organisation, whatever their case and accents.
 */
export async function listPeople(
  db: Db,
  {
    search = '',
    organisationId,
    page = 1,
    size = LINES_A_PAGE,
  }: { search?: string; organisationId?: string; page?: number; size?: number } = {},
): Promise<{ people: Person[]; total: number } & PagePlace> {
  // A former member is nobody whom one could look for.
  const own = organisationId === undefined ? undefined : eq(users.organisationId, organisationId);
  const condition = and(isNull(users.erasedAt), own, isCalled(db, search));
  const [counted] = await db.select({ total: count() }).from(users).where(condition);
  const total = counted?.total ?? 0;
  const place = placeOfPage(page, total, size);
  const people = await selectPeople(db)
    .where(condition)
    .orderBy(nameKey(users.name), asc(users.id))
    .limit(size)
    .offset(place.offset);
  return { people, total, ...place };
}

/** Those who may sign in and are not in this group in their own name, by name, so many at most; narrowed like the list of everybody. */
export function listPeopleToAdd(
  db: Db,
  { groupId, search, limit }: { groupId: string; search: string; limit: number },
): Promise<Person[]> {
  const own = db
    .select({ one: sql`1` })
    .from(groupMembers)
    .where(and(eq(groupMembers.groupId, groupId), eq(groupMembers.userId, users.id)));
  return selectPeople(db)
    .where(and(isNull(users.suspendedAt), notExists(own), isCalled(db, search)))
    .orderBy(nameKey(users.name), asc(users.id))
    .limit(limit);
}

function isCalled(db: Db, search: string): SQL | undefined {
  const words = search.trim().split(/\s+/).filter(Boolean);
  const holds = (word: string) => {
    const pattern = nameKey(sql`${`%${word.replace(/[\\%_]/g, '\\$&')}%`}::text`);
    // Organisations are looked through once, not once a person.
    const ofName = db
      .select({ id: organisations.id })
      .from(organisations)
      .where(sql`${nameKey(organisations.name)} like ${pattern}`);
    return or(
      sql`${nameKey(users.name)} like ${pattern}`,
      sql`${users.email} like ${pattern}`,
      inArray(users.organisationId, ofName),
    );
  };
  return and(...words.map(holds));
}

/**
 * [P6] Closes an account: it is signed out everywhere and may not sign in. Its texts stay.
 * Refuses 'person.notFound', and 'person.suspendSelf': one cannot lock oneself out.
 */
export async function suspendPerson(
  tx: Tx,
  { id, by, now }: { id: string; by: string; now: Date },
): Promise<Result<void, 'person.notFound' | 'person.suspendSelf'>> {
  if (id === by) return fail('person.suspendSelf');
  const [found] = await tx.select({ id: users.id }).from(users).where(eq(users.id, id)).for('update');
  if (!found) return fail('person.notFound');
  await tx
    .update(users)
    .set({ suspendedAt: now, updatedAt: now })
    .where(and(eq(users.id, id), isNull(users.suspendedAt)));
  await endSessions(tx, { userId: id });
  await tx.delete(accessTokens).where(eq(accessTokens.userId, id));
  await tellPerson(tx, 'person.suspended', { id, by, now });
  return ok();
}

/** [P6] Opens a suspended account again, with the rights it had. Refuses 'person.notFound', of one that was erased too. */
export async function restorePerson(
  tx: Tx,
  { id, by = null, now }: { id: string; by?: string | null; now: Date },
): Promise<Result<void, 'person.notFound'>> {
  const [person] = await tx
    .select({ suspendedAt: users.suspendedAt })
    .from(users)
    .where(and(eq(users.id, id), isNull(users.erasedAt)))
    .for('update');
  if (!person) return fail('person.notFound');
  if (!person.suspendedAt) return ok();
  await tx.update(users).set({ suspendedAt: null, updatedAt: now }).where(eq(users.id, id));
  await tellPerson(tx, 'person.reopened', { id, by, now });
  return ok();
}

/**
 * [P7] Gives a person another role on the platform and another organisation, null for none. Refuses 'person.notFound',
 * 'organisation.notFound', and 'person.lastAdmin' when no administrator able to sign in would be left.
 */
export async function changePerson(
  tx: Tx,
  change: {
    id: string;
    platformRole: PlatformRole;
    organisationId: string | null;
    by?: string | null;
    now: Date;
  },
): Promise<Result<void, 'person.notFound' | 'person.lastAdmin' | 'organisation.notFound'>> {
  const { id, platformRole, organisationId, by = null, now } = change;
  // All of them, in one order: two administrators who demote each other must not both succeed.
  const administrators = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.platformRole, 'admin'), isNull(users.suspendedAt)))
    .orderBy(asc(users.id))
    .for('update');
  if (platformRole !== 'admin' && administrators.length === 1 && administrators[0]?.id === id) {
    return fail('person.lastAdmin');
  }
  if (organisationId && !(await findOrganisationBadge(tx, organisationId)))
    return fail('organisation.notFound');
  const changed = await tx
    .update(users)
    .set({ platformRole, organisationId, administersId: stillTheirs(organisationId), updatedAt: now })
    .where(eq(users.id, id))
    .returning({ id: users.id });
  if (changed.length === 0) return fail('person.notFound');
  await tellPerson(tx, 'person.rightsChanged', { id, by, now }, { platformRole, organisationId });
  return ok();
}

/** [O4] Whoever moves administers the former organisation no more. */
const stillTheirs = (organisationId: string | null) =>
  sql`case when ${users.administersId} = ${organisationId}::text then ${users.administersId} end`;

/** [AU6] A line about a person names nobody: it can never be changed, and the name must be able to go. */
function tellPerson(
  tx: Db,
  action: 'person.suspended' | 'person.reopened' | 'person.rightsChanged',
  { id, by, now }: { id: string; by: string | null; now: Date },
  payload: Readonly<Record<string, string | null>> = {},
): Promise<void> {
  return recordAudit(tx, { actorId: by, action, subject: { kind: 'person', id, name: '' }, payload, now });
}

/** What a person says about themselves; the values are already parsed (`shared/people/person/person.ts`). */
export async function updateOwnProfile(
  tx: Tx,
  { id, name, jobTitle, now }: { id: string; name: string; jobTitle: string; now: Date },
): Promise<void> {
  await tx.update(users).set({ name, jobTitle, updatedAt: now }).where(eq(users.id, id));
}
