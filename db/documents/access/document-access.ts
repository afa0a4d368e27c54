import { and, asc, eq, inArray, isNull, notExists, type SQL, sql } from 'drizzle-orm';
import { type DocumentRole, rolesWithin, type Visibility } from '#shared/documents/document-access.ts';
import type { DocumentAccessError } from '#shared/errors.ts';
import type { Readable } from '#shared/kernel/access/readable.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { inFrench } from '#shared/kernel/text/order.ts';
import type { ActivityVerb } from '#shared/people/activity/activity.ts';
import type { OrganisationBadge } from '#shared/people/organisation/organisation.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { recordActivity } from '../../people/activity/activities.ts';
import { findOrganisationBadge, organisationBadge } from '../../people/organisation/organisations.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { users } from '../../people/person/schema.ts';
import { acquaintancesOf } from '../../people/person/visible-people.ts';
import type { Reader } from '../listed-documents.ts';
import { documents } from '../schema.ts';
import { accessRequests } from './access-request-schema.ts';
import { findDocumentRights } from './document-rights.ts';
import { documentAccess } from './schema.ts';

/** Somebody, or an organisation, that was given a document by name. */
export interface NamedAccess {
  readonly id: string;
  readonly role: DocumentRole;
  /** Null when the organisation itself was given it. */
  readonly person: { readonly id: string; readonly name: string } | null;
  /** The organisation itself, or the person's own. */
  readonly organisation: OrganisationBadge | null;
}

/** Whom a document is given to. */
export type Named = { readonly userId: string } | { readonly organisationId: string };

/** Which document, of which group, by whom, when; `activityId` is new. */
export interface AccessChange {
  readonly documentId: string;
  readonly groupId: string;
  readonly by: string;
  readonly now: Date;
  readonly activityId: string;
}

/** Who was given this document by name, organisations last. */
export async function listNamedAccess(db: Db, documentId: Readable<'document'>): Promise<NamedAccess[]> {
  const rows = await db
    .select({
      id: documentAccess.id,
      role: documentAccess.role,
      userId: users.id,
      name: users.name,
      organisation: organisationBadge,
    })
    .from(documentAccess)
    .leftJoin(users, eq(users.id, documentAccess.userId))
    .leftJoin(
      organisations,
      sql`${organisations.id} = coalesce(${documentAccess.organisationId}, ${users.organisationId})`,
    )
    .where(eq(documentAccess.documentId, documentId))
    .orderBy(asc(users.name), asc(organisations.name));
  return rows.map(({ userId, name, ...row }) => ({
    ...row,
    person: userId && name ? { id: userId, name } : null,
  }));
}

/**
 * [D15] The people and organisations that this person may know and to whom the document was not given by name yet, in French
 * alphabetical order.
 */
export async function listKnownSubjects(
  db: Db,
  { documentId, ...reader }: Reader & { documentId: string },
): Promise<{
  people: { id: string; name: string; organisation: string | null }[];
  organisations: { id: string; name: string }[];
}> {
  const known = await acquaintancesOf(db, reader);
  const given = (which: SQL) =>
    notExists(
      db
        .select({ one: sql`1` })
        .from(documentAccess)
        .where(and(eq(documentAccess.documentId, documentId), which)),
    );
  const [people, bodies] = await Promise.all([
    db
      .select({ id: users.id, name: users.name, organisation: organisations.name })
      .from(users)
      .leftJoin(organisations, eq(organisations.id, users.organisationId))
      .where(and(isNull(users.suspendedAt), known.people, given(eq(documentAccess.userId, users.id)))),
    db
      .select({ id: organisations.id, name: organisations.name })
      .from(organisations)
      .where(and(known.organisations, given(eq(documentAccess.organisationId, organisations.id)))),
  ]);
  const byName = (a: { name: string }, b: { name: string }) => inFrench(a.name, b.name);
  return { people: people.sort(byName), organisations: bodies.sort(byName) };
}

/**
 * [A10] Says who sees a document. Whoever restricts it keeps writing in it: they are named when nothing else would leave them
 * their place. Refused: 'access.notFound' (trashed, or of another group).
 */
