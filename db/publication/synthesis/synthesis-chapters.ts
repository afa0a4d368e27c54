import { and, asc, eq, isNotNull, isNull, max } from 'drizzle-orm';
import type { TitleError } from '#shared/errors.ts';
import { asReadable, type Readable } from '#shared/kernel/access/readable.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { OrganisationBadge } from '#shared/people/organisation/organisation.ts';
import { CHAPTERS_MAX, shifted } from '#shared/publication/synthesis/chapter.ts';
import type { ChapterState } from '#shared/publication/synthesis/chapter-state.ts';
import type { SynthesisRole } from '#shared/publication/synthesis/synthesis-access.ts';
import { documentAccess } from '../../documents/access/schema.ts';
import { createDocument } from '../../documents/documents.ts';
import { documents, documentTexts } from '../../documents/schema.ts';
import type { Db } from '../../kernel/client.ts';
import type { Tx } from '../../kernel/transaction.ts';
import { organisationBadge } from '../../people/organisation/organisations.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { users } from '../../people/person/schema.ts';
import type { Asker } from '../../programme/experiment/experiment-rights.ts';
import { syntheses, synthesisChapterSteps, synthesisChapters } from './schema.ts';
import { findSynthesisRole, type SynthesisChange } from './syntheses.ts';
import { findOwner } from './synthesis-people.ts';

/** A chapter of a synthesis, as whoever reads the synthesis sees it. */
export interface Chapter {
  readonly id: Readable<'chapter'>;
  readonly synthesisId: Readable<'synthesis'>;
  readonly documentId: string;
  readonly title: string;
  /** False while its document is in the trash. */
  readonly isTextThere: boolean;
  readonly words: number;
  /** Null when nobody has it, or their account is gone. */
  readonly owner: {
    readonly id: string;
    readonly name: string;
    readonly organisation: OrganisationBadge | null;
    /** They sign in no more. */
    readonly isGone: boolean;
  } | null;
  readonly dueOn: string | null;
  readonly state: ChapterState;
  readonly removedAt: Date | null;
}

function selectChapters(db: Db) {
  const { id, synthesisId, documentId, dueOn, state, removedAt } = synthesisChapters;
  return db
    .select({
      ...{ id, synthesisId, documentId, dueOn, state, removedAt },
      title: documents.title,
      trashedAt: documents.trashedAt,
      words: documentTexts.words,
      ownerId: users.id,
      ownerName: users.name,
      suspendedAt: users.suspendedAt,
      organisation: organisationBadge,
    })
    .from(synthesisChapters)
    .innerJoin(documents, eq(documents.id, synthesisChapters.documentId))
    .leftJoin(documentTexts, eq(documentTexts.documentId, documents.id))
    .leftJoin(users, eq(users.id, synthesisChapters.ownerId))
    .leftJoin(organisations, eq(organisations.id, users.organisationId));
}

type Row = Awaited<ReturnType<typeof selectChapters>>[number];

function chapterOf({
  trashedAt,
  words,
  ownerId,
  ownerName,
  suspendedAt,
  organisation,
  ...row
}: Row): Chapter {
  const owner = ownerId && ownerName ? { id: ownerId, name: ownerName } : null;
  return {
    ...row,
    id: asReadable(row.id),
    synthesisId: asReadable(row.synthesisId),
    isTextThere: trashedAt === null,
    words: words ?? 0,
    owner: owner && { ...owner, organisation, isGone: suspendedAt !== null },
  };
}

/** The chapters of a synthesis in their order, or those that were taken out. */
export async function listChapters(
  db: Db,
  { synthesisId, removed = false }: { synthesisId: Readable<'synthesis'>; removed?: boolean },
): Promise<Chapter[]> {
  const rows = await selectChapters(db)
    .where(
      and(
        eq(synthesisChapters.synthesisId, synthesisId),
        removed ? isNotNull(synthesisChapters.removedAt) : isNull(synthesisChapters.removedAt),
      ),
    )
    .orderBy(asc(synthesisChapters.position), asc(synthesisChapters.id));
  return rows.map(chapterOf);
}

/** [SY1] A chapter with the role of this person for it; null when it must look absent, or was taken out. */
export async function findChapter(
  db: Db,
  { chapterId, ...asker }: Asker & { chapterId: string },
): Promise<(Chapter & { role: SynthesisRole; seasonId: string; groupId: string }) | null> {
  const [row] = await selectChapters(db).where(
    and(eq(synthesisChapters.id, chapterId), isNull(synthesisChapters.removedAt)),
  );
  if (!row) return null;
  const chapter = chapterOf(row);
  const role = await findSynthesisRole(db, { ...asker, ownerId: chapter.owner?.id ?? null });
  const [of] = await db
    .select({ seasonId: syntheses.seasonId, groupId: syntheses.groupId })
    .from(syntheses)
    .where(eq(syntheses.id, chapter.synthesisId));
  return role && of ? { ...chapter, ...of, role } : null;
}

/** [SY2] Adds a chapter at the end, with its document, which the whole programme reads and its owner writes; ids are new. */
export async function addChapter(
  tx: Tx,
  {
    synthesis: { id: synthesisId, groupId },
    chapterId: id,
    documentId,
    title,
    ownerId,
    dueOn,
    userId,
    now,
    newId,
  }: SynthesisChange & {
    chapterId: string;
    documentId: string;
    title: string;
    /** Empty for nobody yet. */
    ownerId: string;
    dueOn: string | null;
    newId: () => string;
  },
): Promise<
  Result<{ id: string; title: string }, 'synthesis.ownerNotFound' | 'synthesis.tooManyChapters' | TitleError>
