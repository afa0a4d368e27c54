import { and, eq, isNull } from 'drizzle-orm';
import type { Visibility } from '#shared/documents/document-access.ts';
import type { TitleError } from '#shared/errors.ts';
import type { GroupRole, RoomAccess } from '#shared/kernel/access/access.ts';
import { asReadable, type Readable } from '#shared/kernel/access/readable.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { parseTitle } from '#shared/kernel/title.ts';
import type { ActivityVerb } from '#shared/people/activity/activity.ts';
import type { OrganisationBadge } from '#shared/people/organisation/organisation.ts';
import { roomName } from '#shared/realtime/realtime.ts';
import type { DraftUpdate } from '#shared/realtime/room-draft.ts';
import type { Db } from '../kernel/client.ts';
import type { Tx } from '../kernel/transaction.ts';
import { recordActivity } from '../people/activity/activities.ts';
import { findGroup, type GroupFacts, isSpace } from '../people/group/groups.ts';
import { createRoom } from '../realtime/new-room.ts';
import { listWriters } from '../realtime/writers.ts';
import { listRecentDocuments } from '../search/recent.ts';
import { findDocumentRights } from './access/document-rights.ts';
import { documentAccess } from './access/schema.ts';
import type { Reader } from './listed-documents.ts';
import { documents } from './schema.ts';
import { putIntoTrash } from './trash/trash.ts';

/** A document in its group's list. */
export interface DocumentSummary {
  readonly id: Readable<'document'>;
  readonly title: string;
  /** Last change of the title or of the text, whichever is later. */
  readonly modifiedAt: Date;
  /** The organisations whose people wrote in it. */
  readonly writers: readonly OrganisationBadge[];
}

/** A document as somebody who may see it sees it. What they may do with it: `canInDocument`. */
export interface DocumentForMember {
  readonly id: Readable<'document'>;
  readonly title: string;
  readonly visibility: Visibility;
  /** [MR1] Its text was approved: it is read, by everybody. */
  readonly isFrozen: boolean;
  readonly group: GroupFacts;
  /** Their role in its group; null for somebody of another group. */
  readonly groupRole: GroupRole | null;
  readonly access: RoomAccess;
}

/** What each change of a document says: which one, of which group, by whom, when; `activityId` is new. */
interface DocumentChange {
  readonly documentId: string;
  readonly groupId: string;
  readonly by: string;
  readonly now: Date;
  readonly activityId: string;
}

/** A page that listed more would help nobody; a group has some dozens. */
const LIST_MAX = 1_000;

/** The list is read whole, to be sorted and counted by folder; what is drawn of it is a page. */
const TITLES_MAX = 20_000;

/** The titles of all documents of a group that this person may see, the last modified first. */
export async function listDocumentTitles(
  db: Db,
  { groupId, ...reader }: Reader & { groupId: Readable<'group'> },
): Promise<Omit<DocumentSummary, 'writers'>[]> {
  const asked = { groupIds: [groupId], limit: TITLES_MAX, ...reader };
  return (await listRecentDocuments(db, asked)).map(({ id, title, modifiedAt }) => ({
    id,
    title,
    modifiedAt,
  }));
}

/** The same with those who wrote in them, a thousand at most. */
export async function listDocuments(
  db: Db,
  { groupId, ...reader }: Reader & { groupId: Readable<'group'> },
): Promise<DocumentSummary[]> {
  const found = await listRecentDocuments(db, { groupIds: [groupId], limit: LIST_MAX, ...reader });
  const room = (id: string) => roomName({ kind: 'document', id });
  const writers = await listWriters(
    db,
    found.map(({ id }) => room(id)),
  );
  return found.map(({ id, title, modifiedAt }) => ({
    id,
    title,
    modifiedAt,
    writers: writers.get(room(id)) ?? [],
  }));
}

/** [A5] The document, if this person may see it; null when trashed, not theirs to see, or absent: all look the same. */
export async function findDocumentForMember(
  db: Db,
  { documentId, ...reader }: Reader & { documentId: string },
): Promise<DocumentForMember | null> {
  const [document] = await db
    .select({
      id: documents.id,
      title: documents.title,
      groupId: documents.groupId,
      visibility: documents.visibility,
      frozenAt: documents.frozenAt,
    })
    .from(documents)
    .where(and(eq(documents.id, documentId), isNull(documents.trashedAt)));
  const rights = document && (await findDocumentRights(db, document, reader));
  const group = rights && (await findGroup(db, document.groupId));
  if (!group) return null;
  const { id, title, visibility, frozenAt } = document;
  return { id: asReadable(id), title, visibility, isFrozen: frozenAt !== null, group, ...rights };
}

/**
 * Makes a document, empty or with its first text; `documentId` is new. [MV3] In the space of an organisation it begins as a draft that only its
 * maker sees. Refused: 'title.empty', 'title.tooLong'.
 */
export async function createDocument(
  tx: Tx,
  { title, updates = [], ...change }: DocumentChange & { title: string; updates?: readonly DraftUpdate[] },
): Promise<Result<{ id: string; title: string }, TitleError>> {
  const parsed = parseTitle(title);
  if (!parsed.ok) return parsed;
  const { documentId: id, groupId, by, now } = change;
  const isDraft = await isSpace(tx, groupId);
  const visibility = isDraft ? 'restricted' : 'group';
  await tx
    .insert(documents)
    .values({ id, groupId, title: parsed.value, visibility, createdBy: by, createdAt: now, updatedAt: now });
  if (isDraft) {
    const named = { documentId: id, userId: by, role: 'editor', addedBy: by, addedAt: now } as const;
    await tx.insert(documentAccess).values({ id, ...named });
  }
  await createRoom(tx, { room: roomName({ kind: 'document', id }), updates, now });
  await record(tx, change, 'document.created', parsed.value);

  return ok({ id, title: parsed.value });
}

/** Gives a document another title. `title` went through `parseTitle`. Refused: 'access.notFound' (trashed, or of another group). */
export async function renameDocument(
  tx: Tx,
  { title, ...change }: DocumentChange & { title: string },
): Promise<Result<void, 'access.notFound'>> {
  const renamed = await tx
    .update(documents)
    .set({ title, updatedAt: change.now })
    .where(
      and(
        eq(documents.id, change.documentId),
        eq(documents.groupId, change.groupId),
        isNull(documents.trashedAt),
      ),
    )
    .returning({ id: documents.id });
  if (renamed.length === 0) return fail('access.notFound');
  await record(tx, change, 'document.renamed', title);
  return ok();
}

/** [D7] Puts a document into its group's trash. Refused: 'access.notFound'. */
export function trashDocument(
  tx: Tx,
  { documentId: id, ...change }: DocumentChange,
): Promise<Result<void, 'access.notFound'>> {
  return putIntoTrash(tx, { ...change, kind: 'document', id });
}

function record(tx: Tx, change: DocumentChange, verb: ActivityVerb, title: string): Promise<void> {
  const { activityId: id, groupId, by: actorId, documentId: objectId, now } = change;
  return recordActivity(tx, { id, groupId, actorId, verb, objectId, title, now });
}

/** Holds a document until the end of the transaction: what is done to it follows one another. */
export async function holdDocument(tx: Tx, documentId: string): Promise<void> {
  await tx.select({ id: documents.id }).from(documents).where(eq(documents.id, documentId)).for('update');
}
