import { and, asc, eq, isNull } from 'drizzle-orm';
import { type DocumentRole, rolesBeyond } from '#shared/documents/document-access.ts';
import type { AccessRequestError } from '#shared/errors.ts';
import type { RoomAccess } from '#shared/kernel/access/access.ts';
import type { Readable } from '#shared/kernel/access/readable.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { OrganisationBadge } from '#shared/people/organisation/organisation.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { recordAddressed } from '../../people/activity/activities.ts';
import { organisationBadge } from '../../people/organisation/organisations.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { users } from '../../people/person/schema.ts';
import { documents } from '../schema.ts';
import { accessRequests } from './access-request-schema.ts';
import { type AccessChange, giveByName } from './document-access.ts';
import { findDocumentRights } from './document-rights.ts';

/** Somebody who waits for access to a document. */
export interface WaitingRequest {
  readonly id: string;
  readonly role: DocumentRole;
  /** Empty when they said nothing. */
  readonly message: string;
  readonly askedAt: Date;
  readonly person: { readonly id: string; readonly name: string };
  readonly organisation: OrganisationBadge | null;
  /** What they may do today; null: nothing. */
  readonly access: RoomAccess | null;
}

/** What became of a request, for the mail that says so. */
export interface AnsweredRequest {
  readonly asker: { readonly id: string; readonly name: string; readonly email: string };
  readonly title: string;
  readonly askedAt: Date;
  /** What they were given; null when they were refused. */
  readonly granted: DocumentRole | null;
  /** They may read the document, so that its title may be told. */
  readonly mayRead: boolean;
}

/** Whose request on which document. */
interface OwnRequest {
  readonly documentId: string;
  readonly userId: string;
}

/**
 * [A11] Keeps a request for access, one a person and document: asking again replaces what was asked and said. Nothing is kept,
 * and nothing is told, when there is no such document, when it is in the trash, and when they have as much already.
 * `requestId` is new, and the request's own only if they had none; `message` went through `parseRequestMessage`.
 */
export async function askForAccess(
  tx: Tx,
  {
    requestId,
    documentId,
    userId,
    role,
    message,
    now,
  }: OwnRequest & { requestId: string; role: DocumentRole; message: string; now: Date },
): Promise<void> {
  const [found] = await tx
    .select({
      id: documents.id,
      groupId: documents.groupId,
      visibility: documents.visibility,
      frozenAt: documents.frozenAt,
    })
    .from(documents)
    .innerJoin(users, and(eq(users.id, userId), isNull(users.suspendedAt)))
    .where(and(eq(documents.id, documentId), isNull(documents.trashedAt)));
  const rights = found && (await findDocumentRights(tx, found, { userId, now }));
  if (!found || !rolesBeyond(rights?.access ?? null).includes(role)) return;
  await tx
    .insert(accessRequests)
    .values({ id: requestId, documentId, userId, role, message, askedAt: now })
    .onConflictDoUpdate({
      target: [accessRequests.documentId, accessRequests.userId],
      set: { role, message, askedAt: now },
    });
}

/** What this person asked for on this document and waits for, or null. */
export async function findOwnRequest(
  db: Db,
  own: OwnRequest & { documentId: Readable<'document'> },
): Promise<{ role: DocumentRole; message: string; askedAt: Date } | null> {
  const { role, message, askedAt } = accessRequests;
  const [found] = await db.select({ role, message, askedAt }).from(accessRequests).where(isOwn(own));
  return found ?? null;
}

/** [A11] Takes back one's own request; somebody else's is left alone. */
export async function withdrawRequest(tx: Tx, own: OwnRequest): Promise<void> {
  await tx.delete(accessRequests).where(isOwn(own));
}

/**
 * [A11] Who waits for access to this document of this group, the longest first: neither suspended people nor those who came
 * to have as much in another way.
 */
