import { asc, desc, eq } from 'drizzle-orm';
import type { Readable } from '#shared/kernel/access/readable.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import {
  type ChapterMoveRefusal,
  type ChapterState,
  checkChapterMove,
} from '#shared/publication/synthesis/chapter-state.ts';
import type { SteppedChapter } from '#shared/publication/synthesis/progress.ts';
import { findHeadSeq } from '../../documents/history/document-history.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { users } from '../../people/person/schema.ts';
import { synthesisChapterSteps, synthesisChapters } from './schema.ts';
import type { ChapterChange } from './synthesis-chapters.ts';

/** A dated line of a chapter, with the name of whoever took the step. */
export interface ChapterStep {
  readonly rank: number;
  readonly from: ChapterState | null;
  readonly to: ChapterState;
  readonly reason: string;
  /** How far its text had come. */
  readonly seq: number;
  readonly at: Date;
  readonly byName: string | null;
}

/** [SY3] The steps of a chapter, the last one first. */
export function listChapterSteps(db: Db, chapterId: Readable<'chapter'>): Promise<ChapterStep[]> {
  const { rank, from, to, reason, seq, at } = synthesisChapterSteps;
  return db
    .select({ rank, from, to, reason, seq, at, byName: users.name })
    .from(synthesisChapterSteps)
    .leftJoin(users, eq(users.id, synthesisChapterSteps.by))
    .where(eq(synthesisChapterSteps.chapterId, chapterId))
    .orderBy(desc(rank))
    .limit(200);
}

/**
 * [SY3] Takes a chapter to another state, with its dated line and how far its text had come. `seen`: the last rank that whoever does it
 * saw.
 */
export async function moveChapter(
  tx: Tx,
  {
    chapter: { id: chapterId, state: from, role, documentId, isTextThere },
    to,
    reason: typed,
    seen,
    userId,
    now,
  }: ChapterChange & { to: ChapterState; reason: string; seen: number },
): Promise<Result<void, ChapterMoveRefusal | 'synthesis.changedMeanwhile' | 'synthesis.textInTrash'>> {
  const reason = typed.trim();
  const may = checkChapterMove({ from, to, role, reason });
  if (!may.ok) return may;
  const last = (await listChapterSteps(tx, chapterId))[0]?.rank ?? 0;
  if (last !== seen) return fail('synthesis.changedMeanwhile');
  if (!isTextThere) return fail('synthesis.textInTrash');
  const seq = await findHeadSeq(tx, documentId);
  await tx.update(synthesisChapters).set({ state: to }).where(eq(synthesisChapters.id, chapterId));
  await tx
    .insert(synthesisChapterSteps)
    .values({ chapterId, rank: last + 1, from, to, reason, seq, by: userId, at: now });
  return ok();
}

/** [SY5] Every chapter of a synthesis with its dated steps, those that were taken out included. */
export async function listSteppedChapters(
  db: Db,
  synthesisId: Readable<'synthesis'>,
): Promise<SteppedChapter[]> {
  const { id, createdAt, removedAt } = synthesisChapters;
  const rows = await db
    .select({ id, createdAt, removedAt, to: synthesisChapterSteps.to, at: synthesisChapterSteps.at })
    .from(synthesisChapters)
    .innerJoin(synthesisChapterSteps, eq(synthesisChapterSteps.chapterId, id))
    .where(eq(synthesisChapters.synthesisId, synthesisId))
    .orderBy(asc(synthesisChapterSteps.rank));
  return [...Map.groupBy(rows, (row) => row.id).values()].flatMap((steps) =>
    steps[0] ? [{ createdAt: steps[0].createdAt, removedAt: steps[0].removedAt, steps }] : [],
  );
}
