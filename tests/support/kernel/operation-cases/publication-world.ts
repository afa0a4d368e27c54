import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Tx } from '#db/kernel/transaction.ts';
import { adoptions } from '#db/publication/adoption/schema.ts';
import { createDossier } from '#db/publication/dossier/thematic-dossiers.ts';
import { publish, setWithdrawn } from '#db/publication/public-document/publications.ts';
import { useCaseSheetPublications, useCaseSheets } from '#db/publication/sheet/schema.ts';
import { beginSynthesis, holdSynthesis } from '#db/publication/synthesis/syntheses.ts';
import { addChapter, setChapterRemoved } from '#db/publication/synthesis/synthesis-chapters.ts';
import { aDocument } from '#db/seed/builders/builders.ts';
import { siteOf } from '../../publication/site.ts';

/** What is published, for those who try every operation. */
export interface TriedPublication {
  readonly dossierId: string;
  /** A document of the group. */
  readonly documentId: string;
  /** Two others, that the public reads, and read. */
  readonly publicId: string;
  readonly withdrawnId: string;
  readonly synthesisId: string;
  /** Of another season, which has no synthesis. */
  readonly seasonId: string;
  readonly chapterId: string;
  readonly removedChapterId: string;
  /** Where the public reads the sheet. */
  readonly sheetAddress: string;
  /** The city’s check of it. */
  readonly adoptionId: string;
}

interface Place {
  readonly groupId: string;
  readonly themeId: string;
  readonly organisationId: string;
  /** Of an experiment of the city. */
  readonly sheetId: string;
  /** That of the group, and another one. */
  readonly seasonId: string;
  readonly otherSeasonId: string;
  /** Whose all of it is. */
  readonly userId: string;
  readonly now: Date;
}

/** Makes one of each. */
export async function aTriedPublication(
  tx: Tx,
  { groupId, themeId, organisationId, sheetId, seasonId, otherSeasonId, userId, now }: Place,
): Promise<TriedPublication> {
  const site = siteOf(tx, now);
  const by = { userId, now };
  const [dossierId, synthesisId, chapterId, adoptionId] = [
    ...[randomUUID(), randomUUID(), randomUUID(), randomUUID()],
  ] as const;
  const fields = { title: 'L’arbre en ville', themeId, introduction: 'Pourquoi ?' };
  await createDossier(tx, { dossierId, fields, ...by });
  const settings = { title: 'Synthèse', dueOn: '2023-06-30' };
  await beginSynthesis(tx, { synthesisId, seasonId, groupId, ...settings, ...by });
  const synthesis = await holdSynthesis(tx, { synthesisId, ...by });
  if (!synthesis) throw new Error('a synthesis is expected');
  const removedChapterId = randomUUID();
  const chapter = { synthesis, title: 'Les arbres', ownerId: '', dueOn: null, ...by, newId: randomUUID };
  for (const id of [chapterId, removedChapterId])
    await addChapter(tx, { ...chapter, chapterId: id, documentId: randomUUID() });
  await setChapterRemoved(tx, { synthesis, chapterId: removedChapterId, isRemoved: true, ...by });
  const made = { groupId, createdBy: userId };
  const [documentId, publicId, withdrawnId] = [
    ...[(await aDocument(site, made)).id, (await aDocument(site, made)).id],
    (await aDocument(site, made)).id,
  ] as [string, string, string];
  const published = async (id: string) => {
    const change = { documentId: id, groupId, by: userId, now, activityId: randomUUID() };
    const address = `texte-${id.slice(0, 8)}`;
    const state = { address, excerpt: '', blocks: [], fileIds: [], outline: [], writers: [], seq: 1 };
    await publish(tx, { ...change, ...state });
    return { ...change, address };
  };
  await published(publicId);
  await setWithdrawn(tx, { ...(await published(withdrawnId)), activityId: randomUUID(), isWithdrawn: true });
  const [told] = await tx
    .select({ documentId: useCaseSheets.documentId })
    .from(useCaseSheets)
    .where(eq(useCaseSheets.id, sheetId));
  const { address: sheetAddress } = await published(told?.documentId ?? '');
  await tx.insert(adoptions).values({
    ...{ id: adoptionId, sheetId, organisationId, answers: { data: [], conditions: {} }, note: '' },
    ...{ needs: [], sheetPublishedAt: now, revision: 1 },
    ...{ createdBy: userId, createdAt: now, updatedBy: userId, updatedAt: now },
  });
  const facts = {
    ...{
      theme: { key: 'transition' as const, name: 'Transition' },
      cities: [],
      size: null,
      serviceKind: null,
      uses: [],
    },
    ...{ needs: [], effort: { days: 0, cost: 0 }, period: { startsOn: null, endsOn: null } },
  };
  await tx.insert(useCaseSheetPublications).values({ sheetId, hook: '', facts, words: '' });
  return {
    ...{ dossierId, documentId, publicId, withdrawnId, synthesisId, seasonId: otherSeasonId },
    ...{ chapterId, removedChapterId, sheetAddress, adoptionId },
  };
}