> {
  const owner = await findOwner(tx, ownerId);
  if (!owner.ok) return owner;
  if ((await listChapters(tx, { synthesisId })).length >= CHAPTERS_MAX)
    return fail('synthesis.tooManyChapters');
  const change = { documentId, groupId, by: userId, now, activityId: newId() };
  const made = await createDocument(tx, { ...change, title });
  if (!made.ok) return made;
  await tx.update(documents).set({ visibility: 'programme' }).where(eq(documents.id, documentId));
  const position = await nextPosition(tx, synthesisId);
  await tx.insert(synthesisChapters).values({
    ...{ id, synthesisId, documentId, position, ownerId: owner.value, dueOn },
    state: 'to_write',
    createdAt: now,
  });
  await nameOwner(tx, { documentId, ownerId: owner.value, former: null, by: userId, now, newId });
  await tx.insert(synthesisChapterSteps).values({
    ...{ chapterId: id, rank: 1, from: null, to: 'to_write', reason: '' },
    ...{ seq: 0, by: userId, at: now },
  });
  return ok({ id, title: made.value.title });
}

/** A gesture on a chapter, which is held. */
export interface ChapterChange extends Asker {
  readonly chapter: HeldChapter;
}

/** [SY2] Says until when a chapter is due. */
export async function setChapterDue(
  tx: Tx,
  { chapter: { id }, dueOn }: ChapterChange & { dueOn: string | null },
): Promise<Result<void, never>> {
  await tx.update(synthesisChapters).set({ dueOn }).where(eq(synthesisChapters.id, id));
  return ok();
}

/** [SY2] Says who has a chapter; empty for nobody. */
export async function giveChapter(
  tx: Tx,
  { chapter, ownerId: chosen, userId, now, newId }: ChapterChange & { ownerId: string; newId: () => string },
): Promise<Result<void, 'synthesis.ownerNotFound'>> {
  const former = chapter.owner?.id ?? null;
  if ((chosen || null) === former) return ok();
  const owner = await findOwner(tx, chosen);
  if (!owner.ok) return owner;
  const { id, documentId } = chapter;
  await tx.update(synthesisChapters).set({ ownerId: owner.value }).where(eq(synthesisChapters.id, id));
  await nameOwner(tx, { documentId, ownerId: owner.value, former, by: userId, now, newId });
  return ok();
}

/** [SY2] Moves a chapter one place up or down. Refused: one that is not of this synthesis. */
export async function shiftChapter(
  tx: Tx,
  { synthesis, chapterId, by }: SynthesisChange & { chapterId: string; by: -1 | 1 },
): Promise<Result<void, 'access.notFound'>> {
  const ids: readonly string[] = (await listChapters(tx, { synthesisId: synthesis.id })).map(({ id }) => id);
  if (!ids.includes(chapterId)) return fail('access.notFound');
  for (const [index, id] of shifted(ids, chapterId, by).entries())
    await tx
      .update(synthesisChapters)
      .set({ position: index + 1 })
      .where(eq(synthesisChapters.id, id));
  return ok();
}

/** [SY2] Takes a chapter out of the synthesis, its document stays; or puts it back at the end. Refused: one that is not there. */
export async function setChapterRemoved(
  tx: Tx,
  {
    synthesis: { id: synthesisId },
    chapterId,
    isRemoved,
    now,
  }: SynthesisChange & { chapterId: string; isRemoved: boolean },
): Promise<Result<void, 'access.notFound' | 'synthesis.tooManyChapters'>> {
  const there = await listChapters(tx, { synthesisId });
  if (!isRemoved && there.length >= CHAPTERS_MAX) return fail('synthesis.tooManyChapters');
  const changed = await tx
    .update(synthesisChapters)
    .set({
      removedAt: isRemoved ? now : null,
      ...(!isRemoved && { position: await nextPosition(tx, synthesisId) }),
    })
    .where(
      and(
        eq(synthesisChapters.id, chapterId),
        eq(synthesisChapters.synthesisId, synthesisId),
        isRemoved ? isNull(synthesisChapters.removedAt) : isNotNull(synthesisChapters.removedAt),
      ),
    )
    .returning({ id: synthesisChapters.id });
  return changed.length > 0 ? ok() : fail('access.notFound');
}

async function nextPosition(tx: Tx, synthesisId: string): Promise<number> {
  const [here] = await tx
    .select({ last: max(synthesisChapters.position) })
    .from(synthesisChapters)
    .where(eq(synthesisChapters.synthesisId, synthesisId));
  return (here?.last ?? 0) + 1;
}

/** A chapter that nobody else changes until the end of the transaction. */
export type HeldChapter = NonNullable<Awaited<ReturnType<typeof lockChapter>>>;

/** The chapter with its row locked. */
export async function lockChapter(tx: Tx, asked: Asker & { chapterId: string }) {
  await tx
    .select({ id: synthesisChapters.id })
    .from(synthesisChapters)
    .where(eq(synthesisChapters.id, asked.chapterId))
    .for('update');
  return findChapter(tx, asked);
}

/** Whoever has a chapter writes in it by name; whoever had it does no more. */
async function nameOwner(
  tx: Tx,
  {
    documentId,
    ownerId,
    former,
    by,
    now,
    newId,
  }: {
    documentId: string;
    ownerId: string | null;
    former: string | null;
    by: string;
    now: Date;
    newId: () => string;
  },
): Promise<void> {
  if (former)
    await tx
      .delete(documentAccess)
      .where(and(eq(documentAccess.documentId, documentId), eq(documentAccess.userId, former)));
  if (!ownerId) return;
  const row = { id: newId(), documentId, userId: ownerId, role: 'editor' as const };
  await tx
    .insert(documentAccess)
    .values({ ...row, addedBy: by, addedAt: now })
    .onConflictDoUpdate({
      target: [documentAccess.documentId, documentAccess.userId],
      set: { role: 'editor' },
    });
}
