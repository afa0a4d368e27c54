import { and, eq, exists, isNull, type SQL } from 'drizzle-orm';
import { type RoomAccess, roomAccessOf } from '#shared/kernel/access/access.ts';
import type { PersonBadge } from '#shared/people/organisation/organisation.ts';
import type { RoomRef } from '#shared/realtime/realtime.ts';
import { boards } from '../../boards/schema.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { findGroupRole, peopleIn } from '../../people/group/groups.ts';
import { listDocumentPeople } from '../access/document-people.ts';
import { findDocumentRights } from '../access/document-rights.ts';
import type { Reader } from '../listed-documents.ts';
import { documents } from '../schema.ts';
import { commentThreads } from './schema.ts';

/** A document in its group. */
export interface InDocument {
  readonly documentId: string;
  readonly groupId: string;
}

/** A card of a board, in its group. */
export interface OnCard {
  readonly boardId: string;
  readonly cardId: string;
  readonly groupId: string;
}

/** What people comment. All that differs between the kinds of subject is in this file. */
export type CommentSubject = InDocument | OnCard;

/** The same, before it is known in which group. */
export type Unplaced = Omit<InDocument, 'groupId'> | Omit<OnCard, 'groupId'>;

/** The threads of this subject, unless it is of another group or in the trash. */
export function onSubject(db: Db, subject: CommentSubject): SQL | undefined {
  if ('documentId' in subject) {
    return and(eq(commentThreads.documentId, subject.documentId), exists(findSubject(db, subject)));
  }
  return and(
    eq(commentThreads.boardId, subject.boardId),
    eq(commentThreads.cardId, subject.cardId),
    exists(findSubject(db, subject)),
  );
}

/** The title of the document, or of the board on which the card is; null when it is of another group or in the trash. */
export async function findSubjectTitle(db: Db, subject: CommentSubject): Promise<string | null> {
  const [found] = await findSubject(db, subject);
  return found?.title ?? null;
}

function findSubject(db: Db, subject: CommentSubject) {
  if ('documentId' in subject) {
    return db
      .select({ title: documents.title })
      .from(documents)
      .where(
        and(
          eq(documents.id, subject.documentId),
          eq(documents.groupId, subject.groupId),
          isNull(documents.trashedAt),
        ),
      );
  }
  return db
    .select({ title: boards.title })
    .from(boards)
    .where(
      and(eq(boards.id, subject.boardId), eq(boards.groupId, subject.groupId), isNull(boards.trashedAt)),
    );
}

/** What this person may do with a document, or with the board of a card, and in which group that is; null when it must look absent. */
export async function findSubjectRights(
  db: Db,
  subject: Unplaced,
  reader: Reader,
): Promise<{ groupId: string; access: RoomAccess } | null> {
  if ('documentId' in subject) {
    const { documentId: id } = subject;
    const [document] = await db
      .select({
        id: documents.id,
        groupId: documents.groupId,
        visibility: documents.visibility,
        frozenAt: documents.frozenAt,
      })
      .from(documents)
      .where(and(eq(documents.id, id), isNull(documents.trashedAt)));
    const rights = document && (await findDocumentRights(db, document, reader));
    return rights ? { groupId: document.groupId, access: rights.access } : null;
  }
  const [board] = await db
    .select({ groupId: boards.groupId })
    .from(boards)
    .where(and(eq(boards.id, subject.boardId), isNull(boards.trashedAt)));
  if (!board) return null;
  const access = roomAccessOf(await findGroupRole(db, { ...reader, groupId: board.groupId }), 'board');
  return access && { groupId: board.groupId, access };
}

/** The columns that say what a thread is about. */
export function subjectColumns(subject: CommentSubject) {
  return 'documentId' in subject
    ? { documentId: subject.documentId }
    : { boardId: subject.boardId, cardId: subject.cardId };
}

/** The live room in which what is commented stands. */
export function roomOf(subject: CommentSubject): RoomRef {
  return 'documentId' in subject
    ? { kind: 'document', id: subject.documentId }
    : { kind: 'board', id: subject.boardId };
}

/** [CM6] Who may be named in a comment: those who see the subject for a reason of their own, by name. */
export function listSubjectPeople(
  tx: Tx,
  subject: CommentSubject & { readonly now: Date },
): Promise<PersonBadge[]> {
  return 'documentId' in subject ? listDocumentPeople(tx, subject) : peopleIn(tx, subject);
}
