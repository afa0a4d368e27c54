import { z } from 'zod';
import { submitExactText } from '#db/documents/history/exact-texts.ts';
import { findReviewPerson } from '#db/reviews/review-reminders.ts';
import { lockReviewed, openRound } from '#db/reviews/review-rounds.ts';
import { hasWords } from '#shared/documents/history/exact-text.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { fail, ok, type Result } from '#shared/kernel/result.ts';
import { SentSeq } from '#shared/kernel/sent-values.ts';
import { review as words } from '#shared/reviews/review.fr.ts';
import type { NewRound } from '#shared/reviews/review.ts';
import type { RoundError } from '#shared/reviews/review-errors.ts';
import { reviewMail } from '#shared/reviews/review-mail.fr.ts';
import { sha256Of } from '../documents/history/exact-texts.ts';
import type { Act } from '../kernel/operation.ts';
import type { ByPerson } from '../people/rights.ts';
import { roundLetter } from './review-letters.ts';

/** [RV1] What a document said, as the door read it in its room: `ExactTexts.read`. */
export const SubmittedText = z.object({ title: z.string(), exactText: z.string(), seq: SentSeq });
type SubmittedText = z.output<typeof SubmittedText>;

interface Opening extends NewRound {
  readonly document: { readonly id: string; readonly groupId: string };
  readonly text: SubmittedText;
  readonly replaces: string | null;
}

/** [RV2] [RV3] Keeps the text, opens a round on it, and tells those who may answer: all of it, or nothing. */
export async function openReview(
  { tx, by, now, newId, mail, link }: Act & ByPerson,
  { document, text, ...asked }: Opening,
): Promise<
  Result<
    { readonly roundId: string },
    RoundError | 'review.documentEmpty' | 'review.alreadyOpen' | 'access.notFound'
  >
> {
  if (!hasWords(text.exactText)) return fail('review.documentEmpty');
  // Before what is written of it: two openings at once follow one another.
  if (!(await lockReviewed(tx, document.id))) return fail('access.notFound');
  const [documentId, sha256] = [document.id, sha256Of(text.exactText)];
  const submitted = await submitExactText(tx, {
    ...{ ...text, id: newId(), documentId, sha256, submittedBy: by, submittedAt: now },
    ...{ groupId: document.groupId, versionId: newId(), activityId: newId() },
    name: words.versionName(dates.short(now)),
  });
  if (!submitted.ok) return submitted;
  const roundId = newId();
  const ids = { roundId, activityId: newId(), closingId: newId() };
  const opened = await openRound(tx, { ...asked, ...ids, documentId, sha256, by, now });
  if (!opened.ok) return opened;
  for (const { id, organisation } of opened.value.signers) {
    const person = id === by ? null : await findReviewPerson(tx, id);
    if (!person) continue;
    const { deadline } = asked;
    const said = reviewMail.opened({ title: text.title, deadline, organisation: organisation.name });
    await mail(person, roundLetter(said, roundId, link));
  }
  return ok({ roundId });
}
