import { and, eq, inArray, isNull, lt, sql } from 'drizzle-orm';
import type { ExcerptMode } from '#shared/documents/excerpt/excerpt.ts';
import type { ExcerptPassage } from '#shared/documents/excerpt/excerpt-source.ts';
import type { Readable } from '#shared/kernel/access/readable.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { useCaseSheets } from '../../publication/sheet/schema.ts';
import { docProjections } from '../../realtime/schema.ts';
import { documents } from '../schema.ts';
import { excerptPlaces, excerptStates, excerpts } from './schema.ts';

/** An excerpt as the server follows it. */
export type StoredExcerpt = typeof excerpts.$inferSelect;
/** What it was given to say. */
export type ExcerptState = typeof excerptStates.$inferInsert;

/** [EC1] Keeps a new excerpt with what it says. */
export async function createExcerpt(
  tx: Tx,
  { excerpt, state }: { excerpt: typeof excerpts.$inferInsert; state: Omit<ExcerptState, 'excerptId'> },
): Promise<void> {
  await tx.insert(excerpts).values(excerpt);
  await tx.insert(excerptStates).values({ ...state, excerptId: excerpt.id });
}

/** The excerpt of this id that was made for, or stands in, this document; null without one. */
export async function findExcerpt(
  db: Db,
  { excerptId, documentId }: { excerptId: string; documentId: Readable<'document'> },
): Promise<StoredExcerpt | null> {
  const [found] = await db.select().from(excerpts).where(eq(excerpts.id, excerptId));
  if (!found) return null;
  return (await listPlaces(db, found)).includes(documentId) ? found : null;
}

/** The documents in which an excerpt stands, and the one that it was made for, where the tables may not know it yet. */
export async function listPlaces(
  db: Db,
  { id, documentId }: Pick<StoredExcerpt, 'id' | 'documentId'>,
): Promise<string[]> {
  const rows = await db
    .select({ id: excerptPlaces.documentId })
    .from(excerptPlaces)
    .where(eq(excerptPlaces.excerptId, id));
  return [...new Set([documentId, ...rows.map((row) => row.id)])];
}

/** [EC5] All excerpts of a source. */
export function listExcerptsOf(db: Db, sourceId: string): Promise<StoredExcerpt[]> {
  return db.select().from(excerpts).where(eq(excerpts.sourceId, sourceId)).orderBy(excerpts.id);
}

/** [EC6] Do these excerpts, or one of them, quote this document? */
export async function quoteDocument(
  db: Db,
  { excerptIds, documentId }: { excerptIds: readonly string[]; documentId: string },
): Promise<boolean> {
  if (excerptIds.length === 0) return false;
  const [found] = await db
    .select({ id: excerpts.id })
    .from(excerpts)
    .where(and(inArray(excerpts.id, [...excerptIds]), eq(excerpts.sourceId, documentId)))
    .limit(1);
  return found !== undefined;
}

/** What the source says of an excerpt after this update; an older one changes nothing. Says whether that is news. */
export async function noteSource(
  tx: Tx,
  {
    excerptId,
    passage,
    words,
    seq,
  }: { excerptId: string; passage: ExcerptPassage | null; words: string | null; seq: number },
): Promise<boolean> {
  const [before] = await tx.select().from(excerpts).where(eq(excerpts.id, excerptId));
  await tx
    .update(excerpts)
    .set({ latestWords: words, seenSeq: seq, ...(passage && { passage }) })
    .where(and(eq(excerpts.id, excerptId), lt(excerpts.seenSeq, seq)));
  return before !== undefined && before.latestWords !== words;
}

/** [EC5] Keeps what an excerpt is given to say; the same again stays as it is. */
export async function keepState(tx: Tx, state: ExcerptState): Promise<void> {
  await tx.insert(excerptStates).values(state).onConflictDoNothing();
}

/** [EC5] Says whether an excerpt follows its source, and by whose rights. */
export async function setMode(
  tx: Tx,
  { excerptId, mode, by }: { excerptId: string; mode: ExcerptMode; by: string },
): Promise<void> {
  await tx
    .update(excerpts)
    .set({ mode, followedBy: mode === 'live' ? by : null, keptWords: null })
    .where(eq(excerpts.id, excerptId));
}

/** [EC5] These words of the source were seen, and not taken. */
export async function keepWords(
  tx: Tx,
  { excerptId, words }: { excerptId: string; words: string },
): Promise<void> {
  await tx.update(excerpts).set({ keptWords: words }).where(eq(excerpts.id, excerptId));
}

/** [EC7] Was the sheet that this document is the text of withdrawn? */
export async function isWithdrawn(db: Db, documentId: string): Promise<boolean> {
  const [sheet] = await db
    .select({ state: useCaseSheets.state })
    .from(useCaseSheets)
    .where(eq(useCaseSheets.documentId, documentId));
  return sheet?.state === 'withdrawn';
}

/** Sources that changed since their excerpts were last looked at; those in the trash wait. */
export async function findSourcesToFollow(db: Db): Promise<string[]> {
  const rows = await db
    .selectDistinct({ id: excerpts.sourceId })
    .from(excerpts)
    .innerJoin(documents, and(eq(documents.id, excerpts.sourceId), isNull(documents.trashedAt)))
    .innerJoin(docProjections, eq(docProjections.room, sql`'document:' || ${excerpts.sourceId}`))
    .where(lt(excerpts.seenSeq, docProjections.seq));
  return rows.map(({ id }) => id);
}
