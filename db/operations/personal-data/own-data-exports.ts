import { and, desc, eq, inArray, lte } from 'drizzle-orm';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { type OwnDataState, ownDataExpiry } from '#shared/operations/personal-data/personal-data.ts';
import { recordAudit } from '../../kernel/audit/audit.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { ownDataExports } from './schema.ts';

/** An export of one's own data, as its owner sees it. */
export interface OwnDataExport {
  readonly id: string;
  readonly state: OwnDataState;
  readonly done: number;
  readonly total: number;
  readonly bytes: number | null;
  readonly askedAt: Date;
  readonly expiresAt: Date | null;
}

/**
 * [PD1] Asks for an export, one at a time.
 */
export async function askOwnData(
  tx: Tx,
  { id, userId, now }: { id: string; userId: string; now: Date },
): Promise<Result<void, 'personalData.exportRunning'>> {
  const made = await tx
    .insert(ownDataExports)
    .values({ id, userId, state: 'waiting', askedAt: now })
    .onConflictDoNothing()
    .returning({ id: ownDataExports.id });
  if (made.length === 0) return fail('personalData.exportRunning');
  const subject = { kind: 'person' as const, id: userId, name: '' };
  await recordAudit(tx, { actorId: userId, action: 'person.dataExported', subject, now });
  return ok();
}

/** [PD2] The exports that this person asked for and that are still there, the last first. */
export async function listOwnDataExports(db: Db, { userId }: { userId: string }): Promise<OwnDataExport[]> {
  const rows = await db
    .select()
    .from(ownDataExports)
    .where(eq(ownDataExports.userId, userId))
    .orderBy(desc(ownDataExports.askedAt), desc(ownDataExports.id));
  return rows.map(({ userId: _, storageKey: __, readyAt: ___, ...shown }) => shown);
}

/** [PD2] [PD3] Where the bytes of this export are, for the person who asked for it, while it is kept; else null. */
export async function findOwnDataFile(
  db: Db,
  { id, userId, now }: { id: string; userId: string; now: Date },
): Promise<{ storageKey: string; bytes: number } | null> {
  const [found] = await db
    .select()
    .from(ownDataExports)
    .where(
      and(eq(ownDataExports.id, id), eq(ownDataExports.userId, userId), eq(ownDataExports.state, 'ready')),
    );
  if (!found?.storageKey || found.bytes === null || !found.expiresAt || found.expiresAt <= now) return null;
  return { storageKey: found.storageKey, bytes: found.bytes };
}

/** Whose export this is, while it is to be made; null when there is nothing to do. */
export async function startOwnData(db: Db, { id }: { id: string }): Promise<{ userId: string } | null> {
  const [started] = await db
    .update(ownDataExports)
    .set({ state: 'running', done: 0, total: 0 })
    .where(and(eq(ownDataExports.id, id), inArray(ownDataExports.state, ['waiting', 'running'])))
    .returning({ userId: ownDataExports.userId });
  return started ?? null;
}

/** How far an export is; false when it is no longer wanted. */
export async function tellOwnData(
  db: Db,
  { id, done, total }: { id: string; done: number; total: number },
): Promise<boolean> {
  const told = await db
    .update(ownDataExports)
    .set({ done, total })
    .where(and(eq(ownDataExports.id, id), eq(ownDataExports.state, 'running')))
    .returning({ id: ownDataExports.id });
  return told.length > 0;
}

/** An export is made, and kept for some days; false when it is no longer wanted: its bytes go. */
export async function finishOwnData(
  db: Db,
  { id, storageKey, bytes, now }: { id: string; storageKey: string; bytes: number; now: Date },
): Promise<boolean> {
  const finished = await db
    .update(ownDataExports)
    .set({ state: 'ready', storageKey, bytes, readyAt: now, expiresAt: ownDataExpiry(now) })
    .where(and(eq(ownDataExports.id, id), eq(ownDataExports.state, 'running')))
    .returning({ id: ownDataExports.id });
  return finished.length > 0;
}

/** An export could not be made, or those that were asked for before an instant were not: their owners may ask again. */
export async function failOwnData(db: Db, given: { id: string } | { askedBefore: Date }): Promise<void> {
  const which =
    'id' in given ? eq(ownDataExports.id, given.id) : lte(ownDataExports.askedAt, given.askedBefore);
  await db
    .update(ownDataExports)
    .set({ state: 'failed' })
    .where(and(which, inArray(ownDataExports.state, ['waiting', 'running'])));
}

/** [PD3] Takes away what is no longer kept; the keys of its bytes, which the caller removes. */
export async function expireOwnData(db: Db, { now }: { now: Date }): Promise<string[]> {
  const gone = await db
    .delete(ownDataExports)
    .where(lte(ownDataExports.expiresAt, now))
    .returning({ storageKey: ownDataExports.storageKey });
  return gone.flatMap(({ storageKey }) => (storageKey ? [storageKey] : []));
}
