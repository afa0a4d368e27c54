import { Link } from 'react-router';
import { dates } from '#shared/kernel/dates.fr.ts';
import { paths } from '#shared/paths.ts';
import { programmePaths, type SteeringAddress } from '#shared/programme/programme-paths.ts';
import type { DocumentInReview, FirstOf } from '#shared/programme/steering/overview.ts';
import { steering } from '#shared/programme/steering/steering.fr.ts';
import { reviewPaths } from '#shared/reviews/review-paths.ts';
import { Plate } from './panel.tsx';

const words = steering.reviews;

/** Where a document in review is answered. */
export function reviewPlace({
  id,
  title,
  meetingId,
  roundId,
}: Pick<DocumentInReview, 'id' | 'title' | 'meetingId'> & Partial<Pick<DocumentInReview, 'roundId'>>) {
  if (roundId) return reviewPaths.review(roundId);
  return meetingId ? paths.meetingMinutes({ id: meetingId, title }) : paths.document({ id, title });
}

/** [PI9] Documents that wait for an answer, the longest waiting first. */
export function ReviewsSection({
  documents: { first, total, minutes, rounds },
  address,
}: {
  documents: FirstOf<DocumentInReview> & { readonly minutes: number; readonly rounds: number };
  address: SteeringAddress;
}) {
  return (
    <Plate
      id="relectures"
      title={words.title}
      sentence={words.sentence(minutes, rounds, total - minutes - rounds)}
      csv={programmePaths.steeringExport('csv', address, 'relectures')}
    >
      {total > 0 && (
        <ul className="ruled">
          {first.map((document) => (
            <li key={`${document.kind} ${document.id}`} className="item plain">
              <div className="min-w-0">
                <Link to={reviewPlace(document)}>{document.title}</Link>
                <p className="muted">
                  {document.group} ·{' '}
                  {document.kind === 'suggestions'
                    ? words.suggestions(document.suggestions)
                    : words.kinds[document.kind]}{' '}
                  {words.since(dates.short(document.since))}
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
      {total > first.length && (
        <p className="mt-3">
          <Link to={programmePaths.steeringList('relectures', address)}>{words.all(total)}</Link>
        </p>
      )}
      <p className="xs muted mt-3">{words.scope}</p>
    </Plate>
  );
}
