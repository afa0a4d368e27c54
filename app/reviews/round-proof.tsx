import { shortFingerprint } from '#shared/documents/history/exact-text.ts';
import { review as words } from '#shared/reviews/review.fr.ts';
import type { ReviewEnding } from '#shared/reviews/review.ts';
import { reviewPaths } from '#shared/reviews/review-paths.ts';
import { SIGNED_FORMATS } from '#shared/reviews/signed-formats.ts';

interface RoundProofProps {
  readonly round: {
    readonly id: string;
    readonly ending: ReviewEnding | null;
    readonly text: { readonly sha256: string };
  };
  readonly writers: readonly string[];
}

/** [RV12] What proves the text: its fingerprint, who wrote it, the text to the byte, and once the round was held its files. */
export function RoundProof({ round: { id, ending, text }, writers }: RoundProofProps) {
  const isHeld = ending === 'allAnswered' || ending === 'deadline';
  return (
    <section className="plate" aria-labelledby="preuve">
      <h2 id="preuve">{words.proof}</h2>
      <p className="muted small">{words.fingerprint}</p>
      <p>
        <code className="break-all" title={shortFingerprint(text.sha256)}>
          {text.sha256}
        </code>
      </p>
      {writers.length > 0 && <p className="muted small">{words.writers(writers.join(', '))}</p>}
      <ul>
        <li>
          <a href={reviewPaths.reviewFile(id, 'json')} download>
            {words.json}
          </a>
        </li>
        {isHeld &&
          SIGNED_FORMATS.map((format) => (
            <li key={format}>
              <a href={reviewPaths.reviewFile(id, format)} download>
                {words.file(format.toUpperCase())}
              </a>
            </li>
          ))}
        {isHeld && (
          <li>
            <a href={reviewPaths.verification(text.sha256)}>{words.verify}</a>
          </li>
        )}
      </ul>
    </section>
  );
}
