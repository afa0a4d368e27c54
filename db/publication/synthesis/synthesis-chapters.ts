import { and, asc, eq, isNotNull, isNull, max } from 'drizzle-orm';
import type { TitleError } from '#shared/errors.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import type { OrganisationBadge } from '#shared/people/organisation/organisation.ts';
import { CHAPTERS_MAX, parseDue, shifted } from '#shared/publication/synthesis/chapter.ts';
import type { ChapterState } from '#shared/publication/synthesis/chapter-state.ts';
import { canInSynthesis, type SynthesisRole } from '#shared/publication/synthesis/synthesis-access.ts';
import type { SynthesisError } from '#shared/publication/synthesis/synthesis-errors.ts';
import { documentAccess } from '../../documents/access/schema.ts';
import { createDocument } from '../../documents/documents.ts';
import { documents, documentTexts } from '../../documents/schema.ts';
import type { Db } from '../../kernel/client.ts';
import { organisationBadge } from '../../people/organisation/organisations.ts';
import { organisations } from '../../people/organisation/schema.ts';
import { users } from '../../people/person/schema.ts';
import type { Asker } from '../../programme/experiment/experiment-rights.ts';
import { syntheses, synthesisChapterSteps, synthesisChapters } from './schema.ts';
import { findSynthesisRole, inSynthesis } from './syntheses.ts';
import { findOwner } from './synthesis-people.ts';

/** A chapter of a synthesis, as whoever reads the synthesis sees it. */
export interface Chapter {
  readonly id: string;
  readonly synthesisId: string;
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

type Refusal = 'access.notFound' | 'access.forbidden' | SynthesisError | TitleError;

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
    isTextThere: trashedAt === null,
    words: words ?? 0,
    owner: owner && { ...owner, organisation, isGone: suspendedAt !== null },
  };
}

