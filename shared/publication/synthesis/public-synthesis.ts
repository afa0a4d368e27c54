import { fail, ok, type Result } from '../../kernel/result.ts';
import {
  type ReviewAnswer,
  type ReviewOutcome,
  type RoundState,
  standingAnswers,
} from '../../reviews/review.ts';

/** [SY11] Who approved what the public reads, frozen with it: organisations and days, no person and no reason. */
export interface PublishedApprovals {
  /** The fingerprint that all of them answered about: `/verification` knows it. */
  readonly sha256: string;
  /** How many organisations were asked, and how many answers it took. */
  readonly asked: number;
  readonly quorum: number;
  readonly given: readonly {
    readonly organisation: string;
    readonly answer: ReviewAnswer;
    /** ISO 8601. */
    readonly at: string;
  }[];
}

/** A round on the whole. */
type WholeRound = Pick<RoundState, 'asked' | 'answers' | 'quorum'> & {
  readonly outcome: ReviewOutcome | null;
  readonly text: { readonly sha256: string };
};

/**
 * [SY11] What the public is told of who approved the text with this fingerprint. Refused: a text that is not exactly the one that the last
 * round held to its end approved. `rounds`: those of the whole, the last first.
 */
export function approvalsOf(
  rounds: readonly WholeRound[],
  sha256: string,
): Result<PublishedApprovals, 'synthesis.notSigned' | 'synthesis.otherThanSigned'> {
  const held = rounds.find(({ outcome }) => outcome !== null);
  if (held?.outcome !== 'approved') return fail('synthesis.notSigned');
  if (held.text.sha256 !== sha256) return fail('synthesis.otherThanSigned');
  const given = standingAnswers(held).flatMap(({ organisation, answer }) =>
    answer ? [{ organisation: organisation.name, answer: answer.answer, at: answer.at.toISOString() }] : [],
  );
  return ok({ sha256, asked: held.asked.length, quorum: held.quorum, given });
}
