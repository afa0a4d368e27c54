import { shortFingerprint } from '#shared/documents/history/exact-text.ts';
import type { PublishedVisas } from '#shared/publication/sheet/published-visas.ts';
import { sheetVisa } from '#shared/publication/sheet/sheet-visa.fr.ts';
import { VISA_KINDS } from '#shared/publication/sheet/visa.ts';
import { reviewPaths } from '#shared/reviews/review-paths.ts';

const day = new Intl.DateTimeFormat('fr', { dateStyle: 'long', timeZone: 'Europe/Paris' });

/** [US10] Who approved the text that is read, when, and the fingerprint under which anybody verifies it. */
export function PublicVisas({ visas: { sha256, given } }: { visas: PublishedVisas }) {
  const { published: words, kinds } = sheetVisa;
  return (
    <section aria-labelledby="visas" className="plate">
      <h2 id="visas">{words.title}</h2>
      <p className="mt-2">{words.lead}</p>
      <ol className="rope small mt-3">
        {VISA_KINDS.flatMap((kind) => given.filter((visa) => visa.kind === kind)).map(
          ({ kind, organisation, at, hasReservation }) => (
            <li key={`${kind} ${organisation}`} className="done">
              <strong>{organisation}</strong>
              <p className="muted">
                {words.line(kinds[kind], day.format(new Date(at)))}
                {hasReservation && `, ${words.reservation}`}
              </p>
            </li>
          ),
        )}
      </ol>
      <p className="small mt-3">
        {words.fingerprint}
        {'\u00a0: '}
        <code>{shortFingerprint(sha256)}</code> <a href={reviewPaths.verification(sha256)}>{words.verify}</a>
      </p>
    </section>
  );
}