export async function setVisibility(
  tx: Tx,
  { visibility, accessId, ...change }: AccessChange & { visibility: Visibility; accessId: string },
): Promise<Result<void, 'access.notFound'>> {
  const { documentId, groupId, by, now } = change;
  const [changed] = await tx
    .update(documents)
    .set({ visibility })
    .where(inGroup(change))
    .returning({ title: documents.title, frozenAt: documents.frozenAt });
  if (!changed) return fail('access.notFound');
  const { title, frozenAt } = changed;
  const document = { id: documentId, groupId, visibility, frozenAt };
  const rights = await findDocumentRights(tx, document, { userId: by, now });
  if (rights?.access !== 'write') {
    await putName(tx, { id: accessId, documentId, userId: by, role: 'editor', addedBy: by, addedAt: now });
  }
  await record(tx, change, 'document.accessChanged', title);
  return ok();
}

/**
 * [A10] Gives a document to a person or an organisation, or changes what they were given; a request for as much is answered by
 * it. `accessId` is new. Refused: 'access.notFound', 'documentAccess.nobody' (no such person or organisation).
 */
export async function giveByName(
  tx: Tx,
  input: AccessChange & { to: Named; role: DocumentRole; accessId: string },
): Promise<Result<void, 'access.notFound' | DocumentAccessError>> {
  const { to, role, accessId, ...change } = input;

  const title = await titleOf(tx, change);
  if (title === null) return fail('access.notFound');
  if (!(await exists(tx, to))) return fail('documentAccess.nobody');
  const { documentId, by, now } = change;
  await putName(tx, { id: accessId, documentId, ...to, role, addedBy: by, addedAt: now });
  if ('userId' in to) await settleRequest(tx, { documentId, userId: to.userId, role });
  await record(tx, change, 'document.accessChanged', title);
  return ok();
}

/**
 * [A10] Takes back what was given by name. Gives what was taken, for undoing.
 * Refused: 'access.notFound', 'documentAccess.nobody' (nothing of that kind on this document).
 */
export async function takeBackName(
  tx: Tx,
  { accessId, ...change }: AccessChange & { accessId: string },
): Promise<Result<{ to: Named; role: DocumentRole }, 'access.notFound' | DocumentAccessError>> {
  const title = await titleOf(tx, change);
  if (title === null) return fail('access.notFound');
  const [taken] = await tx
    .delete(documentAccess)
    .where(and(eq(documentAccess.id, accessId), eq(documentAccess.documentId, change.documentId)))
    .returning();
  if (!taken) return fail('documentAccess.nobody');
  await record(tx, change, 'document.accessChanged', title);
  const { userId, organisationId, role } = taken;
  return ok({ to: userId ? { userId } : { organisationId: organisationId ?? '' }, role });
}

/** The row of a name, made or changed: one a person or organisation. */
async function putName(tx: Tx, row: typeof documentAccess.$inferInsert): Promise<void> {
  const target = row.userId
    ? [documentAccess.documentId, documentAccess.userId]
    : [documentAccess.documentId, documentAccess.organisationId];
  await tx
    .insert(documentAccess)
    .values(row)
    .onConflictDoUpdate({ target, set: { role: row.role } });
}

/** [A11] Whoever was given what they asked for waits no longer. */
async function settleRequest(
  tx: Tx,
  { documentId, userId, role }: { documentId: string; userId: string; role: DocumentRole },
): Promise<void> {
  const { documentId: document, userId: asker, role: asked } = accessRequests;
  await tx
    .delete(accessRequests)
    .where(and(eq(document, documentId), eq(asker, userId), inArray(asked, [...rolesWithin(role)])));
}

async function exists(tx: Tx, to: Named): Promise<boolean> {
  if ('organisationId' in to) return (await findOrganisationBadge(tx, to.organisationId)) !== null;
  const [person] = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.id, to.userId), isNull(users.suspendedAt)));
  return person !== undefined;
}

function inGroup({ documentId, groupId }: AccessChange) {
  return and(eq(documents.id, documentId), eq(documents.groupId, groupId), isNull(documents.trashedAt));
}

async function titleOf(tx: Tx, change: AccessChange): Promise<string | null> {
  const [document] = await tx.select({ title: documents.title }).from(documents).where(inGroup(change));
  return document?.title ?? null;
}

function record(tx: Tx, change: AccessChange, verb: ActivityVerb, title: string): Promise<void> {
  const { activityId: id, groupId, by: actorId, documentId: objectId, now } = change;
  return recordActivity(tx, { id, groupId, actorId, verb, objectId, title, now });
}
