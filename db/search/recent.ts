import { and, desc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import type { GroupRoomKind } from '#shared/realtime/realtime.ts';
import { boards } from '../boards/schema.ts';
import { isListedTo, type Reader } from '../documents/listed-documents.ts';
import { documents } from '../documents/schema.ts';
import type { Db } from '../kernel/client.ts';
import { groups } from '../people/group/schema.ts';
import { docRooms, docUpdates } from '../realtime/schema.ts';

export interface RecentObject {
  readonly kind: GroupRoomKind;
  readonly id: string;
  readonly title: string;
  readonly groupId: string;
  readonly groupName: string;
  /** Last change of the title or of the content, whichever is later. */
  readonly modifiedAt: Date;
}

/** Documents and boards of these groups that this person may see, trash excepted, the last modified first. The caller has checked the groups. */
export async function listRecentObjects(
  db: Db,
  {
    groupIds,
    limit,
    kinds = ['document', 'board'],
    ...reader
  }: Reader & { groupIds: readonly string[]; limit: number; kinds?: readonly GroupRoomKind[] },
): Promise<RecentObject[]> {
  if (groupIds.length === 0) return [];
  const lists = await Promise.all(
    kinds.map((kind) =>
      kind === 'document'
        ? listOfKind(db, kind, documents, { groupIds, limit, seen: isListedTo(db, reader) })
        : listOfKind(db, kind, boards, { groupIds, limit }),
    ),
  );
  return lists
    .flat()
    .sort((a, b) => b.modifiedAt.getTime() - a.modifiedAt.getTime())
    .slice(0, limit);
}

/** The boards of a group, trash excepted, the last modified first. The caller has checked the group. */
export function listRecentBoards(
  db: Db,
  { groupId, limit }: { groupId: string; limit: number },
): Promise<RecentObject[]> {
  return listOfKind(db, 'board', boards, { groupIds: [groupId], limit });
}

async function listOfKind(
  db: Db,
  kind: GroupRoomKind,
  table: typeof documents | typeof boards,
  { groupIds, limit, seen }: { groupIds: readonly string[]; limit: number; seen?: SQL | undefined },
): Promise<RecentObject[]> {
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
  return rows.map((row) => ({ kind, ...row }));
}
