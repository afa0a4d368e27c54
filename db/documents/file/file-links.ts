import { and, eq, inArray, notExists, type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { WrittenFile } from '#shared/documents/text/document-files.ts';
import { type GroupRoomKind, roomName } from '#shared/realtime/realtime.ts';
import { boardFiles } from '../../boards/board-file-schema.ts';
import { boards } from '../../boards/schema.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { docClients } from '../../realtime/schema.ts';
import { documentFiles } from '../access/schema.ts';
import { findFileForMember } from './files.ts';
import { files } from './schema.ts';

/** What shows files: its readers are theirs. */
interface Holder {
  readonly kind: GroupRoomKind;
  readonly id: string;
}

/**
 * [A8] Lets the readers of a document or a board read the files that its text or its cards name, each if the account that wrote the
 * name there may read it: an id is no right. What was shown once stays so, since the history still shows it.
 */
export async function linkWrittenFiles(
  tx: Tx,
  { holder, written, now }: { holder: Holder; written: readonly WrittenFile[]; now: Date },
): Promise<void> {
  if (written.length === 0) return;
  const owners = await tx
    .select({ client: docClients.clientId, userId: docClients.userId })
    .from(docClients)
    .where(eq(docClients.room, roomName(holder)));
  const ownerOf = new Map(owners.map(({ client, userId }) => [client, userId]));
  const named = written.flatMap(({ id, client }) => {
    const userId = ownerOf.get(client);
    return userId === undefined ? [] : [{ id, userId }];
  });
  await linkReadable(tx, holder, named, now);
}

/** [A8] The same for what is written in the name of these people, before it is: those of the files that one of them may read. */
export async function linkFiles(
  tx: Tx,
  {
    documentId,
    fileIds,
    writers,
    now,
  }: { documentId: string; fileIds: readonly string[]; writers: readonly string[]; now: Date },
): Promise<void> {
  const named = fileIds.flatMap((id) => writers.map((userId) => ({ id, userId })));
  await linkReadable(tx, { kind: 'document', id: documentId }, named, now);
}

/** [A8] Lets the readers of a copy read what its originals show, and nothing else that its text names. */
export async function copyFileLinks(
  tx: Tx,
  { from, to, fileIds }: { from: readonly string[]; to: string; fileIds: readonly string[] },
): Promise<void> {
  const shown = await tx
    .selectDistinct({ fileId: documentFiles.fileId })
    .from(documentFiles)
    .where(and(isAmong(documentFiles.documentId, from), isAmong(documentFiles.fileId, fileIds)));
  const ids = shown.map(({ fileId }) => fileId);
  await link(tx, { kind: 'document', id: to }, ids);
}

/**
 * [B26] Lets the readers of another board read files of this one, before a card takes them there. Answers those that are really of
 * this board: what a peer only wrote on a card goes nowhere.
 */
export async function carryBoardFiles(
  tx: Tx,
  { fromBoardId, toBoardId, fileIds }: { fromBoardId: string; toBoardId: string; fileIds: readonly string[] },
): Promise<ReadonlySet<string>> {
  if (fileIds.length === 0) return new Set();
  const own = await tx
    .select({ fileId: boardFiles.fileId })
    .from(boardFiles)
    .where(and(eq(boardFiles.boardId, fromBoardId), inArray(boardFiles.fileId, [...fileIds])));
  if (own.length > 0) {
    await tx
      .insert(boardFiles)
      .values(own.map(({ fileId }) => ({ boardId: toBoardId, fileId })))
      .onConflictDoNothing();
  }
  return new Set(own.map(({ fileId }) => fileId));
}

/** A file, and an account that names it. */
interface Named {
  readonly id: string;
  readonly userId: string;
}

async function linkReadable(tx: Tx, holder: Holder, named: readonly Named[], now: Date): Promise<void> {
  const writersOf = Map.groupBy(named, ({ id }) => id);
  const readable: string[] = [];
  for (const fileId of await listUnlinked(tx, holder, [...writersOf.keys()])) {
    for (const userId of new Set(writersOf.get(fileId)?.map((one) => one.userId))) {
      if (!(await findFileForMember(tx, { fileId, userId, now }))) continue;
      readable.push(fileId);
      break;
    }
  }
  await link(tx, holder, readable);
}

/** Those of these files that exist and are not shown there yet; on a board those of its own group only. */
async function listUnlinked(db: Db, { kind, id }: Holder, fileIds: readonly string[]): Promise<string[]> {
  if (fileIds.length === 0) return [];
  const [linked, own] =
    kind === 'document'
      ? [
          db
            .select()
            .from(documentFiles)
            .where(and(eq(documentFiles.documentId, id), eq(documentFiles.fileId, files.id))),
          undefined,
        ]
      : [
          db
            .select()
            .from(boardFiles)
            .where(and(eq(boardFiles.boardId, id), eq(boardFiles.fileId, files.id))),
          inArray(files.groupId, db.select({ id: boards.groupId }).from(boards).where(eq(boards.id, id))),
        ];
  const found = await db
    .select({ id: files.id })
    .from(files)
    .where(and(isAmong(files.id, fileIds), own, notExists(linked)));
  return found.map((file) => file.id);
}

async function link(tx: Tx, { kind, id }: Holder, fileIds: readonly string[]): Promise<void> {
  if (fileIds.length === 0) return;
  if (kind === 'document')
    await tx
      .insert(documentFiles)
      .values(fileIds.map((fileId) => ({ documentId: id, fileId })))
      .onConflictDoNothing();
  else
    await tx
      .insert(boardFiles)
      .values(fileIds.map((fileId) => ({ boardId: id, fileId })))
      .onConflictDoNothing();
}

/** One parameter, however many: a text may name more files than a statement takes. */
function isAmong(column: PgColumn, ids: readonly string[]): SQL {
  return sql`${column} = any(${sql.param([...ids])}::text[])`;
}