/** The chapters of a synthesis in their order, or those that were taken out. The caller has checked who reads. */
export async function listChapters(
  db: Db,
  { synthesisId, removed = false }: { synthesisId: string; removed?: boolean },
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

/** [SY2] Adds a chapter at the end, with its document, which the whole programme reads and its owner writes; ids are new. Refused: who does not coordinate, a bad title or day, an owner who is not of the programme, too many. */
export function addChapter(
  db: Db,
  given: Asker & {
    synthesisId: string;
    chapterId: string;
    documentId: string;
    title: string;
    /** Empty for nobody yet. */
    ownerId: string;
    dueOn: string;
    newId: () => string;
  },
): Promise<Result<{ id: string; title: string }, Refusal>> {
  const { synthesisId, chapterId: id, documentId, userId, now, newId } = given;
  return inSynthesis(db, given, async (tx, { groupId }) => {
    const due = parseDue(given.dueOn);
    if (!due.ok) return due;
    const owner = await findOwner(tx, given.ownerId);
    if (!owner.ok) return owner;
    if ((await listChapters(tx, { synthesisId })).length >= CHAPTERS_MAX)
      return fail('synthesis.tooManyChapters');
    const change = { documentId, groupId, by: userId, now, activityId: newId() };
    const made = await createDocument(tx, { ...change, title: given.title });
    if (!made.ok) return made;
    await tx.update(documents).set({ visibility: 'programme' }).where(eq(documents.id, documentId));
    const position = await nextPosition(tx, synthesisId);
    await tx.insert(synthesisChapters).values({
      ...{ id, synthesisId, documentId, position, ownerId: owner.value },
      dueOn: due.value,
      state: 'to_write',
      createdAt: now,
    });
    await nameOwner(tx, { documentId, ownerId: owner.value, former: null, by: userId, now, newId });
    await tx.insert(synthesisChapterSteps).values({
      ...{ chapterId: id, rank: 1, from: null, to: 'to_write', reason: '' },
      ...{ seq: 0, by: userId, at: now },
    });
    return ok({ id, title: made.value.title });
  });
}

/** [SY2] Says who has a chapter (the coordination only) and until when (its owner too). Call `rooms.recheck` after. Refused: who may not, a bad day, an owner who is not of the programme. */
export function editChapter(
  db: Db,
  given: Asker & {
    chapterId: string;
    /** Undefined: as it is. Empty: nobody. */
    ownerId: string | undefined;
    dueOn: string;
    newId: () => string;
  },
): Promise<Result<void, Refusal>> {
  const { chapterId, ownerId, dueOn, userId, now, newId } = given;
  return db.transaction(async (tx) => {
    const chapter = await lockChapter(tx, { chapterId, userId, now });
    if (!chapter) return fail('access.notFound');
    if (!canInSynthesis(chapter.role, 'chapter.edit')) return fail('access.forbidden');
    const due = parseDue(dueOn);
    if (!due.ok) return due;
    const former = chapter.owner?.id ?? null;
    const isOther = ownerId !== undefined && (ownerId || null) !== former;
    if (isOther && !canInSynthesis(chapter.role, 'synthesis.manage')) return fail('access.forbidden');
    const owner = isOther ? await findOwner(tx, ownerId) : ok(former);
    if (!owner.ok) return owner;
    await tx
      .update(synthesisChapters)
      .set({ ownerId: owner.value, dueOn: due.value })
      .where(eq(synthesisChapters.id, chapterId));
    const { documentId } = chapter;
    if (isOther) await nameOwner(tx, { documentId, ownerId: owner.value, former, by: userId, now, newId });
    return ok();
  });
}

/** [SY2] Moves a chapter one place up or down. Refused: who does not coordinate, a chapter that is not of this synthesis. */
export function shiftChapter(
  db: Db,
  { chapterId, by, ...given }: Asker & { synthesisId: string; chapterId: string; by: -1 | 1 },
): Promise<Result<void, Refusal>> {
  return inSynthesis(db, given, async (tx): Promise<Result<void, Refusal>> => {
    const ids = (await listChapters(tx, given)).map(({ id }) => id);
    if (!ids.includes(chapterId)) return fail('access.notFound');
    for (const [index, id] of shifted(ids, chapterId, by).entries())
      await tx
        .update(synthesisChapters)
        .set({ position: index + 1 })
        .where(eq(synthesisChapters.id, id));
    return ok();
  });
}

/** [SY2] Takes a chapter out of the synthesis, its document stays; or puts it back at the end. Refused: who does not coordinate, a chapter that is not there. */
export function setChapterRemoved(
  db: Db,
  { chapterId, isRemoved, ...given }: Asker & { synthesisId: string; chapterId: string; isRemoved: boolean },
): Promise<Result<void, Refusal>> {
  return inSynthesis(db, given, async (tx): Promise<Result<void, Refusal>> => {
    const there = await listChapters(tx, given);
    if (!isRemoved && there.length >= CHAPTERS_MAX) return fail('synthesis.tooManyChapters');
    const changed = await tx
      .update(synthesisChapters)
      .set({
        removedAt: isRemoved ? given.now : null,
        ...(!isRemoved && { position: await nextPosition(tx, given.synthesisId) }),
      })
      .where(
        and(
          eq(synthesisChapters.id, chapterId),
          eq(synthesisChapters.synthesisId, given.synthesisId),
          isRemoved ? isNull(synthesisChapters.removedAt) : isNotNull(synthesisChapters.removedAt),
        ),
      )
      .returning({ id: synthesisChapters.id });
    return changed.length > 0 ? ok() : fail('access.notFound');
  });
}

async function nextPosition(tx: Db, synthesisId: string): Promise<number> {
  const [here] = await tx
    .select({ last: max(synthesisChapters.position) })
    .from(synthesisChapters)
    .where(eq(synthesisChapters.synthesisId, synthesisId));
  return (here?.last ?? 0) + 1;
}

/** The chapter with its row locked. */
export async function lockChapter(tx: Db, asked: Asker & { chapterId: string }) {
  await tx
    .select({ id: synthesisChapters.id })
    .from(synthesisChapters)
    .where(eq(synthesisChapters.id, asked.chapterId))
    .for('update');
  return findChapter(tx, asked);
}

/** Whoever has a chapter writes in it by name; whoever had it does no more. */
async function nameOwner(
  tx: Db,
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
