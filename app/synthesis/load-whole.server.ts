import type { RouterContextProvider } from 'react-router';
import { findHeadSeq } from '#db/document-history.ts';
import { listRounds } from '#db/review-lists.ts';
import type { Chapter } from '#db/synthesis-chapters.ts';
import { findWhole } from '#db/synthesis-whole.ts';
import { isRoundOpen } from '#shared/review/review.ts';
import { changedSince } from '#shared/synthesis/assembly.ts';
import { servicesContext } from '../context.ts';

/** The whole as the page of the synthesis tells of it; null until it was assembled. */
export async function loadWhole(
  context: Readonly<RouterContextProvider>,
  synthesisId: string,
  chapters: readonly Chapter[],
) {
  const { db, now } = context.get(servicesContext);
  const found = await findWhole(db, synthesisId);
  if (!found) return null;
  const { documentId: id, title, assembled } = found;
  const present = await Promise.all(
    chapters.map(async ({ documentId, ...chapter }) => ({
      ...chapter,
      seq: await findHeadSeq(db, documentId),
    })),
  );
  const rounds = await listRounds(db, id);
  return {
    document: { id, title },
    at: assembled.at,
    byName: assembled.byName,
    changed: changedSince(assembled.chapters, present),
    isInReview: rounds.some((round) => isRoundOpen(round, now())),
  };
}
