import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { inFrench } from '#shared/kernel/text/order.ts';
import { levelOf, type WatchedKind, type WatchLevel } from '#shared/news/notification/notification.ts';
import { findBoardForMember } from '../../boards/boards.ts';
import { boards } from '../../boards/schema.ts';
import { findDocumentRights } from '../../documents/access/document-rights.ts';
import type { Reader } from '../../documents/listed-documents.ts';
import { documents } from '../../documents/schema.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { findGroupForMember } from '../../people/group/groups.ts';
import { watches } from './schema.ts';

interface Watched {
  readonly kind: WatchedKind;
  readonly objectId: string;
}

/** What can be followed, as somebody sees it who may. */
export interface WatchedObject extends Watched {
  readonly title: string;
  readonly group: { readonly id: string; readonly name: string } | null;
  /** Null: as the group. */
  readonly level: WatchLevel | null;
}

/** [NO3] What somebody may follow, with what they chose; null when they may not see it. */
export async function findWatched(
  db: Db,
  { kind, objectId, ...reader }: Watched & Reader,
): Promise<WatchedObject | null> {
  const seen = await findSeen(db, { kind, objectId, ...reader });
  if (!seen) return null;
  const [row] = await db
    .select({ level: watches.level })
    .from(watches)
    .where(isOwn({ kind, objectId, userId: reader.userId }));
  return { kind, objectId, ...seen, level: row?.level ?? null };
}

/** [NO3] How closely somebody follows, by their choice for it or else for its group: it says nothing but what they chose. */
export async function findWatchLevel(
  db: Db,
  { userId, objectId, groupId }: { userId: string; objectId: string; groupId: string },
): Promise<WatchLevel> {
  const rows = await db
    .select({ objectId: watches.objectId, level: watches.level })
    .from(watches)
    .where(and(eq(watches.userId, userId), inArray(watches.objectId, [objectId, groupId])));
  const chosen = (id: string) => rows.find((row) => row.objectId === id)?.level;
  return levelOf(chosen(objectId), chosen(groupId));
}

/** [NO3] Chooses how closely to follow; null: as the group. */
export async function setWatch(
  tx: Tx,
  { level, ...watched }: Watched & { readonly userId: string; readonly level: WatchLevel | null },
): Promise<void> {
  if (level === null) await tx.delete(watches).where(isOwn(watched));
  else
    await tx
      .insert(watches)
      .values({ ...watched, level })
      .onConflictDoUpdate({ target: [watches.userId, watches.kind, watches.objectId], set: { level } });
}

/** Everything for which this person chose something, as far as they may still see it, groups first. */
export async function listWatched(db: Db, reader: Reader): Promise<WatchedObject[]> {
  const rows = await db
    .select({ kind: watches.kind, objectId: watches.objectId })
    .from(watches)
    .where(eq(watches.userId, reader.userId))
    .orderBy(asc(watches.kind), asc(watches.objectId));
  const found: WatchedObject[] = [];
  for (const row of rows) {
    const watched = await findWatched(db, { ...row, ...reader });
    if (watched) found.push(watched);
  }
  return found.sort(
    (a, b) => Number(b.kind === 'group') - Number(a.kind === 'group') || inFrench(a.title, b.title),
  );
}

function isOwn({ kind, objectId, userId }: Watched & { userId: string }) {
  return and(eq(watches.userId, userId), eq(watches.kind, kind), eq(watches.objectId, objectId));
}

async function findSeen(
  db: Db,
  { kind, objectId, ...reader }: Watched & Reader,
): Promise<Pick<WatchedObject, 'title' | 'group'> | null> {
  if (kind === 'group') {
    const group = await findGroupForMember(db, { groupId: objectId, ...reader });
    return group && { title: group.name, group: null };
  }
  if (kind === 'board') {
    const board = await findBoardForMember(db, { boardId: objectId, ...reader });
    const [kept] = await db.select({ title: boards.title }).from(boards).where(eq(boards.id, objectId));
    return board && kept ? { title: kept.title, group: board.group } : null;
  }
  const [document] = await db
    .select({
      id: documents.id,
      title: documents.title,
      groupId: documents.groupId,
      visibility: documents.visibility,
      frozenAt: documents.frozenAt,
    })
    .from(documents)
    .where(and(eq(documents.id, objectId), isNull(documents.trashedAt)));
  if (!document || !(await findDocumentRights(db, document, reader))) return null;
  const group = await findGroupForMember(db, { groupId: document.groupId, ...reader });
  return { title: document.title, group: group && { id: group.id, name: group.name } };
}
