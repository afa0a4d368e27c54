import { and, asc, eq, isNull, or, type SQL, sql } from 'drizzle-orm';
import { TIES_MAX } from '#shared/people/entry/entry.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { organisations } from '../organisation/schema.ts';
import { users } from '../person/schema.ts';
import { entryRequests } from './schema.ts';
import { type Confirmer, listCoordination } from './ties.ts';

/** Somebody who asks for an access. */
export interface NewEntryRequest {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly organisationId: string | null;
  readonly organisationName: string;
  readonly wish: string;
  readonly reason: string;
  readonly now: Date;
}

/** [EN7] Keeps a request, one an address: asking again replaces what was said, and is no news. `full` when too many wait for the same organisation. */
export async function keepEntryRequest(
  tx: Tx,
  { now: askedAt, ...said }: NewEntryRequest,
): Promise<'new' | 'again' | 'full'> {
  const { id, email: _email, ...again } = said;
  const ofSame = said.organisationId
    ? eq(entryRequests.organisationId, said.organisationId)
    : and(isNull(entryRequests.organisationId), eq(entryRequests.organisationName, said.organisationName));
  if ((await tx.$count(entryRequests, ofSame)) >= TIES_MAX) return 'full';
  const [kept] = await tx
    .insert(entryRequests)
    .values({ ...said, askedAt })
    .onConflictDoUpdate({ target: entryRequests.email, set: { ...again, askedAt } })
    .returning({ id: entryRequests.id });
  return kept?.id === id ? 'new' : 'again';
}

/** Who looks at requests: the coordination, or whoever administers an organisation. */
export interface EntryReader {
  readonly isCoordinating: boolean;
  /** [O4] The organisation that they administer; null for none. */
  readonly administersId: string | null;
}

/** [EN8] Of a row of `entry_request`: it is for the administrator of its organisation, who names nobody into a group. */
const isForAdministrator = (db: Db) =>
  and(
    eq(entryRequests.wish, ''),
    eq(
      entryRequests.organisationId,
      db
        .select({ id: users.administersId })
        .from(users)
        .where(and(eq(users.administersId, entryRequests.organisationId), isNull(users.suspendedAt)))
        .limit(1),
    ),
  );

/** [EN8] Of rows of `entry_request`: those that this person may answer. Nothing for anybody else. */
export function mayAnswer(db: Db, { isCoordinating, administersId }: EntryReader): SQL | undefined {
  if (isCoordinating) return undefined;
  return and(isForAdministrator(db), eq(entryRequests.organisationId, administersId ?? ''));
}

/** A request as whoever answers it reads it. */
export interface WaitingEntry {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly organisation: { readonly id: string; readonly name: string } | null;
  readonly organisationName: string;
  readonly wish: string;
  readonly reason: string;
  readonly askedAt: Date;
}

const LISTED = 200;

/** [EN8] What waits for this person’s answer, the longest first. */
export function listEntryRequests(db: Db, reader: EntryReader): Promise<WaitingEntry[]> {
  return db
    .select({
      id: entryRequests.id,
      email: entryRequests.email,
      name: entryRequests.name,
      organisation: { id: organisations.id, name: organisations.name },
      organisationName: entryRequests.organisationName,
      wish: entryRequests.wish,
      reason: entryRequests.reason,
      askedAt: entryRequests.askedAt,
    })
    .from(entryRequests)
    .leftJoin(organisations, eq(organisations.id, entryRequests.organisationId))
    .where(mayAnswer(db, reader))
    .orderBy(asc(entryRequests.askedAt), asc(entryRequests.id))
    .limit(LISTED);
}

/** [EN8] Whom a request is mailed to: the administrators of its organisation, or the coordination. */
export async function listEntryReaders(
  db: Db,
  { organisationId, wish }: { organisationId: string | null; wish: string },
): Promise<readonly Confirmer[]> {
  const own =
    organisationId === null || wish !== ''
      ? []
      : await db
          .select({ id: users.id, name: users.name, email: users.email })
          .from(users)
          .where(and(eq(users.administersId, organisationId), isNull(users.suspendedAt)))
          .orderBy(users.email);
  return own.length > 0 ? own : listCoordination(db);
}

/** [EN8] Takes a request to answer it, once: of two who do at once one has it; null for what this person may not answer. */
export async function takeEntryRequest(
  tx: Tx,
  { requestId, reader }: { requestId: string; reader: EntryReader },
): Promise<typeof entryRequests.$inferSelect | null> {
  const [taken] = await tx
    .delete(entryRequests)
    .where(and(eq(entryRequests.id, requestId), mayAnswer(tx, reader)))
    .returning();
  return taken ?? null;
}

/** [EN8] Of rows of `entry_request`: this person owes the answer. */
export function owesEntry(
  db: Db,
  { isCoordinating, administersId }: { isCoordinating: boolean; administersId: SQL },
): SQL | undefined {
  const own = and(isForAdministrator(db), eq(entryRequests.organisationId, administersId));
  return isCoordinating ? or(own, sql`not coalesce((${isForAdministrator(db)}), false)`) : own;
}
