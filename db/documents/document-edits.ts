import { and, eq, gt, isNull, lte, sql } from 'drizzle-orm';
import { roomName } from '#shared/realtime/realtime.ts';
import type { Db } from '../kernel/client.ts';
import type { Tx } from '../kernel/transaction.ts';
import { toldEdits } from '../news/notification/schema.ts';
import { recordActivity } from '../people/activity/activities.ts';
import { docRooms, docUpdates } from '../realtime/schema.ts';
import { documents } from './schema.ts';

/** Writing has paused when nobody wrote for so long; what goes on without a pause is told every hour. */
const PAUSE_MS = 10 * 60_000;
const STRETCH_MAX_MS = 3_600_000;

/** The documents of which something was written that is not told yet. */
export async function listEdited(db: Db): Promise<string[]> {
  const rows = await db
    .select({ id: documents.id })
    .from(documents)
    .innerJoin(docRooms, eq(docRooms.room, sql`'document:' || ${documents.id}`))
    .leftJoin(toldEdits, eq(toldEdits.documentId, documents.id))
    .where(and(isNull(documents.trashedAt), gt(docRooms.seq, sql`coalesce(${toldEdits.seq}, 0)`)));
  return rows.map(({ id }) => id);
}

/** What was written in a document since it was last told, once writing has paused. */
export interface Stretch {
  /** The last update before it, and its own last one. */
  readonly from: number;
  readonly to: number;
  /** Up to which update the text came with the document: a template, a copy, a file. */
  readonly came: number;
}

/**
 * [NO10] Makes what was written in a document since the last time into one activity a writer. What its maker first wrote is told by its
 * creation, but to those whom it names. Of several processes one does it.
 */
export async function tellStretch(
  tx: Tx,
  {
    documentId,
    stretch,
    named,
    newId,
  }: { documentId: string; stretch: Stretch; named: readonly string[]; newId: () => string },
): Promise<void> {
  await tx.insert(toldEdits).values({ documentId, seq: 0 }).onConflictDoNothing();
  const [told] = await tx
    .select({ seq: toldEdits.seq })
    .from(toldEdits)
    .where(eq(toldEdits.documentId, documentId))
    .for('update');
  const [document] = await tx.select().from(documents).where(eq(documents.id, documentId));
  if (!told || !document || told.seq !== stretch.from) return;
  const byWriter = await listLastWritings(tx, documentId, stretch);
  const namedBy = whoNamed(byWriter, named);
  if (told.seq === 0 && !namedBy.has(document.createdBy)) byWriter.delete(document.createdBy);
  for (const [actorId, at] of byWriter) {
    const names = namedBy.get(actorId);
    await recordActivity(tx, {
      id: newId(),
      groupId: document.groupId,
      actorId,
      verb: 'document.edited',
      objectId: documentId,
      title: document.title,
      details: {
        from: String(told.seq),
        to: String(stretch.to),
        ...(names && { names: names.join(' ') }),
      },
      now: at,
    });
  }
  await tx.update(toldEdits).set({ seq: stretch.to }).where(eq(toldEdits.documentId, documentId));
}

/** What of a document is to be told, once writing has paused; null while there is nothing. */
export async function findStretch(db: Db, documentId: string, now: Date): Promise<Stretch | null> {
  const room = roomName({ kind: 'document', id: documentId });
  const [told] = await db.select().from(toldEdits).where(eq(toldEdits.documentId, documentId));
  const from = told?.seq ?? 0;
  const [written] = await db
    .select({
      to: sql<number | null>`max(${docUpdates.seq})`,
      came: sql<
        number | null
      >`max(${docUpdates.seq}) filter (where ${docUpdates.at} <= ${documents.createdAt})`,
      first: sql<Date>`min(${docUpdates.at})`.mapWith(docUpdates.at),
      last: sql<Date>`max(${docUpdates.at})`.mapWith(docUpdates.at),
    })
    .from(docUpdates)
    .innerJoin(documents, eq(documents.id, documentId))
    .where(and(eq(docUpdates.room, room), gt(docUpdates.seq, from)));
  if (!written || written.to === null) return null;
  const isPaused = now.getTime() - written.last.getTime() >= PAUSE_MS;
  if (!isPaused && now.getTime() - written.first.getTime() < STRETCH_MAX_MS) return null;
  return { from, to: Number(written.to), came: Math.max(from, Number(written.came ?? 0)) };
}

/** Who wrote in it, with when last. A row of several writers at once names them only once it is packed; each has rows of their own too. */
async function listLastWritings(
  tx: Db,
  documentId: string,
  { from, to }: Stretch,
): Promise<Map<string, Date>> {
  const updates = await tx
    .select({ at: docUpdates.at, userId: docUpdates.userId, writers: docUpdates.writers })
    .from(docUpdates)
    .where(
      and(
        eq(docUpdates.room, roomName({ kind: 'document', id: documentId })),
        gt(docUpdates.seq, from),
        lte(docUpdates.seq, to),
      ),
    )
    .orderBy(docUpdates.seq);
  const byWriter = new Map<string, Date>();
  for (const { userId, writers, at } of updates)
    for (const writer of writers ?? (userId ? [userId] : [])) byWriter.set(writer, at);
  return byWriter;
}

/** Each name under the last who wrote and is not named so: whoever names themself tells nobody. */
function whoNamed(byWriter: ReadonlyMap<string, Date>, named: readonly string[]): Map<string, string[]> {
  const writers = [...byWriter].sort(([, a], [, b]) => b.getTime() - a.getTime()).map(([id]) => id);
  const namedBy = new Map<string, string[]>();
  for (const id of named) {
    const by = writers.find((writer) => writer !== id);
    if (by) namedBy.set(by, [...(namedBy.get(by) ?? []), id]);
  }
  return namedBy;
}