export async function listAccessRequests(
  db: Db,
  { documentId, groupId, now }: { documentId: Readable<'document'>; groupId: string; now: Date },
): Promise<WaitingRequest[]> {
  const rows = await db
    .select({
      id: accessRequests.id,
      role: accessRequests.role,
      message: accessRequests.message,
      askedAt: accessRequests.askedAt,
      person: { id: users.id, name: users.name },
      organisation: organisationBadge,
      visibility: documents.visibility,
      frozenAt: documents.frozenAt,
    })
    .from(accessRequests)
    .innerJoin(documents, and(eq(documents.id, accessRequests.documentId), isNull(documents.trashedAt)))
    .innerJoin(users, and(eq(users.id, accessRequests.userId), isNull(users.suspendedAt)))
    .leftJoin(organisations, eq(organisations.id, users.organisationId))
    .where(and(eq(accessRequests.documentId, documentId), eq(documents.groupId, groupId)))
    .orderBy(asc(accessRequests.askedAt), asc(accessRequests.id));
  const waiting: WaitingRequest[] = [];
  for (const { visibility, frozenAt, ...row } of rows) {
    const document = { id: documentId, groupId, visibility, frozenAt };
    const rights = await findDocumentRights(db, document, { userId: row.person.id, now });
    const access = rights?.access ?? null;
    if (rolesBeyond(access).includes(row.role)) waiting.push({ ...row, access });
  }
  return waiting;
}

/**
 * [A11] Answers a request: gives a role by name, or refuses (`role` null). A right that the asker has already is never made
 * less. `accessId` is new. Refused: 'access.notFound' (trashed, or of another group),
 * 'accessRequest.answered' (somebody else was first, it was withdrawn, or the account is suspended).
 */
export async function answerRequest(
  tx: Tx,
  {
    requestId,
    role,
    accessId,
    ...change
  }: AccessChange & { requestId: string; role: DocumentRole | null; accessId: string },
): Promise<
  Result<AnsweredRequest, 'access.notFound' | Extract<AccessRequestError, 'accessRequest.answered'>>
> {
  const { documentId, groupId, now } = change;
  const [document] = await tx
    .select({
      id: documents.id,
      groupId: documents.groupId,
      visibility: documents.visibility,
      frozenAt: documents.frozenAt,
      title: documents.title,
    })
    .from(documents)
    .where(and(eq(documents.id, documentId), eq(documents.groupId, groupId), isNull(documents.trashedAt)));
  if (!document) return fail('access.notFound');
  // Of two who answer at once one deletes it; the other waits for that, and finds nothing.
  const [request] = await tx
    .delete(accessRequests)
    .where(and(eq(accessRequests.id, requestId), eq(accessRequests.documentId, documentId)))
    .returning({ userId: accessRequests.userId, askedAt: accessRequests.askedAt });
  const [asker] = request
    ? await tx
        .select({ id: users.id, name: users.name, email: users.email })
        .from(users)
        .where(and(eq(users.id, request.userId), isNull(users.suspendedAt)))
    : [];
  if (!request || !asker) return fail('accessRequest.answered');
  const rights = await findDocumentRights(tx, document, { userId: asker.id, now });
  const held = rights?.access ?? null;
  if (role && rolesBeyond(held).includes(role)) {
    const given = await giveByName(tx, { ...change, to: { userId: asker.id }, role, accessId });
    if (!given.ok) throw new Error(`a request could not be granted: ${given.error}`);
  }
  const { title } = document;
  const mayRead = role !== null || held !== null;
  await recordAddressed(tx, {
    id: `answer ${requestId}`,
    groupId: null,
    actorId: change.by,
    verb: role ? 'accessRequest.granted' : 'accessRequest.declined',
    objectId: documentId,
    title: mayRead ? title : '',
    people: [asker.id],
    now,
  });
  return ok({ asker, title, askedAt: request.askedAt, granted: role, mayRead });
}

function isOwn({ documentId, userId }: OwnRequest) {
  return and(eq(accessRequests.documentId, documentId), eq(accessRequests.userId, userId));
}
