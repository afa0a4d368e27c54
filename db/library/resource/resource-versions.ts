import { and, desc, eq, inArray, isNull, max } from 'drizzle-orm';
import type { FileKind } from '#shared/documents/attribute/document-attributes.ts';
import type { Readable } from '#shared/kernel/access/readable.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { ReadingFault, Scan } from '#shared/library/resource/resource.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { users } from '../../people/person/schema.ts';
import type { ResourceChange } from './resource-change.ts';
import { resources, resourceVersions } from './schema.ts';

/** One state of a resource's file. */
export interface ResourceVersion {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly contentType: string;
  readonly kind: FileKind;
  readonly bytes: number;
  readonly sha256: string;
  readonly storageKey: string;
  readonly note: string;
  /** Name of whoever sent it. */
  readonly by: string;
  readonly at: Date;
  readonly scan: Scan;
  readonly hasPicture: boolean;
  /** Why its words are not known. */
  readonly readingFault: ReadingFault | null;
  /** Its words and picture were looked for. */
  readonly isRead: boolean;
}

/** A file that has come whole, for a new version; `id` is new. */
export interface NewVersion {
  readonly id: string;
  readonly name: string;
  readonly contentType: string;
  readonly kind: FileKind;
  readonly bytes: number;
  readonly sha256: string;
  readonly storageKey: string;
  readonly scan: Scan;
  readonly note: string;
}

const columns = {
  resourceId: resourceVersions.resourceId,
  id: resourceVersions.id,
  number: resourceVersions.number,
  name: resourceVersions.name,
  contentType: resourceVersions.contentType,
  kind: resourceVersions.kind,
  bytes: resourceVersions.bytes,
  sha256: resourceVersions.sha256,
  storageKey: resourceVersions.storageKey,
  note: resourceVersions.note,
  by: users.name,
  at: resourceVersions.at,
  scan: resourceVersions.scan,
  hasPicture: resourceVersions.hasPicture,
  readingFault: resourceVersions.readingFault,
  readAt: resourceVersions.readAt,
};

function present<T extends { resourceId: string; readAt: Date | null }>({ resourceId, readAt, ...row }: T) {
  return { ...row, isRead: readAt !== null };
}

/** The latest version of each of these resources; links have none. */
export async function currentVersions(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ResourceVersion>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectDistinctOn([resourceVersions.resourceId], columns)
    .from(resourceVersions)
    .innerJoin(users, eq(users.id, resourceVersions.by))
    .where(inArray(resourceVersions.resourceId, [...ids]))
    .orderBy(resourceVersions.resourceId, desc(resourceVersions.number));
  return new Map(rows.map((row) => [row.resourceId, present(row)]));
}

/** [RS7] Every version of a resource, the latest first. */
export async function listVersions(
  db: Db,
  { resourceId }: { resourceId: Readable<'resource'> },
): Promise<ResourceVersion[]> {
  const rows = await db
    .select(columns)
    .from(resourceVersions)
    .innerJoin(users, eq(users.id, resourceVersions.by))
    .where(eq(resourceVersions.resourceId, resourceId))
    .orderBy(desc(resourceVersions.number));
  return rows.map(present);
}

/** One version of a resource; null when there is none of this number. */
export async function findVersion(
  db: Db,
  { resourceId, number }: { resourceId: Readable<'resource'>; number: number },
): Promise<ResourceVersion | null> {
  const [row] = await db
    .select(columns)
    .from(resourceVersions)
    .innerJoin(users, eq(users.id, resourceVersions.by))
    .where(and(eq(resourceVersions.resourceId, resourceId), eq(resourceVersions.number, number)));
  return row ? present(row) : null;
}

/** Whether any version still has its bytes under this key. */
export async function isKeptBytes(db: Db, storageKey: string): Promise<boolean> {
  const [held] = await db
    .select({ id: resourceVersions.id })
    .from(resourceVersions)
    .where(eq(resourceVersions.storageKey, storageKey))
    .limit(1);
  return held !== undefined;
}

/** Writes the next version of a resource, which is new, or locked in this transaction. */
export async function addVersionRow(
  tx: Tx,
  { resourceId, by, now: at }: Pick<ResourceChange, 'resourceId' | 'by' | 'now'>,
  version: NewVersion & { readAt?: Date | null; hasPicture?: boolean },
): Promise<number> {
  const [last] = await tx
    .select({ number: max(resourceVersions.number) })
    .from(resourceVersions)
    .where(eq(resourceVersions.resourceId, resourceId));
  const number = (last?.number ?? 0) + 1;
  await tx.insert(resourceVersions).values({ ...version, resourceId, number, by, at });
  await tx.update(resources).set({ updatedAt: at }).where(eq(resources.id, resourceId));
  return number;
}

/**
 * The resource of a change, locked so that versions are numbered one after the other. Refused: 'resource.notFound' (trashed, or of
 * another group), 'resource.isLink'.
 */
export async function lockFileResource(
  tx: Tx,
  { resourceId, groupId }: ResourceChange,
): Promise<Result<{ title: string }, 'resource.notFound' | 'resource.isLink'>> {
  const [locked] = await tx
    .select({ title: resources.title, address: resources.address })
    .from(resources)
    .where(and(eq(resources.id, resourceId), eq(resources.groupId, groupId), isNull(resources.trashedAt)))
    .for('update');
  if (!locked) return fail('resource.notFound');
  return locked.address === null ? ok({ title: locked.title }) : fail('resource.isLink');
}
