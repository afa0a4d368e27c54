import { type DocumentForMember, findDocumentForMember } from '#db/documents/documents.ts';
import { mayHoldReviews } from '#db/reviews/holding-reviews.ts';
import { type FoundRound, findRoundForMember } from '#db/reviews/review-lists.ts';
import { fail, ok } from '#shared/kernel/result.ts';
import type { Right } from '../kernel/operation.ts';
import type { ByPerson } from '../people/rights.ts';

/** Who acts, on which document. */
interface OnDocument extends ByPerson {
  readonly document: DocumentForMember;
}
/** The same, in which round. */
interface InRound extends OnDocument {
  readonly round: FoundRound;
}

/** [RV3] Whoever may open rounds on the document of the input. */
export const holdingReviews: Right<{ readonly documentId: string }, OnDocument> = async (
  { tx, now },
  { userId },
  { documentId },
) => {
  const document = userId === null ? null : await findDocumentForMember(tx, { documentId, userId, now });
  if (userId === null || !document) return fail('access.notFound');
  return (await mayHoldReviews(tx, document)) ? ok({ by: userId, document }) : fail('access.forbidden');
};

/** [RV4] Whoever reads the document of a round. */
export const readingRound: Right<{ readonly roundId: string }, InRound> = async (
  { tx, now },
  { userId },
  { roundId },
) => {
  const found = userId === null ? null : await findRoundForMember(tx, { roundId, userId, now });
  return userId !== null && found ? ok({ by: userId, ...found }) : fail('access.notFound');
};

/** [RV8] Whoever may take a round back. */
export const holdingRound: typeof readingRound = async (act, asker, input) => {
  const found = await readingRound(act, asker, input);
  if (!found.ok) return found;
  return (await mayHoldReviews(act.tx, found.value.document)) ? found : fail('access.forbidden');
};
