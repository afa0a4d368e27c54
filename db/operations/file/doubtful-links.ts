import { and, eq, isNull } from 'drizzle-orm';
import { canInGroup } from '#shared/kernel/access/access.ts';
import { type GroupRoomKind, roomName } from '#shared/realtime/realtime.ts';
import { boardFiles } from '../../boards/board-file-schema.ts';
import { boards } from '../../boards/schema.ts';
import { findDocumentRights } from '../../documents/access/document-rights.ts';
import { documentFiles } from '../../documents/access/schema.ts';
import { files } from '../../documents/file/schema.ts';
import { documents } from '../../documents/schema.ts';
import { recordAudit } from '../../kernel/audit/audit.ts';
import type { Db } from '../../kernel/client.ts';
import { inTransaction } from '../../kernel/transaction.ts';
import { findGroupRole } from '../../people/group/groups.ts';
import { groups } from '../../people/group/schema.ts';
import { docClients } from '../../realtime/schema.ts';

/** That a document or a board shows a file. */
interface Link {
  readonly kind: GroupRoomKind;
  readonly id: string;
  readonly title: string;
  readonly groupName: string;
  readonly fileId: string;
  readonly fileName: string;
  /** The group to which the file was sent first. */
  readonly ofGroup: string;
}

/** A file that a document or a board shows, though nobody who wrote there may read it otherwise today. */
export type DoubtfulLink = Link;

/** A link, with what says whether it is right. */
interface Weighed {
  readonly link: Link;
  readonly uploadedBy: string;
  readonly fileGroupId: string;
  readonly writers: readonly string[];
  /** May this account read what shows the file? */
  readonly mayRead: (userId: string) => Promise<boolean>;
}

/**
 * [A8] The links that may have been made by an id alone, before whoever writes a name was asked. A link is right where the sender of the
 * file wrote, and then where somebody wrote who may read the file through a link that is right; a file without any is its group's.
 */
export async function findDoubtfulLinks(db: Db, { now }: { now: Date }): Promise<DoubtfulLink[]> {
  const all = await weighLinks(db, now);
  const right = new Map<string, Weighed[]>();
  const accept = (one: Weighed) => right.set(one.link.fileId, [...(right.get(one.link.fileId) ?? []), one]);
  let doubtful: Weighed[] = [];
  for (const one of all) {
    if (one.writers.includes(one.uploadedBy)) accept(one);
    else doubtful.push(one);
  }
  for (let before = -1; doubtful.length !== before; ) {
    before = doubtful.length;
    const left: Weighed[] = [];
    for (const one of doubtful) {
      if (await isVouchedFor(db, one, right.get(one.link.fileId) ?? [], now)) accept(one);
      else left.push(one);
    }
    doubtful = left;
  }
  return doubtful.map(({ link }) => link);
}

/**
 * [A8] Takes a file from the readers of a document or a board, with a line in the audit trail; false where they do not have it. It is
 * shown there again only if somebody writes its name who may read it.
 */
export function hideFile(
  db: Db,
  { kind, id, fileId, now }: Pick<Link, 'kind' | 'id' | 'fileId'> & { now: Date },
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const removed =
      kind === 'document'
        ? await tx
            .delete(documentFiles)
            .where(and(eq(documentFiles.documentId, id), eq(documentFiles.fileId, fileId)))
            .returning()
        : await tx
            .delete(boardFiles)
            .where(and(eq(boardFiles.boardId, id), eq(boardFiles.fileId, fileId)))
            .returning();
    if (removed.length === 0) return false;
    const table = kind === 'document' ? documents : boards;
    const [shown] = await tx.select({ title: table.title }).from(table).where(eq(table.id, id));
    await recordAudit(tx, {
      actorId: null,
      action: kind === 'document' ? 'document.fileHidden' : 'board.fileHidden',
      subject: { kind, id, name: shown?.title ?? '' },
      payload: { file: fileId },
      now,
    });
    return true;
  });
}

async function isVouchedFor(db: Db, one: Weighed, right: readonly Weighed[], now: Date): Promise<boolean> {
  for (const userId of one.writers) {
    if (right.length === 0) {
      if (await findGroupRole(db, { userId, groupId: one.fileGroupId, now })) return true;
    } else for (const other of right) if (await other.mayRead(userId)) return true;
  }
  return false;
}

/** [MV2] Of working groups: what stands in the space of an organisation is no administrator's to read. */
async function weighLinks(db: Db, now: Date): Promise<Weighed[]> {
  const file = { fileId: files.id, fileName: files.name, fileGroupId: files.groupId };
  const onDocuments = await db
    .select({ ...file, uploadedBy: files.uploadedBy, shown: documents, groupName: groups.name })
    .from(documentFiles)
    .innerJoin(files, eq(files.id, documentFiles.fileId))
    .innerJoin(documents, eq(documents.id, documentFiles.documentId))
    .innerJoin(groups, and(eq(groups.id, documents.groupId), isNull(groups.organisationId)))
    .orderBy(documents.id, files.id);
  const onBoards = await db
    .select({ ...file, uploadedBy: files.uploadedBy, shown: boards, groupName: groups.name })
    .from(boardFiles)
    .innerJoin(files, eq(files.id, boardFiles.fileId))
    .innerJoin(boards, eq(boards.id, boardFiles.boardId))
    .innerJoin(groups, and(eq(groups.id, boards.groupId), isNull(groups.organisationId)))
    .orderBy(boards.id, files.id);
  const nameOf = new Map((await db.select().from(groups)).map(({ id, name }) => [id, name]));
  const writersOf = await listWriters(db);
  const weigh = <Row extends (typeof onDocuments | typeof onBoards)[number]>(
    kind: GroupRoomKind,
    row: Row,
    mayRead: (userId: string) => Promise<boolean>,
  ): Weighed => {
    const { shown, groupName, fileId, fileName, fileGroupId, uploadedBy } = row;
    const { id, title, createdBy } = shown;
    const ofGroup = nameOf.get(fileGroupId) ?? '';
    return {
      link: { kind, id, title, groupName, fileId, fileName, ofGroup },
      ...{ uploadedBy, fileGroupId, mayRead },
      writers: [createdBy, ...(writersOf.get(roomName({ kind, id })) ?? [])],
    };
  };
  return [
    ...onDocuments.map((row) =>
      weigh('document', row, async (userId) => {
        return (await findDocumentRights(db, row.shown, { userId, now })) !== null;
      }),
    ),
    ...onBoards.map((row) =>
      weigh('board', row, async (userId) => {
        const { groupId } = row.shown;
        return canInGroup(await findGroupRole(db, { userId, groupId, now }), 'board.read');
      }),
    ),
  ];
}

/** The accounts that wrote in each room. */
async function listWriters(db: Db): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await db.selectDistinct({ room: docClients.room, userId: docClients.userId }).from(docClients);
  return new Map(
    [...Map.groupBy(rows, ({ room }) => room)].map(([room, found]) => [
      room,
      found.map(({ userId }) => userId),
    ]),
  );
}
