import { and, desc, eq, exists, isNotNull, isNull } from 'drizzle-orm';
import type { Readable } from '#shared/kernel/access/readable.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { ActivityVerb } from '#shared/people/activity/activity.ts';
import type { Db, RunSql } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { recordActivity } from '../../people/activity/activities.ts';
import { documents } from '../schema.ts';
import { findHeadSeq } from './document-history.ts';
import { documentVersions } from './schema.ts';

/** A state of a document that somebody named, or went back to. */
export interface KnownVersion {
  readonly id: string;
  readonly seq: number;
  readonly name: string | null;
  /** Account of whoever did it. */
  readonly by: string;
  readonly at: Date;
  /** Of a restoration: which state came back, of when, and the state just before. */
  readonly restored: { readonly seq: number; readonly at: Date; readonly beforeSeq: number } | null;
}

/** What each change of a version says: of which document and group, by whom, when; ids are new. */
interface VersionChange {
  readonly documentId: string;
  readonly groupId: string;
  readonly by: string;
  readonly now: Date;
  readonly activityId: string;
}

/** The named versions and the restorations of a document, the last state first. */
export async function listKnownVersions(db: Db, documentId: Readable<'document'>): Promise<KnownVersion[]> {
  const rows = await db
    .select()
    .from(documentVersions)
    .where(and(eq(documentVersions.documentId, documentId), isNull(documentVersions.removedAt)))
    .orderBy(desc(documentVersions.seq), desc(documentVersions.createdAt), desc(documentVersions.id));
  return rows.map(({ id, seq, name, createdBy: by, createdAt: at, restoredSeq, restoredAt, beforeSeq }) => ({
    id,
    seq,
    name,
    by,
    at,
    restored:
      restoredSeq !== null && restoredAt && beforeSeq !== null
        ? { seq: restoredSeq, at: restoredAt, beforeSeq }
        : null,
  }));
}

/**
 * [V7] Gives a state of a document a name, which went through `parseName`. Refused: 'access.notFound' (trashed, or of another
 * group), 'document.versionNotFound' (the document never went that far).
 */
export async function nameVersion(
  tx: Tx,
  { versionId, seq, name, ...change }: VersionChange & { versionId: string; seq: number; name: string },
): Promise<Result<{ id: string; name: string }, 'document.versionNotFound' | 'access.notFound'>> {
  const title = await findTitle(tx, change);
  if (title === null) return fail('access.notFound');
  if (seq < 1 || seq > (await findHeadSeq(tx, change.documentId))) return fail('document.versionNotFound');
  await tx.insert(documentVersions).values({
    id: versionId,
    documentId: change.documentId,
    seq,
    name,
    createdBy: change.by,
    createdAt: change.now,
  });
  await record(tx, change, 'document.versionNamed', title, name);
  return ok({ id: versionId, name });
}

/** [V7] Gives a named version another name, which went through `parseName`. Refused: 'document.versionNotFound'. */
export async function renameVersion(
  tx: Tx,
  { versionId, name, ...change }: Omit<VersionChange, 'activityId'> & { versionId: string; name: string },
): Promise<Result<{ former: string }, 'document.versionNotFound'>> {
  const [version] = await tx
    .select({ name: documentVersions.name })
    .from(documentVersions)
    .where(ownVersion(tx, versionId, change))
    .for('update');
  if (!version || version.name === null) return fail('document.versionNotFound');
  await tx.update(documentVersions).set({ name }).where(eq(documentVersions.id, versionId));
  return ok({ former: version.name });
}

/** [V7] Takes a named version out of the list; its state stays in the log. Refused: 'document.versionNotFound'. */
export function removeVersion(
  tx: Tx,
  { versionId, ...change }: Omit<VersionChange, 'activityId'> & { versionId: string },
): Promise<Result<{ name: string }, 'document.versionNotFound'>> {
  return setRemoved(tx, versionId, change, change.now);
}

/** [V7] Puts a version back that was taken out. Refused: 'document.versionNotFound'. */
export function putVersionBack(
  tx: Tx,
  { versionId, ...change }: Omit<VersionChange, 'activityId'> & { versionId: string },
): Promise<Result<{ name: string }, 'document.versionNotFound'>> {
  return setRemoved(tx, versionId, change, null);
}

/** [V4] Notes that a state came back, after `rooms.apply` has written it. Refused: 'access.notFound'. */
export async function recordRestoration(
  tx: Tx,
  {
    versionId,
    seq,
    restored,
    ...change
  }: VersionChange & { versionId: string; seq: number; restored: NonNullable<KnownVersion['restored']> },
): Promise<Result<void, 'access.notFound'>> {
  const title = await findTitle(tx, change);
  if (title === null) return fail('access.notFound');
  await tx.insert(documentVersions).values({
    id: versionId,
    documentId: change.documentId,
    seq,
    restoredSeq: restored.seq,
    restoredAt: restored.at,
    beforeSeq: restored.beforeSeq,
    createdBy: change.by,
    createdAt: change.now,
  });
  await record(tx, change, 'document.stateRestored', title);
  return ok();
}

/** [K1] The numbers of a room's log at which packing must leave an end: states that somebody named, submitted, went back to, or read up to. */
export async function listKeptStates(run: RunSql, room: string): Promise<Set<number>> {
  const { rows } = await run(
    `select unnest(array[seq, restored_seq, before_seq]) as seq from document_version where 'document:' || document_id = $1
     union select seq from document_visit where 'document:' || document_id = $1
     union select seq from exact_text where 'document:' || document_id = $1`,
    [room],
  );
  return new Set(rows.flatMap(({ seq }) => (seq === null ? [] : [Number(seq)])));
}

function ownVersion(
  tx: Tx,
  versionId: string,
  { documentId, groupId }: { documentId: string; groupId: string },
) {
  const ofGroup = tx
    .select({ id: documents.id })
    .from(documents)
    .where(
      and(
        eq(documents.id, documentVersions.documentId),
        eq(documents.groupId, groupId),
        isNull(documents.trashedAt),
      ),
    );
  return and(
    eq(documentVersions.id, versionId),
    eq(documentVersions.documentId, documentId),
    exists(ofGroup),
  );
}

async function setRemoved(
  tx: Tx,
  versionId: string,
  change: { documentId: string; groupId: string },
  removedAt: Date | null,
): Promise<Result<{ name: string }, 'document.versionNotFound'>> {
  const isThere = removedAt ? isNull(documentVersions.removedAt) : isNotNull(documentVersions.removedAt);
  const [changed] = await tx
    .update(documentVersions)
    .set({ removedAt })
    .where(and(ownVersion(tx, versionId, change), isThere, isNotNull(documentVersions.name)))
    .returning({ name: documentVersions.name });
  return changed ? ok({ name: changed.name ?? '' }) : fail('document.versionNotFound');
}

async function findTitle(
  tx: Tx,
  { documentId, groupId }: { documentId: string; groupId: string },
): Promise<string | null> {
  const [document] = await tx
    .select({ title: documents.title })
    .from(documents)
    .where(and(eq(documents.id, documentId), eq(documents.groupId, groupId), isNull(documents.trashedAt)));
  return document?.title ?? null;
}

function record(
  tx: Tx,
  { activityId: id, groupId, by: actorId, documentId: objectId, now }: VersionChange,
  verb: ActivityVerb,
  title: string,
  version?: string,
): Promise<void> {
  const details = version === undefined ? {} : { version };
  return recordActivity(tx, { id, groupId, actorId, verb, objectId, title, details, now });
}
