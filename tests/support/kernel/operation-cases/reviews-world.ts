import { createHash, randomUUID } from 'node:crypto';
import { keepExactText } from '#db/documents/history/exact-texts.ts';
import type { Tx } from '#db/kernel/transaction.ts';
import { useCaseSheetExperiments, useCaseSheets } from '#db/publication/sheet/schema.ts';
import { openRound } from '#db/reviews/review-rounds.ts';
import { aDocument, type Site } from '#db/seed/builders/builders.ts';
import { exactTextOf } from '#shared/documents/history/exact-text.ts';

/** What a group has submitted, for those who try every operation. */
export interface TriedReviews {
  readonly documentId: string;
  readonly roundId: string;
  readonly sheetId: string;
}

/** What a document of theirs says. */
export const TRIED_TEXT = {
  title: 'Relevés',
  exactText: exactTextOf({
    title: 'Relevés',
    blocks: [{ type: 'paragraph', content: [{ type: 'text', text: 'Ombre' }] }],
  }),
  seq: 1,
};

/** A document on which an organisation of its group is asked, and a sheet that nobody has begun to fill. */
export async function triedReviews(
  tx: Tx,
  site: Site,
  {
    groupId,
    userId,
    organisationId,
    experimentId,
  }: {
    readonly groupId: string;
    readonly userId: string;
    readonly organisationId: string;
    /** The experiment that the sheet tells. */
    readonly experimentId: string;
  },
): Promise<TriedReviews> {
  const { id: documentId } = await aDocument(site, { groupId, createdBy: userId, title: TRIED_TEXT.title });
  const now = site.now();
  const sha256 = createHash('sha256').update(TRIED_TEXT.exactText, 'utf8').digest('hex');
  await keepExactText(tx, {
    ...{ ...TRIED_TEXT, id: randomUUID(), documentId, sha256, writers: [] },
    ...{ submittedBy: userId, submittedAt: now },
  });
  const roundId = randomUUID();
  const opened = await openRound(tx, {
    ...{ roundId, documentId, sha256, replaces: null, by: userId, now },
    ...{ questions: [], deadline: new Date(now.getTime() + 86_400_000), quorum: 1 },
    ...{ organisationIds: [organisationId], activityId: randomUUID(), closingId: randomUUID() },
  });
  if (!opened.ok) throw new Error(opened.error);
  const sheetId = randomUUID();
  const { id: sheetDocumentId } = await aDocument(site, { groupId, createdBy: userId });
  const sheet = { documentId: sheetDocumentId, uses: [], createdBy: userId, createdAt: now };
  await tx.insert(useCaseSheets).values({ ...sheet, id: sheetId, state: 'review' });
  await tx.insert(useCaseSheetExperiments).values({ sheetId, experimentId, addedAt: now });
  return { documentId, roundId, sheetId };
}
