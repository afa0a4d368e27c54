import type { RouterContextProvider } from 'react-router';
import { listRounds } from '#db/reviews/review-lists.ts';
import { shortFingerprint } from '#shared/documents/history/exact-text.ts';
import type { Readable } from '#shared/kernel/access/readable.ts';
import { paths } from '#shared/paths.ts';
import { review as words } from '#shared/reviews/review.fr.ts';
import { isRoundOpen } from '#shared/reviews/review.ts';
import { reviewPaths } from '#shared/reviews/review-paths.ts';
import { servicesContext } from '../context.ts';
import { requireMember } from '../kernel/access.server.ts';

/** What the page of a document says of its rounds: sentences with where each leads, so that the page brings no words of its own. */
export interface ReviewMark {
  readonly isSigned: boolean;
  readonly round: { readonly text: string; readonly href: string };
  readonly since: { readonly text: string; readonly href: string | null };
}

/** [RV9] Which text of the document was signed and which is in review, and what changed since. */
export async function markReviews(
  context: Readonly<RouterContextProvider>,
  document: { readonly id: Readable<'document'>; readonly title: string },
): Promise<ReviewMark[]> {
  const { db, reviews, now } = context.get(servicesContext);
  const asking = { by: { account: requireMember(context).id } };
  const rounds = await listRounds(db, document.id);
  const at = now();
  const signed = rounds.find(({ outcome }) => outcome === 'approved');
  const open = rounds.find((round) => isRoundOpen(round, at));
  return Promise.all(
    [signed, open].flatMap((round) =>
      round
        ? [
            (async () => {
              const { id, text } = round;
              const since = await reviews.since(document, text, asking);
              const said = round === signed ? words.signed : words.inReview;
              return {
                isSigned: round === signed,
                round: { text: said(shortFingerprint(text.sha256)), href: reviewPaths.review(id) },
                since: {
                  text: words.since(since),
                  href:
                    since.isSame || since.changes === 0
                      ? null
                      : paths.documentComparison(document, { from: text.seq, to: since.seq }),
                },
              };
            })(),
          ]
        : [],
    ),
  );
}
