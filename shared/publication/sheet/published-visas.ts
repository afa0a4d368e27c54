import { standingAnswers } from '../../reviews/review.ts';
import type { SheetVisas, VisaKind } from './visa.ts';

/** [US10] Who approved what the public reads, frozen with it: organisations and days, no person and no reason. */
export interface PublishedVisas {
  /** The fingerprint that all of them approved: `/verification` knows it. */
  readonly sha256: string;
  /** The cities first. */
  readonly given: readonly {
    readonly kind: VisaKind;
    readonly organisation: string;
    readonly hasReservation: boolean;
    /** ISO 8601. */
    readonly at: string;
  }[];
}

/** [US10] What the public is told of these visas; null when one of them has no round. */
export function publishedVisas({ city, publisher }: SheetVisas): PublishedVisas | null {
  if (!city.round || !publisher.round) return null;
  const given = [city.round, publisher.round].flatMap((round) =>
    standingAnswers(round).flatMap(({ organisation, answer }) =>
      answer
        ? [
            {
              kind: round.kind,
              organisation: organisation.name,
              hasReservation: answer.answer === 'approveWithReservation',
              at: answer.at.toISOString(),
            },
          ]
        : [],
    ),
  );
  return { sha256: publisher.round.text.sha256, given };
}
