import type { RouterContextProvider } from 'react-router';
import { findDocumentForMember } from '#db/documents/documents.ts';
import { findHeadSeq } from '#db/documents/history/document-history.ts';
import type { Db } from '#db/kernel/client.ts';
import { findSynthesisPublication } from '#db/publication/synthesis/public-syntheses.ts';
import type { Chapter } from '#db/publication/synthesis/synthesis-chapters.ts';
import { findWhole } from '#db/publication/synthesis/synthesis-whole.ts';
import { listRounds } from '#db/reviews/review-lists.ts';
import type { Readable } from '#shared/kernel/access/readable.ts';
import { changedSince } from '#shared/publication/synthesis/assembly.ts';
import { isRoundOpen } from '#shared/reviews/review.ts';
import { servicesContext } from '../../context.ts';
import { requireMember } from '../../kernel/access.server.ts';
import { publicly } from '../public-document/public-states.server.ts';

/** The whole as the page of the synthesis tells of it; null until it was assembled. */
export async function loadWhole(
  context: Readonly<RouterContextProvider>,
  synthesisId: Readable<'synthesis'>,
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
  const asked = { documentId: id, userId: requireMember(context).id, now: now() };
  const document = await findDocumentForMember(db, asked);
  const rounds = document ? await listRounds(db, document.id) : [];
  return {
    document: { id, title },
    at: assembled.at,
    byName: assembled.byName,
    changed: changedSince(assembled.chapters, present),
    isInReview: rounds.some((round) => isRoundOpen(round, now())),
    publication: await loadPublication(db, synthesisId),
  };
}

/** [SY11] Where the public reads it, and since when; null when it does not. */
async function loadPublication(db: Db, synthesisId: Readable<'synthesis'>) {
  const found = await findSynthesisPublication(db, synthesisId);
  return found && { season: found.season.number, at: found.publishedAt, withdrawnAt: found.withdrawnAt };
}

/** [SY11] The whole as the public would have it now; undefined when there is none, or while it is being changed. */
export async function readWhole(
  context: Readonly<RouterContextProvider>,
  synthesisId: Readable<'synthesis'>,
) {
  const whole = await findWhole(context.get(servicesContext).db, synthesisId);
  if (!whole) return undefined;
  const { documentId, title } = whole;
  const document = { id: documentId, title };
  const state = await publicly(context, document, (states, ...asked) => states.exact(...asked));
  return state && { ...state, documentId };
}
