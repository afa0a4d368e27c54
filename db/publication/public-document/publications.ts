import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import type { OutlineEntry } from '#shared/documents/text/document-outline.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { PublicState } from '#shared/publication/public-document/publication.ts';
import { documentFiles } from '../../documents/access/schema.ts';
import type { StoredFile } from '../../documents/file/files.ts';
import { files } from '../../documents/file/schema.ts';
import { documents } from '../../documents/schema.ts';
import { recordAudit } from '../../kernel/audit/audit.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { recordActivity } from '../../people/activity/activities.ts';
import { users } from '../../people/person/schema.ts';
import { publications } from './schema.ts';

/** What the public sees of a document. */
export interface PublishedDocument {
  readonly address: string;
  readonly title: string;
  readonly excerpt: string;
  readonly blocks: readonly string[];
  readonly outline: readonly OutlineEntry[];
  /** Names of the organisations whose people wrote. */
  readonly writers: readonly string[];
  readonly isIndexed: boolean;
  readonly firstAt: Date;
  readonly publishedAt: Date;
}

/** A document's publication, for those who organise it. */
export interface Publication extends PublishedDocument {
  /** Name of whoever published this state; null when their account is gone. */
  readonly publishedBy: string | null;
  readonly withdrawnAt: Date | null;
}

/** Who does something to the publication of a document, and when. */
export interface PublicationChange {
  readonly documentId: string;
  readonly groupId: string;
  readonly by: string;
  readonly now: Date;
  readonly activityId: string;
}

const shown = {
  address: publications.address,
  title: publications.title,
  excerpt: publications.excerpt,
  blocks: publications.blocks,
  outline: publications.outline,
  writers: publications.writers,
  isIndexed: publications.isIndexed,
  firstAt: publications.firstAt,
  publishedAt: publications.publishedAt,
};

/** The document's publication, withdrawn or not; null when it never had one. The caller may see the document. */
export async function findPublication(db: Db, documentId: string): Promise<Publication | null> {
  const [found] = await db
    .select({ ...shown, publishedBy: users.name, withdrawnAt: publications.withdrawnAt })
    .from(publications)
    .leftJoin(users, eq(users.id, publications.publishedBy))
    .where(eq(publications.documentId, documentId));
  return found ?? null;
}

/** [C9] What stands at a public address: null when there was never anything or its document is gone, 'withdrawn' when it was taken back. */
export async function findPublished(
  db: Db,
  address: string,
): Promise<PublishedDocument | 'withdrawn' | null> {
  const [found] = await db
    .select({ ...shown, withdrawnAt: publications.withdrawnAt })
    .from(publications)
    .innerJoin(documents, eq(documents.id, publications.documentId))
    .where(and(eq(publications.address, address), isNull(documents.trashedAt)));
  if (!found) return null;
  const { withdrawnAt, ...published } = found;
  return withdrawnAt ? 'withdrawn' : published;
}

/**
 * [C10] The file that a published state shows at this rank; null when there is none, when nothing is published there, or when the text
 * only names a file that its document does not show ([A8]).
 */
export async function findPublishedFile(
  db: Db,
  { address, rank }: { address: string; rank: number },
): Promise<StoredFile | null> {
  const [published] = await db
    .select({ documentId: publications.documentId, fileIds: publications.fileIds })
    .from(publications)
    .innerJoin(documents, eq(documents.id, publications.documentId))
    .where(
      and(eq(publications.address, address), isNull(publications.withdrawnAt), isNull(documents.trashedAt)),
    );
  const fileId = published?.fileIds[rank];
  if (!fileId) return null;
  const [file] = await db
    .select(fileColumns)
    .from(files)
    .innerJoin(documentFiles, eq(documentFiles.fileId, files.id))
    .where(and(eq(files.id, fileId), eq(documentFiles.documentId, published.documentId)));
  return file ?? null;
}

const fileColumns = {
  id: files.id,
  groupId: files.groupId,
  name: files.name,
  contentType: files.contentType,
  bytes: files.bytes,
  width: files.width,
  height: files.height,
  storageKey: files.storageKey,
};

