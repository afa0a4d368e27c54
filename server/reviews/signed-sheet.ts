import { type BlockNode, b, h2, p, table } from '#db/seed/builders/prose.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { signingBasis } from '#shared/people/organisation/signing-basis.fr.ts';
import {
  type AnswerLine,
  type AskedOrganisation,
  type ReviewOutcome,
  standingAnswers,
} from '#shared/reviews/review.ts';
import { signedText as words } from '#shared/reviews/signed-text.fr.ts';

/** [RV12] What stands at the end of a signed text that leaves: what came of the round, who answered what, and the fingerprint. */
export function signedSheet({
  number,
  closedAt,
  outcome,
  quorum,
  asked,
  answers,
  sha256,
  verification,
}: {
  readonly number: number;
  readonly closedAt: Date;
  readonly outcome: ReviewOutcome;
  readonly quorum: number;
  readonly asked: readonly AskedOrganisation[];
  readonly answers: readonly AnswerLine[];
  readonly sha256: string;
  /** Where anybody checks it. */
  readonly verification: string;
}): BlockNode[] {
  const standing = standingAnswers({ asked, answers });
  const rows = standing.map(({ organisation, answer }) => [
    organisation.name,
    answer ? words.answers[answer.answer] : words.silence,
    answer ? dates.exact(answer.at) : '',
    answer?.reason ?? '',
  ]);
  const bases = standing.flatMap(({ organisation, answer }) =>
    answer ? [[organisation.name, signingBasis(answer.basis)]] : [],
  );
  return [
    h2(words.title),
    p(words.lead(number, dates.exact(closedAt), quorum)),
    p(b(words.outcome[outcome])),
    table({ header: [words.organisation, words.answer, words.when, words.reason], rows }),
    ...(bases.length > 0 ? [table({ header: [words.organisation, words.basis], rows: bases })] : []),
    p(words.fingerprint),
    p(sha256),
    p(words.verify(verification)),
  ];
}
