import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Readable } from '#shared/kernel/access/readable.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { type AssembledChapter, checkAssembly } from '#shared/publication/synthesis/assembly.ts';
import type { Contribution } from '#shared/publication/synthesis/matrix.ts';
import { documentAccess } from '../../documents/access/schema.ts';
import { createDocument } from '../../documents/documents.ts';
import { documents } from '../../documents/schema.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { users } from '../../people/person/schema.ts';
import type { Asker } from '../../programme/experiment/experiment-rights.ts';
import { syntheses, synthesisAssemblies } from './schema.ts';
import type { SynthesisChange } from './syntheses.ts';
import { type Chapter, listChapters } from './synthesis-chapters.ts';
import { listContributions, listExpectedCities } from './synthesis-cities.ts';

/** The whole of a synthesis, and how it was last assembled. */
export interface SynthesisWhole {
  readonly documentId: string;
  readonly title: string;
  readonly assembled: {
    readonly number: number;
    readonly chapters: readonly AssembledChapter[];
    readonly at: Date;
    readonly byName: string | null;
  };
}

/** [SY8] The whole of a synthesis; null until it was assembled, and while its document is in the trash. */
export async function findWhole(db: Db, synthesisId: Readable<'synthesis'>): Promise<SynthesisWhole | null> {
  const { number, chapters, at } = synthesisAssemblies;
  const [found] = await db
    .select({
      documentId: documents.id,
      title: documents.title,
      assembled: { number, chapters, at, byName: users.name },
    })
    .from(syntheses)
    .innerJoin(documents, and(eq(documents.id, syntheses.documentId), isNull(documents.trashedAt)))
    .innerJoin(synthesisAssemblies, eq(synthesisAssemblies.synthesisId, syntheses.id))
    .leftJoin(users, eq(users.id, synthesisAssemblies.by))
    .where(eq(syntheses.id, synthesisId))
    .orderBy(desc(number))
    .limit(1);
  return found ?? null;
}

/** [SY8] Is this document the whole of a synthesis? */
export async function isWhole(db: Db, documentId: string): Promise<boolean> {
  return (await db.$count(syntheses, eq(syntheses.documentId, documentId))) > 0;
}

/**
 * [SY8] Makes ready the document of the whole, which nobody writes by hand: made when it is not there (`documentId` is new), under the
 * title of the synthesis, read by the programme, answered in review rounds by the organisations that write or are expected. Gives it with
 * the chapters that go into it and who wrote them; `isConfirmed` takes those that are not approved too.
 */
export async function openWhole(
  tx: Tx,
  {
    synthesis: { id: synthesisId, groupId },
    documentId,
    isConfirmed,
    userId,
    now,
    newId,
  }: SynthesisChange & { documentId: string; isConfirmed: boolean; newId: () => string },
): Promise<
  Result<
    { document: { id: string; title: string }; chapters: Chapter[]; written: Contribution[] },
    'synthesis.empty' | 'synthesis.textInTrash' | 'synthesis.notApproved'
  >
> {
  const chapters = await listChapters(tx, { synthesisId });
  const may = checkAssembly(chapters, { isConfirmed });
  if (!may.ok) return may;
  const [known] = await tx
    .select({ title: syntheses.title, id: documents.id, trashedAt: documents.trashedAt })
    .from(syntheses)
    .leftJoin(documents, eq(documents.id, syntheses.documentId))
    .where(eq(syntheses.id, synthesisId));
  const title = known?.title ?? '';
  const isThere = known?.id && known.trashedAt === null;
  const id = isThere && known.id ? known.id : documentId;
  if (!isThere) {
    const change = { documentId, groupId, by: userId, now, activityId: newId() };
    const made = await createDocument(tx, { ...change, title });
    if (!made.ok) throw new Error(`a synthesis has no title: ${made.error}`);
    await tx.update(syntheses).set({ documentId }).where(eq(syntheses.id, synthesisId));
  }
  await tx
    .update(documents)
    .set({ title, visibility: 'programme', frozenAt: now })
    .where(eq(documents.id, id));
  const written = await listContributions(tx, synthesisId);
  await nameSigners(tx, { synthesisId, written, documentId: id, userId, now, newId });
  return ok({ document: { id, title }, chapters, written });
}

/** [SY8] Keeps from what the whole was assembled. */
export async function recordAssembly(
  tx: Tx,
  {
    synthesis: { id: synthesisId },
    chapters,
    userId: by,
    now: at,
  }: SynthesisChange & { chapters: readonly AssembledChapter[] },
): Promise<void> {
  const number = (await tx.$count(synthesisAssemblies, eq(synthesisAssemblies.synthesisId, synthesisId))) + 1;
  await tx.insert(synthesisAssemblies).values({ synthesisId, number, chapters, by, at });
}

/** Whoever writes in a chapter, or is expected to, may answer about the whole. */
async function nameSigners(
  tx: Tx,
  {
    synthesisId,
    written,
    documentId,
    userId,
    now,
    newId,
  }: Asker & {
    synthesisId: Readable<'synthesis'>;
    written: readonly Contribution[];
    documentId: string;
    newId: () => string;
  },
): Promise<void> {
  const expected = [...(await listExpectedCities(tx, synthesisId)).values()].flat();
  const writers = written.map(({ organisation }) => organisation);
  const ids = new Set([...expected, ...writers].map(({ id }) => id));
  if (ids.size === 0) return;
  const name = { documentId, role: 'commenter' as const, addedBy: userId, addedAt: now };
  await tx
    .insert(documentAccess)
    .values([...ids].map((organisationId) => ({ id: newId(), organisationId, ...name })))
    .onConflictDoNothing();
}