/** Titles and addresses of those of these documents that the public sees today, by document. */
export async function listPublishedAmong(
  db: Db,
  documentIds: readonly string[],
): Promise<Map<string, { title: string; address: string }>> {
  if (documentIds.length === 0) return new Map();
  const rows = await db
    .select({ id: publications.documentId, title: publications.title, address: publications.address })
    .from(publications)
    .innerJoin(documents, eq(documents.id, publications.documentId))
    .where(
      and(
        inArray(publications.documentId, [...documentIds]),
        isNull(publications.withdrawnAt),
        isNull(documents.trashedAt),
      ),
    );
  return new Map(rows.map(({ id, ...published }) => [id, published]));
}

/** What the public is to read of a document. `address` counts only the first time. */
export interface PublishedState extends PublicState {
  readonly address: string;
  readonly excerpt: string;
  readonly outline: readonly OutlineEntry[];
  readonly writers: readonly string[];
  readonly seq: number;
}

/** [C9] Freezes this state for the public, in the place of the one before. Refused: a document that is trashed, or of another group. */
export async function publish(
  tx: Tx,
  input: PublicationChange & PublishedState,
): Promise<Result<void, 'access.notFound'>> {
  const { documentId, by, now } = input;
  const title = await titleOf(tx, input);
  if (title === null) return fail('access.notFound');
  const state = {
    title,
    excerpt: input.excerpt,
    blocks: input.blocks,
    outline: input.outline,
    writers: [...input.writers],
    fileIds: [...input.fileIds],
    seq: input.seq,
    publishedAt: now,
    publishedBy: by,
    withdrawnAt: null,
  };
  await tx
    .insert(publications)
    .values({ documentId, address: input.address, firstAt: now, ...state })
    .onConflictDoUpdate({ target: publications.documentId, set: state });
  await record(tx, input, 'document.published', title);
  return ok();
}

/** [C11] Takes the publication back, or undoes that: the same state is there again. Refused: one that is not there. */
export function setWithdrawn(
  tx: Tx,
  { isWithdrawn, ...change }: PublicationChange & { isWithdrawn: boolean },
): Promise<Result<void, 'access.notFound'>> {
  return changePublication(
    tx,
    change,
    { withdrawnAt: isWithdrawn ? change.now : null },
    isWithdrawn ? 'document.withdrawn' : 'document.published',
    isWithdrawn ? isNull(publications.withdrawnAt) : isNotNull(publications.withdrawnAt),
  );
}

/** [C12] May search engines keep it? Refused: one that is not there. */
export function setIndexed(
  tx: Tx,
  { isIndexed, ...change }: PublicationChange & { isIndexed: boolean },
): Promise<Result<void, 'access.notFound'>> {
  return changePublication(tx, change, { isIndexed }, null, undefined);
}

async function changePublication(
  tx: Tx,
  change: PublicationChange,
  values: Partial<typeof publications.$inferInsert>,
  verb: 'document.published' | 'document.withdrawn' | null,
  when: ReturnType<typeof isNull> | undefined,
): Promise<Result<void, 'access.notFound'>> {
  const title = await titleOf(tx, change);
  if (title === null) return fail('access.notFound');
  const changed = await tx
    .update(publications)
    .set(values)
    .where(and(eq(publications.documentId, change.documentId), when))
    .returning({ address: publications.address });
  if (changed.length === 0) return fail('access.notFound');
  if (verb) await record(tx, change, verb, title);
  return ok();
}

async function titleOf(tx: Tx, { documentId, groupId }: PublicationChange): Promise<string | null> {
  const [document] = await tx
    .select({ title: documents.title })
    .from(documents)
    .where(and(eq(documents.id, documentId), eq(documents.groupId, groupId), isNull(documents.trashedAt)));
  return document?.title ?? null;
}

async function record(
  tx: Tx,
  change: PublicationChange,
  verb: 'document.published' | 'document.withdrawn',
  title: string,
): Promise<void> {
  const { activityId: id, groupId, by: actorId, documentId: objectId, now } = change;
  await recordActivity(tx, { id, groupId, actorId, verb, objectId, title, now });
  const subject = { kind: 'document' as const, id: objectId, name: title };
  await recordAudit(tx, { actorId, action: verb, subject, now });
}
