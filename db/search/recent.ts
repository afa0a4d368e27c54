import { and, desc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import { asReadable, type Readable } from '#shared/kernel/access/readable.ts';
import type { GroupRoomKind } from '#shared/realtime/realtime.ts';
import { boards } from '../boards/schema.ts';
import { isListedTo, type Reader } from '../documents/listed-documents.ts';
import { documents } from '../documents/schema.ts';
import type { Db } from '../kernel/client.ts';
import { groups } from '../people/group/schema.ts';
import { docRooms, docUpdates } from '../realtime/schema.ts';

interface RecentOf<Kind extends GroupRoomKind> {
  readonly kind: Kind;
  readonly id: Readable<Kind>;
  readonly title: string;
  readonly groupId: string;
  readonly groupName: string;
  /** Last change of the title or of the content, whichever is later. */
  readonly modifiedAt: Date;
}

export type RecentObject = RecentOf<'document'> | RecentOf<'board'>;

/** Documents and boards of these groups that this person may see, trash excepted, the last modified first. */
export async function listRecentObjects(
  db: Db,
  asked: Reader & { groupIds: readonly Readable<'group'>[]; limit: number },
): Promise<RecentObject[]> {
  const { limit } = asked;
  const lists: RecentObject[][] = await Promise.all([
    listRecentDocuments(db, asked),
    listRecentBoards(db, asked),
  ]);
  return lists
    .flat()
    .sort((a, b) => b.modifiedAt.getTime() - a.modifiedAt.getTime())
    .slice(0, limit);
}

/** The documents of these groups alone. */
export function listRecentDocuments(
  db: Db,
  { groupIds, limit, ...reader }: Reader & { groupIds: readonly Readable<'group'>[]; limit: number },
): Promise<RecentOf<'document'>[]> {
  return listOfKind(db, 'document', documents, { groupIds, limit, seen: isListedTo(db, reader) });
}

/** The boards of these groups alone. */
export function listRecentBoards(
  db: Db,
  asked: { groupIds: readonly Readable<'group'>[]; limit: number },
): Promise<RecentOf<'board'>[]> {
  return listOfKind(db, 'board', boards, asked);
}

async function listOfKind<Kind extends GroupRoomKind>(
  db: Db,
  kind: Kind,
  table: typeof documents | typeof boards,
  {
    groupIds,
    limit,
    seen,
  }: { groupIds: readonly Readable<'group'>[]; limit: number; seen?: SQL | undefined },
): Promise<RecentOf<Kind>[]> {
  if (groupIds.length === 0) return [];
  // The head of the room's log says when its content last changed.
  const modifiedAt = sql<Date>`greatest(${table.updatedAt}, ${docUpdates.at})`.mapWith(table.updatedAt);
  const rows = await db
    .select({ id: table.id, title: table.title, groupId: groups.id, groupName: groups.name, modifiedAt })
    .from(table as typeof documents)
    .innerJoin(groups, eq(groups.id, table.groupId))
    .leftJoin(docRooms, eq(docRooms.room, sql`${`${kind}:`} || ${table.id}`))
    .leftJoin(docUpdates, and(eq(docUpdates.room, docRooms.room), eq(docUpdates.seq, docRooms.seq)))
    .where(and(inArray(table.groupId, [...groupIds]), isNull(table.trashedAt), seen))
    .orderBy(desc(modifiedAt), desc(table.id))
    .limit(limit);
  return rows.map((row) => ({ ...row, kind, id: asReadable<Kind>(row.id) }));
}
